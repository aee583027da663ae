package workshop_test

import (
	"testing"
	"time"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestTheLedgerSaysWhatWasPlannedAndWhatItTook(t *testing.T) {
	s := NewStage()
	err := s.Play(
		Group("ada"), Wait(7*time.Minute), Onward(false), // welcome: 7
		Wait(20*time.Minute), Reach(StepMeasures, PhaseBrief), // vision: 20
		Wait(3*time.Minute), By(Fay, PauseClock{}), Wait(2*time.Minute), By(Fay, StartClock{}), // a clock that stands is no break
		By(Fay, StartBreak{Minutes: 15}), Wait(18*time.Minute), By(Fay, EndBreak{}),
		Wait(10*time.Minute), Back(StepVision, PhaseAlign), Wait(4*time.Minute), Onward(true), // vision again: 4
		By(Fay, RepairAgenda{Repair: SkipForces}),
		Wait(6*time.Minute), Reach(StepClosing, PhaseCanvas), Wait(5*time.Minute), By(Fay, CloseWorkshop{}), Wait(time.Hour),
	)
	if err != nil {
		t.Fatal(err)
	}
	want := map[Step][2]int{
		StepWelcome: {5, 7}, StepVision: {24, 24}, StepMeasures: {24, 21}, StepImpact: {15, 0}, StepResources: {14, 0},
		StepForces: {15, 0}, StepName: {9, 0}, StepLeader: {9, 0}, StepClosing: {5, 5},
	}
	l := s.State.Timing().Ledger(s.Now)
	for _, a := range l.Blocks {
		if w := want[a.Step]; a.Planned != Minutes(w[0]) || a.Actual != Minutes(w[1]) {
			t.Errorf("%s: %s planned, %s taken; want %v", a.Step, a.Planned, a.Actual, w)
		}
	}
	if len(l.Blocks) != len(want) || l.Breaks != Minutes(18) || l.Planned != Minutes(120) || l.Actual != Minutes(57) {
		t.Errorf("in all: %+v", l)
	}
}

// Whoever takes seats the day before does not make the welcome last a day: it begins with its clock.
func TestTheWelcomeBeginsWithItsClock(t *testing.T) {
	s := NewStage()
	if err := s.Play(Group("ada"), Wait(20*time.Hour), By(Fay, StartClock{}), Wait(2*time.Minute),
		By(Fay, PauseClock{}), Wait(time.Minute), By(Fay, StartClock{}), Wait(3*time.Minute), Onward(false)); err != nil {
		t.Fatal(err)
	}
	if got := s.State.Timing().Ledger(s.Now).Blocks[0].Actual; got != Minutes(6) {
		t.Errorf("the welcome took %s, want 6m", got)
	}
}

func TestAnEmptyWorkshopHasTakenNoTime(t *testing.T) {
	s := NewStage()
	if err := s.Play(Opened(), Wait(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if l := s.State.Timing().Ledger(s.Now); l.Actual != 0 || l.Planned != Minutes(120) {
		t.Errorf("%+v", l)
	}
}

// The canvas has no clock: nobody knows how long the group has been gone since it did something.
func TestTheCanvasCountsUntilSomethingHappenedLast(t *testing.T) {
	Given(t, Group("ada"), Wait(7*time.Minute)).
		ThenView("", func(t testing.TB, v View) {
			if v.Canvas.Time != nil {
				t.Errorf("before the group has begun: %+v", v.Canvas.Time)
			}
		}).
		And(Onward(false), Wait(4*time.Minute), By(Fay, StartBreak{}), Wait(20*time.Hour), By(Fay, EndBreak{})).
		And(Wait(time.Minute), Onward(false), Wait(time.Hour)).
		ThenView("", func(t testing.TB, v View) {
			l := v.Canvas.Time
			if l == nil || l.Blocks[0].Actual != Minutes(7) || l.Blocks[1].Actual != Minutes(5) || l.Actual != Minutes(12) || l.Breaks != Minutes(20*60) {
				t.Errorf("on the way: %+v", l)
			}
		}).
		And(Reach(StepClosing, PhaseCanvas), Wait(3*time.Minute), By(Fay, CloseWorkshop{}), Wait(time.Hour)).
		ThenView("", func(t testing.TB, v View) {
			l := v.Canvas.Time
			if last := len(l.Blocks) - 1; l.Blocks[last].Actual != Minutes(3) || l.Actual != Minutes(75) {
				t.Errorf("at the end: %+v", l)
			}
		})
}

// Who guides was there the day before; the welcome begins with those who are welcomed.
func TestAFacilitatorDoesNotBeginTheWelcome(t *testing.T) {
	s := NewStage()
	if err := s.Play(Opened(), By("gus", JoinAsFacilitator{Name: "Gus"}), Wait(20*time.Hour),
		By(Fay, AddPerson{Person: "ada", Name: "Ada"}), Wait(4*time.Minute), Onward(false)); err != nil {
		t.Fatal(err)
	}
	if got := s.State.Timing().Ledger(s.Now).Blocks[0].Actual; got != Minutes(4) {
		t.Errorf("the welcome took %s, want 4m", got)
	}
}

// Afterwards it stays as late as it was.
func TestAWorkshopThatIsOverGetsNoLater(t *testing.T) {
	s := NewStage()
	if err := s.Play(Group("ada"), Onward(false), Wait(150*time.Minute), Reach(StepClosing, PhaseCanvas), By(Fay, CloseWorkshop{})); err != nil {
		t.Fatal(err)
	}
	end := s.Now
	for _, wait := range []time.Duration{0, time.Hour, 48 * time.Hour} {
		timing := s.State.Timing()
		if b, e := timing.Behind(end.Add(wait)), timing.End(end.Add(wait)); b != Minutes(35) || !e.Equal(end) {
			t.Errorf("%s later it ended at %s, %s late; want %s and 35m", wait, e, b, end)
		}
	}
}
