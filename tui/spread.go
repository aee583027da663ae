package tui

import (
	"fmt"
	"strings"

	"convene/workshop"
)

// countOf is how often a colour was answered.
func countOf(s workshop.Spread, c workshop.Colour) int {
	switch c {
	case workshop.Green:
		return s.Green
	case workshop.Yellow:
		return s.Yellow
	case workshop.Red:
		return s.Red
	default:
		return 0
	}
}

// spreadLines are how the group has answered a card: a bar for each colour, green first, with as many free lines between them. Before
// there are enough answers they say only how many there are.
func spreadLines(st stage, s workshop.Spread, width, between int) []string {
	t := st.theme
	if !s.Told() {
		return styled(t.Muted, wrapped(st, tooFewWords(st, s)))
	}
	var out []string
	most := max(s.Green, s.Yellow, s.Red)
	for i, look := range shades(st)[:3] {
		n := countOf(s, look.colour)
		bar := strings.Repeat(t.Fill, barCells(n, most, max(0, width-14)))
		if i > 0 {
			out = append(out, make([]string, between)...)
		}
		out = append(out, "  "+look.sign()+"  "+look.style.Render(bar)+" "+t.Strong.Render(fmt.Sprint(n)))
	}
	return out
}

// tooFewWords say that a card stays hidden, and why.
func tooFewWords(st stage, s workshop.Spread) string {
	return st.Count(s.Answered, "%d answer. It stays hidden: %d are needed, so that nobody can be found out.",
		"%d answers. They stay hidden: %d are needed, so that nobody can be found out.", s.Answered, workshop.MinAnswers)
}

// splitWords point out what such a group should talk about.
func splitWords(st stage) string { return st.Say("You see this differently. Talk about that first.") }
