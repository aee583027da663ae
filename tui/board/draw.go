package board

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"convene/tui/theme"
)

// Draw draws what the windows show, in at most so many lines of at most the layout's width. Rows that cannot be seen
// cost nothing.
func (l Layout) Draw(t *theme.Theme, seen Windows, height int) []string {
	var lanes [][]string
	rows := 0
	for i := range l.Lanes {
		if lane := &l.Lanes[i]; lane.Shown {
			lines := append([]string{l.head(t, lane)}, lane.draw(t, seen[lane.Prompt].Top, lane.rows(height))...)
			lanes = append(lanes, lines[:min(len(lines), height)])
			rows = max(rows, len(lines))
		}
	}
	out := make([]string, min(rows, height))
	for y := range out {
		var b strings.Builder
		for i, lines := range lanes {
			if i > 0 {
				b.WriteString(strings.Repeat(" ", gutter))
			}
			row := ""
			if y < len(lines) {
				row = lines[y]
			}
			b.WriteString(t.Pad(row, l.Lanes[0].Width)) // all lanes are equally wide
		}
		out[y] = b.String()
	}
	return out
}

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
			return t.Key.Render(l.other) + " " + t.Muted.Render(Cut(t, other.label, shown.Width/3))
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

// draw draws so many rows of the lane, from the row top on, and what is hidden if there is more.
func (l *Lane) draw(t *theme.Theme, top, rows int) []string {
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
	return append(out, t.Muted.Render(strings.Repeat(" ", margin)+hidden(t, above, below)))
}

// hidden says how many notes are out of sight.
func hidden(t *theme.Theme, above, below int) string {
	var parts []string
	if above > 0 {
		parts = append(parts, fmt.Sprintf("%d above", above))
	}
	if below > 0 {
		parts = append(parts, fmt.Sprintf("%d below", below))
	}
	return strings.TrimSpace(t.Ellipsis + " " + strings.Join(parts, ", "))
}

// row draws one row of a box. A row that is selected is one band from end to end.
func (b *Box) row(t *theme.Theme, i, width int) string {
	lead, right := b.lead(t, i), ""
	if i == 0 {
		right = b.right
	}
	if band, ok := b.band(t); ok {
		return band.Render(t.Spread(lead+b.lines[i], right, width))
	}
	if right != "" {
		right = t.Muted.Render(right)
	}
	bar, words := b.styles(t)
	return t.Spread(bar.Render(lead)+words.Render(b.lines[i]), right, width)
}

// band is the style of a row that is selected, or that something would be dropped on.
func (b *Box) band(t *theme.Theme) (lipgloss.Style, bool) {
	switch {
	case b.Kind == Preview, b.Kind == Opening && b.focus:
		return t.Carry, true
	case b.focus:
		return t.Select, true
	default:
		return lipgloss.Style{}, false
	}
}

// lead is what stands before the text: the pointer, then the bar or what has taken its place, then the bullet.
func (b *Box) lead(t *theme.Theme, i int) string {
	pointer, bar, bullet := " ", " ", ""
	switch b.Kind {
	case Title:
		bar = t.Bar
	case Member:
		bar, bullet = t.Bar, "  "
		if i == 0 {
			bullet = t.Bullet + " "
		}
	case Lone:
		bar = bracket(t, i, b.Height)
	case Parked:
		if i == 0 {
			bar = t.Parked
		}
	case Opening:
		bullet = t.Rule + " "
	case Preview:
		bullet = t.Hand + " "
	case Caption:
	}
	if i > 0 {
		return " " + bar + " " + bullet
	}
	switch {
	case b.ghost:
		bar = t.Hand
	case b.marked:
		bar = t.Done
	}
	if b.focus && b.Kind != Preview {
		pointer = t.Point
	}
	if b.focus && b.Kind == Opening {
		bullet = t.Hand + " "
	}
	return pointer + bar + " " + bullet
}

// bracket is a row's part of the line along a note that stands alone. The plain glyphs have one corner for all four,
// which would not look like one.
func bracket(t *theme.Theme, i, height int) string {
	switch {
	case height > 1 && t.Frame.TopLeft == t.Frame.BottomLeft:
		return t.Frame.Side
	case height == 1:
		return t.Frame.Top
	case i == 0:
		return t.Frame.TopLeft
	case i == height-1:
		return t.Frame.BottomLeft
	default:
		return t.Frame.Side
	}
}

// styles are those of the bar and of the words.
func (b *Box) styles(t *theme.Theme) (bar, words lipgloss.Style) {
	switch {
	case b.ghost:
		return t.Muted, t.Muted
	case b.marked && b.Kind != Title:
		return t.Good, t.Text
	case b.Kind == Title && b.hint:
		return t.Accent.Bold(false), t.Warn
	case b.Kind == Title:
		return t.Accent.Bold(false), t.Title
	case b.Kind == Member:
		return t.Accent.Bold(false), t.Text
	case b.Kind == Lone:
		return t.Faint, t.Text
	default:
		return t.Muted, t.Muted
	}
}
