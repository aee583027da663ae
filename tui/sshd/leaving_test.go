package sshd_test

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"convene/tui/sshd"
	"convene/tui/sshd/sshtest"
)

const sorry = "Something broke here"

func TestTheWallIsAScreenWithoutAKeyboard(t *testing.T) {
	_, server, address := open(t, func(c *sshd.Config) { c.IdleAfter = 100 * time.Millisecond })
	wall := sshtest.Dial(t, address, "hall").Terminal(sshtest.Window{Command: "wall"})
	wall.See("wall=true")
	if err := wall.CloseKeys(); err != nil {
		t.Fatal(err)
	}
	ann := sshtest.Dial(t, address, "ann").Terminal()
	ann.See("You have not pressed a key for a long time")
	ann.See("come back, ann")
	if status := ann.Left(); status != 0 || ann.InFullScreen() {
		t.Errorf("the idle left with status %d, full screen %v", status, ann.InFullScreen())
	}
	eventually(t, "the end of the visit", func() bool { return server.Sessions() == 1 })
	wall.Resize(60, 20)
	wall.See("then 60x20")
}

func TestTheServerClosesCleanly(t *testing.T) {
	_, server, address := open(t)
	visitors := []*sshtest.Terminal{
		sshtest.Dial(t, address, "ann").Terminal(), sshtest.Dial(t, address, "bob").Terminal(),
	}
	for _, term := range visitors {
		term.See("guest")
	}
	ctx, cancel := context.WithTimeout(t.Context(), sshtest.Patience)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		t.Fatal(err)
	}
	for _, term := range visitors {
		if status := term.Left(); status != 0 {
			t.Errorf("left with status %d", status)
		}
		if term.InFullScreen() || !strings.HasPrefix(term.Text(), "The server is closing.") {
			t.Errorf("left on\n%s", term.Text())
		}
	}
	if c, err := sshtest.TryDial(address, "eve"); err == nil {
		_ = c.Close()
		t.Error("somebody got in afterwards")
	}
}

// The mouse is on from one key to the next, and off on every way out.
func TestTheMouseIsGivenBack(t *testing.T) {
	const on, off = "\x1b[?1002h\x1b[?1006h", "\x1b[?1006l\x1b[?1002l"
	_, server, address := open(t)
	mouse := func(name string) *sshtest.Terminal {
		t.Helper()
		term := sshtest.Dial(t, address, name).Terminal()
		term.See("guest " + name)
		term.Type("\x1b[<0;3;3M") // nothing listens
		term.Press("ctrl+e", "a")
		term.See("[a]")
		term.Type("\x1b[<0;12;3M")
		term.See("[click 11,2]")
		return term
	}
	for name, leave := range map[string]func(*sshtest.Terminal){
		"leaves":   func(term *sshtest.Terminal) { term.Press("ctrl+c") },
		"panics":   func(term *sshtest.Terminal) { term.Press("ctrl+p") },
		"draws":    func(term *sshtest.Terminal) { term.Press("ctrl+y", "a") },
		"switches": func(term *sshtest.Terminal) { term.Press("ctrl+e", "ctrl+c") },
		"closes":   func(term *sshtest.Terminal) { _ = term.CloseKeys() },
		"is sent away": func(*sshtest.Terminal) {
			ctx, cancel := context.WithTimeout(t.Context(), sshtest.Patience)
			defer cancel()
			if err := server.Shutdown(ctx); err != nil {
				t.Error(err)
			}
		},
	} {
		if name == "is sent away" {
			defer func() {
				term := mouse("late")
				leave(term)
				term.Left()
				givenBack(t, name, string(term.Bytes()), on, off)
			}()
			continue
		}
		term := mouse("ann")
		leave(term)
		term.Left()
		givenBack(t, name, string(term.Bytes()), on, off)
	}
}

// givenBack checks that a terminal was told once to report its mouse, and once not to, before it left the full screen.
func givenBack(t *testing.T, name, said, on, off string) {
	t.Helper()
	_, after, _ := strings.Cut(said, on)
	if strings.Count(said, on) != 1 || strings.Count(after, off) != 1 {
		t.Errorf("who %s: the mouse goes on %d times, then off %d times", name, strings.Count(said, on), strings.Count(after, off))
	}
	if strings.Index(after, off) > strings.Index(after, "\x1b[?1049l") {
		t.Errorf("who %s: the mouse goes off after the full screen", name)
	}
}

// Who doesn't read can't be told, and must not keep the others from being told.
func TestTheServerClosesOnAStalledReader(t *testing.T) {
	h, server, address := open(t)
	stalled := openChannel(t, sshtest.Dial(t, address, "stalled"))
	ask(t, stalled, "pty-req", pty(400, 150))
	ask(t, stalled, "shell", nil)
	ann := sshtest.Dial(t, address, "ann").Terminal()
	ann.See("guest ann")
	for i := range 60 { // twice what fits on the way
		h.fill(fmt.Sprintf("%d ", i))
		ann.See(fmt.Sprintf("fill %d end", i))
	}
	ctx, cancel := context.WithTimeout(t.Context(), sshtest.Patience)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		t.Fatal(err)
	}
	if status := ann.Left(); status != 0 || ann.InFullScreen() {
		t.Errorf("left with status %d, full screen %v", status, ann.InFullScreen())
	}
}

