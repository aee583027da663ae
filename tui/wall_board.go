package tui

import (
	"strings"

	"convene/tui/board"
	"convene/workshop"
)

// wallBoard is the notes, all of them as far as they fit; the force field once it has been weighed; or what the
// spotlight is on. It is drawn anew whenever somebody moves on the board: rows remembers.
func wallBoard(st stage, rows *board.Rows) []string {
	v := st.view
	w := board.Wall{Tongue: st.Tongue, Columns: v.Columns}
	if lit := spotlit(v); lit.Somewhere() {
		return wallSpotlight(st, w, lit)
	}
	if weighed(v) {
		return forceDiagram(st, v.Canvas.Forces, st.width, st.height)
	}
	if r, ok := dotted(v); ok && dotsStand(v, r) {
		rows, _ := dotRows(v, r)
		return verdict{details: []string{st.Say("What matters most here, by dots")}, result: r, rows: rows}.draw(st)
	}
	var above []string
	if words := coverageWords(v); v.At.Phase == workshop.PhaseShare && words != "" {
		above = []string{st.theme.Muted.Render(st.theme.Cut(words, st.width)), ""}
	}
	p := board.Poster{Tongue: st.Tongue, Columns: v.Columns, People: onBoard(st), Large: st.height >= smallType, Rows: rows}
	for _, c := range v.Columns {
		p.Labels = append(p.Labels, wordsFor(v, c.Prompt).label)
		p.Sentences = append(p.Sentences, v.Sentence[c.Prompt.Section()])
	}
	return append(above, p.Draw(st.theme, st.width, st.height-len(above))...)
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
