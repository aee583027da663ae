package workshop_test

import (
	"strings"
	"testing"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestAStatementOpensASectionOfTheStep(t *testing.T) {
	Given(t, wall()).
		When(Fay, WriteStatement{Section: SectionVision, Text: " We are\nproud "}).
		Then(StatementWritten{Section: SectionVision, Text: "We are proud"}).
		When(Fay, WriteStatement{Section: SectionVision, Text: "We are proud"}).ThenRefused(ErrAlreadyThere).
		When(Fay, WriteStatement{Section: SectionImportance}).ThenRefused(ErrAlreadyThere).
		When(Fay, WriteStatement{Section: SectionVision, Text: strings.Repeat("x", MaxStatementLen+1)}).ThenRefused(ErrStatementLong).
		ThenView("", func(t testing.TB, v View) {
			if got := v.Canvas.Sections[0].Statement; got != "We are proud" || v.Sentence[SectionVision] != got {
				t.Errorf("the canvas says %q, the view %q", got, v.Sentence[SectionVision])
			}
		}).
		When(Fay, WriteStatement{Section: SectionVision}).Then(StatementWritten{Section: SectionVision}).
		ThenState(func(t testing.TB, s State) {
			if len(s.Statements) > 0 {
				t.Errorf("statements: %v", s.Statements)
			}
		})
}

func TestAStatementIsForASectionThatThereIs(t *testing.T) {
	for _, c := range []struct {
		step    Step
		section Section
	}{
		{StepVision, ""},
		{StepVision, "nonsense"},
		{StepVision, SectionHow},
		{StepImpact, "who"},
		{StepForces, "support"},
		{StepName, "name"},
		{StepLeader, ""},
	} {
		Given(t, Group("ada"), Reach(c.step, PhaseShare)).
			When(Fay, WriteStatement{Section: c.section, Text: "x"}).ThenRefused(ErrOtherStep)
	}
	for _, section := range Sections() {
		Given(t, Group("ada"), Reach(section.Step(), PhaseShare)).
			When(Fay, WriteStatement{Section: section, Text: "x"}).ThenAccepted()
	}
}

// Hands are shown for what stands there; when that changes, the group is asked again.
func TestANewSentenceAsksForHandsAnew(t *testing.T) {
	Given(t, Group("ada"), Reach(StepVision, PhaseAlign), AllShow(5)).
		When(Fay, WriteStatement{Section: SectionVision, Text: "Something else"}).ThenAccepted().
		When(Fay, Advance{From: Position{StepVision, PhaseAlign}}).ThenRefused(ErrHandsMissing).
		When("ada", ShowHand{Level: 4}).ThenAccepted().
		When(Fay, Advance{From: Position{StepVision, PhaseAlign}}).ThenAccepted()
}
