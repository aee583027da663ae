package trend

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"convene/workshop"
)

// spreads are all that so many answers can be.
func spreads(n int) []workshop.Spread {
	var out []workshop.Spread
	for r := range n + 1 {
		for y := range n - r + 1 {
			out = append(out, says("x", r, y, n-r-y))
		}
	}
	return out
}

// changed are the spreads after one of those who answered has changed their mind.
func changed(s workshop.Spread) []workshop.Spread {
	var out []workshop.Spread
	for _, next := range spreads(s.Answered) {
		if abs(next.Red-s.Red)+abs(next.Yellow-s.Yellow)+abs(next.Green-s.Green) == 2 {
			out = append(out, next)
		}
	}
	return out
}

// From the fewest answers that are told on, nobody can make an arrow by themselves; of five, no two can.
func TestOneMindThatChangesNeverMakesAnArrow(t *testing.T) {
	for n := workshop.MinAnswers; n <= 20; n++ {
		for _, before := range spreads(n) {
			for _, after := range changed(before) {
				if got := Between(before, after); got != Level {
					t.Errorf("%+v, %+v: %v", before, after, got)
				}
				if n > workshop.MinAnswers {
					continue
				}
				for _, two := range changed(after) {
					if got := Between(before, two); got != Level {
						t.Errorf("two minds: %+v, %+v: %v", before, two, got)
					}
				}
			}
		}
	}
}

// The edge of five against five: the shares are those that can be counted by hand, of 252 deals.
func TestTheEdgeOfFiveAgainstFive(t *testing.T) {
	for _, c := range []struct {
		before, after workshop.Spread
		deals         float64
		want          Arrow
	}{
		{says("x", 5, 0, 0), says("x", 0, 0, 5), 2, Up},
		{says("x", 0, 0, 5), says("x", 5, 0, 0), 2, Down},
		{says("x", 5, 0, 0), says("x", 1, 0, 4), 2 * 6, Up},     // six reds, four greens: all greens in one round, C(6,1)
		{says("x", 5, 0, 0), says("x", 2, 0, 3), 2 * 21, Level}, // three greens in one: C(7,2)
		{says("x", 0, 5, 0), says("x", 0, 0, 5), 2, Up},         // yellow is below green
		{says("x", 4, 0, 1), says("x", 1, 0, 4), 2 * 26, Level}, // C(5,4)*C(5,1) + 1
		{says("x", 0, 0, 5), says("x", 0, 0, 5), 252, Level},    // nothing has changed
		{says("x", 2, 1, 2), says("x", 1, 3, 1), 252, Level},    // nearer together, and no higher
	} {
		if got := byChance(c.before, c.after, distance(c.before, c.after)); math.Abs(got-c.deals/252) > 1e-9 {
			t.Errorf("%+v, %+v: %.1f deals", c.before, c.after, 252*got)
		}
		if got := Between(c.before, c.after); got != c.want {
			t.Errorf("%+v, %+v: %v", c.before, c.after, got)
		}
	}
}

func TestFewAnswersHaveNoArrow(t *testing.T) {
	few, many := says("x", 4, 0, 0), says("x", 0, 0, 30)
	if Between(few, many) != NoArrow || Between(many, few) != NoArrow {
		t.Error("four answers were compared")
	}
}

func TestTheArrowTurnsWithTheOrderOfTheRounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 40)
		any := func() workshop.Spread { return says("x", n.Draw(t, "red"), n.Draw(t, "yellow"), n.Draw(t, "green")) }
		a, b := any(), any()
		back := map[Arrow]Arrow{NoArrow: NoArrow, Level: Level, Up: Down, Down: Up}
		if there, again := Between(a, b), Between(b, a); again != back[there] {
			t.Errorf("%v there, %v back", there, again)
		}
	})
}

// Where nothing changes, an arrow is chance, and must be as rare as the rule says whatever the true opinion is.
func TestChanceAloneSeldomMakesAnArrow(t *testing.T) {
	for _, truth := range [][3]float64{{1. / 3, 1. / 3, 1. / 3}, {0.5, 0, 0.5}, {0.1, 0.2, 0.7}, {0.05, 0.9, 0.05}} {
		for _, sizes := range [][2]int{{5, 5}, {5, 12}, {12, 12}} {
			wrong := 0.0
			for _, a := range spreads(sizes[0]) {
				for _, b := range spreads(sizes[1]) {
					if Between(a, b) != Level {
						wrong += likely(a, truth) * likely(b, truth)
					}
				}
			}
			if wrong > chance {
				t.Errorf("%v, %v: an arrow by chance in %.3f", truth, sizes, wrong)
			}
		}
	}
}

// likely is how often so many independent answers are that spread.
func likely(s workshop.Spread, truth [3]float64) float64 {
	w := newWays(s.Answered)
	p := math.Exp(w[s.Answered] - w[s.Red] - w[s.Yellow] - w[s.Green])
	return p * math.Pow(truth[0], float64(s.Red)) * math.Pow(truth[1], float64(s.Yellow)) * math.Pow(truth[2], float64(s.Green))
}
