package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"convene/tui/board"
	"convene/workshop"
)

// The mouse on the wall. What is dragged is carried as if by the arrows, and dropped as by them.
const (
	doubleClick = 400 * time.Millisecond // two clicks that are closer together are one double click
	wheelRows   = 3                      // by which one turn of the wheel scrolls
	creepRows   = 2                      // by which the wall scrolls while something is dragged at its edge
)

// boardHand is what the mouse is doing.
type boardHand struct {
	on    board.Ref // what was pressed on, until it is dragged or the button is released
	twice bool      // it was the second press at once
	drags bool      // what is carried hangs on the mouse
	x, y  int       // where the pointer is, from the wall's upper left corner

	last         board.Ref // what was clicked last
	lastX, lastY int
	when         time.Time
}

// aloft says whether what is carried hangs on the mouse.
func (s *boardScreen) aloft() bool { return s.hand.drags && s.carried.Somewhere() }

// unhand leaves what hangs on the mouse to the keys.
func (s *boardScreen) unhand() { s.hand = boardHand{} }

// mouse answers the mouse where the wall is shown. In the spotlight a click puts it out.
func (s *boardScreen) mouse(st stage, msg tea.MouseMsg) action {
	at := msg.Mouse()
	switch {
	case spotlit(st.view).Somewhere():
		if isClick(msg) && mayLight(st.view) {
			s.selected = spotlit(st.view)
			return send{command: workshop.PutSpotlight{}}
		}
		return nil
	case s.diagram(st.view):
		if k, ok := wheelKey(at); ok {
			s.reader.move(st.keys, k)
		}
		return nil
	case s.rows == 0:
		return nil // never drawn: there is nothing to point at
	}
	l := s.layout(st)
	l.Follow(s.seen, s.look(st), s.rows)
	s.hand.x, s.hand.y = at.X, at.Y-(st.height-s.rows)
	switch msg.(type) {
	case tea.MouseClickMsg:
		if at.Button == tea.MouseLeft {
			return s.pressOn(st, l)
		}
	case tea.MouseMotionMsg:
		return s.drag(st, l)
	case tea.MouseReleaseMsg:
		if at.Button == tea.MouseLeft || at.Button == tea.MouseNone { // some terminals don't say which
			return s.release(st)
		}
	case tea.MouseWheelMsg:
		s.roll(st, l, at.Button)
	}
	return nil
}

// pressOn selects what is under the pointer, and takes hold of it. A second press at once makes a double click when the
// button is released in its place. While something is carried already, it is where that goes.
func (s *boardScreen) pressOn(st stage, l board.Layout) action {
	if s.carried.Somewhere() {
		s.hand.drags = true
		s.aim(st, l)
		return nil
	}
	h := &s.hand
	on, ok := l.Hit(s.seen, h.x, h.y)
	twice := h.last.Somewhere() && st.awake.Sub(h.when) <= doubleClick && (on == h.last || h.x == h.lastX && h.y == h.lastY)
	if twice {
		on = h.last // it may have moved when it was selected
	}
	h.on, h.last = board.Ref{}, board.Ref{}
	if !ok && !twice || !s.look(st).Has(on) {
		return nil
	}
	if s.walked, s.selected = true, on; s.finder != nil {
		s.finder = nil // what was looked for is found
		delete(s.folded, s.look(st).In(on))
	}
	h.on, h.twice, h.lastX, h.lastY, h.when = on, twice, h.x, h.y, st.awake
	if !twice {
		h.last = on
	}
	return nil
}

// openUp is what a double click does: it puts what is selected into the spotlight, or asks for a title where that is not
// for this person to do.
func (s *boardScreen) openUp(st stage) action {
	w := s.look(st)
	switch {
	case mayLight(st.view):
		return send{command: workshop.PutSpotlight{On: s.selected.Spot()}}
	case mayMove(st.view) && st.view.At.Step.Clusters() && w.In(s.selected) != 0:
		return s.title(w)
	default:
		return nil
	}
}

// drag carries what was pressed on to where the pointer is.
func (s *boardScreen) drag(st stage, l board.Layout) action {
	if s.aloft() {
		s.aim(st, l)
		return nil
	}
	on := s.hand.on
	if s.hand.on = (board.Ref{}); !on.Somewhere() || !mayMove(st.view) || !s.look(st).Has(on) {
		return nil
	}
	if !st.view.At.Step.Clusters() {
		return say{text: st.Error(workshop.ErrNoClustersHere), tone: plainly}
	}
	s.hand.last = board.Ref{}
	return point{on: on.Spot(), holds: true, then: clear{func() {
		s.selected = on
		s.grab(s.look(st))
		s.hand.drags = true
		s.aim(st, s.layout(st))
	}}}
}

// aim makes what is under the pointer the target. Outside, what is carried would stay where it was.
func (s *boardScreen) aim(st stage, l board.Layout) {
	l.Follow(s.seen, s.look(st), s.rows)
	to, ok := l.Target(s.seen, s.hand.x, s.hand.y)
	if !ok || to.Note == s.carried.Note && to.Note != 0 {
		to = s.look(st).Home(s.carried)
	}
	s.target = to
}

// release drops what is dragged, as the key does, or ends a double click.
func (s *boardScreen) release(st stage) action {
	aloft, opens := s.aloft(), s.hand.twice && s.hand.on.Somewhere() && s.hand.on == s.selected
	s.hand.on, s.hand.twice, s.hand.drags = board.Ref{}, false, false
	switch {
	case opens:
		return s.openUp(st)
	case !aloft:
		return nil
	}
	d := s.dropped(s.look(st))
	if len(d.commands) == 0 {
		return s.putBack()
	}
	return s.drop(d)
}

// roll scrolls the lane under the pointer. What is selected stays selected.
func (s *boardScreen) roll(st stage, l board.Layout, wheel tea.MouseButton) {
	by := wheelRows
	switch wheel {
	case tea.MouseWheelUp:
		by = -wheelRows
	case tea.MouseWheelDown:
	default:
		return
	}
	s.scroll(st, l, by)
}

// scroll moves the lane under the pointer, and with it what a drop would meet.
func (s *boardScreen) scroll(st stage, l board.Layout, by int) {
	l.Scroll(s.seen, l.LaneAt(s.hand.x), by)
	if s.aloft() {
		s.aim(st, l)
	}
}

// creeps says whether something is dragged at an edge of the wall.
func (s *boardScreen) creeps() bool { return s.aloft() && s.edge() != 0 }

// edge is the direction in which the wall scrolls when something is dragged here; 0 in the middle.
func (s *boardScreen) edge() int {
	switch {
	case s.hand.y <= 0:
		return -1
	case s.hand.y >= s.rows-1:
		return 1
	default:
		return 0
	}
}

// creep scrolls on while something is dragged at an edge.
func (s *boardScreen) creep(st stage) {
	l := s.layout(st)
	l.Follow(s.seen, s.look(st), s.rows)
	s.scroll(st, l, s.edge()*creepRows)
}

// withGhost lays what hangs on the mouse over the wall, beside the pointer, so that the target can be read.
func (s *boardScreen) withGhost(st stage, l board.Layout, lines []string) []string {
	if !s.aloft() {
		return lines
	}
	for len(lines) < s.rows {
		lines = append(lines, "")
	}
	y := s.hand.y + 1
	if y >= len(lines) {
		y = len(lines) - 2
	}
	return l.Ghost(st.theme, lines, s.carried, s.hand.x+1, max(0, y))
}
