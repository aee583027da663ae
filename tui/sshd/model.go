package sshd

import (
	"sync/atomic"

	tea "charm.land/bubbletea/v2"
)

type (
	// pictureMsg asks for the picture as it is now. The painter sends it.
	pictureMsg struct{}
	// warningMsg rings the bell: an idle person will be sent away soon.
	warningMsg struct{}
)

// model is a Screen as Bubble Tea runs it: it hands messages on and says that there may be something to paint. It draws
// nothing itself, so that a burst of messages costs one picture.
type model struct {
	screen Screen
	window *atomic.Pointer[size] // the newest
	dirty  chan struct{}         // one slot: the picture may have changed
	frames chan frame            // one slot: the painter asks for one at a time

	broke  func(what string, panicked any) // is told of a panic, which ends the program
	broken bool
	size   size
	forget bool
	warn   bool
}

func newModel(s Screen, window *atomic.Pointer[size], broke func(what string, panicked any)) *model {
	return &model{
		screen: s, window: window, broke: broke, size: *window.Load(),
		dirty: make(chan struct{}, 1), frames: make(chan frame, 1),
	}
}

func (m *model) Init() tea.Cmd {
	m.mark()
	return m.guarded(m.screen.Init())
}

// Update catches the panics of the Screen. Bubble Tea would as well, and print them as they are on this machine's standard
// error, where a panic could forge the log, or tell it what somebody types.
func (m *model) Update(msg tea.Msg) (next tea.Model, cmd tea.Cmd) {
	if m.broken {
		return m, nil
	}
	defer func() {
		if r := recover(); r != nil {
			m.broken = true
			m.broke("screen", r)
			next, cmd = m, nil
		}
	}()
	return m.update(msg)
}

// guarded is a Cmd whose panics are caught likewise, and those of the Cmds that it leads to. Of a sequence they are Bubble
// Tea's to catch, whose type for them nobody else can name.
func (m *model) guarded(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				m.broke("command", r)
				msg = nil
			}
		}()
		msg = cmd()
		if all, ok := msg.(tea.BatchMsg); ok {
			guarded := make(tea.BatchMsg, len(all))
			for i, one := range all {
				guarded[i] = m.guarded(one)
			}
			msg = guarded
		}
		return msg
	}
}

func (m *model) update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch key := msg.(type) {
	case pictureMsg:
		m.frames <- m.picture()
		return m, nil
	case warningMsg:
		m.warn = true
		m.mark()
		return m, nil
	case tea.KeyPressMsg:
		if key.String() == "ctrl+l" {
			m.forget = true
			m.mark()
			return m, nil
		}
	case tea.MouseMsg:
		if !m.mouse() {
			return m, nil // it was on its way, or nobody has asked for it
		}
	case tea.WindowSizeMsg:
		// Bubble Tea sends the first size from a goroutine, so that it may come after a newer one.
		m.size = *m.window.Load()
		msg = tea.WindowSizeMsg{Width: m.size.width, Height: m.size.height}
		m.forget = true
	}
	next, cmd := m.screen.Update(msg)
	if s, ok := next.(Screen); ok {
		m.screen = s
	}
	m.mark()
	return m, m.guarded(cmd)
}

// View is called after every message, and there is no renderer to show it.
func (m *model) View() tea.View { return tea.View{} }

// mark wakes the painter, if it isn't awake.
func (m *model) mark() {
	select {
	case m.dirty <- struct{}{}:
	default:
	}
}

// picture is everything that the messages so far have led to, and so takes back the mark that they have left.
func (m *model) picture() frame {
	select {
	case <-m.dirty:
	default:
	}
	f := frame{lines: m.screen.Lines(), size: m.size, forget: m.forget, bell: m.warn, mouse: m.mouse()}
	if b, ok := m.screen.(interface{ Bell() bool }); ok && b.Bell() {
		f.bell = true
	}
	m.forget, m.warn = false, false
	return f
}

// mouse says whether the Screen wants to know what the mouse does.
func (m *model) mouse() bool {
	s, ok := m.screen.(interface{ Mouse() bool })
	return ok && s.Mouse()
}

// staying keeps a Screen from stopping the whole server as one stops a program in a shell.
func staying(_ tea.Model, msg tea.Msg) tea.Msg {
	if _, ok := msg.(tea.SuspendMsg); ok {
		return nil
	}
	return msg
}