// A verb's context ends when the server closes.
func TestAVerbEndsWithTheServer(t *testing.T) {
	h, server, address := open(t)
	begun := make(chan struct{})
	h.verb = func(ctx context.Context, _ []string, stdout, _ io.Writer) int {
		close(begun)
		<-ctx.Done()
		_, _ = io.WriteString(stdout, "stopped")
		return 3
	}
	left := make(chan int, 1)
	client := sshtest.Dial(t, address, "ann")
	go func() {
		_, _, status := client.Exec("canvas")
		left <- status
	}()
	<-begun
	ctx, cancel := context.WithTimeout(t.Context(), sshtest.Patience)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		t.Fatal(err)
	}
	if status := <-left; status != 3 {
		t.Errorf("ended with status %d", status)
	}
}

func TestAPanicEndsOneVisitAndNotTheServer(t *testing.T) {
	h, server, address := open(t)
	bob := sshtest.Dial(t, address, "bob").Terminal()
	bob.See("guest bob")
	for _, key := range []string{"ctrl+p", "ctrl+o", "ctrl+y", "ctrl+k"} {
		ann := sshtest.Dial(t, address, "ann").Terminal()
		ann.See("guest ann")
		ann.Press(key)
		ann.See(sorry)
		if status := ann.Left(); status != 1 || ann.InFullScreen() {
			t.Errorf("%s: left with status %d, full screen %v", key, status, ann.InFullScreen())
		}
	}
	eventually(t, "the end of four visits", func() bool { return server.Sessions() == 1 && h.count(&h.closed) == 4 })
	bob.Type("still here")
	bob.See("[still here]")
}

func TestAPanicOfTheHostEndsOneVisit(t *testing.T) {
	h, server, address := open(t)
	h.panics = "Screen"
	term := sshtest.Dial(t, address, "ann").Terminal()
	term.See(sorry)
	if status := term.Left(); status != 1 {
		t.Errorf("left with status %d", status)
	}
	h.verb = func(context.Context, []string, io.Writer, io.Writer) int { panic("in a verb") }
	if _, errs, status := sshtest.Dial(t, address, "ann").Exec("canvas"); !strings.Contains(errs, sorry) || status != 1 {
		t.Errorf("a verb: %q, status %d", errs, status)
	}
	for _, where := range []string{"Farewell", "Close"} {
		h.panics = where
		term := sshtest.Dial(t, address, "ann").Terminal()
		term.See("guest ann")
		term.Press("ctrl+c")
		term.Left()
		if term.InFullScreen() {
			t.Errorf("a panic in %s leaves the terminal dirty", where)
		}
	}
	eventually(t, "the end of all visits", func() bool { return server.Sessions() == 0 })
	if n := h.count(&h.closed); n != 2 {
		t.Errorf("%d of 2 screens were closed", n)
	}
}

func TestTheBellRingsWhenAScreenWantsIt(t *testing.T) {
	_, _, address := open(t)
	term := sshtest.Dial(t, address, "ann").Terminal()
	term.See("guest ann")
	term.Press("ctrl+g", "x")
	term.See("[x]")
	if n := term.Bells(); n != 1 {
		t.Errorf("it rang %d times", n)
	}
}

// Suspending is for programs in a shell; here it would stop the server.
func TestNobodyCanSuspend(t *testing.T) {
	_, _, address := open(t)
	term := sshtest.Dial(t, address, "ann").Terminal()
	term.See("guest ann")
	term.Press("ctrl+z", "x")
	term.See("[x]")
}

func TestARepaintBringsEverythingBack(t *testing.T) {
	_, _, address := open(t)
	term := sshtest.Dial(t, address, "ann").Terminal()
	term.See("guest ann")
	term.Garble("\x1b[2J\x1b[5;5Hgarbled")
	term.See("garbled")
	term.Press("ctrl+l")
	term.Gone("garbled")
	term.See("guest ann")
}

func TestAllColoursFitTheTerminal(t *testing.T) {
	_, _, address := open(t)
	for kind, want := range map[string]string{
		"xterm-256color": "\x1b[1;38;5;196mterm", "xterm": "\x1b[1;91mterm",
		"vt100": "\x1b[1mterm", "xterm-kitty": "\x1b[1;38;2;255;0;0mterm",
	} {
		term := sshtest.Dial(t, address, "ann").Terminal(sshtest.Window{Term: kind})
		term.See("term " + kind)
		if got := string(term.Bytes()); !strings.Contains(got, want) {
			t.Errorf("%s: %q does not contain %q", kind, got, want)
		}
	}
}
