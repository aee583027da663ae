package sshd

import (
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
)

// warningMsg rings the bell: an idle person will be sent away soon.
type warningMsg struct{}

// model is a Screen, and what the server does with some messages before it sees them. A panic of the Screen ends the visit and
// nothing else. All of it belongs to the loop's goroutine.
type model struct {
	screen Screen
	wakes  waking                   // the Screen, if it can be woken
	rings  ringing                  // the Screen, if it can ring
	points pointing                 // the Screen, if it can want the mouse
	window *atomic.Pointer[size]    // the newest
	broke  func(what string, r any) // is told of a panic, which ends the program
	broken bool
	size   size
	forget bool
	warn   bool
}

func newModel(s Screen, window *atomic.Pointer[size], broke func(what string, panicked any)) *model {
	m := &model{window: window, broke: broke, size: *window.Load()}
	m.show(s)
	return m
}

// show makes it that Screen from now on. What it can do is looked up once, and not at every picture.
func (m *model) show(s Screen) {
	m.screen = s
	m.wakes, _ = s.(waking)
	m.rings, _ = s.(ringing)
	m.points, _ = s.(pointing)
}

// guarded calls the Screen. After its panic nothing calls it any more.
func (m *model) guarded(call func() tea.Cmd) (cmd tea.Cmd) {
	if m.broken {
		return nil
	}
	defer func() {
		if r := recover(); r != nil {
			m.broken = true
			m.broke("screen", r)
			cmd = nil
		}
	}()
	return call()
}

// take is a message's way to the Screen.
func (m *model) take(msg tea.Msg) tea.Cmd {
	switch key := msg.(type) {
	case warningMsg:
		m.warn = true
		return nil
	case tea.SuspendMsg: // a Screen can't stop the whole server as one stops a program in a shell
		return nil
	case tea.KeyPressMsg:
		if key.String() == "ctrl+l" {
			m.forget = true
			return nil
		}
	case tea.MouseMsg:
		if !m.mouse() {
			return nil // it was on its way, or nobody has asked for it
		}
	case tea.WindowSizeMsg:
		m.size = *m.window.Load()
		msg = tea.WindowSizeMsg{Width: m.size.width, Height: m.size.height}
		m.forget = true
	}
	return m.guarded(func() tea.Cmd {
		next, cmd := m.screen.Update(msg)
		if s, ok := next.(Screen); ok && s != m.screen {
			m.show(s)
		}
		return cmd
	})
}

// awaits is what wakes the Screen: something that comes, and a moment. Neither may be.
func (m *model) awaits() (news <-chan struct{}, due time.Time) {
	if m.wakes == nil || m.broken {
		return nil, time.Time{}
	}
	return m.wakes.Awaits()
}

// wake tells a Screen that can be woken that there is news, or that its moment has come.
func (m *model) wake(news bool) tea.Cmd {
	return m.guarded(func() tea.Cmd { return m.wakes.Wake(news) })
}

// picture is everything that has led to something so far; false when the Screen is broken.
func (m *model) picture() (f frame, ok bool) {
	m.guarded(func() tea.Cmd {
		f = frame{lines: m.screen.Lines(), size: m.size, forget: m.forget, bell: m.warn, mouse: m.mouse()}
		if m.rings != nil && m.rings.Bell() {
			f.bell = true
		}
		return nil
	})
	m.forget, m.warn = false, false
	return f, !m.broken
}

// mouse says whether the Screen wants to know what the mouse does.
func (m *model) mouse() bool { return m.points != nil && m.points.Mouse() }
