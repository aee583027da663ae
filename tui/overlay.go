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
	at := boxOver(len(lines), inner, width)
	w := at.inner
	f := t.Frame
	edge := t.Accent.Bold(false)
	box := []string{edge.Render(f.TopLeft + strings.Repeat(f.Top, w+4) + f.TopRight)}
	for _, l := range inner {
		box = append(box, edge.Render(f.Side)+"  "+t.Pad(l, w)+"  "+edge.Render(f.Side))
	}
	box = append(box, edge.Render(f.BottomLeft+strings.Repeat(f.Top, w+4)+f.BottomRight))
	page := lipgloss.NewLayer(strings.Join(lines, "\n"))
	front := lipgloss.NewLayer(strings.Join(box, "\n")).X(at.x).Y(at.y).Z(1)
	c := lipgloss.NewCanvas(width, len(lines))
	c.Compose(lipgloss.NewCompositor(page, front))
	return strings.Split(c.Render(), "\n")
}

// boxSide is what stands at the left of a dialog's lines: the frame's side and two cells.
const boxSide = 3

// placed is where a box stands on the screen: its upper left corner, and how wide what is in it is.
type placed struct{ x, y, inner int }

// boxOver is where a dialog's box stands over so many lines.
func boxOver(lines int, inner []string, width int) placed {
	w := 0
	for _, l := range inner {
		w = max(w, theme.Width(l))
	}
	w = min(w, width-2*boxSide)
	return placed{max(0, (width-w-2*boxSide)/2), max(0, (lines-len(inner)-2)/2), w}
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
