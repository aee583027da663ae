package sshd

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"golang.org/x/time/rate"
)

// slate is a Screen that shows the last message and counts how often it was drawn.
type slate struct {
	shown string
	drawn int
	keys  []string
	size  tea.WindowSizeMsg

	others int // messages of other kinds
}

func (s *slate) Init() tea.Cmd      { return nil }
func (s *slate) View() tea.View     { panic("nobody asks for the view") }
func (s *slate) Farewell() []string { return nil }
func (s *slate) Close()             {}

func (s *slate) Lines() []string {
	s.drawn++
	return []string{"slate", s.shown}
}

func (s *slate) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case string:
		s.shown = msg
	case tea.KeyPressMsg:
		s.keys = append(s.keys, msg.String())
	case tea.WindowSizeMsg:
		s.size = msg
	default:
		s.others++
	}
	return s, nil
}

// script is what a painter has written, and when.
type script struct {
	writes []string
	times  []time.Duration // since it began
	began  time.Time
	full   error // returned by every write
}

func (s *script) Write(b []byte) (int, error) {
	s.writes = append(s.writes, string(b))
	s.times = append(s.times, time.Since(s.began))
	return len(b), s.full
}

// pause lets time go by in a bubble, and what happens in it.
func pause(d time.Duration) {
	<-time.After(d)
	synctest.Wait()
}

// studio is a loop at work on a slate.
type studio struct {
	slate  *slate
	out    *script
	effort *effort
	loop   *loop
	msgs   chan tea.Msg
	stop   func()
}

// newStudio starts a loop in a bubble.
func newStudio(t *testing.T) *studio {
	on := &slate{}
	s := run(t, on)
	s.slate = on
	return s
}

// run starts a loop for a Screen.
func run(t *testing.T, screen Screen) *studio {
	limit := newEventLimit()
	return runOf(t, screen, &effort{limit: func() *rate.Limiter { return limit }})
}

// runOf starts a loop for a Screen of somebody who has a limit.
func runOf(t *testing.T, screen Screen, e *effort) *studio { return runLate(t, screen, e, 0) }

// runLate starts one that is woken so much later than due.
func runLate(t *testing.T, screen Screen, e *effort, late time.Duration) *studio {
	ctx, cancel := context.WithCancel(t.Context())
	s := &studio{out: &script{began: time.Now()}, effort: e}
	var window atomic.Pointer[size]
	window.Store(&size{20, 4})
	m := newModel(screen, &window, func(_ string, r any) { panic(r) })
	s.loop = newLoop(ctx, m, newPainter(s.out, newCanvas(colorprofile.TrueColor, new(stencils))), e)
	s.loop.late, s.msgs = late, s.loop.inbox
	var ended sync.WaitGroup
	ended.Go(s.loop.run)
	s.stop = func() {
		cancel()
		ended.Wait()
	}
	t.Cleanup(s.stop)
	return s
}

func TestABurstCostsFewPictures(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newStudio(t)
		pause(time.Second)
		drawn, written := s.slate.drawn, len(s.out.writes)
		for _, m := range strings.Fields("one two three four five six seven") {
			s.msgs <- m
		}
		pause(time.Second)
		if got := s.slate.drawn - drawn; got != 2+frameBurst {
			t.Errorf("seven messages in a burst cost %d pictures", got)
		}
		if got := s.out.writes[written:]; got[len(got)-1] != "\x1b[2Hseven" {
			t.Errorf("written: %q", got)
		}
	})
}

func TestAKeyAfterQuietIsEchoedAtOnceAndSoIsWhatItLeadsTo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newStudio(t)
		pause(time.Second)
		written, pressed := len(s.out.writes), time.Since(s.out.began)
		for _, m := range strings.Fields("a b c d e") {
			s.msgs <- m
			synctest.Wait()
		}
		pause(time.Second)
		var got []time.Duration
		for _, at := range s.out.times[written:] {
			got = append(got, at-pressed)
		}
		if want := []time.Duration{0, 0, 0, frameTime}; !slices.Equal(got, want) {
			t.Errorf("five keys at once are echoed after %v, want %v", got, want)
		}
	})
}

func TestNobodyGetsMoreThanThirtyPicturesASecond(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newStudio(t)
		pause(time.Second)
		drawn := s.slate.drawn
		for i := range 1000 {
			s.msgs <- strings.Repeat("x", i%20)
			pause(time.Millisecond)
		}
		if got := s.slate.drawn - drawn; got > 31+frameBurst {
			t.Errorf("%d pictures in a second", got)
		}
	})
}

func TestNothingRunsWhenNothingChanges(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newStudio(t)
		pause(time.Second)
		drawn, written := s.slate.drawn, len(s.out.writes)
		pause(24 * time.Hour)
		if s.slate.drawn != drawn || len(s.out.writes) != written {
			t.Errorf("%d pictures and %d writes in a quiet day", s.slate.drawn-drawn, len(s.out.writes)-written)
		}
		s.msgs <- struct{}{} // a message that leads to nothing new
		pause(time.Second)
		if s.slate.drawn != drawn+1 || len(s.out.writes) != written {
			t.Errorf("%d pictures and %d writes for the same picture", s.slate.drawn-drawn, len(s.out.writes)-written)
		}
	})
}

