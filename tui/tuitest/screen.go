package tuitest

import (
	"bytes"
	"errors"
	"image/color"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
)

// Patience is how long something may take before a test fails. It only bounds failures.
const Patience = 20 * time.Second

// Screen is an emulated terminal's: what is written to it is shown as a person would see it. It is safe for concurrent
// use.
type Screen struct {
	t testing.TB

	mu       sync.Mutex
	changed  *sync.Cond
	emulator *vt.Emulator
	bytes    []byte
	bells    int
	closed   bool
}

// NewScreen is an empty one of so many cells and lines.
func NewScreen(t testing.TB, width, height int) *Screen {
	s := &Screen{t: t, emulator: vt.NewEmulator(width, height)}
	s.changed = sync.NewCond(&s.mu)
	s.emulator.SetCallbacks(vt.Callbacks{Bell: func() { s.bells++ }})
	return s
}

// Write shows what a program says.
func (s *Screen) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	defer s.changed.Broadcast()
	s.bytes = append(s.bytes, b...)
	return s.emulator.Write(b)
}

// Answer writes to the program what a terminal answers when it is asked something, until the screen is closed. It must be
// running whenever something is written to the screen, which waits for it.
func (s *Screen) Answer(to io.Writer) { _, _ = io.Copy(to, s.emulator) }

// Close ends Answer, and Await.
func (s *Screen) Close() error {
	s.mu.Lock()
	s.closed = true
	s.changed.Broadcast()
	s.mu.Unlock()
	if answers, ok := s.emulator.InputPipe().(io.Closer); ok {
		return answers.Close()
	}
	return errors.New("close screen: the emulator has no end")
}

// Resize changes the size. What stands on the screen is kept as far as it fits.
func (s *Screen) Resize(width, height int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.emulator.Resize(width, height)
}

// Paper is the colour behind everything, which a program that asks is told. It is black without.
func (s *Screen) Paper(c color.Color) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.emulator.SetDefaultBackgroundColor(c)
}

// Text is what stands on the screen, line by line, without styles.
func (s *Screen) Text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text()
}

func (s *Screen) text() string {
	var b strings.Builder
	for y := range s.emulator.Height() {
		for x := 0; x < s.emulator.Width(); {
			c := s.emulator.CellAt(x, y)
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

// Bytes is everything that was ever written.
func (s *Screen) Bytes() []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	return bytes.Clone(s.bytes)
}

// Bells is how often the terminal has rung.
func (s *Screen) Bells() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.bells
}

// InFullScreen says whether the alternate screen is shown.
func (s *Screen) InFullScreen() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.emulator.IsAltScreen()
}

// See waits until a text is on the screen.
func (s *Screen) See(want string) {
	s.t.Helper()
	s.Until("the text "+want, func(text string) bool { return strings.Contains(text, want) })
}

// Gone waits until a text is no longer on the screen.
func (s *Screen) Gone(what string) {
	s.t.Helper()
	s.Until("an end of "+what, func(text string) bool { return !strings.Contains(text, what) })
}

// Until waits for a screen that satisfies a condition, and fails the test when none comes. It looks whenever something
// was written.
func (s *Screen) Until(what string, ok func(text string) bool) {
	s.t.Helper()
	if last, in := s.wait(ok, func() bool { return false }); !in {
		s.t.Fatalf("waited in vain for %s on\n%s", what, last)
	}
}

// Await waits for a screen that satisfies a condition, or until the screen is closed: then it returns false. It is for those who
// expect the program to be killed, and for any goroutine. When neither comes, it fails the test and returns false.
func (s *Screen) Await(what string, ok func(text string) bool) bool {
	closed := false
	last, in := s.wait(ok, func() bool { closed = s.closed; return closed })
	if !in && !closed {
		s.t.Errorf("waited in vain for %s on\n%s", what, last)
	}
	return in
}

// wait waits for a condition, for something that makes it vain to wait, or until Patience is over. It returns what the screen shows,
// and whether the condition holds.
func (s *Screen) wait(ok func(text string) bool, vain func() bool) (last string, in bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	expired := false
	late := time.AfterFunc(Patience, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		expired = true
		s.changed.Broadcast()
	})
	defer late.Stop()
	for {
		switch last = s.text(); {
		case ok(last):
			return last, true
		case expired, vain():
			return last, false
		}
		s.changed.Wait()
	}
}

// Line is what stands on one line, cell by cell; the empty cells behind a wide one are left out.
func (s *Screen) Line(y int) []Cell {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Cell
	for x := 0; x < s.emulator.Width(); {
		c := s.emulator.CellAt(x, y)
		if c == nil {
			out = append(out, Cell{X: x, Content: " ", Width: 1})
			x++
			continue
		}
		out = append(out, Cell{X: x, Content: c.Content, Width: max(1, c.Width), Style: c.Style})
		x += max(1, c.Width)
	}
	return out
}

// Cell is one place on a screen, or two for what is wide.
type Cell struct {
	X       int    // how many cells there are before it
	Content string // one grapheme; empty or a blank where nothing stands
	Width   int    // in cells
	Style   uv.Style
}
