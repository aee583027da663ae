package tui

import (
	"strconv"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// agendaBar draws an agenda as one bar, each block as wide as its time; what is kept in reserve is a thinner line. The
// chosen block, when there is one, is thicker.
func agendaBar(st stage, a workshop.Agenda, chosen workshop.Step, width int) []string {
	t := st.theme
	total := int(a.Total())
	bar, names, used, sum := "", "", 0, 0
	for _, b := range a {
		sum += int(b.Box)
		cells := sum*width/max(1, total) - used
		used += cells
		glyph, style, label := t.Walked, t.Accent.Bold(false), t.Muted
		switch {
		case chosen != "" && b.Step == chosen:
			glyph, label = t.Fill, t.Strong
		case b.Step == workshop.StepReserve:
			glyph, style = t.ToWalk, t.Muted
		}
		bar += style.Render(strings.Repeat(glyph, max(0, cells-1))) + strings.Repeat(" ", min(1, cells))
		names += t.Pad(label.Render(blockLabel(st.view, b, cells)), cells)
	}
	return []string{bar, names}
}

// blockLabel is as much of a block's name and minutes as so many cells have room for.
func blockLabel(v workshop.View, b workshop.Block, cells int) string {
	label := strconv.Itoa(b.Box.Minutes())
	name := barName(v, b.Step)
	switch {
	case theme.Width(name)+len(label)+2 <= cells:
		return name + " " + label
	case len(label) >= cells:
		return "" // it would touch the next
	default:
		return label
	}
}

// barName is what a block is called on the bar: those that are no numbered step are less loud.
func barName(v workshop.View, s workshop.Step) string {
	switch l := in(v); s {
	case workshop.StepWelcome:
		return l.Say("welcome")
	case workshop.StepClosing:
		return l.Say("closing")
	case workshop.StepReserve:
		return l.Say("reserve")
	default:
		return blockName(v, s)
	}
}
