package trend

import (
	"math"

	"convene/workshop"
)

// Arrow says how a card has moved between two rounds.
type Arrow int

// The arrows. Level is no proof that nothing has changed: it says that what has changed is no more than chance explains.
const (
	NoArrow Arrow = iota // there are no two rounds to compare
	Up
	Down
	Level
)

// chance is how rarely a difference must come about by chance to have an arrow: once in twenty times, as is usual.
const chance = 0.05

// Between is the arrow from one round of a card to another, by the exact test of Mann and Whitney, two-sided, at five in a
// hundred: all the answers of both rounds are put in one heap, and dealt out to the two in every possible way; it is an arrow
// when at most one in twenty deals sets them as far apart as they were, or farther. "How far" is the sum of the ranks of one
// round, where equal answers share the middle of their ranks. It asks for nothing but the order of the colours, and is exact for
// any number of answers, with as many ties as three colours must have, where a difference of means with its standard error is
// not: of five equal answers that error is nought.
//
// With five answers against five a mind that changes never makes an arrow, and neither do two. Whoever answers both times,
// unknown to us, agrees more with themselves than with others, so that arrows are rarer still than one in twenty where nothing
// has changed. On the other hand a check has many cards, each with an arrow of its own: one may be chance. It is a reason to
// talk, not a verdict.
//
// Sources: H. B. Mann, D. R. Whitney, "On a Test of Whether one of Two Random Variables is Stochastically Larger than the
// Other", Annals of Mathematical Statistics 18 (1947); E. L. Lehmann, "Nonparametrics" (1975), chapter 1.4, on the distribution
// with ties.
func Between(before, after workshop.Spread) Arrow {
	if !before.Told() || !after.Told() {
		return NoArrow
	}
	apart := distance(before, after)
	switch {
	case byChance(before, after, apart) > chance+1e-9: // for rounding
		return Level
	case apart > 0:
		return Up
	default:
		return Down
	}
}

// distance is how far the round after lies above the one before: how many pairs of answers, one from each, have risen, less those
// that have fallen. Up to a constant and a factor it is the sum of the ranks.
func distance(before, after workshop.Spread) int {
	return after.Green*(before.Red+before.Yellow) + after.Yellow*before.Red -
		before.Green*(after.Red+after.Yellow) - before.Yellow*after.Red
}

// byChance is the share of all deals that set the rounds so far apart, or farther, in either direction.
func byChance(before, after workshop.Spread, apart int) float64 {
	red, yellow, green := before.Red+after.Red, before.Yellow+after.Yellow, before.Green+after.Green
	n := after.Red + after.Yellow + after.Green
	ways := newWays(red + yellow + green)
	all := ways.of(red+yellow+green, n)
	share := 0.0
	for r := 0; r <= min(red, n); r++ {
		for y := max(0, n-r-green); y <= min(yellow, n-r); y++ {
			g := n - r - y
			a := workshop.Spread{Red: r, Yellow: y, Green: g}
			b := workshop.Spread{Red: red - r, Yellow: yellow - y, Green: green - g}
			if d := distance(b, a); d >= abs(apart) || d <= -abs(apart) {
				share += math.Exp(ways.of(red, r) + ways.of(yellow, y) + ways.of(green, g) - all)
			}
		}
	}
	return share
}

// ways are the logarithms of the factorials up to a number: there are as many deals as pairs of colours have answers, and each
// asks for nine of them.
type ways []float64

func newWays(most int) ways {
	w := make(ways, most+1)
	for i := 2; i <= most; i++ {
		w[i] = w[i-1] + math.Log(float64(i))
	}
	return w
}

// of is the logarithm of the number of ways to choose k of n.
func (w ways) of(n, k int) float64 { return w[n] - w[k] - w[n-k] }

func abs(n int) int { return max(n, -n) }
