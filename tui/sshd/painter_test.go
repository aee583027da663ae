package sshd

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// slate is a Screen that shows the last message and counts how often it was drawn.
type slate struct {
	shown string
	drawn int
	keys  []string
	size  tea.WindowSizeMsg
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

// studio is a painter at work on a slate.
type studio struct {
	slate *slate
	model *model
	out   *script
	msgs  chan tea.Msg
	stop  func()
}

// newStudio starts a painter and a loop such as Bubble Tea's, in a bubble.
func newStudio(t *testing.T) *studio {
	ctx, cancel := context.WithCancel(t.Context())
	s := &studio{slate: &slate{}, out: &script{began: time.Now()}, msgs: make(chan tea.Msg)}
	var window atomic.Pointer[size]
	window.Store(&size{20, 4})
	s.model = newModel(s.slate, &window, func(_ string, r any) { panic(r) })
	p := newPainter(s.out, colorprofile.TrueColor, s.model, func() {
		select {
		case s.msgs <- pictureMsg{}:
		case <-ctx.Done():
		}
	})
	var both sync.WaitGroup
	both.Go(func() { p.run(ctx) })
	both.Go(func() {
		s.model.Init()
		for {
			select {
			case m := <-s.msgs:
				s.model.Update(m)
			case <-ctx.Done():
				return
			}
		}
	})
	s.stop = func() {
		cancel()
		both.Wait()
	}
	t.Cleanup(s.stop)
	return s
}

func TestABurstCostsOnePicture(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newStudio(t)
		pause(time.Second)
		drawn, written := s.slate.drawn, len(s.out.writes)
		for _, m := range strings.Fields("one two three four five six seven") {
			s.msgs <- m
		}
		pause(time.Second)
		if got := s.slate.drawn - drawn; got != 1 {
			t.Errorf("seven messages in a burst cost %d pictures", got)
		}
		if got := s.out.writes[written:]; len(got) != 1 || got[0] != "\x1b[2Hseven\x1b[m\x1b[K" {
			t.Errorf("written: %q", got)
		}
	})
}

func TestAKeyAfterQuietIsEchoedAtOnceAndTheNextInItsTurn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newStudio(t)
		pause(time.Second)
		written, pressed := len(s.out.writes), time.Since(s.out.began)
		s.msgs <- "a"
		pause(gathering)
		s.msgs <- "b"
		pause(time.Second)
		times := s.out.times[written:]
		if len(times) != 2 || times[0] != pressed+gathering || times[1] != times[0]+frameTime {
			t.Errorf("pressed at %v, written at %v", pressed, times)
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
		if got := s.slate.drawn - drawn; got > 31 {
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
		s.msgs <- "one"
		pause(time.Second)
		written := len(s.out.writes)
		s.msgs <- "two"
		pause(time.Second)
		if len(s.out.writes) != written {
			t.Error("it writes to a terminal that has gone")
		}
	})
}

func TestNoScreenStopsTheServer(t *testing.T) {
	if got := staying(nil, tea.SuspendMsg{}); got != nil {
		t.Errorf("suspending became %v", got)
	}
	if got := staying(nil, "x"); got != "x" {
		t.Errorf("another message became %v", got)
	}
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
