package text

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/clipperhouse/uax29/v2/graphemes"
)

// Len returns the length of a text in characters as a reader sees them: grapheme clusters of UAX #29. A letter with its
// accents is one, and so is a family of emoji.
func Len(s string) int {
	n := 0
	for g := graphemes.FromString(s); g.Next(); {
		n++
	}
	return n
}

// Clip returns the first so many grapheme clusters of a text, without a space at the end; all of it when it has no
// more. Zero or less gives the empty text. Clipped clean text is clean.
func Clip(s string, graphemeCount int) string {
	end := 0
	g := graphemes.FromString(s)
	for range graphemeCount {
		if !g.Next() {
			return s
		}
		end = g.End()
	}
	return strings.TrimRight(s[:end], " ")
}

// Cells returns how many terminal columns a text takes. Wide characters and emoji take two, marks none, and characters
// of ambiguous width one. It is what the UI's libraries count, so a layout and a limit never disagree. Escape
// sequences are not understood: clean text has none.
func Cells(s string) int {
	return displaywidth.String(s)
}
