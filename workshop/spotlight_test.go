package workshop_test

import (
	"testing"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestTheSpotlightIsOnANoteOrAClusterOrOut(t *testing.T) {
	note, pile := Spot{Note: 3}, Spot{Cluster: 1}
	Given(t, wall(), form("ada", "Pair", 1, 2)).
		When(Fay, PutSpotlight{}).ThenRefused(ErrAlreadyThere).
		When(Fay, PutSpotlight{On: note}).Then(SpotlightPut{On: note}).
		When(Fay, PutSpotlight{On: note}).ThenRefused(ErrAlreadyThere).
		When(Fay, PutSpotlight{On: pile}).Then(SpotlightPut{On: pile}).
		ThenView("", func(t testing.TB, v View) {
			if v.Spot != pile {
				t.Errorf("the wall shows %+v", v.Spot)
			}
		}).
		When(Fay, PutSpotlight{}).Then(SpotlightPut{}).
		When(Fay, PutSpotlight{On: Spot{Note: 3, Cluster: 1}}).ThenRefused(ErrNoSuchNote).
		When(Fay, PutSpotlight{On: Spot{Note: -1}}).ThenRefused(ErrNoSuchNote).
		When(Fay, PutSpotlight{On: Spot{Note: 99}}).ThenRefused(ErrNoSuchNote).
		When(Fay, PutSpotlight{On: Spot{Cluster: -1}}).ThenRefused(ErrNoSuchCluster).
		When(Fay, PutSpotlight{On: Spot{Cluster: 9}}).ThenRefused(ErrNoSuchCluster).
		And(By("ada", ParkNotes{Notes: ids(3)})).
		When(Fay, PutSpotlight{On: note}).ThenAccepted().
		And(Reach(StepMeasures, PhaseShare)).
		ThenState(func(t testing.TB, s State) {
			if s.Spotlight != (Spot{}) {
				t.Errorf("the spotlight stays on %+v in the next step", s.Spotlight)
			}
		}).
		When(Fay, PutSpotlight{On: note}).ThenRefused(ErrOtherStep).
		When(Fay, PutSpotlight{On: pile}).ThenRefused(ErrNoSuchCluster)
}

func TestTheSpotlightNeverShowsWhatIsPrivate(t *testing.T) {
	Given(t, wall(), Back(StepVision, PhaseDiverge), Write("ben", PromptVision, "Late and private"),
		By("ben", WithdrawNote{Note: 6}), Reach(StepVision, PhaseShare)).
		When(Fay, PutSpotlight{On: Spot{Note: 6}}).ThenRefused(ErrNoSuchNote)
}

// During a vote the group may want to read a note again.
func TestTheSpotlightWorksDuringAVote(t *testing.T) {
	Given(t, wall(), By(Fay, OpenVote{})).When(Fay, PutSpotlight{On: Spot{Note: 1}}).ThenAccepted()
}
