package workshop_test

import (
	"testing"
	"time"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func at(step Step, phase Phase) Position { return Position{Step: step, Phase: phase} }

func TestAStepIsGoneThroughPhaseByPhase(t *testing.T) {
	Given(t, Group("ada"), Onward(false), Wait(time.Minute)).
		When(Fay, Advance{From: at(StepVision, PhaseBrief)}).
		Then(PhaseEntered{
			Position: at(StepVision, PhaseDiverge), Box: Minutes(5), Deadline: Morning().Add(6 * time.Minute),
		}).
		When(Fay, Advance{From: at(StepVision, PhaseDiverge)}).
		Then(NotesRevealed{Step: StepVision}, PhaseEntered{
			Position: at(StepVision, PhaseShare), Box: Minutes(4), Deadline: Morning().Add(5 * time.Minute),
		})
}

func TestTwoFacilitatorsAtOnceMoveOnce(t *testing.T) {
	Given(t, Group("ada")).
		When(Fay, Advance{From: at(StepWelcome, PhaseGather)}).ThenAccepted().
		When(Fay, Advance{From: at(StepWelcome, PhaseGather)}).ThenRefused(ErrMovedOn).
		When(Fay, Advance{}).ThenRefused(ErrMovedOn).
		When(Fay, StepBack{From: at(StepVision, PhaseDiverge)}).ThenRefused(ErrMovedOn)
}

func TestTheWayHasTwoEnds(t *testing.T) {
	Given(t, Group("ada")).
		When(Fay, StepBack{From: at(StepWelcome, PhaseGather)}).ThenRefused(ErrAtTheStart).
		And(Reach(StepClosing, PhaseCanvas)).
		When(Fay, Advance{From: at(StepClosing, PhaseCanvas), Despite: true}).ThenRefused(ErrAtTheEnd)
}

func TestSomebodyMustBeHere(t *testing.T) {
	start := Advance{From: at(StepWelcome, PhaseGather), Despite: true}
	Given(t, Opened()).When(Fay, start).ThenRefused(ErrNobodyHere)
	Given(t, Group("ada"), By(Fay, RemovePerson{Person: "ada"})).When(Fay, start).ThenRefused(ErrNobodyHere)
	Given(t, Group("ada")).When(Fay, start).ThenAccepted()
}

func TestAStepEndsWhenEveryoneIsBehindIt(t *testing.T) {
	on := Advance{From: at(StepVision, PhaseAlign)}
	Given(t, Group("ada", "ben"), Reach(StepVision, PhaseAlign), By("ada", ShowHand{Level: 3})).
		When(Fay, on).ThenRefused(ErrHandsHidden).
		And(By(Fay, RevealHands{})).
		When(Fay, on).ThenRefused(ErrHandsMissing).
		And(By("ben", ShowHand{Level: 2, Concern: "Too vague"})).
		When(Fay, on).ThenRefused(ErrConcerns).
		And(By("ben", ShowHand{Level: 5})).
		When(Fay, on).Then(
		StepSettled{Step: StepVision, Hands: [6]int{3: 1, 5: 1}},
		PhaseEntered{Position: at(StepMeasures, PhaseBrief), Box: Minutes(2), Deadline: Morning().Add(2 * time.Minute)},
	)
}

func TestAFacilitatorMayGoOnDespiteConcernsAndTheyAreRecorded(t *testing.T) {
	Given(t, Group("ada", "ben", "cal"), Reach(StepVision, PhaseAlign), By("ada", ShowHand{Level: 4}),
		By("ben", ShowHand{Level: 0, Concern: "Not our job"}), By(Fay, RevealHands{})).
		When(Fay, Advance{From: at(StepVision, PhaseAlign), Despite: true}).
		ThenState(func(t testing.TB, s State) {
			got := s.Settled[StepVision]
			if got.Hands != [6]int{0: 1, 4: 1} || got.Missing != 1 || got.Reopened || !got.At.Equal(Morning()) {
				t.Errorf("settled with %+v", got)
			}
			if len(got.Concerns) != 1 || got.Concerns[0] != (Concern{Person: "ben", Level: 0, Sentence: "Not our job"}) {
				t.Errorf("concerns: %+v", got.Concerns)
			}
		})
}

func TestTheNamingEndsWithANameOrWithAClearNo(t *testing.T) {
	on := Advance{From: at(StepName, PhaseConverge)}
	Given(t, Group("ada"), Reach(StepName, PhaseConverge)).
		When(Fay, on).ThenRefused(ErrNoName).
		When(Fay, Advance{From: on.From, Despite: true}).ThenAccepted()
}

func TestTheElectionEndsWithAnOutcomeWhateverIsConfirmed(t *testing.T) {
	on := Advance{From: at(StepLeader, PhaseConverge), Despite: true}
	Given(t, Group("ada"), Reach(StepLeader, PhaseConverge)).
		When(Fay, on).ThenRefused(ErrNoOutcome).
		And(By(Fay, RecordNoLeader{Reason: "Nobody has time"})).
		When(Fay, on).ThenAccepted()
}

func TestGoingBackLosesNothingAndReopensTheStep(t *testing.T) {
	Given(t, wall(), form("ada", "Pair", 1, 2), Reach(StepMeasures, PhaseBrief)).
		When(Fay, StepBack{From: at(StepMeasures, PhaseBrief)}).
		ThenState(func(t testing.TB, s State) {
			if s.At != at(StepVision, PhaseAlign) || !s.Settled[StepVision].Reopened {
				t.Errorf("at %s, settled %+v", s.At, s.Settled)
			}
			if got := len(s.Canvas().Sections[0].Entries); got != 2 {
				t.Errorf("%d entries under vision, want the cluster and the lone note", got)
			}
		}).
		And(AllShow(4), Onward(false)).
		ThenState(func(t testing.TB, s State) {
			if s.Settled[StepVision].Reopened {
				t.Error("settled again, and still marked as reopened")
			}
		})
	Given(t, wall(), Back(StepVision, PhaseBrief)).ThenState(func(t testing.TB, s State) {
		if len(s.Settled) > 0 {
			t.Errorf("a step that was never settled is %+v", s.Settled)
		}
	})
}

func TestHandsAreShownAfresh(t *testing.T) {
	Given(t, Group("ada"), Reach(StepVision, PhaseAlign), AllShow(4), Back(StepVision, PhaseConverge), Onward(false)).
		ThenView("ada", func(t testing.TB, v View) {
			if v.HandsShown || v.HasHand {
				t.Errorf("the hands of before: shown %v, ada's %v", v.HandsShown, v.HasHand)
			}
		})
}

// Two hours count from when the group left the gathering; going back does not start them anew.
func TestTheWorkshopStartsOnce(t *testing.T) {
	Given(t, Group("ada"), Wait(time.Minute), Onward(false), Wait(time.Minute), Back(StepWelcome, PhaseGather)).
		ThenState(func(t testing.TB, s State) {
			if s.Clock.Runs() || s.Clock.Left != Minutes(5) {
				t.Errorf("the clock %+v runs while people gather", s.Clock)
			}
		}).
		And(Onward(false)).
		ThenState(func(t testing.TB, s State) {
			if want := Morning().Add(time.Minute); !s.Started.Equal(want) {
				t.Errorf("started at %s, want %s", s.Started, want)
			}
		})
}

func TestNobodyMovesUnderAnOpenVote(t *testing.T) {
	Given(t, wall(), By(Fay, OpenVote{})).
		When(Fay, Advance{From: at(StepVision, PhaseConverge)}).ThenRefused(ErrVoteOpen).
		When(Fay, StepBack{From: at(StepVision, PhaseConverge)}).ThenRefused(ErrVoteOpen).
		When("ada", FormCluster{Notes: ids(1, 2)}).ThenRefused(ErrVoteOpen).
		When("ada", UndoLast{}).ThenRefused(ErrVoteOpen).
		When(Fay, OpenVote{}).ThenRefused(ErrVoteOpen)
}