func TestWhatStandsOnTheTerminalIsForgotten(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newStudio(t)
		pause(time.Second)
		for name, msg := range map[string]tea.Msg{
			"ctrl+l":   tea.KeyPressMsg{Code: 'l', Mod: tea.ModCtrl},
			"a resize": tea.WindowSizeMsg{Width: 1, Height: 1},
		} {
			written := len(s.out.writes)
			s.msgs <- msg
			pause(time.Second)
			got := s.out.writes[written:]
			if len(got) != 1 || !strings.HasPrefix(got[0], wipe) || !strings.Contains(got[0], "slate") {
				t.Errorf("after %s: %q", name, got)
			}
		}
		s.stop()
		if len(s.slate.keys) > 0 {
			t.Errorf("the screen got %q", s.slate.keys)
		}
		if want := (tea.WindowSizeMsg{Width: 20, Height: 4}); s.slate.size != want {
			t.Errorf("the screen got an old size, %v", s.slate.size)
		}
	})
}

func TestTheWarningRingsOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newStudio(t)
		pause(time.Second)
		written := len(s.out.writes)
		s.msgs <- warningMsg{}
		pause(time.Second)
		s.msgs <- "next"
		pause(time.Second)
		if got := s.out.writes[written:]; len(got) != 2 || got[0] != "\a" || strings.Contains(got[1], "\a") {
			t.Errorf("written: %q", got)
		}
	})
}

func TestThePainterEndsWithItsTerminal(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newStudio(t)
		pause(time.Second)
		s.out.full = errors.New("gone")
		s.loop.send("one")
		pause(time.Second)
		written := len(s.out.writes)
		s.loop.send("two") // to nobody
		pause(time.Second)
		if len(s.out.writes) != written {
			t.Error("it writes to a terminal that has gone")
		}
	})
}

func TestNoScreenStopsTheServer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newStudio(t)
		s.msgs <- tea.SuspendMsg{}
		s.msgs <- "still here"
		pause(time.Second)
		if s.slate.shown != "still here" || s.slate.others > 0 {
			t.Errorf("after it was asked to suspend itself, it shows %q", s.slate.shown)
		}
	})
}

// All that a frame is made of goes to the terminal at once.
func TestAFrameIsOneWrite(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newStudio(t)
		pause(time.Second)
		if len(s.out.writes) != 2 || s.out.writes[0] != enter || !bytes.Contains([]byte(s.out.writes[1]), []byte("slate")) {
			t.Errorf("written: %q", s.out.writes)
		}
	})
}

// sleeper is a Screen that counts how often it was woken, and for what.
type sleeper struct {
	slate
	news   chan struct{}
	due    time.Time
	woken  []string
	repeat time.Duration
}

func (s *sleeper) Update(tea.Msg) (tea.Model, tea.Cmd) { return s, nil }

func (s *sleeper) Awaits() (news <-chan struct{}, due time.Time) { return s.news, s.due }

func (s *sleeper) Wake(news bool) tea.Cmd {
	if news {
		s.woken = append(s.woken, "news")
		return nil
	}
	s.woken = append(s.woken, time.Since(s.due).String()+" late")
	if s.due = s.due.Add(s.repeat); s.repeat == 0 {
		s.due = time.Time{}
	}
	return nil
}

func TestAScreenIsWokenByNewsAndAtItsMoment(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &sleeper{news: make(chan struct{}, 1), due: time.Now().Add(time.Hour), repeat: time.Second}
		run(t, s)
		pause(time.Minute)
		if len(s.woken) > 0 {
			t.Fatalf("woken for nothing: %q", s.woken)
		}
		s.news <- struct{}{}
		pause(time.Hour - time.Minute + 2*time.Second)
		if want := []string{"news", "0s late", "0s late", "0s late"}; !slices.Equal(s.woken, want) {
			t.Errorf("woken for %q, want %q", s.woken, want)
		}
	})
}

// The stagger of the terminals is on top of every moment, and doesn't add up.
func TestAScreenIsWokenAsLateAsItIsStaggered(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &sleeper{due: time.Now().Add(time.Minute), repeat: time.Second}
		limit := newEventLimit()
		runLate(t, s, &effort{limit: func() *rate.Limiter { return limit }}, 8*time.Millisecond)
		pause(time.Minute + 1500*time.Millisecond)
		if want := []string{"8ms late", "8ms late"}; !slices.Equal(s.woken, want) {
			t.Errorf("woken %q, want %q", s.woken, want)
		}
	})
}

func TestAScreenThatAwaitsNothingSleeps(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &sleeper{}
		run(t, s)
		pause(24 * time.Hour)
		if s.drawn != 1 || len(s.woken) > 0 {
			t.Errorf("in a quiet day it was drawn %d times, and woken for %q", s.drawn, s.woken)
		}
	})
}

// What is due on many terminals at once is drawn on one after the other, and on none much later.
func TestTerminalsAreStaggered(t *testing.T) {
	var all stagger
	seen := make(map[time.Duration]int)
	for range 3 * staggers {
		late := all.next()
		if late < 0 || late >= 70*time.Millisecond {
			t.Errorf("one is late by %v", late)
		}
		seen[late]++
	}
	if len(seen) != staggers || seen[0] != 3 {
		t.Errorf("they are late by %v", seen)
	}
}
