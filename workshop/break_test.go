package workshop_test

import (
	"testing"
	"time"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestABreakStopsTheClockAndCountsForNothing(t *testing.T) {
	Given(t, Group("ada"), Onward(false), Wait(time.Minute)).
		When(Fay, StartBreak{Minutes: 10}).
		Then(BreakStarted{Left: Minutes(1), Until: Morning().Add(11 * time.Minute)}).
		And(Wait(17*time.Minute)).
		ThenState(func(t testing.TB, s State) {
			now := Morning().Add(18 * time.Minute)
			if b := s.Timing().Behind(now); b != 0 || !s.Break.Over(now) {
				t.Errorf("in the break the group falls behind by %s; over: %v", b, s.Break.Over(now))
			}
		}).
		When(Fay, EndBreak{}).Then(BreakEnded{Deadline: Morning().Add(19 * time.Minute)}).
		And(Wait(time.Minute)).
		ThenState(func(t testing.TB, s State) {
			now := Morning().Add(19 * time.Minute)
			timing := s.Timing()
			if timing.Behind(now) != 0 || timing.Rested != Minutes(17) {
				t.Errorf("behind by %s after a break of %s", timing.Behind(now), timing.Rested)
			}
			if got, want := timing.Promised(now), Morning().Add((115+17)*time.Minute); !got.Equal(want) {
				t.Errorf("promised for %s, want %s", got, want)
			}
		})
}

func TestAClockThatStoodStandsAfterTheBreak(t *testing.T) {
	Given(t, Group("ada"), Onward(false), By(Fay, PauseClock{}, StartBreak{}), Wait(22*time.Hour)).
		When(Fay, EndBreak{}).Then(BreakEnded{Left: Minutes(2)}).
		ThenState(func(t testing.TB, s State) {
			if s.Clock.Runs() || s.Clock.Left != Minutes(2) || s.Rested != Minutes(22*60) {
				t.Errorf("%+v, rested %s", s.Clock, s.Rested)
			}
		})
}

func TestWhatABreakAllows(t *testing.T) {
	Given(t, Group("ada")).
		When(Fay, StartBreak{}).ThenRefused(ErrNotNow).
		And(Onward(false)).
		When("ada", StartBreak{}).ThenRefused(ErrFacilitatorOnly).
		When(Fay, EndBreak{}).ThenRefused(ErrNoBreak).
		When(Fay, StartBreak{Minutes: -1}).ThenRefused(ErrBreakLong).
		When(Fay, StartBreak{Minutes: MaxBreak + 1}).ThenRefused(ErrBreakLong).
		When(Fay, StartBreak{Minutes: MaxBreak}).ThenAccepted().
		When(Fay, StartBreak{}).ThenRefused(ErrOnBreak).
		When(Fay, StartClock{}).ThenRefused(ErrOnBreak).
		When(Fay, PauseClock{}).ThenRefused(ErrClockStands).
		When(Fay, AdjustClock{Minutes: 3}).ThenAccepted().
		And(Wait(5*time.Minute)).
		When(Fay, EndBreak{}).Then(BreakEnded{Deadline: Morning().Add(10 * time.Minute)})
}

func TestMovingOnEndsTheBreak(t *testing.T) {
	rested := func(t testing.TB, s State) {
		if s.Break.On() || s.Rested != Minutes(4) {
			t.Errorf("a break %+v is on, rested %s", s.Break, s.Rested)
		}
	}
	on := func(step Step, phase Phase) []Line {
		return []Line{Group("ada"), Reach(step, phase), By(Fay, StartBreak{}), Wait(4 * time.Minute)}
	}
	Given(t, on(StepVision, PhaseDiverge)...).
		When(Fay, Advance{From: at(StepVision, PhaseDiverge)}).
		Then(
			BreakEnded{Deadline: Morning().Add(9 * time.Minute)}, NotesRevealed{Step: StepVision},
			PhaseEntered{Position: at(StepVision, PhaseShare), Box: Minutes(4), Deadline: Morning().Add(8 * time.Minute)},
		).ThenState(rested)
	Given(t, on(StepVision, PhaseShare)...).
		When(Fay, StepBack{From: at(StepVision, PhaseShare)}).ThenAccepted().ThenState(rested)
	Given(t, on(StepClosing, PhaseCanvas)...).When(Fay, CloseWorkshop{}).ThenAccepted().ThenState(rested)
}

// A break is for people, not for the program: nothing is cut off that somebody still does.
func TestPeopleMayGoOnInTheBreak(t *testing.T) {
	Given(t, Group("ada"), Reach(StepVision, PhaseDiverge), By(Fay, StartBreak{})).
		When("ada", WriteNote{Prompt: PromptVision, Text: "An idea from the coffee machine"}).ThenAccepted()
}

// Until a break is to be over nothing is counted on: the end that is told is the one that will be, from its first second.
func TestTheEndCountsOnTheWholeBreak(t *testing.T) {
	Given(t, Group("ada"), Onward(false), By(Fay, StartBreak{Minutes: 15})).
		ThenState(func(t testing.TB, s State) {
			timing := s.Timing()
			for wait, want := range map[time.Duration]time.Duration{
				0: 130 * time.Minute, 14 * time.Minute: 130 * time.Minute, 15 * time.Minute: 130 * time.Minute, 20 * time.Minute: 135 * time.Minute,
			} {
				now := Morning().Add(wait)
				if end := timing.End(now); !end.Equal(Morning().Add(want)) || !timing.Promised(now).Equal(end) || timing.Behind(now) != 0 {
					t.Errorf("%s into the break: ends %s, promised %s, behind %s", wait, end, timing.Promised(now), timing.Behind(now))
				}
			}
		})
}
