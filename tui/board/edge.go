package board

import (
	"strings"

	"convene/tui/theme"
)

// Cells that the edges of a card take: at the right of a row a space and the edge; of an upper or lower edge, beside
// its words, a space, one of the line at least, and the line's end with the corner.
const (
	sideCells = 2
	edgeCells = 4
)

// edged says whether a row of the box is an upper or lower edge of its card.
func (b *Box) edged(row int) bool {
	return b.card && (b.Kind == Title && row == 0 || b.Kind == Foot || b.Kind == Preview)
}

// around is how many cells a row of the box takes beside its words and what stands at its right end.
func (b *Box) around(row int) int {
	n := margin
	switch {
	case b.Kind == Member, b.Kind == Opening, b.Kind == Preview, b.folded:
		n += indent
	case b.edged(row):
		n++
	}
	switch {
	case b.edged(row) && b.right != "":
		n += edgeCells + 1
	case b.edged(row):
		n += edgeCells
	case b.card:
		n += sideCells
	}
	return n
}

// tail is the right end of a row: who is here, the counts, and the edge of the card.
func (b *Box) tail(t *theme.Theme, i int, edge, others, counts theme.Style) string {
	tag, right := "", ""
	if i == 0 {
		right = b.right
	}
	if i == b.others.row {
		tag = b.others.words
	}
	var out strings.Builder
	put := func(style theme.Style, words string) {
		if words != "" {
			out.WriteString(style.Render(words))
		}
	}
	switch {
	case b.edged(i):
		if tag != "" {
			put(edge, " ")
			put(others, tag)
			put(edge, " ")
		}
		if tag != "" && right != "" {
			put(edge, t.Frame.Top)
		}
		if right != "" {
			put(edge, " ")
			put(counts, right)
			put(edge, " ")
		}
		corner := t.Frame.BottomRight
		if b.Kind == Title {
			corner = t.Frame.TopRight
		}
		put(edge, t.Frame.Top+corner)
	default:
		if tag != "" {
			put(edge, " ")
			put(others, tag)
			if right != "" {
				put(edge, " ")
			}
		}
		if right != "" {
			put(edge, " ")
			put(counts, right)
		}
		if b.card {
			put(edge, " "+t.Frame.Side)
		}
	}
	return out.String()
}
