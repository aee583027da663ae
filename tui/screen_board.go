package tui

import (
	"unique"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/board"
	"convene/workshop"
)

// boardScreen is the wall of notes, to read together and to cluster. What it remembers is by ID, so that it stays with
// its notes whatever others do. board_carry.go holds grab and drop, board_edit.go what is done without carrying,
// board_gather.go what puts several things together, board_find.go finding, board_order.go folding and the order of
// clusters, board_keys.go the keys, board_mouse.go the mouse, board_words.go what the line above the wall says,
// board_others.go where everybody else is.
type boardScreen struct {
	column   workshop.Prompt // in which one is, even when nothing is in it
	selected board.Ref
	rank     int       // where the selection stood, for when it is gone
	carried  board.Ref // zero when nothing is
	target   board.Ref // where it would be dropped
	marked   []board.Ref
	folded   map[workshop.ClusterID]bool
	finder   *finder // nil when nothing is looked for
	seen     board.Windows
	broken   board.Rows // texts, as they were laid out before
	rows     int        // of the wall, when it was drawn last
	walked   bool       // a key was pressed here: before that, nobody needs to know where one is
	show     shown      // the wall, or what a vote has said of it
	hand     boardHand
	reader   reader // of the forces where there is no room for their diagram
	looking  unique.Handle[boardLook]
}

// roomyBody is the height, in lines, from which a free line stands between the words and the wall.
const roomyBody = 14

func newBoardScreen() screen {
	return &boardScreen{seen: make(board.Windows), folded: make(map[workshop.ClusterID]bool)}
}

// typing says that letters are no commands: while something is looked for they are text, and while something is carried
// only what carries it counts.
func (s *boardScreen) typing() bool { return s.carried.Somewhere() || s.finder != nil }

func (s *boardScreen) update(st stage, msg tea.Msg) action {
	s.settle(st)
	if s.finder != nil {
		return s.finding(st, msg)
	}
	m, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	s.unhand()
	s.walked = true
	l := s.layout(st)
	switch {
	case spotlit(st.view).Somewhere():
		return s.inSpotlight(st, m, l)
	case voted(st.view) && key.Matches(m, st.keys.diagram):
		s.turnOver(st.view)
		return nil
	case s.diagram(st.view) && plans(st.view) && key.Matches(m, st.keys.plan):
		return planAction(st)
	case s.diagram(st.view):
		s.reader.move(st.keys, m)
		return nil
	case s.carried.Somewhere():
		return s.carrying(st, m, l)
	}
	if to, moved := s.walk(st, m, l); moved {
		s.selected = to
		return nil
	}
	return s.edit(st, m, l)
}

// walk answers the keys that lead over the board. Where it leads may be nowhere: into a column without notes.
func (s *boardScreen) walk(st stage, m tea.KeyPressMsg, l board.Layout) (to board.Ref, moved bool) {
	k, from := st.keys, s.focus()
	switch {
	case key.Matches(m, k.up):
		return l.Move(from, -1), true
	case key.Matches(m, k.down):
		return l.Move(from, 1), true
	case key.Matches(m, k.pageUp):
		return l.Page(from, -s.rows), true
	case key.Matches(m, k.pageDown):
		return l.Page(from, s.rows), true
	case key.Matches(m, k.left):
		return s.turn(l, l.Toward(from, s.column, -1)), true
	case key.Matches(m, k.right):
		return s.turn(l, l.Toward(from, s.column, 1)), true
	case key.Matches(m, k.next) && len(l.Lanes) > 0:
		return s.turn(l, l.Turn(from, s.column)), true
	}
	return from, false
}

// turn goes to another column, to what stands beside. What is carried only goes where it can be dropped.
func (s *boardScreen) turn(l board.Layout, lane int) board.Ref {
	if lane < 0 || lane >= len(l.Lanes) || lane == l.LaneOf(s.focus()) {
		return s.focus()
	}
	to := l.Beside(s.focus(), lane, s.seen)
	if s.carried.Somewhere() && !to.Somewhere() {
		return s.focus()
	}
	s.column = l.Lanes[lane].Prompt
	return to
}

// focus is what the keys are about: the target of what is carried, or the selection.
func (s *boardScreen) focus() board.Ref {
	if s.carried.Somewhere() {
		return s.target
	}
	return s.selected
}

// layout lays the wall out as it is now. When what was selected, carried or marked is gone, it puts that right first.
func (s *boardScreen) layout(st stage) board.Layout {
	s.settle(st)
	s.selected = s.look(st).Visible(s.selected)
	l := board.Lay(st.theme, s.look(st), st.width)
	if rank := l.Rank(s.focus()); rank >= 0 {
		s.column = l.Lanes[l.LaneOf(s.focus())].Prompt
		if !s.carried.Somewhere() {
			s.rank = rank
		}
		return l
	}
	if s.carried.Somewhere() {
		s.target = s.look(st).Home(s.carried)
	} else {
		s.selected = l.At(s.lane(l), s.rank)
	}
	return board.Lay(st.theme, s.look(st), st.width)
}

