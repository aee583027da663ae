package board

import (
	"strings"

	"convene/tui/theme"
)

// Sizes of what the spotlight shows, in cells.
const (
	spotEdge   = 4  // the frame, and a free cell, left and right
	spotWidest = 96 // a line is never longer
)

// Spotlight draws one note, or a cluster with its notes, large in the middle of so many cells and lines.
func Spotlight(t *theme.Theme, w Wall, r Ref, width, height int) []string {
	room := max(1, min(width-2*spotEdge, spotWidest))
	rows := max(1, height-6) // without the frame, a free row inside it, and one around it
	inner := large(t, w.Text(r), room, rows)
	if p, ok := w.Pile(r.Cluster); ok {
		first := 0
		if p.Title == "" {
			first = 1 // it is the label already
		}
		inner = append(inner, "")
		for i, c := range p.Notes[min(first, len(p.Notes)):] {
			lines := clip(t, c.Text, max(1, room-indent), noteRows)
			if len(inner)+len(lines) > rows-1 {
				inner = append(inner, t.Muted.Render(t.Ellipsis+" "+w.Say("%d more", len(p.Notes)-first-i)))
				break
			}
			for k, l := range lines {
				mark := "  "
				if k == 0 {
					mark = t.Accent.Render(t.Bullet) + " "
				}
				inner = append(inner, mark+t.Text.Render(l))
			}
		}
	}
	return framed(t, inner, width, height)
}

// large is a text as large as it can be read: its letters spaced where the script and the room allow it.
func large(t *theme.Theme, words string, width, rows int) []string {
	lines := theme.Wrap(words, max(1, width/2))
	if len(lines) > rows || theme.Spaced(words) == words {
		lines = clip(t, words, width, rows)
	} else {
		for i, l := range lines {
			lines[i] = theme.Spaced(l)
		}
	}
	for i, l := range lines {
		lines[i] = t.Strong.Render(l)
	}
	return lines
}

// framed puts lines into a frame in the middle.
func framed(t *theme.Theme, inner []string, width, height int) []string {
	w := 0
	for _, l := range inner {
		w = max(w, theme.Width(l))
	}
	f, edge := t.Frame, t.Accent.Bold(false)
	row := func(s string) string {
		return edge.Render(f.Side) + "   " + t.Pad(s, w) + "   " + edge.Render(f.Side)
	}
	box := []string{edge.Render(f.TopLeft + strings.Repeat(f.Top, w+6) + f.TopRight), row("")}
	for _, l := range inner {
		box = append(box, row(l))
	}
	box = append(box, row(""), edge.Render(f.BottomLeft+strings.Repeat(f.Top, w+6)+f.BottomRight))
	out := make([]string, max(0, (height-len(box))/2))
	for _, l := range box {
		out = append(out, t.Centred(l, width))
	}
	return out[:min(len(out), height)]
}
