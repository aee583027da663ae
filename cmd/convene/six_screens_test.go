package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"convene/tui/sshd/sshtest"
)

// shownClock is the clock in a header: so many seconds of the time box are left.
var shownClock = regexp.MustCompile(`◷ (\d\d):(\d\d)`)

// remaining reads a clock; -1 when there is none.
func remaining(screen string) int {
	m := shownClock.FindStringSubmatch(screen)
	if m == nil {
		return -1
	}
	minutes, _ := strconv.Atoi(m[1])
	seconds, _ := strconv.Atoi(m[2])
	return 60*minutes + seconds
}

// Six real terminals show the same second: nobody counts for themselves, so that they differ by no more than the tick
// that is on its way to some of them. A tick costs each of them one line.
func TestSixScreensShowTheSameSecond(t *testing.T) {
	h := openHall(t)
	fay, code := h.facilitator(sshtest.Window{Width: 120, Height: 35})
	screens, widths := []*sshtest.Terminal{fay}, []int{120}
	for i, name := range []string{"Ana", "Ben", "Cleo", "Dan", "Eve"} {
		screens = append(screens, h.join(code, name, sshtest.Window{Width: 60 + 20*i, Height: 24}))
		widths = append(widths, 60+20*i)
	}
	fay.See("5 people are here")
	fay.Press("n")
	for _, s := range screens {
		s.See("what it is for")
		s.Until("a clock that runs", func(screen string) bool { return remaining(screen) > 0 })
	}
	const ticks = 4
	last := remaining(fay.Text())
	before := make([]int, len(screens))
	for tick := range ticks {
		fay.Until("the next second", func(screen string) bool { return remaining(screen) == last-1 })
		last--
		var seen []int
		for i, s := range screens {
			seen = append(seen, remaining(s.Text()))
			s.Until(fmt.Sprintf("%d seconds left", last), func(screen string) bool { return remaining(screen) <= last })
			if tick == 0 {
				before[i] = len(s.Bytes())
			}
		}
		if slices.Min(seen) < last-1 || slices.Max(seen) > last+1 {
			t.Errorf("when the first screen shows %d, they show %v", last, seen)
		}
	}
	for i, s := range screens {
		sent := len(s.Bytes()) - before[i]
		if most := (ticks - 1) * (2*widths[i] + 60); sent > most { // the header's line, with its styles, and the way there
			t.Errorf("screen %d was sent %d bytes in %d ticks, want at most %d", i+1, sent, ticks-1, most)
		}
	}
}
