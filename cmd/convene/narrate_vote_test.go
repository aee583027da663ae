package main

import (
	"strings"
	"testing"

	"convene/workshop"
	"convene/workshop/ballot"
	. "convene/workshop/workshoptest"
)

// A force about which nobody has an opinion has no strength, and not the strength of nothing.
func TestAForceThatNobodyWeighedHasNoNumber(t *testing.T) {
	weighs := workshop.CastBallot{Vote: 1, Ballot: ballot.Ballot{{Option: "n1", Weight: 4}}}
	out := told(t, Reach(workshop.StepForces, workshop.PhaseDiverge),
		Write("ada", workshop.PromptSupport, "People ask for it", "Curiosity"), Reach(workshop.StepForces, workshop.PhaseConverge),
		By(Fay, workshop.OpenVote{}), By("ada", weighs), By("ben", weighs), By("cal", weighs),
		By(Fay, workshop.CloseVote{Vote: 1}))
	if want := "was counted: People ask for it 4, Curiosity (not weighed)"; !strings.Contains(out, want) {
		t.Errorf("nothing tells %q in\n%s", want, out)
	}
}
