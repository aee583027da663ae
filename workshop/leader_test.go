package workshop_test

import (
	"slices"
	"strings"
	"testing"

	"convene/workshop/ballot"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// candidates is a group that converges on a leader; all but the last person were nominated and accepted.
func candidates(people ...PersonID) Line {
	return func(s *Stage) error {
		if err := s.Play(Group(people...), Reach(StepLeader, PhaseDiverge)); err != nil {
			return err
		}
		for _, p := range people[:len(people)-1] {
			if err := s.Play(By(people[0], Nominate{Person: p, Reason: "Knows everyone"})); err != nil {
				return err
			}
		}
		if err := s.Play(Reach(StepLeader, PhaseConverge)); err != nil {
			return err
		}
		for _, p := range people[:len(people)-1] {
			if err := s.Play(By(p, AcceptNomination{HasTime: true})); err != nil {
				return err
			}
		}
		return nil
	}
}

func nominating(people ...PersonID) Line {
	return func(s *Stage) error { return s.Play(Group(people...), Reach(StepLeader, PhaseDiverge)) }
}

func TestANominationHasAReason(t *testing.T) {
	Given(t, nominating("ada", "ben")).
		When("ada", Nominate{Person: "ben"}).ThenRefused(ErrReasonMissing).
		When("ada", Nominate{Person: "ben", Reason: strings.Repeat("x", MaxReasonLen+1)}).ThenRefused(ErrReasonLong).
		When("ada", Nominate{Person: "eve", Reason: "who?"}).ThenRefused(ErrNoSuchPerson).
		When("ada", Nominate{Person: Fay, Reason: "neutral"}).ThenRefused(ErrNoSuchPerson).
		When("ada", Nominate{Person: "ada", Reason: " I'd\tlove to "}).Then(Nominated{Person: "ada", Reason: "I'd love to"}).
		When("ada", Nominate{Person: "ben", Reason: "kind"}).Then(Nominated{Person: "ben", Reason: "kind"}).
		When("ada", Nominate{Person: "ben", Reason: "patient"}).ThenAccepted().
		When("ada", Nominate{Person: "ada", Reason: "I have time"}).
		ThenState(func(t testing.TB, s State) {
			if n := s.Nominations; len(n) != 2 || n[0].Reason != "I have time" || n[1].Reason != "patient" {
				t.Errorf("nominations: %+v, want the later reasons to replace the earlier", n)
			}
		}).
		And(By(Fay, RemovePerson{Person: "ben"})).
		When("ada", Nominate{Person: "ben", Reason: "gone"}).ThenRefused(ErrNoSuchPerson)
	Given(t, writing("ada")).When("ada", Nominate{Person: "ada", Reason: "early"}).ThenRefused(ErrOtherStep)
}

func TestANominationIsItsAuthorsUntilTheReveal(t *testing.T) {
	Given(t, nominating("ada", "ben"), By("ada", Nominate{Person: "ben", Reason: "kind"})).
		ThenView("ada", func(t testing.TB, v View) {
			if len(v.Nominations) != 1 || len(v.Nominees) != 0 {
				t.Errorf("ada sees %+v and %+v", v.Nominations, v.Nominees)
			}
		}).
		ThenView("ben", func(t testing.TB, v View) {
			if len(v.Nominations) != 0 || len(v.Nominees) != 0 {
				t.Errorf("ben sees %+v and %+v", v.Nominations, v.Nominees)
			}
		}).
		When("ben", WithdrawNomination{Person: "ben"}).ThenRefused(ErrNotNominated).
		When("ada", WithdrawNomination{Person: "ada"}).ThenRefused(ErrNotNominated).
		When("ada", WithdrawNomination{Person: "ben"}).Then(NominationWithdrawn{Person: "ben"}).
		When("ada", WithdrawNomination{Person: "ben"}).ThenRefused(ErrNotNominated).
		And(By("ada", Nominate{Person: "ben", Reason: "kind"}), Onward(false)).
		ThenView("", func(t testing.TB, v View) {
			if len(v.Nominees) != 1 || !slices.Equal(v.Nominees[0].Reasons, []string{"kind"}) {
				t.Errorf("the wall shows %+v", v.Nominees)
			}
		}).
		And(Back(StepLeader, PhaseDiverge)).
		When("ada", WithdrawNomination{Person: "ben"}).ThenRefused(ErrOnTheWall).
		When("ada", Nominate{Person: "ben", Reason: "other"}).ThenRefused(ErrOnTheWall)
}

func TestAnUnseenNominationIsLeftAloneInOtherSteps(t *testing.T) {
	Given(t, nominating("ada", "ben"), By("ada", Nominate{Person: "ben", Reason: "kind"}), Back(StepName, PhaseDiverge)).
		When("ada", WithdrawNomination{Person: "ben"}).ThenRefused(ErrOtherStep)
}

func TestACandidateAcceptsAndHasTime(t *testing.T) {
	Given(t, nominating("ada", "ben"), By("ada", Nominate{Person: "ben", Reason: "kind"})).
		When("ben", AcceptNomination{HasTime: true}).ThenRefused(ErrNotNow).
		And(Onward(false)).
		When("ada", AcceptNomination{HasTime: true}).ThenRefused(ErrNotNominated).
		When("ada", DeclineNomination{}).ThenRefused(ErrNotNominated).
		When("ben", AcceptNomination{}).ThenRefused(ErrNoTime).
		When("ben", AcceptNomination{HasTime: true}).Then(NominationAccepted{}).
		When("ben", AcceptNomination{HasTime: true}).ThenRefused(ErrAlreadySaid).
		ThenView("", func(t testing.TB, v View) {
			if n := v.Nominees[0]; !n.Accepted || n.Declined {
				t.Errorf("the wall shows %+v", n)
			}
		}).
		When("ben", DeclineNomination{}).Then(NominationDeclined{}).
		When("ben", DeclineNomination{}).ThenRefused(ErrAlreadySaid).
		ThenState(func(t testing.TB, s State) {
			if len(s.Candidates()) != 0 {
				t.Errorf("candidates: %v", s.Candidates())
			}
		})
	Given(t, Group("ada"), Reach(StepVision, PhaseShare)).
		When("ada", AcceptNomination{HasTime: true}).ThenRefused(ErrOtherStep)
}

func TestMoreThanHalfElects(t *testing.T) {
	Given(t, candidates("ada", "ben", "cal"), By(Fay, OpenVote{}),
		Cast("ada", "ben"), Cast("ben", "ben"), Cast("cal", "ada")).
		When(Fay, CloseVote{Vote: 1}).
		Then(VoteClosed{
			Vote:    1,
			Ballots: []ballot.Ballot{{{Option: "ada", Weight: 1}}, {{Option: "ben", Weight: 1}}, {{Option: "ben", Weight: 1}}},
			Outcome: ballot.Result{
				Tally: ballot.Tally{{Option: "ben", Votes: 2, Ballots: 2}, {Option: "ada", Votes: 1, Ballots: 1}},
				Cast:  3, Winner: "ben",
			},
		}, LeaderElected{Person: "ben", How: ByVote}).
		When(Fay, OpenVote{}).ThenRefused(ErrHaveOutcome).
		When(Fay, RecordNoLeader{Reason: "x"}).ThenRefused(ErrHaveOutcome).
		When("ada", DeclineNomination{}).ThenRefused(ErrHaveOutcome).
		When("ada", AcceptNomination{HasTime: true}).ThenRefused(ErrHaveOutcome)
}

func TestHalfIsNotEnoughAndLeadsToARunoff(t *testing.T) {
	Given(t, candidates("ada", "ben", "cal", "dan"), By(Fay, OpenVote{}),
		Cast("ada", "ada"), Cast("ben", "ben"), Cast("cal", "ada"), Cast("dan"), Counted()).
		ThenState(func(t testing.TB, s State) {
			if s.Leadership.Decided() || s.Tie.Round != 1 || len(s.Tie.Options) != 2 {
				t.Errorf("leadership %+v, tie %+v", s.Leadership, s.Tie)
			}
		}).
		When(Fay, DrawLot{Nonce: make([]byte, 16)}).ThenRefused(ErrNoLot).
		When(Fay, OpenVote{}).
		Then(VoteOpened{
			Vote: 2, Purpose: ForLeader, Step: StepLeader, Round: 2, Rule: ballot.Rule{Budget: 1, PerOption: 1},
			Electorate: []PersonID{"ada", "ben", "cal", "dan"},
			Options:    []Option{{Key: "ada", Label: "Ada"}, {Key: "ben", Label: "Ben"}},
		}).
		And(Cast("ada", "ada"), Cast("ben", "ben"), Cast("cal", "ben"), Cast("dan"), Counted()).
		ThenState(func(t testing.TB, s State) {
			if s.Leadership.Leader != "ben" || s.Leadership.How != ByRunoff {
				t.Errorf("leadership %+v", s.Leadership)
			}
		})
}

func TestARunoffThatTiesIsDecidedByLot(t *testing.T) {
	Given(t, candidates("ada", "ben", "cal"), By(Fay, OpenVote{}), Cast("ada", "ada"), Cast("ben", "ben"), Cast("cal"), Counted(),
		By(Fay, OpenVote{}), Cast("ada", "ada"), Cast("ben", "ben"), Cast("cal"), Counted()).
		When(Fay, OpenVote{}).ThenRefused(ErrLotNext).
		When(Fay, DrawLot{Nonce: []byte("short")}).ThenRefused(ErrNonce).
		When(Fay, DrawLot{Nonce: make([]byte, 16)}).
		ThenState(func(t testing.TB, s State) {
			if !s.Leadership.Decided() || s.Leadership.How != ByLot || s.Tie.NeedsLot() {
				t.Errorf("leadership %+v, tie %+v", s.Leadership, s.Tie)
			}
		}).
		When(Fay, DrawLot{Nonce: make([]byte, 16)}).ThenRefused(ErrNoLot)
}

func TestAChangeOfCandidatesVoidsATie(t *testing.T) {
	tied := func(s *Stage) error {
		return s.Play(candidates("ada", "ben", "cal", "dan"), By(Fay, OpenVote{}),
			Cast("ada", "ada"), Cast("ben", "ben"), Cast("cal"), Counted())
	}
	for name, change := range map[string]Line{
		"declined": By("ada", DeclineNomination{}),
		"removed":  By(Fay, RemovePerson{Person: "ben"}),
		"back":     Back(StepLeader, PhaseShare),
	} {
		t.Run(name, func(t *testing.T) {
			Given(t, tied, change).ThenState(func(t testing.TB, s State) {
				if s.Tie.Vote != 0 {
					t.Errorf("the tie still waits: %+v", s.Tie)
				}
			})
		})
	}
	Given(t, tied, By(Fay, RemovePerson{Person: "dan"}), By("cal", DeclineNomination{})).ThenState(func(t testing.TB, s State) {
		if s.Tie.Vote != 1 {
			t.Error("the tie is gone although its candidates stand as they stood")
		}
	})
}

func TestAGroupMayHaveNoLeaderYet(t *testing.T) {
	Given(t, candidates("ada", "ben")).
		When(Fay, RecordNoLeader{}).ThenRefused(ErrReasonMissing).
		When(Fay, RecordNoLeader{Reason: strings.Repeat("x", MaxReasonLen+1)}).ThenRefused(ErrReasonLong).
		When(Fay, RecordNoLeader{Reason: "Nobody has time"}).Then(NoLeaderRecorded{Reason: "Nobody has time"}).
		When(Fay, RecordNoLeader{Reason: "Again"}).ThenRefused(ErrHaveOutcome).
		When(Fay, OpenVote{}).ThenRefused(ErrHaveOutcome).
		And(Onward(false)).
		ThenView("", func(t testing.TB, v View) {
			if v.Canvas.NoLeader != "Nobody has time" || v.Canvas.Leader != "" {
				t.Errorf("the canvas: %q led, %q not", v.Canvas.Leader, v.Canvas.NoLeader)
			}
		})
	Given(t, wall()).When(Fay, RecordNoLeader{Reason: "x"}).ThenRefused(ErrOtherStep)
}

func TestAnElectionCanBeReopened(t *testing.T) {
	Given(t, candidates("ada", "ben")).
		When(Fay, ReopenElection{}).ThenRefused(ErrNoOutcome).
		And(By(Fay, OpenVote{}), Cast("ada", "yes"), Cast("ben", "yes"), Counted(), Onward(false)).
		When(Fay, ReopenElection{}).ThenRefused(ErrReasonMissing).
		When(Fay, ReopenElection{Reason: strings.Repeat("x", MaxReasonLen+1)}).ThenRefused(ErrReasonLong).
		When(Fay, ReopenElection{Reason: " Ada\tdeclines "}).Then(ElectionReopened{Reason: "Ada declines"}).
		ThenState(func(t testing.TB, s State) {
			if s.Leadership.Decided() {
				t.Errorf("leadership %+v", s.Leadership)
			}
		}).
		And(Back(StepLeader, PhaseConverge), By("ada", DeclineNomination{})).
		When(Fay, OpenVote{}).ThenRefused(ErrNothingToVote)
}

// alone is an election with Ada as the only candidate, among four people.
func alone() Line {
	return func(s *Stage) error {
		return s.Play(Group("ada", "ben", "cal", "dan"), Reach(StepLeader, PhaseDiverge),
			By("ben", Nominate{Person: "ada", Reason: "kind"}), Reach(StepLeader, PhaseShare),
			By("ada", AcceptNomination{HasTime: true}), Onward(false))
	}
}

func TestASingleCandidateIsConfirmedOrNot(t *testing.T) {
	for name, c := range map[string]struct {
		ballots [][]string
		elected bool
	}{
		"most say yes":        {[][]string{{"yes"}, {"yes"}, {"yes"}, {"no"}}, true},
		"most say no":         {[][]string{{"yes"}, {"no"}, {"no"}, {"no"}}, false},
		"half say yes":        {[][]string{{"yes"}, {"yes"}, {"no"}, {"no"}}, false},
		"blanks are not yes":  {[][]string{{"yes"}, {"yes"}, {}, {}}, false},
		"one more than blank": {[][]string{{"yes"}, {"yes"}, {"yes"}, {}}, true},
		"all are blank":       {[][]string{{}, {}, {}, {}}, false},
	} {
		t.Run(name, func(t *testing.T) {
			vote := []Line{alone(), By(Fay, OpenVote{})}
			for i, who := range []PersonID{"ada", "ben", "cal", "dan"} {
				vote = append(vote, Cast(who, c.ballots[i]...))
			}
			Given(t, append(vote, Counted())...).
				ThenState(func(t testing.TB, s State) {
					if (s.Leadership.Leader == "ada") != c.elected || s.Tie.Vote != 0 {
						t.Errorf("leadership %+v, tie %+v", s.Leadership, s.Tie)
					}
				})
		})
	}
}

func TestTheBallotOfASingleCandidateSaysYesAndNo(t *testing.T) {
	Given(t, alone()).
		When(Fay, OpenVote{}).
		Then(VoteOpened{
			Vote: 1, Purpose: ForLeader, Step: StepLeader, Round: 1, For: "ada", Rule: ballot.Rule{Budget: 1, PerOption: 1},
			Electorate: []PersonID{"ada", "ben", "cal", "dan"},
			Options:    []Option{{Key: ballot.Yes, Label: "Ada"}, {Key: ballot.No}},
		}).
		When("ben", CastBallot{Vote: 1, Ballot: ballot.Ballot{mark("ada", 1)}}).ThenRefused(ballot.ErrUnknownOption).
		When("ada", DeclineNomination{}).ThenRefused(ErrVoteOpen)
}

func TestWithoutCandidatesThereIsNoElection(t *testing.T) {
	Given(t, Group("ada"), Reach(StepLeader, PhaseConverge)).When(Fay, OpenVote{}).ThenRefused(ErrNothingToVote)
}

// Between the rounds nobody new can be elected, and somebody who stands no longer can't either.
func TestACountedRoundStandsWhateverOthersSay(t *testing.T) {
	tied := func(s *Stage) error {
		return s.Play(candidates("ada", "ben", "cal", "dot", "eve"), By("cal", DeclineNomination{}), By(Fay, OpenVote{}),
			Cast("ada", "ada"), Cast("ben", "ada"), Cast("cal", "ben"), Cast("dot", "ben"), Cast("eve", "dot"), By(Fay, CloseVote{Vote: 1}))
	}
	Given(t, tied).
		When("cal", AcceptNomination{HasTime: true}).ThenRefused(ErrTieWaits).
		When("dot", DeclineNomination{}).ThenState(func(t testing.TB, s State) {
		if s.Tie.Vote != 1 || len(s.Tie.Options) != 2 {
			t.Errorf("the runoff is among %+v", s.Tie)
		}
	}).
		When("ben", DeclineNomination{}).ThenState(func(t testing.TB, s State) {
		if s.Tie.Vote != 0 {
			t.Errorf("the runoff is among %+v, and Ben has declined", s.Tie)
		}
	}).
		When("cal", AcceptNomination{HasTime: true}).ThenAccepted()
}

// A community outlives its leader, who may lay the lead down, or leave; the canvas of the founding stays what it was.
func TestTheLeaderOfACommunityCanGo(t *testing.T) {
	led := lines(Group("ada", "ben", "cal", "dan"), elected("cal"), Onward(false), By(Fay, CloseWorkshop{}), By("cal", GrantTime{Weekly: 60}))
	nobody := func(t testing.TB, s State) {
		if c, _ := s.Community(); c.Leader != "" || c.Weekly != 0 || s.Canvas().Leader != "Cal" {
			t.Errorf("%q leads, %d minutes a week; on the canvas %q", c.Leader, c.Weekly, s.Canvas().Leader)
		}
	}
	Given(t, led).
		When(Fay, RemovePerson{Person: "cal"}).ThenRefused(ErrLeads).
		When("ada", DeclineLeadership{Reason: "Too much"}).ThenRefused(ErrNotLeader).
		When("cal", DeclineLeadership{Reason: "I move"}).Then(NominationDeclined{}, ElectionReopened{Reason: "I move"}).
		ThenState(nobody).
		When("cal", PlanCheck{On: DayOf(Morning()).Plus(7)}).ThenRefused(ErrSteering).
		When(Fay, GrantTime{Weekly: 30}).ThenRefused(ErrNoLeaderYet).
		When(Fay, RemovePerson{Person: "cal"}).ThenAccepted()
	Given(t, led).
		When("ada", ReopenElection{Reason: "Cal has left"}).ThenRefused(ErrFacilitatorOnly).
		When(Fay, ReopenElection{Reason: "Cal has left"}).ThenAccepted().
		ThenState(nobody).
		When(Fay, ReopenElection{Reason: "Twice"}).ThenRefused(ErrNoOutcome)
	Given(t, community("ada")).When(Fay, ReopenElection{Reason: "There was none"}).ThenRefused(ErrNoOutcome)
}
