package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/board"
	"convene/workshop"
)

// edit answers the keys that do something with what is selected or marked. A key that can do nothing with it says why.
func (s *boardScreen) edit(st stage, m tea.KeyPressMsg, l board.Layout) action {
	v, k, w := st.view, st.keys, s.look(st)
	switch {
	case key.Matches(m, k.back) && len(s.marked) > 0:
		s.marked = nil
		return say{"Nothing is marked any more.", plainly}
	case key.Matches(m, k.spotlight) && mayLight(v) && s.selected.Somewhere():
		return send{command: workshop.PutSpotlight{On: s.selected.Spot()}}
	case !mayMove(v):
		return nil
	case key.Matches(m, k.undo):
		return send{command: workshop.UndoLast{}, said: "Taken back."}
	case !s.selected.Somewhere():
		return nil
	case key.Matches(m, k.park, k.split) && theirs(v, s.selected):
		who, _ := v.Live.Held(s.selected.Spot())
		return say{nameOf(v, who) + " is carrying that.", sorry}
	case key.Matches(m, k.park):
		return s.park(w, l)
	case key.Matches(m, k.grab, k.title, k.mark, k.merge, k.split) && !v.At.Step.Clusters():
		return say{sentence(workshop.ErrNoClustersHere), plainly}
	case key.Matches(m, k.grab):
		return point{on: s.selected.Spot(), holds: true, then: clear{func() { s.grab(w) }}}
	case key.Matches(m, k.title):
		return s.title(w)
	case key.Matches(m, k.mark):
		s.mark()
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
		return say{"A title is for a cluster. Grab this note with space and drop it on another.", plainly}
	}
	return show{newTitleDialog(id, p.Title)}
}

// mark marks what is selected, or takes the mark away.
func (s *boardScreen) mark() {
	if i := slices.Index(s.marked, s.selected); i >= 0 {
		s.marked = slices.Delete(slices.Clone(s.marked), i, i+1)
		return
	}
	s.marked = append(slices.Clone(s.marked), s.selected)
}

// merge puts what is marked together: into the first cluster that was marked or, when only notes were, into a new one.
// Each step is one action, so that each can be taken back.
func (s *boardScreen) merge(w board.Wall) action {
	if len(s.marked) < 2 {
		return say{"Mark at least two with M, then m puts them together.", plainly}
	}
	var clusters []workshop.ClusterID
	var notes []workshop.NoteID
	for _, r := range s.marked {
		if r.Cluster != 0 {
			clusters = append(clusters, r.Cluster)
		}
	}
	for _, r := range s.marked {
		if r.Note != 0 && !slices.Contains(clusters, w.In(r)) {
			notes = append(notes, r.Note)
		}
	}
	if len(clusters) == 0 {
		first := board.Note(notes[0])
		return s.drop(drop{
			command: workshop.FormCluster{Notes: notes}, said: newCluster, next: first,
		})
	}
	var steps []workshop.Command
	for _, from := range clusters[1:] {
		steps = append(steps, workshop.MergeClusters{Into: clusters[0], From: from})
	}
	if len(notes) > 0 {
		steps = append(steps, workshop.MoveNotes{Notes: notes, Cluster: clusters[0]})
	}
	if len(steps) == 0 {
		return say{"Those are together already.", plainly}
	}
	var act action = s.drop(drop{
		command: steps[len(steps)-1], said: "Put together.", next: board.Cluster(clusters[0]),
	})
	for _, c := range slices.Backward(steps[:len(steps)-1]) {
		act = send{command: c, then: act}
	}
	return act
}

// split takes a note out of its cluster; of a cluster, all notes.
func (s *boardScreen) split(w board.Wall) action {
	if w.In(s.selected) == 0 {
		return say{"That note stands alone already.", plainly}
	}
	said := "It stands alone."
	if s.selected.Cluster != 0 {
		said = "The notes stand alone."
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
	mine := func(r board.Ref) bool {
		return r == s.selected || s.selected.Cluster != 0 && w.In(r) == s.selected.Cluster
	}
	for _, by := range []int{1, -1} {
		at := s.selected
		for {
			next := l.Move(at, by)
			if next == at {
				break
			}
			if at = next; !mine(at) {
				return at
			}
		}
	}
	return s.selected
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
	to, moved := s.walk(st, m, l)
	if !moved || to == s.selected || !to.Somewhere() {
		return nil
	}
	return send{command: workshop.PutSpotlight{On: to.Spot()}, then: clear{func() { s.selected = to }}}
}
