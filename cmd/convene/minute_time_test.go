package main

import (
	"testing"
	"time"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// The times of the phases of a step are together what the ledger says that the step took.
func TestTheTimesOfPhasesAreThoseOfTheLedger(t *testing.T) {
	fay := func(c ...workshop.Command) Line { return By(Fay, c...) }
	resting := func(s *Stage) error {
		return s.Play(fay(workshop.StartBreak{}), Wait(time.Hour), fay(workshop.EndBreak{}))
	}
	lull := func(s *Stage) error { return s.Play(Wait(45*time.Minute), fay(workshop.AdjustClock{Minutes: 1})) }
	counted := func(isBreak bool) Line {
		return func(s *Stage) error {
			open := s.State.Timing().Lulls(s.Now)
			return s.Play(fay(workshop.AnswerLull{From: open[0].From, Break: isBreak}))
		}
	}
	began := func(s *Stage) error { return s.Play(Group("ada"), Wait(time.Minute), Onward(false), Wait(time.Minute)) }
	for name, script := range map[string][]Line{
		"nobody came":          {Opened(), Wait(time.Hour), fay(workshop.LockDoor{Locked: true})},
		"seats the day before": {Group("ada"), Wait(20 * time.Hour), fay(workshop.StartClock{}), Wait(4 * time.Minute), Onward(false)},
		"hours before the door": {
			Opened(), Wait(3 * time.Hour), By(Fay, workshop.AddPerson{Person: "ada", Name: "Ada"}), Wait(time.Minute), Onward(false),
		},
		"a break": {began, resting, Wait(time.Minute), Onward(false)},
		"moved on in a break": {
			began, fay(workshop.StartBreak{Minutes: 20}), Wait(time.Hour), Onward(false), Wait(time.Minute), Onward(false),
		},
		"a break that goes on":  {began, fay(workshop.StartBreak{}), Wait(time.Hour), fay(workshop.LockDoor{Locked: true})},
		"a lull at work":        {began, lull, counted(false), Onward(false)},
		"a lull that was one":   {began, lull, counted(true), Wait(time.Minute), Onward(false)},
		"counted a phase later": {began, lull, Onward(false), Wait(time.Minute), counted(true), Wait(time.Minute), Onward(false)},
		"counted a step later": {
			began, lull, Reach(workshop.StepMeasures, workshop.PhaseShare), Wait(time.Minute), counted(true), Onward(true),
		},
		"back to the welcome": {
			began, resting, Back(workshop.StepWelcome, workshop.PhaseGather), Wait(2 * time.Minute), Onward(false),
		},
	} {
		s := NewStage()
		if err := s.Play(script...); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		sums, took := make(map[workshop.Step]workshop.Span), phaseTimes(s.Records)
		for _, r := range s.Records {
			if v, enters := r.Event.(workshop.PhaseEntered); enters {
				sums[v.Step] += took[r.Seq]
			}
		}
		for _, b := range s.State.Timing().Ledger(s.Records[len(s.Records)-1].At).Blocks {
			if sums[b.Step] != b.Actual {
				t.Errorf("%s: the phases of %s took %s, and the step %s", name, b.Step, sums[b.Step], b.Actual)
			}
		}
	}
}

// A break that was counted as one only later comes off the phase that it was in.
func TestABreakCountsForNothingWhereItWas(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	from := s.Now
	if err := s.Play(Wait(time.Hour), Onward(false), Wait(time.Minute), By(Fay, workshop.AnswerLull{From: from, Break: true}),
		Wait(2*time.Minute), Onward(false)); err != nil {
		t.Fatal(err)
	}
	took := phaseTimes(s.Records)
	want := map[workshop.Phase]workshop.Span{workshop.PhaseDiverge: 0, workshop.PhaseShare: workshop.Minutes(3)}
	for _, r := range s.Records {
		v, enters := r.Event.(workshop.PhaseEntered)
		if long, known := want[v.Phase]; enters && known && took[r.Seq] != long {
			t.Errorf("%s took %s, want %s", v.Phase, took[r.Seq], long)
		}
	}
}
