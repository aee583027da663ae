package tui

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// heard runs a program for so long, as Bubble Tea would, or whoever serves it, and counts what wakes it.
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
		var alarm <-chan time.Time
		if _, due := a.Awaits(); a.config.Served && !due.IsZero() {
			alarm = time.After(time.Until(due))
		}
		select {
		case msg := <-inbox:
			if _, ticks := msg.(tickMsg); ticks { // what the terminal is asked at the start wakes nobody later
				n++
			}
			_, cmd := a.Update(msg)
			run(cmd)
		case <-alarm:
			n++
			run(a.Wake(false))
		case <-end:
			return n
		}
	}
}

// Whoever writes hears all news at once, and sees it at once when the group has moved on, or after a quiet moment. What hundreds of
// others write is drawn four times a second.
func TestNewsIsGatheredForThoseWhoWrite(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := crowded(t, 3, 2)
		for s.State.At.Phase != workshop.PhaseDiverge {
			if err := s.Play(By(Fay, workshop.StepBack{From: s.State.At})); err != nil {
				t.Fatal(err)
			}
		}
		a := New(t.Context(), Config{Seat: stageSeat{stage: s, by: "p1"}, Served: true, Now: time.Now, Rand: rand.NewChaCha8([32]byte{})})
		a.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
		writes := func(i int) string { // at another terminal of the person
			if err := s.Play(Write("p1", workshop.PromptVision, fmt.Sprint("Canary ", i))); err != nil {
				t.Fatal(err)
			}
			a.Wake(true)
			return strings.Join(tuitest.Plain(a.Lines()), "\n")
		}
		time.Sleep(newsPause)
		if got := writes(1); !strings.Contains(got, "Canary 1") {
			t.Errorf("after a quiet moment:\n%s", got)
		}
		for i := range 3 {
			if got := writes(2 + i); strings.Contains(got, "Canary 2") {
				t.Errorf("it is drawn anew:\n%s", got)
			}
		}
		_, due := a.Awaits()
		if time.Until(due) != newsPause {
			t.Errorf("it is drawn in %v", time.Until(due))
		}
		time.Sleep(newsPause)
		a.Wake(false)
		if got := strings.Join(tuitest.Plain(a.Lines()), "\n"); !strings.Contains(got, "Canary 4") {
			t.Errorf("after the pause:\n%s", got)
		}
		if err := s.Play(By(Fay, workshop.Advance{From: s.State.At, Despite: true})); err != nil {
			t.Fatal(err)
		}
		a.Wake(true)
		if got := strings.Join(tuitest.Plain(a.Lines()), "\n"); !strings.Contains(got, "reading in silence") && a.scene.kind != "board" {
			t.Errorf("when the group has moved on:\n%s", got)
		}
	})
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
		for i, who := range []workshop.PersonID{Fay, "ada", "", Fay} {
			served := i < 3 // the last sits at a terminal that draws itself
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
					Seat: stageSeat{stage: s, by: who}, Served: served, Wall: who == "", Now: time.Now, Rand: rand.NewChaCha8([32]byte{}),
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
