package workshop_test

import (
	"testing"

	"convene/workshop/ballot"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// field has two supporting forces, 1 and 2, and two that slow down, 3 and 4 as one cluster, and 5.
func field() Line {
	return func(s *Stage) error {
		return s.Play(Group("ada", "ben", "cal"), Reach(StepForces, PhaseDiverge),
			Write("ada", PromptSupport, "People ask for it", "The CTO"),
			Write("ada", PromptSlowDown, "Deadlines", "No time", "Three cities"),
			Reach(StepForces, PhaseConverge), form("ada", "Time", 3, 4))
	}
}

func TestEveryForceIsGivenOneToFive(t *testing.T) {
	Given(t, field()).
		When(Fay, OpenVote{}).
		Then(VoteOpened{
			Vote: 1, Purpose: Strengths, Step: StepForces, Round: 1, Rule: ballot.Rule{PerOption: 5},
			Electorate: []PersonID{"ada", "ben", "cal"},
			Options: []Option{
				{Key: "n1", Label: "People ask for it"},
				{Key: "n2", Label: "The CTO"},
				{Key: "c1", Label: "Time"},
				{Key: "n5", Label: "Three cities"},
			},
		}).
		When("ada", CastBallot{Vote: 1, Ballot: ballot.Ballot{mark("n1", 6)}}).ThenRefused(ballot.ErrWeight).
		When("ada", CastBallot{Vote: 1, Ballot: ballot.Ballot{mark("n1", 0)}}).ThenRefused(ballot.ErrWeight).
		When("ada", CastBallot{Vote: 1, Ballot: ballot.Ballot{mark("n1", 5), mark("n2", 5), mark("c1", 5), mark("n5", 5)}}).
		ThenAccepted()
}

func TestTheForceFieldAddsUp(t *testing.T) {
	weigh := func(who PersonID, n1, n2, c1 int) Line {
		return By(who, CastBallot{Vote: 1, Ballot: ballot.Ballot{mark("n1", n1), mark("n2", n2), mark("c1", c1)}})
	}
	Given(t, field(), By(Fay, OpenVote{}), weigh("ada", 1, 2, 4), weigh("ben", 3, 2, 5), weigh("cal", 4, 2, 5)).
		ThenView("", func(t testing.TB, v View) {
			if s, d := v.Canvas.Forces.Sums(); s != 0 || d != 0 {
				t.Errorf("while the vote is open the sums are %d and %d", s, d)
			}
			if _, _, ok := v.Canvas.Forces.FirstToWeaken(); ok {
				t.Error("nothing is weighed, and one is to be weakened")
			}
		}).
		When(Fay, CloseVote{Vote: 1}).
		ThenView("", func(t testing.TB, v View) {
			f := v.Canvas.Forces
			if s, d := f.Sums(); s != 5 || d != 5 || f.Balance() != 0 {
				t.Errorf("sums %d and %d, balance %d", s, d, f.Balance())
			}
			if got := f.Support[0]; got.Strength != 3 || got.Low != 1 || got.High != 4 || got.Given != 3 || !got.Disagreed() {
				t.Errorf("the first force: %+v", got)
			}
			if got := f.Support[1]; got.Disagreed() {
				t.Errorf("all agree on %+v", got)
			}
			if got, _, ok := f.FirstToWeaken(); !ok || got.Title != "Time" || len(got.Notes) != 2 {
				t.Errorf("first to weaken: %+v", got)
			}
			if got := v.Columns[1].Clusters[0].Score.Strength; got != 5 {
				t.Errorf("on the board the cluster has %d", got)
			}
		})
}

func TestTheFirstOfTheStrongestIsToBeWeakened(t *testing.T) {
	f := ForceField{SlowDown: []Force{
		{Title: "a", ForceScore: ForceScore{Strength: 2}},
		{Title: "b", ForceScore: ForceScore{Strength: 4}},
		{Title: "c", ForceScore: ForceScore{Strength: 4}},
	}}
	if got, others, ok := f.FirstToWeaken(); got.Title != "b" || others != 1 || !ok {
		t.Errorf("first to weaken: %q, like %d others", got.Title, others)
	}
	if got := f.Balance(); got != -10 {
		t.Errorf("balance %d, want -10", got)
	}
}

func TestWithoutTheStepThereIsNoForceField(t *testing.T) {
	Given(t, Group("ada"), Onward(false), By(Fay, RepairAgenda{Repair: SkipForces}), Reach(StepClosing, PhaseCanvas)).
		ThenView("", func(t testing.TB, v View) {
			if v.Canvas.Forces != nil {
				t.Errorf("forces: %+v", v.Canvas.Forces)
			}
		})
}
