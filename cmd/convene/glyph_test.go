//go:build unix

package main

import (
	"fmt"
	"iter"
	"strings"
	"unicode/utf8"

	"convene/tui/tuitest"
)

// kind is how a cell is drawn.
type kind int

const (
	blank   kind = iota
	letters      // text, which runs on into the next cell
	sign         // one glyph that a font may have in another width, drawn in the middle of its cells
	stroke       // lines that meet those of other cells
	block        // areas that fill their part of the cell
)

func (k kind) String() string { return fmt.Sprint(int(k)) }

// arms are the lines from the middle of a cell to its sides: left, right, up, down.
const (
	left = 1 << iota
	right
	up
	down
	curved
	heavy
)

func armsOf(r rune) int {
	return map[rune]int{
		'─': left | right, '│': up | down, '━': left | right | heavy, '┃': up | down | heavy,
		'┌': right | down, '┐': left | down, '└': right | up, '┘': left | up,
		'╭': right | down | curved, '╮': left | down | curved, '╰': right | up | curved, '╯': left | up | curved,
		'├': up | down | right, '┤': up | down | left, '┬': left | right | down, '┴': left | right | up, '┼': left | right | up | down,
	}[r]
}

// area is the part of a cell that a block fills, in eighths: where it begins, and how large it is.
type area struct{ x, y, width, height int }

func areaOf(r rune) area {
	switch {
	case r == '█':
		return area{0, 0, 8, 8}
	case r == '▀':
		return area{0, 0, 8, 4}
	case r >= '▁' && r <= '▇':
		n := int(r - '▁' + 1)
		return area{0, 8 - n, 8, n}
	case r >= '▉' && r <= '▏':
		return area{0, 0, int('▐' - r), 8}
	case r == '▐':
		return area{4, 0, 4, 8}
	default:
		return area{}
	}
}

// kindOf is how a cell is drawn. Letters are those that every monospaced font has in one width.
func kindOf(c tuitest.Cell) kind {
	r, size := utf8.DecodeRuneInString(c.Content)
	switch {
	case strings.TrimSpace(c.Content) == "":
		return blank
	case areaOf(r) != (area{}):
		return block
	case armsOf(r) != 0:
		return stroke
	case size == len(c.Content) && c.Width == 1 && (r < 0x180 || strings.ContainsRune("–—…’“”·", r)):
		return letters
	default:
		return sign
	}
}

// runs are the cells that are drawn in one go: neighbours of which the same is said. A sign stands alone.
func runs(cells []tuitest.Cell, say func(tuitest.Cell) string) iter.Seq[[]tuitest.Cell] {
	return func(yield func([]tuitest.Cell) bool) {
		for begin := 0; begin < len(cells); {
			end := begin + 1
			for end < len(cells) && say(cells[end]) == say(cells[begin]) && kindOf(cells[begin]) != sign {
				end++
			}
			if !yield(cells[begin:end]) {
				return
			}
			begin = end
		}
	}
}

func cellsOf(run []tuitest.Cell) int {
	last := run[len(run)-1]
	return last.X + last.Width - run[0].X
}

func textOf(run []tuitest.Cell) string {
	var b strings.Builder
	for _, c := range run {
		b.WriteString(c.Content)
	}
	return b.String()
}

// blocks is the path of a run of blocks; neighbours of the same shape that touch become one.
func blocks(run []tuitest.Cell) string {
	var b strings.Builder
	for same := range runs(run, func(c tuitest.Cell) string { return c.Content }) {
		r, _ := utf8.DecodeRuneInString(same[0].Content)
		a, each := areaOf(r), same
		if a.width == 8 {
			each = same[:1]
		}
		width := cellWidth * a.width / 8
		if len(each) == 1 {
			width += (len(same) - 1) * cellWidth
		}
		for _, c := range each {
			fmt.Fprintf(&b, "M%d %gh%dv%gh-%dz", c.X*cellWidth+cellWidth*a.x/8, float64(cellHeight*a.y)/8, width, float64(cellHeight*a.height)/8, width)
		}
	}
	return b.String()
}

// strokes is the path of a run of lines.
func strokes(run []tuitest.Cell) string {
	const middle, half = cellHeight / 2, float64(cellWidth) / 2
	var b strings.Builder
	for same := range runs(run, func(c tuitest.Cell) string { return c.Content }) {
		r, _ := utf8.DecodeRuneInString(same[0].Content)
		arms := armsOf(r)
		if arms&^heavy == left|right {
			for thick := range 1 + arms/heavy { // twice, one above the other, is a heavy one
				fmt.Fprintf(&b, "M%d %dh%d", same[0].X*cellWidth, middle+thick, len(same)*cellWidth)
			}
			continue
		}
		for _, c := range same {
			x := float64(c.X*cellWidth) + half
			if arms&curved != 0 {
				b.WriteString(corner(arms, x))
				continue
			}
			for n, to := range []string{"h-4.5", "h4.5", "v-9", "v9"} { // left, right, up, down
				if arms&(1<<n) != 0 {
					fmt.Fprintf(&b, "M%g %d%s", x, middle, to)
				}
			}
		}
	}
	return b.String()
}

// corner is a curved one, from the upper or the lower side to the left or the right.
func corner(arms int, x float64) string {
	vertical, horizontal := cellHeight, x-float64(cellWidth)/2
	if arms&up != 0 {
		vertical = 0
	}
	if arms&right != 0 {
		horizontal = x + float64(cellWidth)/2
	}
	return fmt.Sprintf("M%g %dQ%g %d %g %d", x, vertical, x, cellHeight/2, horizontal, cellHeight/2)
}
