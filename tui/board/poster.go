package board

import (
	"strings"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
)

// Poster is a wall to be read from afar: all columns at once, as much of their notes as fits, nothing selected and
// nothing to scroll.
type Poster struct {
	tongue.Tongue // says what is not the group's own in the language of their workshop

	Columns   []workshop.Column
	Labels    []string       // what people call the columns, one each
	Sentences []string       // what the group has agreed on, one for each column; may be empty
	Large     bool           // titles and notes are written in letters of blocks where they fit
	People    map[Ref]string // who is on a note or a cluster, or carries it, in a few words
	Rows      *Rows          // remembers how texts are broken; nil: nothing does
}

// posterGutter is between the columns of a poster: a line, with room on both sides.
const posterGutter = 5

// Draw draws the poster in at most so many lines of at most so many cells. Where notes have no room, it says how many.
func (p Poster) Draw(t *theme.Theme, width, height int) []string {
	n := len(p.Columns)
	if n == 0 || height < 1 {
		return nil
	}
	each := max(1, (width-posterGutter*(n-1))/n)
	columns := make([][]string, n)
	for i, col := range p.Columns {
		head := p.head(t, i, each, height)
		columns[i] = append(head, p.body(t, col, each, height-len(head))...)
	}
	lines := abreast(t, columns, each, "  "+t.Faint.Render(t.Frame.Side)+"  ")
	return lines[:min(len(lines), height)]
}

// head is a column's label with its counts, and the sentence that the group has agreed on.
func (p Poster) head(t *theme.Theme, i, width, height int) []string {
	col, label := p.Columns[i], ""
	if i < len(p.Labels) {
		label = p.Labels[i]
	}
	title := t.Accent.Render(label)
	notes, clusters := size(col)
	if counts := inAll(p.Tongue, notes, clusters); theme.Width(label)+theme.Width(counts)+2 <= width {
		title += "  " + t.Muted.Render(counts)
	}
	lines := []string{t.Cut(title, width)}
	if i < len(p.Sentences) && p.Sentences[i] != "" && height >= 12 {
		for _, l := range clip(t, p.Sentences[i], width, noteRows) {
			lines = append(lines, t.Strong.Render(l))
		}
	}
	if height >= 12 {
		lines = append(lines, "")
	}
	return lines[:min(len(lines), height)]
}

// abreast puts columns of equal width next to one another, with something between them.
func abreast(t *theme.Theme, columns [][]string, width int, between string) []string {
	rows := 0
	for _, c := range columns {
		rows = max(rows, len(c))
	}
	out := make([]string, rows)
	for y := range out {
		var b strings.Builder
		for i, c := range columns {
			if i > 0 {
				b.WriteString(between)
			}
			line := ""
			if y < len(c) {
				line = c[y]
			}
			b.WriteString(t.Pad(line, width))
		}
		out[y] = b.String()
	}
	return out
}

// leftOut says what has no room.
func (p Poster) leftOut(t *theme.Theme, rest []stack) string {
	notes := 0
	for _, s := range rest {
		notes += s.notes
	}
	if notes == 0 {
		return ""
	}
	return t.Ellipsis + " " + p.Count(notes, "%d more note", "%d more notes")
}
