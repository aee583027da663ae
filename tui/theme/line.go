package theme

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Width is how many cells a styled string takes.
func Width(s string) int { return ansi.StringWidth(s) }

// Cut shortens a string to so many cells, with an ellipsis when something is left out; never inside a character.
func (t *Theme) Cut(s string, cells int) string {
	if cells <= 0 {
		return ""
	}
	if !strings.Contains(s, "\x1b") {
		return t.cutPlain(s, cells)
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
