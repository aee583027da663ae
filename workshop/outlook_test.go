package workshop_test

import (
	"testing"
	"time"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// A community stands towards its next check by what its members can do about it.
func TestHowACommunityStandsTowardsItsNextCheck(t *testing.T) {
	day := func(s State) Day { c, _ := s.Community(); return DayOf(c.Founded) }
	planned := func(n int) Line {
		return func(s *Stage) error { return s.Play(By(Fay, PlanCheck{On: day(s.State).Plus(n)})) }
	}
	open, counted := checking(), By(Fay, CloseCheck{Check: 1})
	for _, c := range []struct {
		name     string
		then     []Line
		want     Outlook
		answered int
	}{
		{"none is planned", nil, NoCheck, 0},
		{"planned for today", []Line{planned(0)}, CheckAhead, 0},
		{"planned for later", []Line{planned(30), Wait(30 * 24 * time.Hour)}, CheckAhead, 0},
		{"the day has passed", []Line{planned(30), Wait(31 * 24 * time.Hour)}, CheckOverdue, 0},
		{"open", []Line{planned(3), open}, CheckOpen, 0},
		{"open, and answered", []Line{open, gives("ada", Red, Red)}, CheckOpen, 1},
		{"counted", []Line{open, counted, By(Fay, TurnCard{Check: 1, Turned: 1})}, CheckCounted, 0},
		{"over", []Line{
			open, counted, By(Fay, TurnCard{Check: 1, Turned: 1}, TurnCard{Check: 1, Turned: 2}, TurnCard{Check: 1, Turned: 3}),
		}, NoCheck, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := NewStage()
			if err := s.Play(community("ada", "ben")); err != nil {
				t.Fatal(err)
			}
			if err := s.Play(c.then...); err != nil {
				t.Fatal(err)
			}
			now, _ := s.State.Community()
			if got := now.Outlook(s.Now); got != c.want || now.Answered() != c.answered {
				t.Errorf("it stands %q, with %d answers; want %q, %d", got, now.Answered(), c.want, c.answered)
			}
		})
	}
}
