package workshop_test

import (
	"testing"
	"time"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestTheClockStandsRunsAndStops(t *testing.T) {
	Given(t, Group("ada")).
		When(Fay, PauseClock{}).ThenRefused(ErrClockStands).
		When(Fay, StartClock{}).Then(ClockStarted{Deadline: Morning().Add(5 * time.Minute)}).
		When(Fay, StartClock{}).ThenRefused(ErrClockRuns).
		And(Wait(2*time.Minute)).
		When(Fay, PauseClock{}).Then(ClockPaused{Left: Minutes(3)}).
		And(Wait(time.Hour)).
		When(Fay, StartClock{}).Then(ClockStarted{Deadline: Morning().Add(65 * time.Minute)})
}

func TestTimeThatIsOverKeepsCounting(t *testing.T) {
	Given(t, Group("ada"), By(Fay, StartClock{}), Wait(7*time.Minute)).
		When(Fay, PauseClock{}).Then(ClockPaused{Left: Minutes(-2)}).
		When(Fay, StartClock{}).Then(ClockStarted{Deadline: Morning().Add(5 * time.Minute)})
}

func TestAMinuteMoreIsAMinute(t *testing.T) {
	Given(t, Group("ada")).
		When(Fay, AdjustClock{Minutes: 2}).Then(ClockAdjusted{By: Minutes(2), Left: Minutes(7)}).
		And(By(Fay, StartClock{})).
		When(Fay, AdjustClock{Minutes: -3}).
		Then(ClockAdjusted{By: Minutes(-3), Deadline: Morning().Add(4 * time.Minute)}).
		And(Wait(10*time.Minute)).
		When(Fay, AdjustClock{Minutes: 1}).
		Then(ClockAdjusted{By: Minutes(1), Deadline: Morning().Add(11 * time.Minute)}).
		ThenState(func(t testing.TB, s State) {
			if s.Clock.Box != Minutes(5) {
				t.Errorf("the clock: %+v", s.Clock)
			}
		})
}

func TestATimeBoxStaysWithinTheWorkshop(t *testing.T) {
	for _, m := range []int{0, -6, MaxTotal - 4, -1 << 62, 1 << 62, 1 << 53, -1 << 53, 3 << 53} {
		Given(t, Group("ada")).When(Fay, AdjustClock{Minutes: m}).ThenRefused(ErrClockRange)
	}
	Given(t, Group("ada")).When(Fay, AdjustClock{Minutes: -5}).ThenAccepted()
	Given(t, Group("ada")).When(Fay, AdjustClock{Minutes: MaxTotal - 5}).ThenAccepted()
}

// Times come in from wherever the clock of the machine is; in the records they are in UTC.
func TestDeadlinesAreKeptInUTC(t *testing.T) {
	berlin := time.FixedZone("CEST", 2*60*60)
	s := NewStage()
	s.Now = time.Now().In(berlin)
	if err := s.Play(Group("ada"), By(Fay, StartClock{}, AdjustClock{Minutes: 1}), Onward(false)); err != nil {
		t.Fatal(err)
	}
	for _, r := range s.Records {
		for _, when := range []time.Time{r.At, deadline(r.Event)} {
			if when != when.UTC().Round(0) {
				t.Errorf("record %d (%s) holds %v", r.Seq, r.Event.Kind(), when)
			}
		}
	}
}

func deadline(v Event) time.Time {
	switch v := v.(type) {
	case PhaseEntered:
		return v.Deadline
	case ClockStarted:
		return v.Deadline
	case ClockAdjusted:
		return v.Deadline
	default:
		return time.Time{}
	}
}

func TestAheadAndBehind(t *testing.T) {
	check := func(step string, s *Stage, want Span) {
		t.Helper()
		if got := s.State.Timing().Behind(s.Now); got != want {
			t.Errorf("%s: behind by %s, want %s", step, got, want)
		}
	}
	play := func(s *Stage, lines ...Line) {
		t.Helper()
		if err := s.Play(lines...); err != nil {
			t.Fatal(err)
		}
	}
	s := NewStage()
	play(s, Group("ada"), Wait(time.Hour))
	check("gathering takes as long as it takes", s, 0)
	if end := s.State.Timing().End(s.Now); !end.IsZero() {
		t.Errorf("an end, %s, before the beginning", end)
	}
	play(s, Onward(false))
	check("at the start", s, 0)
	if got, want := s.State.Timing().End(s.Now), s.Now.Add(115*time.Minute); !got.Equal(want) {
		t.Errorf("the end is at %s, want %s", got, want)
	}
	play(s, Wait(2*time.Minute))
	check("as long as planned", s, 0)
	play(s, Wait(3*time.Minute))
	check("three minutes over the box", s, Minutes(3))
	play(s, Onward(false))
	check("the next phase takes its own", s, Minutes(3))
	play(s, Wait(time.Minute), Onward(false))
	check("four minutes early", s, Minutes(-1))
	play(s, By(Fay, AdjustClock{Minutes: 2}))
	check("with two minutes given", s, Minutes(1))
	play(s, By(Fay, PauseClock{}), Wait(5*time.Minute))
	check("while the clock stands", s, Minutes(6))
	play(s, By(Fay, StartClock{}), Back(StepVision, PhaseDiverge))
	check("after going back", s, Minutes(9))
	play(s, By(Fay, RepairAgenda{Repair: SkipForces}))
	check("without the forces", s, Minutes(-6))
}

func TestWhoAskedForAMinuteHasGotIt(t *testing.T) {
	Given(t, Group("ada", "ben"), By("ada", AskMinute{}), By("ben", AskMinute{})).
		When(Fay, AdjustClock{Minutes: -1}).
		ThenView("", func(t testing.TB, v View) {
			if !v.People[1].Minute || !v.People[2].Minute {
				t.Errorf("less time, and nobody asks any more: %+v", v.People)
			}
		}).
		When(Fay, AdjustClock{Minutes: 1}).
		ThenView("", func(t testing.TB, v View) {
			if v.People[1].Minute || v.People[2].Minute {
				t.Errorf("more time, and they still ask: %+v", v.People)
			}
		}).
		When("ada", AskMinute{}).Then(MinuteAsked{})
}
