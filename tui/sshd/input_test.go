package sshd

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/time/rate"
)

// typist types at an input and keeps what the program is told.
type typist struct {
	keys    io.WriteCloser
	resized chan struct{}
	stop    func()

	mu    sync.Mutex // the clock of a bubble orders nothing for the race detector
	told  []string
	sizes int // how many were told
	left  int
}

func (ty *typist) hear(msg tea.Msg) {
	ty.mu.Lock()
	defer ty.mu.Unlock()
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		ty.told = append(ty.told, msg.String())
	case tea.MouseMsg:
		at := msg.Mouse()
		ty.told = append(ty.told, fmt.Sprintf("%s@%d,%d", msg, at.X, at.Y))
	case tea.PasteMsg:
		ty.told = append(ty.told, "<"+msg.Content+">")
	case tea.WindowSizeMsg:
		ty.sizes++
	case tea.QuitMsg:
		ty.left++
	}
}

// heard is what the program was told since it was asked last.
func (ty *typist) heard() []string {
	ty.mu.Lock()
	defer ty.mu.Unlock()
	told := ty.told
	ty.told = nil
	return told
}

// count reads one of the typist's numbers.
func (ty *typist) count(n *int) int {
	ty.mu.Lock()
	defer ty.mu.Unlock()
	return *n
}

// newTypist starts an input in a bubble.
func newTypist(t *testing.T, i *idle) *typist {
	limit := newEventLimit()
	return newTypistOf(t, i, func() *rate.Limiter { return limit })
}

// newTypistOf is another terminal of a person who has a limit.
func newTypistOf(t *testing.T, i *idle, keys func() *rate.Limiter) *typist {
	ty := &typist{}
	ty.sit(t, ty.hear, i, keys)
	return ty
}

// newTypistTo is a typist at a program.
func newTypistTo(t *testing.T, send func(tea.Msg), keys func() *rate.Limiter) *typist {
	ty := &typist{}
	ty.sit(t, send, nil, keys)
	return ty
}

// sit gives the typist a keyboard.
func (ty *typist) sit(t *testing.T, send func(tea.Msg), i *idle, keys func() *rate.Limiter) {
	ctx, cancel := context.WithCancel(t.Context())
	from, to := io.Pipe()
	ty.keys, ty.resized = to, make(chan struct{}, 1)
	in := newInput(from, func() size { return size{80, 24} }, ty.resized, send, func() { ty.hear(tea.QuitMsg{}) }, i, keys)
	var both sync.WaitGroup
	both.Go(func() { in.receive(ctx) })
	both.Go(func() { in.tell(ctx) })
	ty.stop = func() {
		cancel()
		_ = to.Close()
		both.Wait()
	}
	t.Cleanup(ty.stop)
}

// types types and waits until everything has been understood.
func (ty *typist) types(t *testing.T, s string) []string {
	t.Helper()
	ty.heard()
	ty.sends(t, s)
	pause(time.Second)
	return ty.heard()
}

// sends types, and waits for no more than what happens at once.
func (ty *typist) sends(t *testing.T, s string) {
	t.Helper()
	if _, err := io.WriteString(ty.keys, s); err != nil {
		t.Fatal(err)
	}
	synctest.Wait()
}

func TestKeysAreUnderstood(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ty := newTypist(t, nil)
		for in, want := range map[string]string{
			"aB ":                     "a B space",
			"é每":                      "é 每",
			"\r\t\x7f\x03\x1b":        "enter tab backspace ctrl+c esc",
			"\x1b[A\x1bOB\x1b[1;5C":   "up down ctrl+right",
			"\x1b[5~\x1b[H\x1b[4~":    "pgup home end",
			"\x1b[Z\x1bx\x1b\x1b[A":   "shift+tab alt+x alt+up",
			"\x1b[11~\x1bOP\x1b[[Ax":  "f1 f1 x",
			"\x1b[200~a\rb\x1b[201~":  "<a\rb>",
			"\x1b[?1;2c\x1b[24;80R":   "", // answers to questions
			"\x1b]11;rgb:0/0/0\x1b\\": "",
			"\x1b[I\x1b[O":            "", // the focus
			"\x1b[97;1:3u":            "", // a key that is released
			"\x1b\x1b":                "esc esc",
		} {
			if got := strings.Join(ty.types(t, in), " "); got != want {
				t.Errorf("%q was understood as %q, want %q", in, got, want)
			}
		}
	})
}

func TestWhatIsPastedTooFastIsDropped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ty := newTypist(t, nil)
		page := "\x1b[200~" + strings.Repeat("p", maxPaste) + "\x1b[201~"
		if got := ty.types(t, strings.Repeat(page, 10)); len(got) != inputBurst/maxPaste {
			t.Errorf("%d pages of ten came through", len(got))
		}
		if got := ty.types(t, "\x1b[A"); !slices.Equal(got, []string{"up"}) {
			t.Errorf("a second later a key is understood as %q", got)
		}
		ty.types(t, "\x1b[200~"+strings.Repeat("p", 1<<20))
		if got := ty.types(t, "\x1b[201~a"); len(got) != 1 || got[0] != "a" {
			t.Errorf("behind a paste that came too soon: %d pieces", len(got)) // its 16 KB don't fit in a second
		}
	})
}

func TestNobodyStaysWhoCantType(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ty := newTypist(t, nil)
		ty.types(t, "a")
		if ty.count(&ty.left) != 0 {
			t.Fatal("left too early")
		}
		_ = ty.keys.Close()
		synctest.Wait()
		if n := ty.count(&ty.left); n != 1 {
			t.Errorf("asked to leave %d times", n)
		}
	})
}
