package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"

	"convene/tui/board"
	"convene/workshop"
)

// first puts the board's keys before the facilitator's: this is where the hands are.
func (s *boardScreen) first() bool { return s.carried.Somewhere() || s.selected.Somewhere() }

// bindings lists what can be done with what is selected, the most likely first.
func (s *boardScreen) bindings(st stage) []key.Binding {
	v, k := st.view, st.keys
	switch {
	case spotlit(v).Somewhere() && !mayLight(v):
		return nil
	case spotlit(v).Somewhere():
		return []key.Binding{named(k.spotlight, "spotlight off"), named(k.next, "next unread"), named(k.down, "next"), named(k.up, "one before"), k.left, k.right, k.back}
	case s.diagram(v):
		return append(append(planKeys(st), named(k.diagram, "the board")), s.reader.bindings(st)...)
	case s.carried.Somewhere():
		return s.carryBindings(st)
	case s.finder != nil:
		return findBindings(k, countShown(s.layout(st)) > 0)
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
	if mayMove(v) && v.CanUndo {
		out = append(out, k.undo)
	}
	if clusters(v) > 0 {
		out = append(out, named(k.fold, "fold or unfold"), k.foldAll)
	}
	out = append(out, k.find)
	if mayMove(v) && !st.mouse {
		out = slices.Insert(out, min(len(out), 3), st.mouseKey())
	}
	if voted(v) {
		return slices.Insert(out, min(2, len(out)), named(k.diagram, resultWords(v)))
	}
	if len(v.Columns) > 1 {
		out = append(out, named(k.next, "other question"))
	}
	return out
}

// resultWords is what the result of a vote on the wall is called.
func resultWords(v workshop.View) string {
	if weighed(v) {
		return "the diagram"
	}
	return "the dots"
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
	out := []key.Binding{k.drop, named(k.back, "put it back"), k.upDown("carry")}
	if len(st.view.Columns) > 1 {
		out = append(out, named(k.next, "other question"))
	}
	return append(out, named(k.pageDown, "far down"), named(k.pageUp, "far up"))
}
