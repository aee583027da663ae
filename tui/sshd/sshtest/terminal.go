package sshtest

import (
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"convene/tui/tuitest"
)

// Window is what a terminal says of itself. The zero Window is an xterm-256color of 80×24 that opens a shell.
type Window struct {
	Width, Height int
	Term          string
	Env           map[string]string // what the server refuses is not set
	Command       string            // "wall"; empty for a shell
}

// Terminal is a terminal with the server's program in it.
type Terminal struct {
	*tuitest.Screen
	t       testing.TB
	session *ssh.Session
	keys    io.WriteCloser
	exited  chan struct{}
	err     error // of the session, once it has exited
}

// Terminal opens a terminal. At most one Window may be given.
func (c *Client) Terminal(window ...Window) *Terminal {
	c.t.Helper()
	w := Window{Width: 80, Height: 24, Term: "xterm-256color"}
	if len(window) > 0 {
		given := window[0]
		w.Env, w.Command = given.Env, given.Command
		if given.Width > 0 && given.Height > 0 {
			w.Width, w.Height = given.Width, given.Height
		}
		if given.Term != "" {
			w.Term = given.Term
		}
	}
	session, err := c.NewSession()
	if err != nil {
		c.t.Fatalf("open a channel: %v", err)
	}
	t := &Terminal{t: c.t, session: session, exited: make(chan struct{}), Screen: tuitest.NewScreen(c.t, w.Width, w.Height)}
	if err := t.open(w); err != nil {
		c.t.Fatalf("open a terminal: %v", err)
	}
	c.t.Cleanup(func() { _ = session.Close() })
	return t
}

// open asks for everything that belongs to a terminal.
func (t *Terminal) open(w Window) error {
	for k, v := range w.Env {
		_ = t.session.Setenv(k, v)
	}
	if err := t.session.RequestPty(w.Term, w.Height, w.Width, ssh.TerminalModes{}); err != nil {
		return err
	}
	keys, err := t.session.StdinPipe()
	if err != nil {
		return err
	}
	out, err := t.session.StdoutPipe()
	if err != nil {
		return err
	}
	t.keys, t.session.Stderr = keys, t.Screen
	if w.Command == "" {
		err = t.session.Shell()
	} else {
		err = t.session.Start(w.Command)
	}
	if err != nil {
		return err
	}
	answered := make(chan struct{})
	go func() {
		defer close(answered)
		t.Answer(keys)
	}()
	go func() {
		_, _ = io.Copy(t.Screen, out)
		t.err = t.session.Wait()
		_ = t.Screen.Close()
		<-answered
		close(t.exited)
	}()
	return nil
}

// named are the bytes that a terminal sends for keys that have a name.
func named(key string) (string, bool) {
	s, ok := map[string]string{
		"enter": "\r", "esc": "\x1b", "space": " ", "tab": "\t", "shift+tab": "\x1b[Z", "backspace": "\x7f",
		"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "pgup": "\x1b[5~", "pgdn": "\x1b[6~",
		"home": "\x1b[H", "end": "\x1b[F", "delete": "\x1b[3~",
	}[key]
	if letter, ctrl := strings.CutPrefix(key, "ctrl+"); ctrl && len(letter) == 1 {
		return string(letter[0] & 0x1f), true
	}
	return s, ok
}

// Press presses keys, by their names or as themselves: "enter", "ctrl+c", "a".
func (t *Terminal) Press(keys ...string) {
	t.t.Helper()
	for _, k := range keys {
		if b, ok := named(k); ok {
			k = b
		}
		t.Type(k)
	}
}

// Type sends bytes as they are.
func (t *Terminal) Type(s string) {
	t.t.Helper()
	if _, err := io.WriteString(t.keys, s); err != nil {
		t.t.Fatalf("type %.80q: %v", s, err)
	}
}

// TryType sends bytes to a server that may be gone, and says whether it could.
func (t *Terminal) TryType(s string) bool {
	_, err := io.WriteString(t.keys, s)
	return err == nil
}

// Paste pastes as a terminal in bracketed-paste mode does.
func (t *Terminal) Paste(s string) { t.t.Helper(); t.Type("\x1b[200~" + s + "\x1b[201~") }

// Resize changes the window's size. The server bounds it; the emulator takes it as it is, unless it is nonsense.
func (t *Terminal) Resize(width, height int) {
	t.t.Helper()
	if width > 0 && height > 0 && width < 1000 && height < 1000 {
		t.Screen.Resize(width, height)
	}
	if err := t.session.WindowChange(height, width); err != nil {
		t.t.Fatalf("resize: %v", err)
	}
}

// Left waits until the server has ended the visit, and returns the exit status; -1 when there was none, because the
// connection broke.
func (t *Terminal) Left() int {
	t.t.Helper()
	select {
	case <-t.exited:
	case <-time.After(tuitest.Patience):
		t.t.Fatalf("still here:\n%s", t.Text())
	}
	var exit *ssh.ExitError
	switch {
	case t.err == nil:
		return 0
	case errors.As(t.err, &exit):
		return exit.ExitStatus()
	default:
		return -1
	}
}

// CloseKeys says that no key will come any more.
func (t *Terminal) CloseKeys() error { return t.keys.Close() }

// Garble writes on the screen behind the server's back, as a neighbour's program does.
func (t *Terminal) Garble(s string) { _, _ = t.Screen.Write([]byte(s)) }

// Close closes the terminal's channel and keeps the connection, as OpenSSH's ControlMaster does.
func (t *Terminal) Close() { _ = t.session.Close() }
