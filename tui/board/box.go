package board

import (
	"strings"

	"convene/tui/theme"
)

// row draws one row of a box. A row that is selected is one band from end to end.
func (b *Box) row(t *theme.Theme, i, width int) string {
	edge, words := b.styles(t)
	others, counts := t.Muted, t.Muted
	if b.others.holds {
		others = t.Warn
	}
	if band, ok := b.band(t); ok {
		edge, words, others, counts = band, band, band, band
	}
	lead, line, fill := b.lead(t, i), b.lines[i], " "
	tail := b.tail(t, i, edge, others, counts)
	room := max(0, width-theme.Width(lead)-theme.Width(tail))
	if b.edged(i) {
		fill = t.Frame.Top
		if line = t.Cut(line, room-2); line != "" {
			line += " "
		}
	} else {
		line = t.Cut(line, room)
	}
	free := max(0, room-theme.Width(line))
	drawn := edge.Render(lead) + marked(line, b.find, words)
	if free > 0 {
		drawn += edge.Render(strings.Repeat(fill, free))
	}
	if drawn += tail; room == 0 {
		return t.Pad(drawn, width) // there may be less room than none
	}
	return drawn
}

// marked draws words, with what was looked for underlined. (The library underlines character by character, which takes
// accents off their letters.)
func marked(words string, find *Search, style theme.Style) string {
	switch {
	case words == "":
		return ""
	case !find.narrows():
		return style.Render(words)
	}
	var out strings.Builder
	last := 0
	for _, at := range find.in(words) {
		out.WriteString(words[last:at[0]] + underlined + words[at[0]:at[1]] + notUnderlined)
		last = at[1]
	}
	return style.Render(out.String() + words[last:])
}

// What a terminal is told to begin and to end an underline.
const underlined, notUnderlined = "\x1b[4m", "\x1b[24m"

// band is the style of a row that is selected, or that something would be dropped on.
func (b *Box) band(t *theme.Theme) (theme.Style, bool) {
	switch {
	case b.Kind == Preview, b.Kind == Opening && b.focus:
		return t.Carry, true
	case b.focus:
		return t.Select, true
	default:
		return theme.Style{}, false
	}
}

// lead is what stands before the text: the pointer, then the edge or the bar or what has taken its place, then the
// bullet.
func (b *Box) lead(t *theme.Theme, i int) string {
	pointer, bar, gap, bullet := " ", " ", " ", ""
	if b.card {
		bar = t.Frame.Side
	}
	switch b.Kind {
	case Title:
		switch {
		case b.edged(i):
			bar, gap = t.Frame.TopLeft, t.Frame.Top
		case !b.card:
			bar = t.Bar
		}
		switch {
		case b.folded && i == 0:
			bullet = t.Folded + " "
		case b.folded:
			bullet = "  "
		case b.card:
			bullet = " "
		}
	case Member:
		if !b.card {
			bar = t.Bar
		}
		if bullet = "  "; i == 0 {
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
		if bullet = t.Hand + " "; b.card {
			bar = t.Frame.BottomLeft
		}
	case Foot:
		bar, gap = t.Frame.BottomLeft, t.Frame.Top
	case Caption:
	}
	if i > 0 {
		return " " + bar + gap + bullet
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
	return pointer + bar + gap + bullet
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

// styles are those of the edge or bar, and of the words.
func (b *Box) styles(t *theme.Theme) (edge, words theme.Style) {
	edge, words = t.Muted, t.Muted
	switch {
	case b.Kind == Title && b.hint:
		words = t.Warn
	case b.Kind == Title:
		words = t.Title
	case b.Kind == Member, b.Kind == Lone:
		words = t.Text
	}
	switch {
	case b.ghost, b.held:
		return t.Muted, t.Muted
	case b.marked:
		return t.Good, words
	case b.lit, !b.card && (b.Kind == Title || b.Kind == Member):
		return t.Accent.Bold(false), words
	case b.card, b.Kind == Lone:
		return t.Faint, words
	}
	return edge, words
}
