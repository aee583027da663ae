package sshd

import (
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// watchedTerminal is an emulator that tells the test when a line does more than to be shown.
type watchedTerminal struct {
	t      *testing.T
	screen *vt.Emulator
	armed  bool
}

func newWatchedTerminal(t *testing.T, width, height int) *watchedTerminal {
	w := &watchedTerminal{t: t, screen: vt.NewEmulator(width, height)}
	w.screen.SetCallbacks(vt.Callbacks{
		Bell:             func() { w.noticed("the bell") },
		Title:            func(string) { w.noticed("the title") },
		IconName:         func(string) { w.noticed("the icon") },
		AltScreen:        func(bool) { w.noticed("the alternate screen") },
		CursorVisibility: func(bool) { w.noticed("the cursor") },
		WorkingDirectory: func(string) { w.noticed("the directory") },
		EnableMode:       func(ansi.Mode) { w.noticed("a mode") },
		DisableMode:      func(ansi.Mode) { w.noticed("a mode") },
	})
	answers := make(chan struct{})
	go func() {
		defer close(answers)
		said, _ := io.ReadAll(w.screen)
		if len(said) > 0 {
			t.Errorf("the terminal was asked something, and answered %q", said)
		}
	}()
	t.Cleanup(func() {
		_ = w.screen.InputPipe().(io.Closer).Close()
		<-answers
	})
	return w
}

func (w *watchedTerminal) noticed(what string) {
	if w.armed {
		w.t.Errorf("%s changed", what)
	}
}

func (w *watchedTerminal) write(s string) {
	if _, err := w.screen.WriteString(s); err != nil {
		w.t.Fatal(err)
	}
}

func (w *watchedTerminal) lines() []string {
	lines := make([]string, w.screen.Height())
	for y := range lines {
		var b strings.Builder
		for x := range w.screen.Width() {
			if c := w.screen.CellAt(x, y); c != nil {
				b.WriteString(c.Content)
				b.WriteString(c.Style.String())
			}
		}
		lines[y] = b.String()
	}
	return lines
}
