package board

import (
	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
)

// head is a lane's label with as much of its counts as there is room for and, where only one lane is shown, the way to
// the other.
func (l Layout) head(t *theme.Theme, lane *Lane) string {
	hint := l.hint(t, lane)
	label := t.Cut(lane.label, lane.Width)
	switch {
	case lane.Part > 0:
		label = t.Muted.Render(label)
	case lane.active:
		label = t.Accent.Render(label)
	default:
		label = t.Strong.Render(label)
	}
	for _, counts := range []string{lane.counts, lane.fewer} {
		if counts != "" && theme.Width(label)+theme.Width(counts)+theme.Width(hint)+3 <= lane.Width {
			label += "  " + t.Muted.Render(counts)
			break
		}
	}
	return t.Spread(label, hint, lane.Width)
}

// hint is the key that leads to the lane that is not shown.
func (l Layout) hint(t *theme.Theme, shown *Lane) string {
	if l.other == "" {
		return ""
	}
	for i := range l.Lanes {
		if other := &l.Lanes[i]; other.Prompt != shown.Prompt {
			label := other.label
			if theme.Width(shown.label)+theme.Width(l.other)+theme.Width(label)+3 > shown.Width {
				label = t.Cut(label, shown.Width/3)
			}
			return t.Key.Render(l.other) + " " + t.Muted.Render(label)
		}
	}
	return ""
}

// counts says what is in a column, what is parked left out, and the most important of it; while something is looked for, how
// much of all is found.
func (w Wall) counts(col workshop.Column) (all, some string) {
	notes, clusters := size(col)
	if w.Find.narrows() {
		left := w.found(col)
		n, _ := size(left)
		all = w.Say("%d of %d", n+len(left.Parked), notes+len(col.Parked))
		return all, all
	}
	return inAll(w.Tongue, notes, clusters), inAll(w.Tongue, notes, 0)
}

// inAll says how many notes there are, and how many clusters.
func inAll(l tongue.Tongue, notes, clusters int) string {
	if notes == 0 {
		return ""
	}
	said := l.Count(notes, "%d note", "%d notes")
	if clusters > 0 {
		said += ", " + l.Count(clusters, "%d cluster", "%d clusters")
	}
	return said
}
