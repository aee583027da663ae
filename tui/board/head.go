package board

import (
	"fmt"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
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
	first, _, _ := strings.Cut(lane.counts, ", ")
	for _, counts := range []string{lane.counts, first} {
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

// counts says what is in a column, what is parked left out; while something is looked for, how much of all is found.
func (w Wall) counts(col workshop.Column) string {
	notes, clusters := size(col)
	if w.Find.narrows() {
		some := w.found(col)
		n, _ := size(some)
		return fmt.Sprintf("%d of %d", n+len(some.Parked), notes+len(col.Parked))
	}
	return inAll(notes, clusters)
}

// inAll says how many notes there are, and how many clusters.
func inAll(notes, clusters int) string {
	switch {
	case notes == 0:
		return ""
	case clusters == 0:
		return counted(notes, "note")
	}
	return counted(notes, "note") + ", " + counted(clusters, "cluster")
}

func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
