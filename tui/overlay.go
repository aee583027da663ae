package tui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"convene/tui/theme"
)

// over draws a dialog's lines in a box in the middle of the screen's lines. Where there are too many of them, the last
// two, which say how to answer, stay.
func over(t *theme.Theme, lines, inner []string, width int) []string {
	const answer = 2
	if room := len(lines) - 2; len(inner) > room {
		kept := append([]string{}, inner[:room-answer-1]...)
		inner = append(append(kept, t.Muted.Render(t.Ellipsis)), inner[len(inner)-answer:]...)
	}
	w := 0
	for _, l := range inner {
		w = max(w, theme.Width(l))
	}
	w = min(w, width-6)
	f := t.Frame
	edge := t.Accent.Bold(false)
	box := []string{edge.Render(f.TopLeft + strings.Repeat(f.Top, w+4) + f.TopRight)}
	for _, l := range inner {
		box = append(box, edge.Render(f.Side)+"  "+t.Pad(l, w)+"  "+edge.Render(f.Side))
	}
	box = append(box, edge.Render(f.BottomLeft+strings.Repeat(f.Top, w+4)+f.BottomRight))
	y, x := max(0, (len(lines)-len(box))/2), max(0, (width-w-6)/2)
	page := lipgloss.NewLayer(strings.Join(lines, "\n"))
	front := lipgloss.NewLayer(strings.Join(box, "\n")).X(x).Y(y).Z(1)
	c := lipgloss.NewCanvas(width, len(lines))
	c.Compose(lipgloss.NewCompositor(page, front))
	return strings.Split(c.Render(), "\n")
}

// middle puts lines in the middle of the body.
func middle(st stage, lines []string) []string {
	w := 0
	for _, l := range lines {
		w = max(w, theme.Width(l))
	}
	out := make([]string, max(0, (st.height-len(lines))/2))
	for _, l := range lines {
		out = append(out, strings.Repeat(" ", max(0, (st.width-w)/2))+l)
	}
	return out
}
