package workshop_test

import (
	"testing"

	"convene/workshop/ballot"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// naming is a group that converges on a name: Guild (1) by ada, Forge (2) by ben, Loft (3) by cal.
func naming() Line {
	return func(s *Stage) error {
		return s.Play(Group("ada", "ben", "cal"), Reach(StepName, PhaseDiverge), Write("ada", PromptName, "Guild"),
			Write("ben", PromptName, "Forge"), Write("cal", PromptName, "Loft"), Reach(StepName, PhaseConverge))
	}
}

func TestEachPersonHasTwoVotesOnDifferentNames(t *testing.T) {
	Given(t, naming()).
		When(Fay, OpenVote{}).
		Then(VoteOpened{
			Vote: 1, Purpose: ForName, Step: StepName, Round: 1, Rule: ballot.Rule{Budget: 2, PerOption: 1},
			Electorate: []PersonID{"ada", "ben", "cal"},
			Options:    []Option{{Key: "n1", Label: "Guild"}, {Key: "n2", Label: "Forge"}, {Key: "n3", Label: "Loft"}},
		}).
		When("ada", CastBallot{Vote: 1, Ballot: ballot.Ballot{mark("n1", 2)}}).ThenRefused(ballot.ErrWeight).
		When("ada", CastBallot{Vote: 1, Ballot: ballot.Ballot{mark("n1", 1), mark("n2", 1), mark("n3", 1)}}).
		ThenRefused(ballot.ErrOverBudget).
		When("ada", CastBallot{Vote: 1, Ballot: ballot.Ballot{mark("n2", 1), mark("n1", 1)}}).
		Then(BallotCast{Vote: 1, Ballot: ballot.Ballot{mark("n1", 1), mark("n2", 1)}}) // what was marked first is not kept
}

func TestMostVotesGiveTheName(t *testing.T) {
	Given(t, naming(), By(Fay, OpenVote{}), Cast("ada", "Forge", "Guild"), Cast("ben", "Forge"), Cast("cal", "Loft")).
		ThenView("", func(t testing.TB, v View) {
			if v.Canvas.Named || v.Canvas.Title != "Software Craft" {
				t.Errorf("before the count the canvas is headed %q", v.Canvas.Title)
			}
		}).
		When(Fay, CloseVote{Vote: 1}).
		ThenView("", func(t testing.TB, v View) {
			if v.Name != (Naming{Chosen: "Forge", How: ByVote}) || v.Canvas.Title != "Forge" || !v.Canvas.Named {
				t.Errorf("name %+v, canvas %q", v.Name, v.Canvas.Title)
			}
		}).
		When(Fay, Advance{From: at(StepName, PhaseConverge)}).ThenAccepted()
}

func TestNamesThatReadTheSameAreOneProposal(t *testing.T) {
	Given(t, Group("ada", "ben"), Reach(StepName, PhaseDiverge),
		Write("ada", PromptName, "Craft Guild", "Parked", "Taken back"), Write("ben", PromptName, "CRAFT  guild!", "Other"),
		By("ada", WithdrawNote{Note: 3}), Reach(StepName, PhaseConverge), By("ada", ParkNotes{Notes: ids(2)})).
		When(Fay, OpenVote{}).
		ThenState(func(t testing.TB, s State) {
			got := s.Vote.Options
			if len(got) != 2 || got[0] != (Option{Key: "n1", Label: "Craft Guild"}) || got[1].Label != "Other" {
				t.Errorf("the options: %+v", got)
			}
		})
}

// What is on the wall of the other steps is no name.
func TestOnlyNamesAreProposals(t *testing.T) {
	Given(t, Group("ada"), Reach(StepVision, PhaseDiverge), Write("ada", PromptVision, "Fewer bugs"), Reach(StepName, PhaseDiverge),
		Write("ada", PromptName, "Guild"), Reach(StepName, PhaseConverge)).
		When(Fay, OpenVote{}).
		ThenState(func(t testing.TB, s State) {
			if got := s.Vote.Options; len(got) != 1 || got[0].Label != "Guild" {
				t.Errorf("the options: %+v", got)
			}
		})
}

func TestWithoutProposalsThereIsNothingToVoteOn(t *testing.T) {
	Given(t, Group("ada"), Reach(StepName, PhaseConverge)).When(Fay, OpenVote{}).ThenRefused(ErrNothingToVote)
}

func TestAVoteInWhichNobodyVotesNamesNothing(t *testing.T) {
	Given(t, naming(), By(Fay, OpenVote{})).
		When(Fay, CloseVote{Vote: 1, Early: true}).
		ThenState(func(t testing.TB, s State) {
			if s.Name.Chosen != "" || s.Tie.Vote != 0 {
				t.Errorf("name %+v, tie %+v", s.Name, s.Tie)
			}
		})
}
