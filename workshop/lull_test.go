package workshop_test

import (
	"testing"
	"time"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// tuesday is a workshop that was left on Monday without a word, three minutes into the brief's two, and found again 22 hours
// later.
func tuesday(more ...Line) []Line {
	return append([]Line{Group("ada"), Onward(false), Wait(3*time.Minute + 22*time.Hour)}, more...)
}

var back = Morning().Add(3*time.Minute + 22*time.Hour)

// standsAt checks where a workshop is in time.
func standsAt(now time.Time, behind, left Span, lulls int) func(testing.TB, State) {
	return func(t testing.TB, s State) {
		t.Helper()
		timing := s.Timing()
		if b, l := timing.Behind(now), s.Clock.Remaining(now); b != behind || l != left {
			t.Errorf("behind by %s with %s on the clock, want %s and %s", b, l, behind, left)
		}
		if got := timing.Lulls(now); len(got) != lulls {
			t.Errorf("%d lulls are open, want %d: %+v", len(got), lulls, got)
		}
	}
}

func TestANightInWhichNothingHappenedCanBeCountedAsABreak(t *testing.T) {
	counted := AnswerLull{From: Morning(), Break: true}
	Given(t, tuesday()...).
		ThenState(standsAt(back, Minutes(22*60+1), Minutes(-22*60-1), 1)).
		When(Fay, AnswerLull{From: Morning().Add(time.Second), Break: true}).ThenRefused(ErrNoLull).
		When("ada", counted).ThenRefused(ErrFacilitatorOnly).
		When(Fay, counted).Then(BreakCounted{From: Morning(), Until: back}).
		ThenState(standsAt(back, 0, Minutes(2), 0)).
		When(Fay, counted).ThenRefused(ErrAnswered).
		When(Fay, AnswerLull{From: Morning()}).ThenRefused(ErrAnswered)
}

func TestWhoWasAtWorkSaysSoOnce(t *testing.T) {
	Given(t, tuesday()...).
		When(Fay, AnswerLull{From: Morning()}).Then(WorkCounted{From: Morning(), Until: back}).
		ThenState(standsAt(back, Minutes(22*60+1), Minutes(-22*60-1), 0)).
		When(Fay, AnswerLull{From: Morning(), Break: true}).ThenRefused(ErrAnswered)
}

// Whatever happens after a night, it stays one until somebody has said what it was.
func TestANightIsNotForgotten(t *testing.T) {
	ben := By(Fay, AddPerson{Person: "ben", Name: "Ben"})
	for name, c := range map[string]struct {
		then []Line
		left Span // on the clock, once the night was counted
		late Span
	}{
		"somebody comes first, and the next thing happens much later": {[]Line{ben, Wait(40 * time.Minute), cleo()}, Minutes(2 - 40), Minutes(38)},
		"the group goes on":          {[]Line{Onward(false), Wait(time.Minute)}, Minutes(4), Minutes(-2)},
		"it is shortened":            {[]Line{By(Fay, RepairAgenda{Repair: Shorten})}, Minutes(2), Minutes(-71)},
		"shortened, and taken back":  {[]Line{By(Fay, RepairAgenda{Repair: Shorten}), By(Fay, UndoRepair{Of: 5})}, Minutes(2), 0},
		"another end is promised":    {[]Line{By(Fay, RepairAgenda{Repair: EndLater})}, Minutes(2), Minutes(-22*60 - 1)},
		"the clock is stopped":       {[]Line{By(Fay, PauseClock{}), Wait(time.Minute)}, Minutes(2), Minutes(1)},
		"stopped and started":        {[]Line{By(Fay, PauseClock{}), Wait(time.Minute), By(Fay, StartClock{})}, Minutes(2), Minutes(1)},
		"a break is taken":           {[]Line{By(Fay, StartBreak{}), Wait(time.Minute)}, Minutes(2), 0},
		"a break is taken, and over": {[]Line{By(Fay, StartBreak{}), Wait(time.Minute), By(Fay, EndBreak{})}, Minutes(2), 0},
		"the time box is set anew":   {[]Line{By(Fay, AdjustClock{Minutes: 3})}, Minutes(3), Minutes(1)},
	} {
		t.Run(name, func(t *testing.T) {
			s := NewStage()
			if err := s.Play(tuesday(c.then...)...); err != nil {
				t.Fatal(err)
			}
			if err := s.Play(By(Fay, AnswerLull{From: Morning(), Break: true})); err != nil {
				t.Fatal(err)
			}
			if left := s.State.Clock.Remaining(s.Now); left != c.left {
				t.Errorf("%s are left on the clock, want %s", left, c.left)
			}
			if late := s.State.Timing().Behind(s.Now); late != c.late {
				t.Errorf("behind by %s, want %s", late, c.late)
			}
		})
	}
}

func cleo() Line { return By(Fay, AddPerson{Person: "cleo", Name: "Cleo"}) }

// A clock that stood during the lull stands as it did.
func TestALullDoesNothingToAClockThatStood(t *testing.T) {
	Given(t, Group("ada"), Onward(false), By(Fay, PauseClock{}), Wait(time.Hour)).
		When(Fay, AnswerLull{From: Morning(), Break: true}).ThenAccepted().
		ThenState(standsAt(Morning().Add(time.Hour), 0, Minutes(2), 0))
}

// Counted after the group has gone on to another step, the time is taken out of the step in which it passed.
func TestALullIsTakenOutOfTheStepItWasIn(t *testing.T) {
	Given(t, Group("ada"), Reach(StepVision, PhaseAlign), Wait(10*time.Minute)).
		And(By("ada", ShowHand{Level: 5}), Wait(time.Hour), Onward(true), Wait(2*time.Minute)).
		When(Fay, AnswerLull{From: Morning().Add(10 * time.Minute), Break: true}).ThenAccepted().
		ThenState(func(t testing.TB, s State) {
			l := s.Timing().Ledger(Morning().Add(72 * time.Minute))
			if l.Blocks[1].Actual != Minutes(10) || l.Blocks[2].Actual != Minutes(2) || l.Breaks != Minutes(60) {
				t.Errorf("the ledger: %+v", l)
			}
		})
}

// A machine whose clock is set back makes nothing of it.
func TestAClockThatIsSetBackMakesNoLull(t *testing.T) {
	s := NewStage()
	if err := s.Play(Group("ada"), Onward(false), Wait(20*time.Minute), cleo(), Wait(-15*time.Minute),
		By("ada", AskMinute{}), Wait(34*time.Minute)); err != nil {
		t.Fatal(err)
	}
	if got := s.State.Timing().Lulls(s.Now); len(got) != 0 {
		t.Errorf("19 minutes after Cleo has come: %+v", got)
	}
}

func TestWhatIsNoLull(t *testing.T) {
	none := func(name string, lines ...Line) {
		t.Helper()
		s := NewStage()
		if err := s.Play(lines...); err != nil {
			t.Fatal(err)
		}
		if got := s.State.Timing().Lulls(s.Now); len(got) != 0 {
			t.Errorf("%s: %+v", name, got)
		}
	}
	none("people gather", Group("ada"), Wait(48*time.Hour))
	none("less than half an hour", Group("ada"), Onward(false), Wait(30*time.Minute-time.Second))
	none("a break", Group("ada"), Onward(false), By(Fay, StartBreak{}), Wait(48*time.Hour))
	none("after a break", Group("ada"), Onward(false), By(Fay, StartBreak{}), Wait(48*time.Hour), By(Fay, EndBreak{}))
	none("after the end", Group("ada"), Reach(StepClosing, PhaseCanvas), By(Fay, CloseWorkshop{}), Wait(48*time.Hour))
}