// settle forgets what is not on the wall any more, and lets go of what can't be moved now.
func (s *boardScreen) settle(st stage) {
	w := s.look(st)
	var still []board.Ref
	for _, r := range s.marked {
		if w.Has(r) {
			still = append(still, r)
		}
	}
	s.marked = still
	if s.finder != nil && (!wallOpen(st.view) || spotlit(st.view).Somewhere()) {
		s.selected, s.finder = s.finder.from, nil
	}
	if s.carried.Somewhere() && (!w.Has(s.carried) || !mayMove(st.view)) {
		s.letGo()
	}
}

// lane is the column in which one is: at first, the first that has notes.
func (s *boardScreen) lane(l board.Layout) int {
	if i := l.Lane(s.column); i >= 0 {
		return i
	}
	for i := range l.Lanes {
		if l.At(i, 0).Somewhere() {
			s.column = l.Lanes[i].Prompt
			return i
		}
	}
	return 0
}

// look is the wall as this person sees it.
func (s *boardScreen) look(st stage) board.Wall {
	w := board.Wall{
		Tongue: st.Tongue, Columns: st.view.Columns, Active: s.column, Other: st.keys.next.Help().Key,
		Focus: s.focus(), Carried: s.carried, Aloft: s.aloft(), Marked: s.marked, All: s.carriesAll(), Folded: s.folded,
		Rows: &s.broken,
	}
	if s.finder != nil {
		w.Find = s.finder.search
	}
	if voted(st.view) {
		w.Other = st.keys.right.Help().Key
	}
	for _, c := range w.Columns {
		w.Labels = append(w.Labels, wordsFor(st.view, c.Prompt).label)
	}
	return w
}

func (s *boardScreen) draw(st stage) []string {
	s.settle(st)
	if lit := spotlit(st.view); lit.Somewhere() {
		return s.inLight(st, lit)
	}
	if r, ok := dotted(st.view); ok && s.diagram(st.view) {
		return dotResult(st, r)
	}
	if s.diagram(st.view) && st.narrow() {
		return s.reader.window(st, forceList(st, st.view.Canvas.Forces), st.height)
	}
	if s.diagram(st.view) {
		return forceDiagram(st, st.view.Canvas.Forces, st.width, st.height)
	}
	l := s.layout(st)
	above := []string{s.words(st), ""}
	if st.height < roomyBody {
		above = above[:1]
	}
	s.rows = max(1, st.height-len(above))
	l.Follow(s.seen, s.look(st), s.rows)
	l.Point(st.theme, otherPointers(st.view))
	return append(above, s.withGhost(st, l, l.Draw(st.theme, s.seen, s.rows))...)
}

// inLight is what the spotlight is on and, for whoever walks on with it, how much has been read.
func (s *boardScreen) inLight(st stage, lit board.Ref) []string {
	words := coverageWords(st.view)
	if !mayLight(st.view) || words == "" || st.height < roomyBody {
		return board.Spotlight(st.theme, s.look(st), lit, st.width, st.height)
	}
	lines := board.Spotlight(st.theme, s.look(st), lit, st.width, st.height-1)
	lines = append(lines, make([]string, max(0, st.height-1-len(lines)))...)
	return append(lines, st.theme.Muted.Render(st.theme.Cut(words, st.width)))
}

// spotlit is what the spotlight is on, if it is on this wall.
func spotlit(v workshop.View) board.Ref {
	lit := board.Lit(v.Spot)
	if !lit.Somewhere() || !(board.Wall{Columns: v.Columns}).Has(lit) {
		return board.Ref{}
	}
	return lit
}

// weighed says whether the forces of this step have been weighed: then there is a diagram to look at.
func weighed(v workshop.View) bool {
	for _, r := range v.Results {
		if r.Step == v.At.Step && r.Purpose == workshop.Strengths {
			return v.Canvas.Forces != nil
		}
	}
	return false
}

// voted says whether a vote has said something about the wall of this step.
func voted(v workshop.View) bool {
	_, dots := dotted(v)
	return dots || weighed(v)
}

// shown is which side of a wall that was voted on one looks at.
type shown int

// The sides. After a vote its result is shown, until the group works on the wall again.
const (
	asItComes shown = iota
	wallSide
	resultSide
)

// diagram says whether the result of a vote is shown instead of the wall.
func (s *boardScreen) diagram(v workshop.View) bool {
	if !voted(v) || s.show == wallSide {
		return false
	}
	r, dots := dotted(v)
	return s.show == resultSide || !dots || dotsStand(v, r)
}

// turnOver goes from the wall to the result, or back.
func (s *boardScreen) turnOver(v workshop.View) {
	if s.diagram(v) {
		s.show = wallSide
	} else {
		s.show = resultSide
	}
}

// wallOpen says whether the wall is there to work on.
func wallOpen(v workshop.View) bool {
	return (v.At.Phase == workshop.PhaseShare || v.At.Phase == workshop.PhaseConverge) && v.Ended.IsZero()
}

// mayMove says whether this person may move notes now.
func mayMove(v workshop.View) bool {
	return wallOpen(v) && v.Me != "" && v.MyRole != workshop.Observer && v.Vote.ID == 0
}
