package board

import (
	"fmt"

	"convene/tui/theme"
)

// head is a lane's label with as much of its counts as there is room for and, where only one lane is shown, the way to
// the other.
func (l Layout) head(t *theme.Theme, lane *Lane) string {
	label := t.Strong.Render(lane.label)
	if lane.active {
		label = t.Accent.Render(lane.label)
	}
	hint := l.hint(t, lane)
	for _, counts := range []string{lane.counts(), counted(lane.notes, "note")} {
		if theme.Width(label)+theme.Width(counts)+theme.Width(hint)+3 <= lane.Width {
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

// counts says what is in the lane, what is parked left out.
func (l *Lane) counts() string {
	switch {
	case l.notes == 0:
		return ""
	case l.clusters == 0:
		return counted(l.notes, "note")
	}
	return counted(l.notes, "note") + ", " + counted(l.clusters, "cluster")
}

func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
