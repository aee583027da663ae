package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"convene/tui/theme"
)

// wallPlaque frames what the group has chosen, in letters as large as so many rows allow.
func wallPlaque(st stage, text string, rows int) []string {
	t, f := st.theme, st.theme.Frame
	const edges, beside = 2, 4 // rows of the frame; cells between its sides and the letters
	inner := largest(st).within(st, t.Accent, text, st.width-2*beside-2, max(1, rows-edges))
	if len(inner) < theme.LetterRows {
		return plaque(st, text)
	}
	inner = slices.Concat([]string{""}, trimmed(inner), []string{""})
	width := 0
	for _, l := range inner {
		width = max(width, theme.Width(l))
	}
	edge, gap := t.Accent.Bold(false), strings.Repeat(" ", beside)
	bar := strings.Repeat(f.Top, width+2*beside)
	lines := []string{edge.Render(f.TopLeft + bar + f.TopRight)}
	for _, l := range inner {
		left := (width - theme.Width(l)) / 2
		lines = append(lines, edge.Render(f.Side)+gap+t.Pad(strings.Repeat(" ", left)+l, width)+gap+edge.Render(f.Side))
	}
	lines = append(lines, edge.Render(f.BottomLeft+bar+f.BottomRight))
	for i := range lines {
		lines[i] = t.Centred(lines[i], st.width)
	}
	return lines
}

// trimmed leaves out the blank lines above and below letters: the room for accents, and for what hangs below.
func trimmed(lines []string) []string {
	ink := func(l string) bool { return strings.TrimSpace(ansi.Strip(l)) != "" }
	first := slices.IndexFunc(lines, ink)
	last := len(lines)
	for last > first+1 && !ink(lines[last-1]) {
		last--
	}
	return lines[max(0, first):last]
}
