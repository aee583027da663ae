package workshop_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"convene/workshop/ballot"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func mark(key string, weight int) ballot.Mark { return ballot.Mark{Option: key, Weight: weight} }

func TestADotVoteIsOnWhatTheBoardHolds(t *testing.T) {
	Given(t, wall(), form("ada", "Pair", 1, 2), By("ada", ParkNotes{Notes: ids(5)})).
		When(Fay, OpenVote{}).
		Then(VoteOpened{
			Vote: 1, Purpose: Dots, Step: StepVision, Round: 1, Rule: ballot.Rule{Budget: 1, PerOption: 1},
			Electorate: []PersonID{"ada", "ben"},
			Options:    []Option{{Key: "c1", Label: "Pair"}, {Key: "n3", Label: "Three"}, {Key: "n4", Label: "Four"}},
		})
	Given(t, Group("ada"), Reach(StepVision, PhaseConverge)).When(Fay, OpenVote{}).ThenRefused(ErrNothingToVote)
}

func TestAVoteHasRoomForSoManyIdeas(t *testing.T) {
	full := func(s *Stage) error {
		if err := s.Play(writing("ada", "ben", "cal", "dan", "eva")); err != nil {
			return err
		}
		for _, p := range s.State.Participants()[:4] {
			for i := range MaxNotesPerPrompt {
				if err := s.Play(Write(p.ID, PromptVision, fmt.Sprint("idea ", i))); err != nil {
					return err
				}
			}
		}
		return s.Play(Write("eva", PromptImportance, "one more"), Reach(StepVision, PhaseConverge))
	}
	Given(t, full).
		When(Fay, OpenVote{}).ThenRefused(ErrManyOptions).
		And(By("ada", ParkNotes{Notes: ids(1)})).
		When(Fay, OpenVote{}).ThenAccepted()
	Given(t, full, form("ada", "Both", 1, 2)).When(Fay, OpenVote{}).ThenAccepted()
}

// A quarter of the ideas, rounded up, at least one and at most eight.
func TestEveryoneHasAQuarterOfTheIdeasInDots(t *testing.T) {
	for ideas, want := range map[int]int{1: 1, 4: 1, 5: 2, 8: 2, 9: 3, 29: 8, 32: 8, 40: 8} {
		var texts []string
		for i := range ideas {
			texts = append(texts, fmt.Sprint("idea ", i))
		}
		Given(t, writing("ada"), Write("ada", PromptVision, texts...), Reach(StepVision, PhaseConverge), By(Fay, OpenVote{})).
			ThenView("ada", func(t testing.TB, v View) {
				if v.Vote.Rule != (ballot.Rule{Budget: want, PerOption: want}) {
					t.Errorf("%d ideas: %+v, want %d dots", ideas, v.Vote.Rule, want)
				}
			})
	}
}

func TestABallotIsFinalAndNotInTheRecord(t *testing.T) {
	vote := CastBallot{Vote: 1, Ballot: ballot.Ballot{mark("n1", 1)}}
	Given(t, wall()).
		When("ada", vote).ThenRefused(ErrNoVote).
		When("ada", CastBallot{}).ThenRefused(ErrNoVote).
		And(By(Fay, OpenVote{})).
		When("ada", CastBallot{Vote: 2}).ThenRefused(ErrNoVote).
		When("ada", CastBallot{}).ThenRefused(ErrNoVote).
		When(Fay, vote).ThenRefused(ErrParticipantOnly).
		When("ada", vote).Then(BallotCast{Vote: 1, Ballot: ballot.Ballot{mark("n1", 1)}}).
		When("ada", vote).ThenRefused(ErrHasVoted).
		ThenView("ben", func(t testing.TB, v View) {
			if !v.People[1].Voted || v.People[2].Voted || v.Missing != 1 || v.HasVoted {
				t.Errorf("ben sees %+v, %d missing", v.People, v.Missing)
			}
		}).
		ThenView("ada", func(t testing.TB, v View) {
			if !v.HasVoted {
				t.Error("ada does not see that she has voted")
			}
		})
	raw, err := (Record{Seq: 1, Event: BallotCast{Vote: 1, Ballot: vote.Ballot}}).MarshalJSON()
	if want := `{"seq":1,"at":"0001-01-01T00:00:00Z","by":"","kind":"ballot-cast","event":{"vote":1}}`; string(raw) != want || err != nil {
		t.Errorf("the record of a ballot is %s, %v", raw, err)
	}
}

