package workshop_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestAFirstActionIsPlannedWithItsOwner(t *testing.T) {
	Given(t, field()).
		When(Fay, PlanAction{What: "  Weaken:\tTime ", Owner: "ben"}).Then(ActionPlanned{Action: 1, What: "Weaken: Time", Owner: "ben"}).
		When(Fay, PlanAction{What: "Ask the CTO", Owner: "ada"}).Then(ActionPlanned{Action: 2, What: "Ask the CTO", Owner: "ada"}).
		ThenView("cal", func(t testing.TB, v View) {
			want := []Planned{{ID: 1, What: "Weaken: Time", Owner: "Ben"}, {ID: 2, What: "Ask the CTO", Owner: "Ada"}}
			if diff := cmp.Diff(want, v.Canvas.Actions); diff != "" {
				t.Errorf("on the canvas (-want +got):\n%s", diff)
			}
		}).
		When(Fay, DropAction{Action: 1}).Then(ActionDropped{Action: 1}).
		When(Fay, DropAction{Action: 1}).ThenRefused(ErrNoSuchAction).
		When(Fay, PlanAction{What: "Ask the CTO", Owner: "cal"}).Then(ActionPlanned{Action: 3, What: "Ask the CTO", Owner: "cal"})
}

func TestAnActionSaysWhatAndWho(t *testing.T) {
	Given(t, field(), By(Fay, AddPerson{Person: "gone", Name: "Gone"}, RemovePerson{Person: "gone"})).
		When(Fay, PlanAction{What: " \n", Owner: "ada"}).ThenRefused(ErrActionEmpty).
		When(Fay, PlanAction{What: strings.Repeat("é", MaxActionLen+1), Owner: "ada"}).ThenRefused(ErrActionLong).
		When(Fay, PlanAction{What: "Ask", Owner: "eve"}).ThenRefused(ErrNoSuchPerson).
		When(Fay, PlanAction{What: "Ask", Owner: "gone"}).ThenRefused(ErrNoSuchPerson).
		When(Fay, PlanAction{What: "Ask"}).ThenRefused(ErrNoSuchPerson).
		When("ada", PlanAction{What: "Ask", Owner: "ada"}).ThenRefused(ErrFacilitatorOnly).
		When(Fay, PlanAction{What: strings.Repeat("é", MaxActionLen), Owner: "ada"}).ThenAccepted()
}

// Two facilitators who press enter at once plan it once.
func TestTheSameActionIsPlannedOnce(t *testing.T) {
	Given(t, field(), By(Fay, PlanAction{What: "Ask the CTO", Owner: "ada"})).
		When(Fay, PlanAction{What: "ask the CTO ", Owner: "ada"}).ThenRefused(ErrAlreadyThere)
}

func TestThereIsAnEndToActions(t *testing.T) {
	g := Given(t, field())
	for i := range MaxActions {
		g = g.And(By(Fay, PlanAction{What: fmt.Sprint("Step ", i), Owner: "ada"}))
	}
	g.When(Fay, PlanAction{What: "One more", Owner: "ada"}).ThenRefused(ErrManyActions).
		And(By(Fay, DropAction{Action: 7})).
		When(Fay, PlanAction{What: "One more", Owner: "ada"}).ThenAccepted()
}

func TestActionsArePlannedWhereTheForcesAreAndAtTheEnd(t *testing.T) {
	plan := PlanAction{What: "Ask the CTO", Owner: "ada"}
	for _, p := range []Position{at(StepForces, PhaseConverge), at(StepForces, PhaseAlign), at(StepClosing, PhaseCanvas)} {
		Given(t, Group("ada"), Reach(p.Step, p.Phase)).When(Fay, plan).ThenAccepted().When(Fay, DropAction{Action: 1}).ThenAccepted()
	}
	for _, p := range []Position{at(StepVision, PhaseConverge), at(StepImpact, PhaseAlign), at(StepName, PhaseConverge)} {
		Given(t, Group("ada"), Reach(p.Step, p.Phase)).
			When(Fay, plan).ThenRefused(ErrOtherStep).
			When(Fay, DropAction{Action: 1}).ThenRefused(ErrOtherStep)
	}
	for _, p := range []Position{at(StepForces, PhaseShare), at(StepWelcome, PhaseGather)} {
		Given(t, Group("ada"), Reach(p.Step, p.Phase)).When(Fay, plan).ThenRefused(ErrNotNow)
	}
}

// What an owner who left was to do stays planned, and says that it needs somebody.
func TestAnActionOutlivesItsOwner(t *testing.T) {
	Given(t, field(), By(Fay, PlanAction{What: "Ask the CTO", Owner: "ben"}, RemovePerson{Person: "ben"})).
		ThenState(func(t testing.TB, s State) {
			want := []Planned{{ID: 1, What: "Ask the CTO"}}
			if diff := cmp.Diff(want, s.Canvas().Actions); diff != "" {
				t.Errorf("on the canvas (-want +got):\n%s", diff)
			}
		})
}
