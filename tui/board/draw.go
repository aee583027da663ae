package board

import (
	"strings"

	"convene/tui/theme"
	"convene/workshop/tongue"
)

// Draw draws what the windows show, in at most so many lines of at most the layout's width. Rows that cannot be seen
// cost nothing.
func (l Layout) Draw(t *theme.Theme, seen Windows, height int) []string {
	var shown []*Lane
	var lanes [][]string
	rows := 0
	for i := range l.Lanes {
		if lane := &l.Lanes[i]; lane.Shown {
			lines := append([]string{l.head(t, lane)}, lane.draw(t, l.wall.Tongue, seen[lane.LaneID].Top, lane.rows(height))...)
			shown, lanes = append(shown, lane), append(lanes, lines[:min(len(lines), height)])
			rows = max(rows, len(lines))
		}
	}
	out := make([]string, min(rows, height))
	for y := range out {
		var b strings.Builder
		at := 0
		for i, lines := range lanes {
			lane, row := shown[i], ""
			if y < len(lines) {
				row = lines[y]
			}
			if row == "" {
				row = strings.Repeat(" ", lane.Width)
			}
			b.WriteString(lane.between(t, lane.X-at) + row)
			at = lane.X + lane.Width
		}
		out[y] = b.String()
	}
	return out
}

// between is what stands at the left of a lane: a line where another column ends.
func (l *Lane) between(t *theme.Theme, cells int) string {
	if !l.parted || cells < 2 {
		return strings.Repeat(" ", max(0, cells))
	}
	return strings.Repeat(" ", cells-2) + t.Faint.Render(t.Frame.Side) + " "
}

// draw draws so many rows of the lane, each as wide as the lane or empty, from the row top on, and what is hidden if there is more.
func (l *Lane) draw(t *theme.Theme, says tongue.Tongue, top, rows int) []string {
	out := make([]string, 0, rows+1)
	above, below := 0, 0
	for i := range l.Boxes {
		b := &l.Boxes[i]
		note := b.Kind == Member || b.Kind == Lone || b.Kind == Parked
		switch {
		case b.Y+b.Height <= top:
			if note {
				above++
			}
		case b.Y >= top+rows:
			if note {
				below++
			}
		default:
			for y := max(b.Y, top); y < min(b.Y+b.Height, top+rows); y++ {
				for len(out) < y-top {
					out = append(out, "")
				}
				out = append(out, b.row(t, y-b.Y, l.Width))
			}
		}
	}
	if l.Height <= rows {
		return out
	}
	for len(out) < rows {
		out = append(out, "")
	}
	return append(out, t.Pad(t.Muted.Render(strings.Repeat(" ", margin)+hidden(t, says, above, below, l.Height-rows)), l.Width))
}

// hidden says how many notes are out of sight or, where it is none of them, how many lines.
func hidden(t *theme.Theme, l tongue.Tongue, above, below, lines int) string {
	if above == 0 && below == 0 {
		return t.Ellipsis + " " + l.Count(lines, "%d more line", "%d more lines")
	}
	var parts []string
	if above > 0 {
		parts = append(parts, l.Say("%d above", above))
	}
	if below > 0 {
		parts = append(parts, l.Say("%d below", below))
	}
	return t.Ellipsis + " " + strings.Join(parts, ", ")
}
