package tui

import (
	"testing"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// When everyone looks again, the curtain doesn't say what somebody did in the booth.
func TestTheCurtainKeepsWhatWasAnswered(t *testing.T) {
	for name, c := range map[string]struct {
		from       Line
		one, other []string
	}{
		"an answer":     {proposing(terms), []string{"c"}, []string{"o", "x", "enter"}},
		"a nomination":  {byReasons(workshop.PhaseShare), []string{"down", "enter", "Q", "enter"}, []string{"down", "down", "enter", "Q", "enter"}},
		"other answers": {proposing(terms, ""), []string{"o", "x", "enter"}, []string{"o", "y", "enter"}},
	} {
		for _, size := range [][2]int{{60, 15}, {80, 24}, {120, 35}} {
			curtain := func(keys ...string) string {
				a := appOf(t, (moment{from: fresh, then: []Line{c.from}}).reach(t), Fay, size[0], size[1])
				a.openBooth("ada")
				a.booth.part = private
				a.follow()
				typeKeys(a, keys...)
				if a.booth == nil || a.booth.part != handing {
					t.Fatalf("%s: %q does not end the turn:\n%s", name, keys, bodyOf(a))
				}
				return a.draw()
			}
			if one, other := curtain(c.one...), curtain(c.other...); one != other {
				t.Errorf("%s: the curtain differs at %v:\n%s\n---\n%s", name, size, one, other)
			}
		}
	}
}
