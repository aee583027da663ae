package tui

import (
	"convene/tui/board"
	"convene/tui/theme"
)

// wallSpotlight is one note, or a cluster with its notes, as large as the window allows.
func wallSpotlight(st stage, w board.Wall, lit board.Ref) []string {
	t := st.theme
	if _, ok := t.Lettered(w.Text(lit), st.width, 1); !ok {
		return board.Spotlight(t, w, lit, st.width, st.height)
	}
	const edge = 2 // the bar at the left
	lines := posted(st, func(l lettering) []part {
		text := l.write(st, t.Strong, w.Text(lit), st.width-edge)
		for i := range text {
			text[i] = t.Accent.Bold(false).Render(t.Bar) + " " + text[i]
		}
		parts := []part{{lines: text}}
		if p, ok := w.Pile(lit.Cluster); ok {
			for _, c := range p.Notes {
				if p.Title == "" && c.ID == p.Notes[0].ID {
					continue // it is the label already
				}
				note := theme.Wrap(c.Text, st.width-2*edge)
				for i := range note {
					mark := "    "
					if i == 0 {
						mark = "  " + t.Accent.Render(t.Bullet) + " "
					}
					note[i] = mark + t.Text.Render(note[i])
				}
				parts = append(parts, part{lines: note, gives: 1})
			}
		}
		return parts
	})
	return inMiddle(st, lines)
}
