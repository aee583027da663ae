package sshd

import (
	"bytes"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// What a terminal is told about its mouse. It reports buttons, the wheel, and motion while a button is pressed (1002), as
// sequences (1006) that can't be mistaken for text.
const (
	mouseOn  = "\x1b[?1002h\x1b[?1006h"
	mouseOff = "\x1b[?1006l\x1b[?1002l"
)

func mouseMode(on bool) string {
	if on {
		return mouseOn
	}
	return mouseOff
}

// isReport says whether a piece is a report of a mouse: ESC [ < and three numbers, up to M or m.
func isReport(b []byte) bool {
	inner, ok := bytes.CutPrefix(b, []byte("\x1b[<"))
	if !ok || len(inner) == 0 || inner[len(inner)-1] != 'M' && inner[len(inner)-1] != 'm' {
		return false
	}
	numbers := bytes.Split(inner[:len(inner)-1], []byte(";"))
	for _, n := range numbers {
		if len(n) == 0 || len(bytes.Trim(n, "0123456789")) > 0 {
			return false
		}
	}
	return len(numbers) == 3
}

// mouse tells a program about a mouse. Between two pictures one place of the pointer is as good as all: of those that come
// sooner the last is kept until its time has come, or until something more important makes it old.
type mouse struct {
	window func() size // where the pointer can be
	tell   func(tea.Msg)
	turn   *time.Timer         // of the place that is kept
	kept   *tea.MouseMotionMsg // nil when there is none
	moved  time.Time           // when a place was told last
}

func newMouse(window func() size, tell func(tea.Msg)) *mouse {
	m := &mouse{window: window, tell: tell, turn: time.NewTimer(0)}
	m.turn.Stop()
	return m
}

// take tells what a report says, or keeps it.
func (m *mouse) take(event uv.Event) {
	switch e := event.(type) {
	case uv.MouseMotionEvent:
		moved := tea.MouseMotionMsg(m.within(uv.Mouse(e)))
		if wait := frameTime - time.Since(m.moved); wait > 0 {
			m.keep(moved, wait)
			return
		}
		m.moved = time.Now()
		m.tell(moved)
	case uv.MouseClickEvent:
		m.forget()
		m.tell(tea.MouseClickMsg(m.within(uv.Mouse(e))))
	case uv.MouseReleaseEvent:
		m.forget()
		m.tell(tea.MouseReleaseMsg(m.within(uv.Mouse(e))))
	case uv.MouseWheelEvent:
		m.tell(tea.MouseWheelMsg(m.within(uv.Mouse(e))))
	}
}

// keep keeps a place until its time has come, and forgets the one before.
func (m *mouse) keep(moved tea.MouseMotionMsg, wait time.Duration) {
	if m.kept == nil {
		m.turn.Reset(wait)
	}
	m.kept = &moved
}

// next tells the place that was kept.
func (m *mouse) next() {
	if m.kept != nil {
		m.moved = time.Now()
		m.tell(*m.kept)
	}
	m.forget()
}

func (m *mouse) forget() {
	m.turn.Stop()
	m.kept = nil
}

// within is a report whose place is in the window, whatever it says.
func (m *mouse) within(at uv.Mouse) tea.Mouse {
	s := m.window()
	at.X, at.Y = max(0, min(at.X, s.width-1)), max(0, min(at.Y, s.height-1))
	return tea.Mouse(at)
}

// same says whether a turn of the wheel is the one before once more: behind a queue, one is as good as ten.
func same(a, b tea.Msg) bool {
	was, ok := a.(tea.MouseWheelMsg)
	is, also := b.(tea.MouseWheelMsg)
	return ok && also && was == is
}
