package tui

import (
	"context"
	"math/rand/v2"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// heard runs a program for so long, as Bubble Tea would, and counts the messages that wake it.
func heard(t *testing.T, a *App, long time.Duration) int {
	t.Helper()
	inbox, done, n := make(chan tea.Msg), make(chan struct{}), 0
	defer close(done)
	var run func(tea.Cmd)
	run = func(cmd tea.Cmd) {
		if cmd == nil {
			return
		}
		go func() {
			switch msg := cmd().(type) {
			case nil:
			case tea.BatchMsg:
				for _, c := range msg {
					run(c)
				}
			default:
				select {
				case inbox <- msg:
				case <-done:
				}
			}
		}()
	}
	run(a.Init())
	end := time.After(long)
	for {
		select {
		case msg := <-inbox:
			n++
			_, cmd := a.Update(msg)
			run(cmd)
		case <-end:
			return n
		}
	}
}

// Between two ticks an idle screen costs nothing: nothing wakes it. There is a tick a second while a time on it runs, one a
// minute while being late grows, and none when nothing changes.
func TestAnIdleScreenIsWokenByTicksAlone(t *testing.T) {
	for _, c := range []struct {
		name string
		then []Line
		long time.Duration
		most int // and no fewer
	}{
		{"a clock that runs", []Line{Onward(false)}, 90 * time.Second, 90},
		{"a break with an end", []Line{Onward(false), By(Fay, workshop.StartBreak{Minutes: 10})}, 90 * time.Second, 90},
		{"a clock that stands", []Line{Onward(false), By(Fay, workshop.PauseClock{})}, 10 * time.Minute, 10},
		{"a break without an end", []Line{Onward(false), By(Fay, workshop.StartBreak{})}, 10 * time.Minute, 10},
		{"people gather", nil, time.Hour, 0},
		{"finished", []Line{Reach(workshop.StepClosing, workshop.PhaseCanvas), By(Fay, workshop.CloseWorkshop{})}, time.Hour, 0},
	} {
		for _, who := range []workshop.PersonID{Fay, "ada", ""} {
			synctest.Test(t, func(t *testing.T) {
				s := NewStage()
				s.Now = time.Now()
				if err := s.Play(Opened(), By("ada", workshop.Join{Name: "Ada"})); err != nil {
					t.Fatal(err)
				}
				if err := s.Play(c.then...); err != nil {
					t.Fatal(err)
				}
				ctx, leave := context.WithCancel(t.Context())
				a := New(ctx, Config{
					Seat: stageSeat{stage: s, by: who}, Served: true, Wall: who == "", Now: time.Now, Rand: rand.NewChaCha8([32]byte{}),
				})
				if got := heard(t, a, c.long+500*time.Millisecond); got != c.most {
					t.Errorf("%s, %q: woken %d times in %v, want %d", c.name, who, got, c.long, c.most)
				}
				leave()
				time.Sleep(2 * time.Minute) // the tick that is on its way finds nobody
			})
		}
	}
}
