package board

import "convene/tui/theme"

// maxRows is how many texts are remembered, in all the widths that they have had. A wall that is larger is broken anew.
const maxRows = 16384

// Rows remembers how texts are broken into rows: a wall is laid out at every key and for every picture, and hardly any of
// its texts has changed. It belongs to one goroutine. The zero Rows is ready for use; a nil one remembers nothing.
type Rows struct{ known map[broken][]string }

// broken is a text, the room that it has, and what it ends in when it has too little.
type broken struct {
	words       string
	width, rows int
	ellipsis    string
}

// clip is clip, from memory where it can. What it returns is not to be changed.
func (r *Rows) clip(t *theme.Theme, words string, width, rows int) []string {
	if r == nil {
		return clip(t, words, width, rows)
	}
	text := broken{words, width, rows, t.Ellipsis}
	lines, known := r.known[text]
	if !known {
		if r.known == nil || len(r.known) >= maxRows {
			r.known = make(map[broken][]string)
		}
		lines = clip(t, words, width, rows)
		r.known[text] = lines
	}
	return lines
}
