package theme

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Width is how many cells a styled string takes.
func Width(s string) int {
	if cells, simple := simpleWidth(s); simple {
		return cells
	}
	return ansi.StringWidth(s)
}

// simpleWidth counts the cells of a text that has only letters of one cell each, and styles. Nearly all that is on a screen is such,
// and asking the library for each of its characters takes a quarter of the time that a screen takes.
func simpleWidth(s string) (cells int, simple bool) {
	for i := 0; i < len(s); {
		switch b := s[i]; {
		case b >= ' ' && b < 0x7f:
			cells++
			i++
		case b == '\x1b':
			n := styleLength(s[i:])
			if n == 0 {
				return 0, false
			}
			i += n
		case b < utf8.RuneSelf:
			return 0, false
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if !takesOneCell(r) {
				return 0, false
			}
			cells++
			i += n
		}
	}
	return cells, true
}

// styleLength is how many bytes a style takes that a text begins with; zero if it begins with anything else.
func styleLength(s string) int {
	if len(s) < 3 || s[1] != '[' {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch b := s[i]; {
		case b == 'm':
			return i + 1
		case b != ';' && b != ':' && (b < '0' || b > '9'):
			return 0
		}
	}
	return 0
}

// takesOneCell says of a few kinds of characters that each takes one cell whatever stands beside it: Latin letters, dashes and
// quotes, boxes and blocks.
func takesOneCell(r rune) bool {
	return r >= 0xa0 && r < 0x250 && r != 0xad || r >= 0x2010 && r <= 0x2027 || r >= 0x2500 && r < 0x25a0
}

// Cut shortens a string to so many cells, with an ellipsis when something is left out; never inside a character.
func (t *Theme) Cut(s string, cells int) string {
	if cells <= 0 {
		return ""
	}
	if !strings.Contains(s, "\x1b") {
		return t.cutPlain(s, cells)
	}
	if Width(s) <= cells {
		return s
	}
	// The library counts a character that begins with an ASCII letter short, so what it returns is measured again.
	for n := cells; n > 0; n-- {
		if cut := ansi.Truncate(s, n, t.Ellipsis); Width(cut) <= cells {
			return cut
		}
	}
	return ""
}

// Pad fills a styled string with spaces to so many cells, or cuts it.
func (t *Theme) Pad(s string, cells int) string {
	s = t.Cut(s, cells)
	return s + strings.Repeat(" ", max(0, cells-Width(s)))
}

// Centred puts a styled string in the middle of so many cells.
func (t *Theme) Centred(s string, cells int) string {
	s = t.Cut(s, cells)
	return strings.Repeat(" ", max(0, (cells-Width(s))/2)) + s
}

// Spread puts one string at the left end and one at the right end of so many cells. The left one gives way.
func (t *Theme) Spread(left, right string, cells int) string {
	if Width(right) == 0 {
		return t.Pad(left, cells)
	}
	right = t.Cut(right, cells)
	return t.Pad(left, max(0, cells-Width(right)-1)) + strings.Repeat(" ", min(1, cells-Width(right))) + right
}

// Line draws a horizontal rule.
func (t *Theme) Line(cells int) string { return t.Faint.Render(strings.Repeat(t.Rule, max(0, cells))) }
