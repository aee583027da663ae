package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/board"
	"convene/workshop"
	"convene/workshop/tongue"
)

// edit answers the keys that do something with what is selected or marked. A key that can do nothing with it says why.
func (s *boardScreen) edit(st stage, m tea.KeyPressMsg, l board.Layout) action {
	v, k, w := st.view, st.keys, s.look(st)
	switch {
	case key.Matches(m, k.back) && len(s.marked) > 0:
		s.marked = nil
		return say{text: "Nothing is marked any more.", tone: plainly}
	case key.Matches(m, k.find):
		s.find()
		return nil
	case key.Matches(m, k.fold):
		return s.fold(w)
	case key.Matches(m, k.foldAll):
		return s.foldAll(w)
	case key.Matches(m, k.spotlight) && mayLight(v) && s.selected.Somewhere():
		return send{command: workshop.PutSpotlight{On: s.selected.Spot()}}
	case !mayMove(v):
		return nil
	case key.Matches(m, k.pairs) && len(v.Pairs) > 0:
		return show{newPairsDialog()}
	case key.Matches(m, k.undo):
		return send{command: workshop.UndoLast{}, said: undoneWords(st), then: clear{func() { s.back(v) }}}
	case !s.selected.Somewhere():
		return nil
	case key.Matches(m, k.park, k.split) && theirs(v, s.selected) && v.MyRole != workshop.Facilitator: // who may free it
		who, _ := v.Live.Held(s.selected.Spot())
		return say{text: st.Say("%s is carrying that.", nameOf(v, who)), tone: sorry}
	case key.Matches(m, k.park):
		return s.park(w, l)
	case key.Matches(m, k.grab, k.title, k.mark, k.merge, k.split, k.into, k.earlier, k.later) && !v.At.Step.Clusters():
		return say{text: st.Error(workshop.ErrNoClustersHere), tone: plainly}
	case key.Matches(m, k.grab):
		return point{on: s.selected.Spot(), holds: true, then: clear{func() { s.grab(w) }}}
	case key.Matches(m, k.title):
		return s.title(w)
	case key.Matches(m, k.into):
		return s.into(w, l)
	case key.Matches(m, k.earlier):
		return s.shift(w, -1)
	case key.Matches(m, k.later):
		return s.shift(w, 1)
	case key.Matches(m, k.mark):
		s.mark(w, l)
	case key.Matches(m, k.merge):
		return s.merge(w)
	case key.Matches(m, k.split):
		return s.split(w)
	}
	return nil
}

// title asks for the title of the cluster that is selected, or that the selected note is in.
func (s *boardScreen) title(w board.Wall) action {
	id := w.In(s.selected)
	p, ok := w.Pile(id)
	if !ok {
		return say{text: "A title is for a cluster. Grab this note with space and drop it on another.", tone: plainly}
	}
	return show{newTitleDialog(id, p.Title)}
}

// mark marks what is selected and goes on to what comes next, or takes the mark away and stays.
func (s *boardScreen) mark(w board.Wall, l board.Layout) {
	if i := slices.Index(s.marked, s.selected); i >= 0 {
		s.marked = slices.Delete(slices.Clone(s.marked), i, i+1)
		return
	}
	s.marked = append(slices.Clone(s.marked), s.selected)
	s.selected = s.along(w, l, 1)
}

// merge puts what is marked together: into the first cluster that was marked or, when only notes were, into a new one.
// Each step is one action, so that each can be taken back.
func (s *boardScreen) merge(w board.Wall) action {
	if len(s.marked) < 2 {
		return say{text: "Mark at least two with M, then m puts them together.", tone: plainly}
	}
	into := firstCluster(s.marked)
	if into == 0 {
		together := workshop.FormCluster{Notes: allNotes(w, s.marked)}
		return s.drop(drop{commands: []workshop.Command{together}, said: newCluster(), next: s.marked[0]})
	}
	steps := gather(w, s.marked, into)
	if len(steps) == 0 {
		return say{text: "Those are together already.", tone: plainly}
	}
	return s.drop(drop{commands: steps, said: tongue.Mark("Put together."), next: board.Cluster(into)})
}

