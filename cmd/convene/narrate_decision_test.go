package main

import (
	"strings"
	"testing"

	"convene/workshop"
	"convene/workshop/workshoptest"
)

// told is what the log tells of what the lines do after everyone has come in.
func told(t *testing.T, lines ...workshoptest.Line) string {
	t.Helper()
	s := workshoptest.NewStage()
	if err := s.Play(append([]workshoptest.Line{workshoptest.Group("ada", "ben", "cal")}, lines...)...); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := writeLog(&out, s.Records); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestTheLogTellsTheDecisionToGoOn(t *testing.T) {
	by := workshoptest.By
	hand := func(level int, concern string) workshop.ShowHand {
		return workshop.ShowHand{Level: level, Concern: concern}
	}
	align := workshoptest.Reach(workshop.StepVision, workshop.PhaseAlign)
	for want, hands := range map[string][]workshoptest.Line{
		"settled: 1 vision, with 1× 0, 2× 5; went on all the same, with 1 concern: Ada (0): Not our job": {
			by("ada", hand(0, "Not our job")), by("ben", hand(5, "")), by("cal", hand(5, "")),
		},
		"settled: 1 vision, with 1× 0, 1× 2, 1 without a hand; went on all the same, with 2 concerns: Ada (2): Too vague; Ben (0): No": {
			by("ada", hand(2, "Too vague")), by("ben", hand(0, "No")), by(workshoptest.Fay, workshop.RevealHands{}),
		},
		"settled: 1 vision, with 1× 5, 2 without a hand; went on all the same": {
			by("ada", hand(5, "")), by(workshoptest.Fay, workshop.RevealHands{}),
		},
		"settled: 1 vision, with 3× 4": {workshoptest.AllShow(4)},
	} {
		if got := told(t, append(append([]workshoptest.Line{align}, hands...), workshoptest.Onward(true))...); !strings.Contains(got, want+"\n") {
			t.Errorf("nothing tells %q:\n%s", want, got)
		}
	}
}

func TestTheLogTellsWhatWasPlanned(t *testing.T) {
	got := told(t, workshoptest.Reach(workshop.StepForces, workshop.PhaseAlign),
		workshoptest.By(workshoptest.Fay, workshop.PlanAction{What: "Ask the CTO", Owner: "ben"}, workshop.DropAction{Action: 1}),
		workshoptest.By("ben", workshop.PlanAction{What: "Book a room", Owner: "ada", Due: "2026-03-16"}))
	for _, want := range []string{
		"Fay planned a first action for Ben: Ask the CTO", "Fay dropped the first action: Ask the CTO",
		"Ben (in the booth) planned a first action for Ada by Mon 16 Mar 2026: Book a room",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("nothing tells %q:\n%s", want, got)
		}
	}
}
