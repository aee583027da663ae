//go:build unix

package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// patience is how long a terminal waits for a screen before the test fails. It only bounds failures.
const patience = 20 * time.Second

// terminal is a real pseudo-terminal with the real program in it, and an emulator that shows what a person would see.
type terminal struct {
	t      *testing.T
	folder string // where the program runs
	kept   string // from the screen, to be compared with
	width  int
	height int

	process *exec.Cmd
	keys    *os.File
	exited  chan struct{}

	mu      sync.Mutex
	screen  *vt.Emulator
	changed *sync.Cond
}

func newTerminal(t *testing.T, width, height int) *terminal {
	term := &terminal{t: t, width: width, height: height}
	term.changed = sync.NewCond(&term.mu)
	t.Cleanup(term.kill)
	return term
}

// start runs the program in the terminal, on a fresh screen.
func (term *terminal) start(args ...string) {
	term.t.Helper()
	cmd := exec.Command("convene", args...)
	cmd.Dir = term.folder
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8")
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: uint16(term.height), Cols: uint16(term.width)})
	if err != nil {
		term.t.Fatalf("start convene: %v", err)
	}
	term.process, term.keys, term.exited = cmd, f, make(chan struct{})
	screen := vt.NewEmulator(term.width, term.height)
	term.mu.Lock()
	term.screen = screen
	term.mu.Unlock()
	answered := make(chan struct{})
	go func() {
		defer close(answered)
		_, _ = io.Copy(f, screen) // what a terminal answers when it is asked something
	}()
	exited := term.exited
	go func() {
		term.show(f, screen)
		_ = cmd.Wait()
		if answers, ok := screen.InputPipe().(io.Closer); ok {
			_ = answers.Close()
			<-answered
		}
		close(exited)
		term.changed.Broadcast()
	}()
}

// show writes what the program says onto the screen until it has nothing more to say.
func (term *terminal) show(from io.Reader, screen *vt.Emulator) {
	buf := make([]byte, 32<<10)
	for {
		n, err := from.Read(buf)
		term.mu.Lock()
		_, _ = screen.Write(buf[:n])
		term.mu.Unlock()
		term.changed.Broadcast()
		if err != nil {
			return
		}
	}
}

// kill ends the program as a power cut would.
func (term *terminal) kill() {
	if term.process == nil {
		return
	}
	_ = term.process.Process.Kill()
	<-term.exited
	_ = term.keys.Close()
	term.process = nil
}

// left waits until the program has ended by itself, and returns its exit status.
func (term *terminal) left() int {
	term.t.Helper()
	select {
	case <-term.exited:
	case <-time.After(patience):
		term.t.Fatalf("the program is still running:\n%s", term.text())
	}
	return term.process.ProcessState.ExitCode()
}

// resize changes the window's size.
func (term *terminal) resize(width, height int) {
	term.t.Helper()
	term.width, term.height = width, height
	term.mu.Lock()
	term.screen.Resize(width, height)
	term.mu.Unlock()
	if err := pty.Setsize(term.keys, &pty.Winsize{Rows: uint16(height), Cols: uint16(width)}); err != nil {
		term.t.Fatalf("resize: %v", err)
	}
}

// keyBytes are what a terminal sends for the keys that have names.
var keyBytes = map[string]string{
	"enter": "\r", "esc": "\x1b", "space": " ", "tab": "\t", "backspace": "\x7f",
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "pgup": "\x1b[5~", "pgdn": "\x1b[6~",
	"ctrl+c": "\x03", "ctrl+d": "\x04", "ctrl+t": "\x14",
}

// press sends keys, by name or as themselves.
func (term *terminal) press(keys ...string) {
	term.t.Helper()
	for _, k := range keys {
		b, named := keyBytes[k]
		if !named {
			b = k
		}
		term.send(b)
	}
}

// paste sends text as a terminal in bracketed-paste mode does.
func (term *terminal) paste(text string) { term.send("\x1b[200~" + text + "\x1b[201~") }

func (term *terminal) send(bytes string) {
	term.t.Helper()
	if _, err := io.WriteString(term.keys, bytes); err != nil {
		term.t.Fatalf("type %q: %v", bytes, err)
	}
}

// text is what stands on the screen, without colours.
func (term *terminal) text() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.plain()
}

func (term *terminal) plain() string {
	var b bytes.Buffer
	for y := range term.screen.Height() {
		for x := 0; x < term.screen.Width(); {
			c := term.screen.CellAt(x, y)
			if c == nil || c.Content == "" {
				b.WriteByte(' ')
				x++
				continue
			}
			b.WriteString(c.Content)
			x += max(1, c.Width)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// see waits until the screen shows a text.
func (term *terminal) see(want string) {
	term.t.Helper()
	term.until(want, func(s string) bool { return strings.Contains(s, want) })
}

// keep waits for something on the screen that matches, and remembers it.
func (term *terminal) keep(pattern *regexp.Regexp) {
	term.t.Helper()
	term.until(pattern.String(), func(s string) bool {
		term.kept = pattern.FindString(s)
		return term.kept != ""
	})
}

// gone waits until the screen no longer shows a text.
func (term *terminal) gone(what string) {
	term.t.Helper()
	term.until("no "+what, func(s string) bool { return !strings.Contains(s, what) })
}

// until waits for a screen that satisfies a condition. It looks again whenever something was written.
func (term *terminal) until(what string, ok func(screen string) bool) {
	term.t.Helper()
	term.mu.Lock()
	defer term.mu.Unlock()
	expired := false
	late := time.AfterFunc(patience, func() {
		term.mu.Lock()
		defer term.mu.Unlock()
		expired = true
		term.changed.Broadcast()
	})
	defer late.Stop()
	for !ok(term.plain()) {
		if expired {
			term.t.Fatalf("waited in vain for %s on\n%s", what, term.plain())
		}
		term.changed.Wait()
	}
}