// firstCluster is the cluster that was marked first; zero when none is.
func firstCluster(marked []board.Ref) workshop.ClusterID {
	i := slices.IndexFunc(marked, func(r board.Ref) bool { return r.Cluster != 0 })
	if i < 0 {
		return 0
	}
	return marked[i].Cluster
}

// into asks for the cluster that what is marked, or else what is selected, goes to. One goes on to what comes next.
func (s *boardScreen) into(w board.Wall, l board.Layout) action {
	what := s.marked
	if len(what) == 0 {
		what = []board.Ref{s.selected}
	}
	next := s.after(w, l)
	return show{newIntoDialog(what, func() { s.marked, s.selected = nil, next })}
}

// back selects what came back with the last action that was taken back.
func (s *boardScreen) back(before workshop.View) {
	if s.selected = board.Lit(before.Undo.On); s.selected.Note != 0 {
		delete(s.folded, before.Undo.Cluster)
	}
}

// split takes a note out of its cluster; of a cluster, all notes.
func (s *boardScreen) split(w board.Wall) action {
	if w.In(s.selected) == 0 {
		return say{text: "That note stands alone already.", tone: plainly}
	}
	said := tongue.Mark("It stands alone.")
	if s.selected.Cluster != 0 {
		said = tongue.Mark("The notes stand alone.")
	}
	return send{command: workshop.MoveNotes{Notes: w.Notes(s.selected)}, said: said}
}

// park takes what is selected out of the canvas and goes on to what comes next; what is parked it brings back.
func (s *boardScreen) park(w board.Wall, l board.Layout) action {
	notes := w.Notes(s.selected)
	if c, ok := w.Card(s.selected.Note); ok && c.Parked {
		return send{command: workshop.MoveNotes{Notes: notes}, said: "It is back on the wall."}
	}
	next := s.after(w, l)
	return send{
		command: workshop.ParkNotes{Notes: notes}, said: "Parked: off the canvas, not lost. p on it brings it back.",
		then: clear{func() { s.selected = next }},
	}
}

// after is what comes after the selection, or before it at the end of a column; of a cluster, after all its notes.
func (s *boardScreen) after(w board.Wall, l board.Layout) board.Ref {
	if next := s.along(w, l, 1); next != s.selected {
		return next
	}
	return s.along(w, l, -1)
}

// along is the next stop below the selection, or above it when by is below zero, past the notes of a selected cluster; the
// selection itself at the end of a column. Where a column has several lanes, the end of one leads to the next.
func (s *boardScreen) along(w board.Wall, l board.Layout, by int) board.Ref {
	for at := s.selected; ; {
		next := l.Move(at, by)
		if next == at {
			next = l.Onward(at, by)
		}
		if next == at {
			return s.selected
		}
		if at = next; s.selected.Cluster == 0 || w.In(at) != s.selected.Cluster {
			return at
		}
	}
}

// inSpotlight answers a key while something is shown large: the facilitator puts it out, or walks on to the next.
func (s *boardScreen) inSpotlight(st stage, m tea.KeyPressMsg, l board.Layout) action {
	if !mayLight(st.view) {
		return nil
	}
	s.selected = spotlit(st.view)
	if key.Matches(m, st.keys.back) || key.Matches(m, st.keys.spotlight) {
		return send{command: workshop.PutSpotlight{}}
	}
	if key.Matches(m, st.keys.next) {
		return s.light(board.Lit(st.view.NextUnread(st.view.Spot)))
	}
	to, moved := s.walk(st, m, l)
	if !moved || to == s.selected || !to.Somewhere() {
		return nil
	}
	return s.light(to)
}

// light takes the spotlight on to another place.
func (s *boardScreen) light(to board.Ref) action {
	if !to.Somewhere() {
		return say{text: "There is nothing else to read.", tone: plainly}
	}
	return send{command: workshop.PutSpotlight{On: to.Spot()}, then: clear{func() { s.selected = to }}}
}
