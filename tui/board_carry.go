package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/board"
	"convene/workshop"
	"convene/workshop/tongue"
)

// grab takes what is selected into the hand. It stays on the wall until it is dropped.
func (s *boardScreen) grab(w board.Wall) {
	s.carried = s.selected
	s.target = w.Home(s.carried)
}

// carrying answers a key while something is carried: only to carry it, to drop it, or to put it back.
func (s *boardScreen) carrying(st stage, m tea.KeyPressMsg, l board.Layout) action {
	k := st.keys
	switch {
	case key.Matches(m, k.back):
		return s.putBack()
	case key.Matches(m, k.drop), key.Matches(m, k.enter):
		d := s.dropped(s.look(st))
		if len(d.commands) == 0 {
			return s.putBack()
		}
		return s.drop(d)
	}
	if to, moved := s.walk(st, m, l); moved {
		s.target = to
	}
	return nil
}

// putBack leaves what was carried where it was.
func (s *boardScreen) putBack() action {
	said := tongue.Mark("It stays where it was.")
	if s.carriesAll() {
		said = tongue.Mark("They stay where they were.")
	}
	s.letGo()
	return say{text: said, tone: plainly}
}

// letGo selects what was carried, and carries it no longer.
func (s *boardScreen) letGo() {
	s.selected, s.carried, s.target = s.carried, board.Ref{}, board.Ref{}
}

// drop carries the drop out. When it is refused, the thing is still in the hand.
func (s *boardScreen) drop(d drop) action {
	tidy := clear{func() {
		s.selected, s.carried, s.target = d.next, board.Ref{}, board.Ref{}
		s.marked = nil
	}}
	return inTurn(d.commands, d.said, tidy)
}

// dropped is what follows when what is carried is dropped where it would be: it, or everything that is marked when it is
// one of those.
func (s *boardScreen) dropped(w board.Wall) drop {
	if s.carriesAll() {
		return droppingAll(w, s.marked, s.carried, s.target)
	}
	return dropping(w, s.carried, s.target)
}

// carriesAll says whether everything that is marked is carried: one of several marked things is in the hand.
func (s *boardScreen) carriesAll() bool {
	return len(s.marked) > 1 && slices.Contains(s.marked, s.carried)
}

// newCluster is said when a cluster was formed. Its title is not asked for at once: the next key may be meant for the
// wall.
func newCluster() string { return tongue.Mark("A new cluster. Press e to give it a title.") }

// drop is what follows when something carried is dropped.
type drop struct {
	commands []workshop.Command // one after the other; none when nothing changes
	words    string             // said before, in the line above the wall
	said     string             // said when it is done
	next     board.Ref          // what is selected then
}

// does is a list of one.
func does(c workshop.Command) []workshop.Command { return []workshop.Command{c} }

// droppingAll says what follows when several marked things are dropped, one of which is in the hand.
func droppingAll(w board.Wall, marked []board.Ref, carried, target board.Ref) drop {
	into := w.In(target)
	on, _ := w.Card(target.Note)
	notes := allNotes(w, marked)
	n := len(notes)
	switch {
	case on.Parked, slices.Contains(marked, target):
		return drop{words: w.Count(n, "%d note stays where it is", "%d notes stay where they are"), next: carried}
	case into != 0:
		d := drop{
			commands: gather(w, marked, into), said: intoWords(w, into), next: carried,
			words: w.Count(n, "%d note into \"%s\"", "%d notes into \"%s\"", n, w.Text(board.Cluster(into))),
		}
		if carried.Cluster != 0 {
			d.next = board.Cluster(into)
		}
		return d
	case target.Note != 0 && firstCluster(marked) != 0: // which keeps its title
		into = firstCluster(marked)
		return drop{
			commands: gather(w, append(slices.Clone(marked), target), into), said: intoWords(w, into), next: board.Cluster(into),
			words: w.Count(n, "%d note and this one into \"%s\"", "%d notes and this one into \"%s\"", n, w.Text(board.Cluster(into))),
		}
	case target.Note != 0:
		return drop{
			commands: does(workshop.DropOn{Notes: notes, On: target.Note}), said: newCluster(), next: target,
			words: w.Count(n, "%d note: a new cluster with \"%s\"", "%d notes: a new cluster with \"%s\"", n, on.Text),
		}
	default:
		return drop{
			commands: does(workshop.MoveNotes{Notes: notes}), said: tongue.Mark("They stand alone."), next: board.Note(notes[0]),
			words: w.Count(n, "%d note stands alone", "%d notes stand alone"),
		}
	}
}

// dropping says what follows when something is dropped on a place: on a note that stands alone it forms a cluster, in a
// cluster it joins, in the gap it stands alone; a cluster takes a note in, and merges into another cluster.
func dropping(w board.Wall, carried, target board.Ref) drop {
	into := w.In(target)
	title := func(c workshop.ClusterID) string { return w.Text(board.Cluster(c)) }
	on, _ := w.Card(target.Note)
	notes := w.Notes(carried)
	stays := drop{words: w.Say("stays where it is"), next: carried}
	switch {
	case target == carried, into != 0 && into == w.In(carried), on.Parked:
		return stays
	case carried.Cluster != 0 && into != 0:
		return drop{
			commands: does(workshop.MergeClusters{Into: into, From: carried.Cluster}),
			words:    w.Say("both clusters become \"%s\"", title(into)), said: intoWords(w, into), next: board.Cluster(into),
		}
	case carried.Cluster != 0 && target.Note != 0:
		return drop{
			commands: does(workshop.MoveNotes{Notes: []workshop.NoteID{target.Note}, Cluster: carried.Cluster}),
			words:    w.Say("\"%s\" takes in \"%s\"", title(carried.Cluster), on.Text),
			said:     intoWords(w, carried.Cluster), next: carried,
		}
	case carried.Cluster != 0:
		return stays
	case into != 0:
		return drop{
			commands: does(workshop.MoveNotes{Notes: notes, Cluster: into}),
			words:    w.Say("into \"%s\"", title(into)), said: intoWords(w, into), next: carried,
		}
	case target.Note != 0:
		return drop{
			commands: does(workshop.DropOn{Notes: notes, On: target.Note}),
			words:    w.Say("a new cluster with \"%s\"", on.Text), said: newCluster(), next: carried,
		}
	default:
		return drop{
			commands: does(workshop.MoveNotes{Notes: notes}), words: w.Say("stands alone"), said: tongue.Mark("It stands alone."), next: carried,
		}
	}
}

// intoWords say where something has gone.
func intoWords(w board.Wall, into workshop.ClusterID) string {
	return w.Say("Into \"%s\".", w.Text(board.Cluster(into)))
}

// quoted is what people wrote, within a sentence of ours.
func quoted(l tongue.Tongue, s string) string { return l.Say("\"%s\"", s) }
