package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"

	"convene/tui/board"
	"convene/workshop"
	"convene/workshop/tongue"
)

// first puts the board's keys before the facilitator's: this is where the hands are.
func (s *boardScreen) first(stage) int {
	if s.carried.Somewhere() || s.selected.Somewhere() {
		return 2
	}
	return 0
}

// bindings lists what can be done with what is selected, the most likely first.
func (s *boardScreen) bindings(st stage) []key.Binding {
	v, k := st.view, st.keys
	switch {
	case spotlit(v).Somewhere() && !mayLight(v):
		return nil
	case spotlit(v).Somewhere():
		return []key.Binding{
			named(k.spotlight, "spotlight off"), named(k.next, "next unread"), named(k.down, "next"), named(k.up, "one before"),
			k.left, k.right, k.back,
		}
	case s.diagram(v):
		return append(append(planKeys(st), named(k.diagram, "the board")), s.reader.bindings(st)...)
	case s.carried.Somewhere():
		return s.carryBindings(st)
	case s.finder != nil:
		return findBindings(k, s.look(st).Found() > 0)
	}
	var out []key.Binding
	if s.selected.Somewhere() {
		if mayMove(v) {
			out = s.editBindings(st)
		}
		if mayLight(v) {
			at := min(len(out), 2)
			if v.At.Phase == workshop.PhaseShare || !v.At.Step.Clusters() {
				at = 0
			}
			out = append(out[:at:at], append([]key.Binding{k.spotlight}, out[at:]...)...)
		}
	}
	if mayMove(v) && len(v.Pairs) > 0 {
		out = append(out, k.pairs)
	}
	if clusters(v) > 0 {
		out = append(out, named(k.fold, "fold or unfold"), k.foldAll)
	}
	now, later := s.soon(v, k)
	at := min(len(out), handiest)
	out = append(slices.Concat(out[:at:at], now, out[at:]), later...)
	if mayMove(v) && !st.mouse {
		out = slices.Insert(out, min(len(out), handiest), st.mouseKey())
	}
	if voted(v) {
		return slices.Insert(out, min(2, len(out)), named(k.diagram, resultWords(v)))
	}
	if len(v.Columns) > 1 {
		out = append(out, named(k.next, "other question"))
	}
	return out
}

// handiest is how many keys for what is selected come before those that are about the whole wall: as many as leave room
// for two more in most footers.
const handiest = 3

// manyNotes is how many notes are too many to be looked through.
const manyNotes = 20

// soon tells the keys that one needs soon from those that can wait: taking back what one has done last, unless one is
// marking things, and finding something where there are many notes.
func (s *boardScreen) soon(v workshop.View, k *keyMap) (now, later []key.Binding) {
	if mayMove(v) && v.CanUndo && len(s.marked) == 0 {
		now = append(now, k.undo)
	} else if mayMove(v) && v.CanUndo {
		later = append(later, k.undo)
	}
	if countAll(v.Columns) > manyNotes && len(s.marked) == 0 {
		return append(now, k.find), later
	}
	return now, append(later, k.find)
}

// resultWords is what the result of a vote on the wall is called.
func resultWords(v workshop.View) string {
	if weighed(v) {
		return tongue.Mark("the diagram")
	}
	return tongue.Mark("the dots")
}

// mayLight says whether this person may put something into the spotlight, or put it out.
func mayLight(v workshop.View) bool { return v.MyRole == workshop.Facilitator && wallOpen(v) }

// editBindings are the keys for what is selected: a cluster, a note in one, a note that stands alone, a parked one.
func (s *boardScreen) editBindings(st stage) []key.Binding {
	v, k := st.view, st.keys
	w := board.Wall{Columns: v.Columns}
	c, _ := w.Card(s.selected.Note)
	park := k.park
	if c.Parked {
		park = named(k.park, "back on the wall")
	}
	if !v.At.Step.Clusters() {
		return []key.Binding{park}
	}
	mark, grab := k.mark, k.grab
	if slices.Contains(s.marked, s.selected) {
		mark = named(k.mark, "unmark")
		if len(s.marked) > 1 {
			grab = named(k.grab, "grab all marked")
		}
	}
	marked := []key.Binding{k.into, mark, named(k.back, "unmark all")}
	if len(s.marked) > 1 {
		marked = append([]key.Binding{k.merge}, marked...)
	}
	order := []key.Binding{k.earlier, k.later}
	switch {
	case len(s.marked) > 0 && w.In(s.selected) != 0:
		return append(marked, grab, k.title, k.split, park)
	case len(s.marked) > 0:
		return append(marked, grab, park)
	case s.selected.Cluster != 0:
		return append([]key.Binding{k.title, k.grab, named(k.into, "into another"), named(k.split, "split up"), k.mark, park}, order...)
	case w.In(s.selected) != 0:
		return append([]key.Binding{k.grab, k.title, k.split, named(k.into, "into another"), k.mark, park}, order...)
	case c.Parked:
		return []key.Binding{park, k.grab, k.into, k.mark}
	default:
		return []key.Binding{k.grab, k.into, park, k.mark}
	}
}

// clusters counts those on the wall.
func clusters(v workshop.View) int {
	n := 0
	for _, c := range v.Columns {
		n += len(c.Clusters)
	}
	return n
}

// carryBindings are the only keys while something is carried.
func (s *boardScreen) carryBindings(st stage) []key.Binding {
	k := st.keys
	out := []key.Binding{named(k.drop, st.SayAs("note", "drop")), named(k.back, "put it back"), k.upDown("carry")}
	if len(st.view.Columns) > 1 {
		out = append(out, named(k.next, "other question"))
	}
	return append(out, named(k.pageDown, "far down"), named(k.pageUp, "far up"))
}
