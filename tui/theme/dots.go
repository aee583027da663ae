package theme

import "strings"

// dots are a picture in rows of equal width. A dot is half a row of the screen high and a cell wide, which makes it a
// square.
type dots [][]bool

func (d dots) width() int {
	if d == nil {
		return 0
	}
	return len(d[0])
}

// beside puts a picture to the right, so many dots away.
func (d dots) beside(next dots, gap int) dots {
	if d == nil {
		return next
	}
	for y := range d {
		d[y] = append(append(d[y], make([]bool, gap)...), next[y]...)
	}
	return d
}

// rows are the lines of the screen, so many times as large as they could be.
func (d dots) rows(times int) []string {
	out := make([]string, len(d)*times/2)
	for y := range out {
		var b strings.Builder
		upper, lower := d[2*y/times], d[(2*y+1)/times]
		for x := range upper {
			b.WriteString(strings.Repeat(halfBlock(upper[x], lower[x]), times))
		}
		out[y] = b.String()
	}
	return out
}

func blank(width int) dots {
	d := make(dots, glyphDots)
	for y := range d {
		d[y] = make([]bool, width)
	}
	return d
}

func (d dots) clear(from, to int) {
	for _, row := range d[from:to] {
		for x := range row {
			row[x] = false
		}
	}
}

// ink draws rows from a place on.
func (d dots) ink(rows []string, y, x int) {
	for i, row := range rows {
		for k, r := range row {
			d[y+i][x+k] = d[y+i][x+k] || r == '#'
		}
	}
}

// dotsOf are the dots of a picture that is drawn in full and half blocks.
func dotsOf(rows []string) dots {
	d := make(dots, 0, 2*len(rows))
	for _, row := range rows {
		var upper, lower []bool
		for _, r := range row {
			upper = append(upper, r == '█' || r == '▀')
			lower = append(lower, r == '█' || r == '▄')
		}
		d = append(d, upper, lower)
	}
	return d
}

func halfBlock(upper, lower bool) string {
	switch {
	case upper && lower:
		return "█"
	case upper:
		return "▀"
	case lower:
		return "▄"
	default:
		return " "
	}
}
