package workshop_test

import (
	"testing"
	"time"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

const grace = time.Duration(Grace)

func TestASentenceCanBeEndedWithinTheGrace(t *testing.T) {
	late := WriteNote{Prompt: PromptVision, Text: "We help each other"}
	Given(t, Group("ada", "ben"), Reach(StepVision, PhaseDiverge), Write("ben", PromptVision, "First"), Onward(false), Wait(grace-time.Millisecond)).
		When("ada", late).Then(NoteWritten{Note: 2, Prompt: PromptVision, Text: "We help each other"}).
		ThenView("ben", func(t testing.TB, v View) {
			if lone := v.Columns[0].Lone; len(lone) != 2 || lone[1].Text != "We help each other" {
				t.Errorf("the wall: %+v", lone)
			}
		}).
		And(Wait(time.Millisecond)).
		When("ada", late).ThenRefused(ErrRevealed).
		And(Onward(false)).
		When("ada", late).ThenRefused(ErrRevealed).
		And(Back(StepVision, PhaseDiverge)).
		When("ada", late).ThenAccepted()
}

func TestTheGraceOutlivesAQuickFacilitator(t *testing.T) {
	Given(t, Group("ada"), Reach(StepVision, PhaseConverge), Wait(grace/2)).
		When("ada", WriteNote{Prompt: PromptVision, Text: "We help each other"}).ThenAccepted()
	Given(t, Group("ada"), Reach(StepVision, PhaseAlign)).
		When("ada", WriteNote{Prompt: PromptVision, Text: "We help each other"}).ThenRefused(ErrNotNow)
	Given(t, Group("ada"), Reach(StepVision, PhaseShare)).
		When("ada", WriteNote{Prompt: PromptHow, Text: "For another step"}).ThenRefused(ErrOtherStep)
}

// A facilitator who goes back at once to another step's wall opens that one for nobody.
func TestTheGraceIsForTheStepThatWasRevealed(t *testing.T) {
	Given(t, Group("ada"), Reach(StepMeasures, PhaseDiverge), Onward(false), Back(StepVision, PhaseConverge)).
		When("ada", WriteNote{Prompt: PromptVision, Text: "We help each other"}).ThenRefused(ErrRevealed)
	Given(t, Group("ada"), Reach(StepLeader, PhaseDiverge), Onward(false), Back(StepName, PhaseConverge)).
		When("ada", WriteNote{Prompt: PromptName, Text: "Guild"}).ThenRefused(ErrRevealed)
}

// The clock of the machine may be set while the group is at it; an hour back is no hour of grace.
func TestTheGraceDoesNotGrowWhenTheClockIsSetBack(t *testing.T) {
	Given(t, Group("ada"), Reach(StepVision, PhaseDiverge), Onward(false), Wait(-time.Hour)).
		When("ada", WriteNote{Prompt: PromptVision, Text: "We help each other"}).ThenRefused(ErrRevealed)
}

// What is on the wall stays what everyone has read.
func TestTheGraceChangesNothingThatIsOnTheWall(t *testing.T) {
	Given(t, Group("ada"), Reach(StepVision, PhaseDiverge), Write("ada", PromptVision, "First"), Onward(false)).
		When("ada", RewordNote{Note: 1, Text: "Second"}).ThenRefused(ErrNotNow).
		When("ada", WithdrawNote{Note: 1}).ThenRefused(ErrNotNow)
}

func TestALateNoteIsComparedLikeTheOthers(t *testing.T) {
	Given(t, Group("ada", "ben"), Reach(StepVision, PhaseDiverge), Write("ben", PromptVision, "We help each other learn"), Onward(false)).
		When("ada", WriteNote{Prompt: PromptVision, Text: "We help each other learn"}).ThenAccepted().
		ThenView("", func(t testing.TB, v View) {
			if len(v.Pairs) != 1 {
				t.Errorf("pairs: %+v", v.Pairs)
			}
		})
}

func TestANominationCanBeEndedWithinTheGrace(t *testing.T) {
	reason := "She listens"
	Given(t, Group("ada", "ben"), Reach(StepLeader, PhaseDiverge), Onward(false), Wait(grace-time.Millisecond)).
		When("ada", Nominate{Person: "ben", Reason: reason}).ThenAccepted().
		ThenView("", func(t testing.TB, v View) {
			if len(v.Nominees) != 1 || v.Nominees[0].Reasons[0] != reason {
				t.Errorf("nominees: %+v", v.Nominees)
			}
		}).
		And(Wait(time.Millisecond)).
		When("ben", Nominate{Person: "ada", Reason: reason}).ThenRefused(ErrRevealed)
}

func TestTheGraceRunsOut(t *testing.T) {
	s := NewStage()
	if err := s.Play(Group("ada"), Reach(StepVision, PhaseShare)); err != nil {
		t.Fatal(err)
	}
	for wait, want := range map[time.Duration]time.Duration{0: grace, 3 * time.Second: grace - 3*time.Second, grace: 0, time.Hour: 0} {
		if got := s.State.Timing().GraceLeft(s.Now.Add(wait)); got != Span(want) {
			t.Errorf("%s after the reveal: %s left, want %s", wait, got, want)
		}
	}
	if err := s.Play(Reach(StepMeasures, PhaseDiverge)); err != nil {
		t.Fatal(err)
	}
	if got := s.State.Timing().GraceLeft(s.Now); got != 0 {
		t.Errorf("while people write: %s", got)
	}
}
