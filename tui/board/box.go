package board

import (
	"charm.land/lipgloss/v2"

	"convene/tui/theme"
)

// row draws one row of a box. A row that is selected is one band from end to end.
func (b *Box) row(t *theme.Theme, i, width int) string {
	lead, counts, others := b.lead(t, i), "", ""
	if i == 0 {
		counts = b.right
	}
	if b.others.words != "" && i == b.others.row {
		others = b.others.words
	}
	if band, ok := b.band(t); ok {
		return band.Render(t.Spread(lead+b.lines[i], atEnd(others, counts), width))
	}
	if counts != "" {
		counts = t.Muted.Render(counts)
	}
	if others != "" {
		style := t.Muted
		if b.others.holds {
			style = t.Warn
		}
		others = style.Render(others)
	}
	bar, words := b.styles(t)
	return t.Spread(bar.Render(lead)+words.Render(b.lines[i]), atEnd(others, counts), width)
}

// atEnd puts what there is of two things at the end of a row.
func atEnd(others, counts string) string {
	if others == "" || counts == "" {
		return others + counts
	}
	return others + "  " + counts
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
	case b.ghost, b.held && b.Kind != Preview:
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
	case b.ghost, b.held:
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
