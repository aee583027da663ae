package tui

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// bodyX and bodyY are where the body begins on the screen, in cells and lines: behind the margin, below the header.
const bodyX, bodyY = 1, 3

// creepTime is how long a wall at whose edge something is dragged stands still before it scrolls on.
const creepTime = 100 * time.Millisecond

// minded is a screen that the mouse can do more with than turn its wheel.
type minded interface {
	// mouse answers the mouse. Places are counted from the body's upper left corner, and may be outside of it.
	mouse(st stage, msg tea.MouseMsg) action
	// creeps says whether something is dragged at an edge, so that the screen scrolls by itself; creep scrolls it.
	creeps() bool
	creep(st stage)
	// unhand ends what the mouse does: there is none any more.
	unhand()
}

// clickable is a dialog with a list, in which the first click on a row selects it and the second chooses it. Places are
// counted from the dialog's first line.
type clickable interface {
	click(st stage, x, y int) action
}

// Mouse says whether the terminal is to report its mouse.
func (a *App) Mouse() bool { return a.mouse }

// turnMouse turns the mouse on or off.
func (a *App) turnMouse() {
	if a.mouse = !a.mouse; a.mouse {
		a.say(say{text: "The mouse is on. Hold shift to select text.", tone: plainly})
		return
	}
	if s, ok := a.screen.(minded); ok {
		s.unhand()
	}
	a.say(say{text: "The mouse is off: your terminal selects text again.", tone: plainly})
}

// mouseKey is the key that turns the mouse on or off, with what it does now.
func (st stage) mouseKey() key.Binding {
	if st.mouse {
		return named(st.keys.mouse, "mouse off")
	}
	return named(st.keys.mouse, "mouse on")
}

// pointAt answers the mouse: in the front dialog, on a screen that minds it, and with its wheel wherever the arrows scroll.
func (a *App) pointAt(msg tea.MouseMsg) tea.Cmd {
	if !a.mouse || a.config.Wall || a.tooSmall() || a.curtain() {
		return nil
	}
	if _, pressed := msg.(tea.MouseClickMsg); pressed {
		a.toast = toast{}
	}
	st := a.stage()
	if _, moved := msg.(tea.MouseMotionMsg); !moved {
		a.lastKey, a.manners.asked = st.awake, false
	}
	at := msg.Mouse()
	if n := len(a.dialogs); n > 0 {
		if d, ok := a.dialogs[n-1].(clickable); ok && isClick(msg) {
			box := boxOver(a.height, a.dialogs[n-1].draw(st), a.width)
			return a.perform(d.click(st, at.X-box.x-boxSide, at.Y-box.y-1))
		}
		return a.wheel(st, at)
	}
	if s, ok := a.screen.(minded); ok {
		return a.perform(s.mouse(st, shifted(msg)))
	}
	return a.wheel(st, at)
}

// wheel turns the wheel where the arrows move or scroll, and do nothing else.
func (a *App) wheel(st stage, at tea.Mouse) tea.Cmd {
	k, ok := wheelKey(at)
	if !ok {
		return nil
	}
	switch u := a.front().(type) {
	case *helpDialog, *canvasDialog, *pickDialog, *intoDialog, *agendaDialog, *repairDialog, *settleDialog,
		*briefScreen, *canvasScreen, *alignScreen, *rollScreen, *ballotScreen, *electScreen, *rankScreen, *weighScreen,
		*acceptScreen, *nameScreen, *leaderScreen, *lobbyScreen:
		return a.perform(u.update(st, k))
	}
	return nil
}

// wheelKey is the arrow that the wheel stands for.
func wheelKey(at tea.Mouse) (tea.KeyPressMsg, bool) {
	switch at.Button {
	case tea.MouseWheelUp:
		return tea.KeyPressMsg{Code: tea.KeyUp}, true
	case tea.MouseWheelDown:
		return tea.KeyPressMsg{Code: tea.KeyDown}, true
	default:
		return tea.KeyPressMsg{}, false
	}
}

func isClick(msg tea.MouseMsg) bool {
	m, ok := msg.(tea.MouseClickMsg)
	return ok && m.Button == tea.MouseLeft
}

// shifted is the message with its place counted from the body's upper left corner.
func shifted(msg tea.MouseMsg) tea.MouseMsg {
	at := msg.Mouse()
	at.X, at.Y = at.X-bodyX, at.Y-bodyY
	switch msg.(type) {
	case tea.MouseClickMsg:
		return tea.MouseClickMsg(at)
	case tea.MouseReleaseMsg:
		return tea.MouseReleaseMsg(at)
	case tea.MouseWheelMsg:
		return tea.MouseWheelMsg(at)
	default:
		return tea.MouseMotionMsg(at)
	}
}

// creeps says whether the screen scrolls by itself, because something is dragged at its edge.
func (a *App) creeps() bool {
	s, ok := a.screen.(minded)
	return ok && a.mouse && len(a.dialogs) == 0 && !a.tooSmall() && s.creeps()
}

// creep scrolls it.
func (a *App) creep() {
	if s, ok := a.screen.(minded); ok && a.creeps() {
		s.creep(a.stage())
	}
}
