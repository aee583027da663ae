package workshop_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestBeforeTheRevealANoteIsItsAuthorsOnly(t *testing.T) {
	Given(t, writing("ada", "ben"), Write("ada", PromptVision, "Secret", "Gone"), By("ada", WithdrawNote{Note: 2})).
		ThenView("ada", func(t testing.TB, v View) {
			if len(v.Notes) != 1 || v.Notes[0].Text != "Secret" || v.Me != "ada" || v.MyRole != Participant {
				t.Errorf("ada sees of her own: %+v", v.Mine)
			}
			if len(v.Columns) != 2 || len(v.Columns[0].Lone) != 0 || v.Written[PromptVision] != 1 {
				t.Errorf("the wall: %+v, written %v", v.Columns, v.Written)
			}
		}).
		ThenView(Fay, func(t testing.TB, v View) {
			if len(v.Notes) > 0 || finds(v, "Secret") || v.MyRole != Facilitator {
				t.Errorf("the facilitator sees %+v", v.Mine)
			}
		}).
		ThenView("eve", func(t testing.TB, v View) {
			if v.Me != "" || v.MyRole != "" || finds(v, "Secret") {
				t.Errorf("a stranger sees %+v", v.Mine)
			}
		}).
		And(Onward(false)).
		ThenView("", func(t testing.TB, v View) {
			if c := v.Columns[0].Lone; len(c) != 1 || c[0].Text != "Secret" || c[0].Key() != "n1" {
				t.Errorf("the wall: %+v", c)
			}
		})
}

// An idea is judged by itself: the wall does not say whose it is.
func TestTheWallDoesNotNameAuthors(t *testing.T) {
	Given(t, Group("zaphod", "ben"), Reach(StepVision, PhaseDiverge), Write("zaphod", PromptVision, "Don't panic"),
		Reach(StepVision, PhaseShare)).
		ThenView("ben", func(t testing.TB, v View) {
			if finds(v.Columns, "zaphod") {
				t.Errorf("the columns name the author: %+v", v.Columns)
			}
		})
	Given(t, Group("zaphod", "ben"), Reach(StepLeader, PhaseDiverge),
		By("zaphod", Nominate{Person: "ben", Reason: "kind"}), Onward(false)).
		ThenView("ben", func(t testing.TB, v View) {
			if finds(v.Nominees, "zaphod") {
				t.Errorf("the nominees name who nominated: %+v", v.Nominees)
			}
		})
}

// What somebody without a seat any more has not shown stays unseen until the reveal.
func TestTheNotesOfWhoLeftStayPrivateUntilTheReveal(t *testing.T) {
	Given(t, writing("ada", "ben"), Write("ada", PromptVision, "Secret"), By(Fay, RemovePerson{Person: "ada"})).
		ThenView("ada", func(t testing.TB, v View) {
			if finds(v, "Secret") {
				t.Error("somebody without a seat still sees their note")
			}
		}).
		ThenView(Fay, func(t testing.TB, v View) {
			if finds(v, "Secret") || v.Written[PromptVision] != 1 || len(v.People) != 2 {
				t.Errorf("the facilitator sees %v written by %+v", v.Written, v.People)
			}
		})
}

func TestTheViewIsOfThePresentStep(t *testing.T) {
	Given(t, wall(), Reach(StepMeasures, PhaseDiverge), Write("ada", PromptHow, "Mine")).
		ThenView("ada", func(t testing.TB, v View) {
			if len(v.Notes) != 1 || v.Notes[0].Text != "Mine" || v.Written[PromptVision] != 0 || v.Columns[0].Prompt != PromptHow {
				t.Errorf("ada sees notes %+v, written %v", v.Notes, v.Written)
			}
		})
	Given(t, candidates("ada", "ben")).
		ThenView("", func(t testing.TB, v View) {
			if len(v.Columns) != 0 || len(v.Nominees) != 1 || !v.Nominees[0].Accepted || v.Nominees[0].Name != "Ada" {
				t.Errorf("the leader's step shows %+v", v.Nominees)
			}
		}).
		And(Back(StepName, PhaseConverge)).
		ThenView("", func(t testing.TB, v View) {
			if v.Nominees != nil {
				t.Errorf("nominees in the step of the name: %+v", v.Nominees)
			}
		})
}

// Whoever sees that one ballot gave its dots to these two notes may guess whose it was; sums say less.
func TestNoViewHoldsWholeBallots(t *testing.T) {
	Given(t, voting("ada", "ben", "cal"), Cast("ada", "One"), Cast("ben", "Two"), Cast("cal"), Counted()).
		ThenState(func(t testing.TB, s State) {
			if len(s.Results[0].Ballots) != 3 {
				t.Errorf("the state holds %v", s.Results[0].Ballots)
			}
		}).
		ThenView("ada", func(t testing.TB, v View) {
			if len(v.Results) != 1 || v.Results[0].Ballots != nil || v.Results[0].Outcome.Cast != 3 {
				t.Errorf("ada sees %+v", v.Results)
			}
		})
}

// The order in which reasons were written would tell who sat down first.
func TestTheReasonsForANomineeStandInTheOrderOfTheAlphabet(t *testing.T) {
	Given(t, nominating("ada", "ben", "cal"), By("cal", Nominate{Person: "ada", Reason: "patient"}),
		By("ada", Nominate{Person: "ada", Reason: "kind"}), By("ben", Nominate{Person: "ada", Reason: "loves tests"}),
		Onward(false)).
		ThenView("", func(t testing.TB, v View) {
			if diff := cmp.Diff([]string{"kind", "loves tests", "patient"}, v.Nominees[0].Reasons); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
}