func TestABallotKeepsToTheRule(t *testing.T) {
	for name, c := range map[string]struct {
		ballot ballot.Ballot
		want   error
	}{
		"too much":    {ballot.Ballot{mark("n1", 2), mark("n2", 1)}, ballot.ErrOverBudget},
		"on nothing":  {ballot.Ballot{mark("n9", 1)}, ballot.ErrUnknownOption},
		"twice":       {ballot.Ballot{mark("n1", 1), mark("n1", 1)}, ballot.ErrTwice},
		"less":        {ballot.Ballot{mark("n1", -1)}, ballot.ErrWeight},
		"nothing":     {ballot.Ballot{mark("n1", 0)}, ballot.ErrWeight},
		"much, at on": {ballot.Ballot{mark("n1", 3)}, ballot.ErrWeight},
	} {
		t.Run(name, func(t *testing.T) {
			Given(t, wall(), By(Fay, OpenVote{})).When("ada", CastBallot{Vote: 1, Ballot: c.ballot}).ThenRefused(c.want)
		})
	}
}

func TestTheRollIsInTheOrderOfTheRoom(t *testing.T) {
	for _, order := range [][]PersonID{{"ada", "ben", "cal"}, {"cal", "ben", "ada"}, {"ben", "cal", "ada"}} {
		Given(t, Group("ada", "ben", "cal"), Reach(StepVision, PhaseDiverge), Write("ada", PromptVision, "One"),
			Reach(StepVision, PhaseConverge), By(Fay, OpenVote{}), Cast(order[0]), Cast(order[1]), Cast(order[2])).
			ThenState(func(t testing.TB, s State) {
				if diff := cmp.Diff([]PersonID{"ada", "ben", "cal"}, s.Vote.Roll); diff != "" {
					t.Errorf("voted as %v, the roll (-want +got):\n%s", order, diff)
				}
			})
	}
}

func TestAVoteIsClosedWhenAllHaveVoted(t *testing.T) {
	Given(t, wall(), By(Fay, OpenVote{})).
		When(Fay, CloseVote{Vote: 2}).ThenRefused(ErrNoVote).
		When(Fay, CloseVote{}).ThenRefused(ErrNoVote).
		And(Cast("ada", "n3", "n3")).
		When(Fay, CloseVote{Vote: 1}).ThenRefused(ErrVotesMissing).
		And(Cast("ben")).
		When(Fay, CloseVote{Vote: 1}).
		Then(VoteClosed{
			Vote: 1, Ballots: []ballot.Ballot{nil, {mark("n3", 2)}},
			Outcome: ballot.Result{
				Tally: ballot.Tally{
					{Option: "n3", Votes: 2, Ballots: 1}, {Option: "n1"}, {Option: "n2"}, {Option: "n4"}, {Option: "n5"},
				},
				Cast: 2, Blank: 1,
			},
		}).
		ThenView("", func(t testing.TB, v View) {
			if v.Columns[0].Lone[2].Dots != 2 || v.Vote.ID != 0 || len(v.Results) != 1 {
				t.Errorf("after the count the wall shows %+v", v.Columns[0].Lone)
			}
		}).
		When(Fay, CloseVote{Vote: 1}).ThenRefused(ErrNoVote)
	Given(t, Group("ada", "ben"), By(Fay, StartClock{})).When(Fay, CloseVote{}).ThenRefused(ErrNoVote)
}

func TestWhoLeavesIsNotWaitedForAndTheirBallotCounts(t *testing.T) {
	Given(t, wall(), By(Fay, OpenVote{}), Cast("ada", "n1"), By(Fay, RemovePerson{Person: "ada"}), Cast("ben", "n1")).
		When(Fay, CloseVote{Vote: 1}).
		ThenState(func(t testing.TB, s State) {
			if r, _ := s.LastResult(StepVision, Dots); r.Outcome.Cast != 2 {
				t.Errorf("%d ballots counted, want 2", r.Outcome.Cast)
			}
		})
	Given(t, voting("ada", "ben", "cal", "dan"), Cast("ada", "One"), Cast("ben"), Cast("cal"),
		By(Fay, RemovePerson{Person: "dan"})).
		When(Fay, CloseVote{Vote: 1}).ThenAccepted()
}

func TestABoxThatDoesNotMatchIsNotCounted(t *testing.T) {
	full := func(s *Stage) error {
		return s.Play(wall(), By(Fay, OpenVote{}), Cast("ada", "n1"), Cast("ben", "n2"))
	}
	for name, box := range map[string][]ballot.Ballot{
		"empty":    {},
		"one less": {{mark("n1", 1)}},
		"one more": {{mark("n1", 1)}, {mark("n2", 1)}, nil},
		"stuffed":  {{mark("n1", 1<<40)}, nil},
		"strange":  {{mark("n1", 1)}, {mark("n77", 1)}},
	} {
		t.Run(name, func(t *testing.T) {
			Given(t, full).When(Fay, CloseVote{Vote: 1, Early: true, Ballots: box}).ThenRefused(ErrBox)
		})
	}
	Given(t, full).
		When(Fay, AbandonVote{Vote: 2}).ThenRefused(ErrNoVote).
		When(Fay, AbandonVote{Vote: 1}).Then(VoteAbandoned{Vote: 1}).
		When(Fay, AbandonVote{Vote: 1}).ThenRefused(ErrNoVote).
		When(Fay, AbandonVote{}).ThenRefused(ErrNoVote).
		When(Fay, OpenVote{}).
		ThenState(func(t testing.TB, s State) {
			if s.Vote.ID != 2 || len(s.Vote.Roll) > 0 || len(s.Results) > 0 {
				t.Errorf("the new vote: %+v, results %+v", s.Vote, s.Results)
			}
		}).
		When("ada", CastBallot{Vote: 1}).ThenRefused(ErrNoVote)
}

