package workshop_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// voting is a group with a dot vote open on two notes, One and Two.
func voting(people ...PersonID) Line {
	return func(s *Stage) error {
		return s.Play(Group(people...), Reach(StepVision, PhaseDiverge), Write(people[0], PromptVision, "One", "Two"),
			Reach(StepVision, PhaseConverge), By(Fay, OpenVote{}))
	}
}

func TestOnlyThoseVoteWhoTookPartWhenTheVoteWasOpened(t *testing.T) {
	Given(t, Group("ada", "ben", "cal", "dan"), By(Fay, RemovePerson{Person: "ben"}), Reach(StepVision, PhaseDiverge),
		Write("ada", PromptVision, "One"), Reach(StepVision, PhaseConverge)).
		When(Fay, OpenVote{}).
		ThenState(func(t testing.TB, s State) {
			if diff := cmp.Diff([]PersonID{"ada", "cal", "dan"}, s.Vote.Electorate); diff != "" {
				t.Errorf("the electorate (-want +got):\n%s", diff)
			}
		})
}

func TestALatecomerIsNotWaitedForAndVotesTheNextTime(t *testing.T) {
	Given(t, voting("ada", "ben", "cal"), By("dan", Join{Name: "Dan"}), By(Fay, AddPerson{Person: "eva", Name: "Eva"})).
		When("dan", CastBallot{Vote: 1}).ThenRefused(ErrNotInVote).
		WhenInBooth("eva", Fay, CastBallot{Vote: 1}).ThenRefused(ErrNotInVote).
		ThenView("", func(t testing.TB, v View) {
			if v.Missing != 3 {
				t.Errorf("%d are missing, want the three who were there", v.Missing)
			}
		}).
		And(Cast("ada", "One"), Cast("ben", "One"), Cast("cal", "Two")).
		When(Fay, CloseVote{Vote: 1}).ThenAccepted().
		When(Fay, OpenVote{}).
		When("dan", CastBallot{Vote: 2}).ThenAccepted().
		ThenView("", func(t testing.TB, v View) {
			if v.Missing != 4 {
				t.Errorf("%d are missing, want all but Dan", v.Missing)
			}
		})
}

// Somebody who leaves and comes back under the old name, on a new key or by the facilitator's hand, would have two
// ballots.
func TestNobodyStuffsTheBoxByComingBack(t *testing.T) {
	given := Given(t, voting("ada", "ben", "cal"), Cast("ada", "One"))
	for _, again := range []PersonID{"ada2", "ada3", "ada4"} {
		before := map[PersonID]PersonID{"ada2": "ada", "ada3": "ada2", "ada4": "ada3"}[again]
		given.And(By(Fay, RemovePerson{Person: before}, AddPerson{Person: again, Name: "Ada"})).
			When(again, CastBallot{Vote: 1}).ThenRefused(ErrNotInVote).
			WhenInBooth(again, Fay, CastBallot{Vote: 1}).ThenRefused(ErrNotInVote)
	}
	given.When("ada", CastBallot{Vote: 1}).ThenRefused(ErrStranger).
		And(Cast("ben", "Two"), Cast("cal", "Two")).
		When(Fay, CloseVote{Vote: 1}).
		ThenState(func(t testing.TB, s State) {
			r, _ := s.LastResult(StepVision, Dots)
			if r.Outcome.Cast != 3 || !slices.Equal(r.Roll, []PersonID{"ada", "ben", "cal"}) {
				t.Errorf("%d ballots counted, of %v", r.Outcome.Cast, r.Roll)
			}
		})
}

func TestAVoteIsClosedEarlyWithNoBallotOrWithEnoughToHideIn(t *testing.T) {
	people := []PersonID{"ada", "ben", "cal", "dan", "eva"}
	for cast := range len(people) {
		lines := []Line{voting(people...)}
		for _, p := range people[:cast] {
			lines = append(lines, Cast(p, "One"))
		}
		given := Given(t, lines...).
			When(Fay, CloseVote{Vote: 1}).ThenRefused(ErrVotesMissing).
			When(Fay, CloseVote{Vote: 1, Early: true})
		if cast == 1 || cast == 2 {
			given.ThenRefused(ErrFewBallots).When(Fay, AbandonVote{Vote: 1}).ThenAccepted()
			continue
		}
		given.ThenState(func(t testing.TB, s State) {
			if r, _ := s.LastResult(StepVision, Dots); r.Outcome.Cast != cast || s.Vote.ID != 0 {
				t.Errorf("%d ballots counted, want %d", r.Outcome.Cast, cast)
			}
		})
	}
}

// Where two are to vote, both must; where one is, there is nothing to hide.
func TestASmallElectorateIsCountedWhenItIsComplete(t *testing.T) {
	Given(t, voting("ada", "ben"), Cast("ada", "One")).
		When(Fay, CloseVote{Vote: 1, Early: true}).ThenRefused(ErrFewBallots).
		And(Cast("ben", "Two")).
		When(Fay, CloseVote{Vote: 1}).ThenAccepted()
	Given(t, voting("ada"), Cast("ada", "One")).When(Fay, CloseVote{Vote: 1}).ThenAccepted()
}

// Sending people away doesn't lay bare who is left: the electorate is who was there.
func TestRemovingPeopleDoesNotMakeFewBallotsEnough(t *testing.T) {
	Given(t, voting("ada", "ben", "cal"), Cast("ada", "One"), By(Fay, RemovePerson{Person: "ben"}, RemovePerson{Person: "cal"})).
		When(Fay, CloseVote{Vote: 1}).ThenRefused(ErrFewBallots).
		When(Fay, AbandonVote{Vote: 1}).ThenAccepted().
		When(Fay, OpenVote{}).
		When("ada", CastBallot{Vote: 2}).ThenAccepted().
		When(Fay, CloseVote{Vote: 2}).ThenAccepted()
}
