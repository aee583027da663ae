package tui

import (
	"strings"

	"convene/tui/board"
)

// wallBoard is the notes, all of them as far as they fit; the force field once it has been weighed; or what the
// spotlight is on.
func wallBoard(st stage) []string {
	v := st.view
	w := board.Wall{Columns: v.Columns}
	if lit := spotlit(v); lit.Somewhere() {
		return wallSpotlight(st, w, lit)
	}
	if weighed(v) {
		return forceDiagram(st, v.Canvas.Forces, st.width, st.height)
	}
	p := board.Poster{Columns: v.Columns, People: onBoard(st), Large: st.height >= smallType}
	for _, c := range v.Columns {
		p.Labels = append(p.Labels, wordsFor(c.Prompt).label)
		p.Sentences = append(p.Sentences, v.Sentence[c.Prompt.Section()])
	}
	return p.Draw(st.theme, st.width, st.height)
}

// onBoard says who is on what: a few names, with a hand for what is carried.
func onBoard(st stage) map[board.Ref]string {
	t := st.theme
	out := make(map[board.Ref]string)
	for _, p := range otherPointers(st.view) {
		mark := t.Theirs
		if p.Holds {
			mark = t.Hand
		}
		if p.On.Somewhere() {
			out[p.On] = strings.TrimSpace(out[p.On] + " " + mark + " " + t.Cut(p.Name, 12))
		}
	}
	return out
}