// Every count that a vote ever shows is the same whoever voted what, until it is closed.
func TestAnOpenVoteShowsNoCount(t *testing.T) {
	for _, viewer := range []PersonID{"", Fay, "ada", "ben"} {
		var first View
		Given(t, wall(), By(Fay, OpenVote{}), Cast("ada", "n1")).
			ThenView(viewer, func(_ testing.TB, v View) { first = v })
		Given(t, wall(), By(Fay, OpenVote{}), Cast("ada", "n2")).
			ThenView(viewer, func(t testing.TB, v View) {
				if diff := cmp.Diff(first, v, inside()); diff != "" {
					t.Errorf("%q can tell who voted what:\n%s", viewer, diff)
				}
			})
	}
}

func TestADotVoteHasItsSettings(t *testing.T) {
	Given(t, wall()).
		When(Fay, OpenVote{Dots: MaxDots + 1}).ThenRefused(ErrDots).
		When(Fay, OpenVote{Dots: -1}).ThenRefused(ErrDots).
		When(Fay, OpenVote{Among: []string{"n1"}}).ThenRefused(ErrFewIdeas).
		When(Fay, OpenVote{Among: []string{"n1", "n99", "n1"}}).ThenRefused(ErrFewIdeas).
		When(Fay, OpenVote{Dots: 3, Single: true, Among: []string{"n5", "n1"}}).
		Then(VoteOpened{
			Vote: 1, Purpose: Dots, Step: StepVision, Round: 1, Rule: ballot.Rule{Budget: 3, PerOption: 1},
			Electorate: []PersonID{"ada", "ben"},
			Options:    []Option{{Key: "n1", Label: "One"}, {Key: "n5", Label: "Five"}},
		})
	Given(t, wall()).
		When(Fay, OpenVote{Dots: 2}).ThenAccepted().
		ThenView("ada", func(t testing.TB, v View) {
			if v.Vote.Rule != (ballot.Rule{Budget: 2, PerOption: 2}) {
				t.Errorf("the rule: %+v", v.Vote.Rule)
			}
		})
}

func TestEveryoneHasTheOptionsInAnOrderOfTheirOwn(t *testing.T) {
	v := Vote{ID: 3}
	for i := range 12 {
		v.Options = append(v.Options, Option{Key: fmt.Sprint("n", i), Label: "x"})
	}
	orders := make(map[string]bool)
	first := make(map[string]int)
	for i := range 240 {
		who := PersonID(fmt.Sprint("person ", i))
		mine := v.OrderFor(who)
		if diff := cmp.Diff(mine, v.OrderFor(who)); diff != "" {
			t.Fatalf("a second terminal has another order:\n%s", diff)
		}
		keys := ""
		for _, o := range mine {
			keys += " " + o.Key
		}
		orders[keys] = true
		first[mine[0].Key]++
		back := Vote{Options: mine}.Keys()
		slices.Sort(back)
		want := v.Keys()
		slices.Sort(want)
		if !slices.Equal(back, want) {
			t.Fatalf("options are missing or doubled: %q", back)
		}
	}
	if len(orders) < 239 {
		t.Errorf("240 people have only %d orders", len(orders))
	}
	for _, o := range v.Options { // 20 expected; five deviations of 4.3 are 21
		if n := first[o.Key]; n < 1 || n > 41 {
			t.Errorf("%s stands first for %d of 240", o.Key, n)
		}
	}
}

func TestTheTopFewAreThreeAndWhoeverTiesWithThem(t *testing.T) {
	for _, c := range []struct {
		votes []int
		want  []string
	}{
		{[]int{5, 4, 3, 2}, []string{"a", "b", "c"}},
		{[]int{2, 3, 4, 5}, []string{"d", "c", "b"}},
		{[]int{5, 3, 3, 3, 1}, []string{"a", "b", "c", "d"}},
		{[]int{5, 4}, []string{"a", "b"}},
		{[]int{5, 0, 0}, nil},
		{[]int{0, 0}, nil},
		{[]int{1, 1, 1, 1, 1, 1, 1, 1, 1}, nil},
		{[]int{1, 1, 1, 1, 1, 1, 1, 1}, []string{"a", "b", "c", "d", "e", "f", "g", "h"}},
	} {
		var r Result
		for i, n := range c.votes {
			r.Outcome.Tally = append(r.Outcome.Tally, ballot.Count{Option: string(rune('a' + i)), Votes: n})
		}
		var got []string
		for _, o := range r.Top() {
			got = append(got, o.Option)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v: %q, want %q", c.votes, got, c.want)
		}
	}
}
