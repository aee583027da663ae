//go:build unix

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"testing"
	"time"
	_ "time/tzdata" // the program is this binary, and not every machine has the zones

	"github.com/creack/pty"

	"convene/tui/tuitest"
)

// terminal is a real pseudo-terminal with the real program in it, and an emulator that shows what a person would see.
type terminal struct {
	*tuitest.Screen // that of the program which was started last
	t               *testing.T
	folder          string // where the program runs
	kept            string // from the screen, to be compared with
	width           int
	height          int

	process *exec.Cmd
	keys    *os.File
	exited  chan struct{}
}

func newTerminal(t *testing.T, width, height int) *terminal {
	term := &terminal{t: t, width: width, height: height}
	t.Cleanup(term.kill)
	return term
}

// start runs a program in the terminal, on a fresh screen.
func (term *terminal) start(program string, args ...string) {
	term.t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = term.folder
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8", "TZ="+noonZone(time.Now()))
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: uint16(term.height), Cols: uint16(term.width)})
	if err != nil {
		term.t.Fatalf("start %s: %v", program, err)
	}
	term.process, term.keys, term.exited = cmd, f, make(chan struct{})
	screen := tuitest.NewScreen(term.t, term.width, term.height)
	term.Screen = screen
	answered := make(chan struct{})
	go func() {
		defer close(answered)
		screen.Answer(f)
	}()
	exited := term.exited
	go func() {
		_, _ = io.Copy(screen, f)
		_ = cmd.Wait()
		_ = screen.Close()
		<-answered
		close(exited)
	}()
}

// noonZone is a zone in which it is between noon and one o'clock now. The end of a workshop that lasts past midnight stands in
// the header with its day, which leaves less room for all else: what a test sees must not hang on the hour at which it runs.
func noonZone(now time.Time) string {
	return fmt.Sprintf("Etc/GMT%+d", now.UTC().Hour()-12) // whose sign is the other way round: GMT-2 is east
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

// hangUp closes the terminal's window on the program.
func (term *terminal) hangUp() {
	_ = term.keys.Close()
	<-term.exited
	term.process = nil
}

// left waits until the program has ended by itself, and returns its exit status.
func (term *terminal) left() int {
	term.t.Helper()
	select {
	case <-term.exited:
	case <-time.After(tuitest.Patience):
		term.t.Fatalf("the program is still running:\n%s", term.Text())
	}
	return term.process.ProcessState.ExitCode()
}

// resize changes the window's size.
func (term *terminal) resize(width, height int) {
	term.t.Helper()
	term.width, term.height = width, height
	term.Resize(width, height)
	if err := pty.Setsize(term.keys, &pty.Winsize{Rows: uint16(height), Cols: uint16(width)}); err != nil {
		term.t.Fatalf("resize: %v", err)
	}
}

// keyBytes are what a terminal sends for the keys that have names.
var keyBytes = map[string]string{
	"enter": "\r", "esc": "\x1b", "space": " ", "tab": "\t", "backspace": "\x7f",
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "pgup": "\x1b[5~", "pgdn": "\x1b[6~",
	"ctrl+c": "\x03", "ctrl+d": "\x04", "ctrl+p": "\x10", "ctrl+s": "\x13", "ctrl+t": "\x14",
	"shift+right": "\x1b[1;2C", "shift+left": "\x1b[1;2D", "home": "\x1b[H", "end": "\x1b[F",
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

// keep waits for something on the screen that matches, and remembers it.
func (term *terminal) keep(pattern *regexp.Regexp) {
	term.t.Helper()
	term.Until(pattern.String(), func(s string) bool {
		term.kept = pattern.FindString(s)
		return term.kept != ""
	})
}
