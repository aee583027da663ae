package board

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"convene/tui/theme"
)

// ghostCells is the widest that what is carried by the mouse is drawn.
const ghostCells = 32

// Ghost lays what is carried over lines that were drawn, in one row from a cell on, or as near as there is room for it.
// It is cut with an ellipsis where it is too long. The lines are left as they are, and nothing under the ghost moves.
func (l Layout) Ghost(t *theme.Theme, lines []string, r Ref, x, y int) []string {
	if y < 0 || y >= len(lines) || !r.Somewhere() {
		return lines
	}
	words := t.Cut(t.Hand+" "+l.wall.Text(r), min(ghostCells, l.Width)-2)
	ghost := t.Carry.Render(" " + words + " ")
	out := slices.Clone(lines)
	out[y] = over(lines[y], ghost, max(0, min(x, l.Width-theme.Width(ghost))))
	return out
}

// over lays a piece over a styled line from a cell on. Where it covers half of a wide character, a space is left of the
// other half.
func over(line, piece string, x int) string {
	end := x + theme.Width(piece)
	rest := max(0, theme.Width(line)-end)
	// The library counts a character that begins with an ASCII letter short, so what it returns is measured again.
	left, right := ansi.Truncate(line, x, ""), ansi.TruncateLeft(line, end, "")
	for n := x - 1; n >= 0 && theme.Width(left) > x; n-- {
		left = ansi.Truncate(line, n, "")
	}
	for n := end + 1; theme.Width(right) > rest; n++ {
		right = ansi.TruncateLeft(line, n, "")
	}
	return left + strings.Repeat(" ", x-theme.Width(left)) + piece + strings.Repeat(" ", rest-theme.Width(right)) + right
}
