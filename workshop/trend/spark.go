package trend

import "strings"

// Levels is how many heights a sparkline has.
const Levels = 8

// gap stands in a sparkline for a round in which the card is not told.
const gap = '·'

// Level is the height of the mean, from 1, all red, to Levels, all green; 0 where the answers are not told.
func (c Cell) Level() int {
	if c.State != Told {
		return 0
	}
	n := c.Spread.Answered
	return 1 + ((Levels-1)*points(c.Spread)+n)/(2*n) // rounded, without fractions
}

// Blocks draws the row through all rounds, the oldest first: "▄·▆█". A point is a round in which the card is not told.
func (r Row) Blocks() string {
	return r.draw(func(level int) rune { return '▁' + rune(level-1) }, gap)
}

// Digits is the same in ASCII, with the levels as digits: "4.68".
func (r Row) Digits() string {
	return r.draw(func(level int) rune { return '0' + rune(level) }, '.')
}

func (r Row) draw(mark func(level int) rune, gap rune) string {
	var b strings.Builder
	for _, c := range r.Cells {
		if level := c.Level(); level > 0 {
			b.WriteRune(mark(level))
		} else {
			b.WriteRune(gap)
		}
	}
	return b.String()
}
