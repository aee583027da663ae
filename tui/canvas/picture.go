package canvas

import (
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// arrangement is the format's picture: the sections of the three columns, from the top down.
var arrangement = [...][]workshop.Section{
	{workshop.SectionVision, workshop.SectionMeasures},
	{workshop.SectionImportance, workshop.SectionWhoWhat, workshop.SectionCommunication},
	{workshop.SectionHow, workshop.SectionResources},
}

// cell is one box of the picture.
type cell struct {
	lines  []string
	height int // rows, without the frame
}

// picture draws the seven sections in three columns in one frame.
func (l speech) picture(t *theme.Theme, c workshop.Canvas, width int) []string {
	widths := columnWidths(width)
	var columns [len(arrangement)][]cell
	for i, sections := range arrangement {
		for _, s := range sections {
			lines := l.section(t, find(c, s), widths[i]-2)
			columns[i] = append(columns[i], cell{lines, len(lines) + 1}) // a free row at the end
		}
	}
	columns[0], columns[2] = level(columns[0], columns[2])
	height := 0
	for _, cells := range columns {
		height = max(height, tall(cells))
	}
	for i := range columns {
		columns[i] = stretch(columns[i], height)
	}
	return frame(t, columns[:], widths, height)
}

// columnWidths shares what the four lines of the frame leave; what cannot be shared goes to the left.
func columnWidths(width int) []int {
	rest := width - len(arrangement) - 1
	out := make([]int, len(arrangement))
	for i := range out {
		out[i] = rest / len(arrangement)
		if i < rest%len(arrangement) {
			out[i]++
		}
	}
	return out
}

func find(c workshop.Canvas, s workshop.Section) workshop.Box {
	for _, b := range c.Sections {
		if b.Section == s {
			return b
		}
	}
	return workshop.Box{Section: s}
}

// level gives the upper boxes of the outer columns the same height, and the lower ones, so that their lines meet as in
// the format's picture.
func level(left, right []cell) (l, r []cell) {
	for i := range left {
		h := max(left[i].height, right[i].height)
		left[i].height, right[i].height = h, h
	}
	return left, right
}

// tall is how many rows a column takes, with the lines between its boxes.
func tall(cells []cell) int {
	n := len(cells) - 1
	for _, c := range cells {
		n += c.height
	}
	return n
}

// stretch shares what a column lacks among its boxes; what cannot be shared goes to the top.
func stretch(cells []cell, height int) []cell {
	lack := height - tall(cells)
	for i := range cells {
		cells[i].height += lack / len(cells)
		if i < lack%len(cells) {
			cells[i].height++
		}
	}
	return cells
}

// row is the line of a column in a row of the picture, and whether a line of the frame stands there instead.
func row(cells []cell, y int) (line string, rule bool) {
	for _, c := range cells {
		switch {
		case y < len(c.lines) && y < c.height:
			return c.lines[y], false
		case y < c.height:
			return "", false
		case y == c.height:
			return "", true
		}
		y -= c.height + 1
	}
	return "", false
}

// frame draws the columns side by side; where their lines meet, they close.
func frame(t *theme.Theme, columns [][]cell, widths []int, height int) []string {
	f, edge := t.Frame, t.Faint
	bar := func(left, middle, right string) string {
		parts := make([]string, len(widths))
		for i, w := range widths {
			parts[i] = strings.Repeat(f.Top, w)
		}
		return edge.Render(left + strings.Join(parts, middle) + right)
	}
	out := []string{bar(f.TopLeft, f.TeeDown, f.TopRight)}
	for y := range height {
		var b strings.Builder
		before := false
		for i, cells := range columns {
			line, rule := row(cells, y)
			b.WriteString(edge.Render(joint(f, before, rule)))
			if rule {
				b.WriteString(edge.Render(strings.Repeat(f.Top, widths[i])))
			} else {
				b.WriteString(" " + t.Pad(line, widths[i]-1))
			}
			before = rule
		}
		b.WriteString(edge.Render(joint(f, before, false)))
		out = append(out, b.String())
	}
	return append(out, bar(f.BottomLeft, f.TeeUp, f.BottomRight))
}

// joint is where a side of the frame meets a line on its left, on its right, on both or on none.
func joint(f theme.Frame, left, right bool) string {
	switch {
	case left && right:
		return f.Cross
	case left:
		return f.TeeRight
	case right:
		return f.Tee
	default:
		return f.Side
	}
}
