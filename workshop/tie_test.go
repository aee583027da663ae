package workshop_test

import (
	"testing"

	"convene/workshop/ballot"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// tied is a vote on names that Guild and Forge share, with Loft behind. Notes 1 to 3 are the names.
func tied() Line {
	return func(s *Stage) error {
		return s.Play(naming(), By(Fay, OpenVote{}), Cast("ada", "Guild", "Forge"), Cast("ben", "Forge", "Guild"),
			Cast("cal", "Loft"), Counted())
	}
}

func TestATieLeadsToARunoffAmongTheTied(t *testing.T) {
	Given(t, tied()).
		ThenView("", func(t testing.TB, v View) {
			if v.Tie.Vote != 1 || v.Tie.NeedsLot() || v.Name.Chosen != "" {
				t.Errorf("tie %+v, name %+v", v.Tie, v.Name)
			}
		}).
		When(Fay, Advance{From: at(StepName, PhaseConverge)}).ThenRefused(ErrNoName).
		When(Fay, OpenVote{}).
		Then(VoteOpened{
			Vote: 2, Purpose: ForName, Step: StepName, Round: 2, Rule: ballot.Rule{Budget: 1, PerOption: 1},
			Electorate: []PersonID{"ada", "ben", "cal"},
			Options:    []Option{{Key: "n1", Label: "Guild"}, {Key: "n2", Label: "Forge"}},
		}).
		And(Cast("ada", "Guild"), Cast("ben", "Forge"), Cast("cal", "Forge")).
		When(Fay, CloseVote{Vote: 2}).
		ThenState(func(t testing.TB, s State) {
			if s.Name != (Naming{Chosen: "Forge", How: ByRunoff}) || s.Tie.Vote != 0 {
				t.Errorf("name %+v, tie %+v", s.Name, s.Tie)
			}
		})
}

func TestARunoffThatIsAbandonedIsHeldAgain(t *testing.T) {
	Given(t, tied(), By(Fay, OpenVote{}, AbandonVote{Vote: 2})).
		When(Fay, OpenVote{}).
		ThenState(func(t testing.TB, s State) {
			if s.Vote.Round != 2 || len(s.Vote.Options) != 2 {
				t.Errorf("the vote: %+v", s.Vote)
			}
		})
}

func TestARunoffInWhichNobodyVotesStartsAnew(t *testing.T) {
	Given(t, tied(), By(Fay, OpenVote{}), Counted()).
		When(Fay, OpenVote{}).
		ThenState(func(t testing.TB, s State) {
			if s.Vote.Round != 1 || len(s.Vote.Options) != 3 {
				t.Errorf("the vote: %+v", s.Vote)
			}
		})
}

func TestALotCanBeCheckedByAnyone(t *testing.T) {
	nonce := []byte("0123456789abcdef")
	box := []ballot.Ballot{nil, {mark("n1", 1)}, {mark("n2", 1)}}
	winner := ballot.Lot(nonce, box, []string{"n1", "n2"})
	name := map[string]string{"n1": "Guild", "n2": "Forge"}[winner]
	Given(t, tied()).
		When(Fay, DrawLot{Nonce: nonce}).ThenRefused(ErrNoLot).
		And(By(Fay, OpenVote{}), Cast("ben", "Forge"), Cast("ada", "Guild"), Cast("cal"), Counted()).
		When(Fay, OpenVote{}).ThenRefused(ErrLotNext).
		When(Fay, DrawLot{Nonce: nonce[:15]}).ThenRefused(ErrNonce).
		When(Fay, DrawLot{}).ThenRefused(ErrNonce).
		When(Fay, DrawLot{Nonce: nonce}).
		Then(
			LotDrawn{
				Vote: 2, Among: []Option{{Key: "n1", Label: "Guild"}, {Key: "n2", Label: "Forge"}}, Nonce: nonce, Winner: winner,
			},
			NameChosen{Name: name, How: ByLot},
		).
		When(Fay, DrawLot{Nonce: nonce}).ThenRefused(ErrNoLot)
}

// The way out of a tie is also the way back: a group may write more names, and vote on all of them.
func TestGoingBackVoidsATie(t *testing.T) {
	for _, lines := range [][]Line{
		{tied()},
		{tied(), By(Fay, OpenVote{}), Cast("ben", "Forge"), Cast("ada", "Guild"), Cast("cal"), Counted()},
	} {
		Given(t, lines...).And(Back(StepName, PhaseShare)).
			When(Fay, DrawLot{Nonce: make([]byte, 16)}).ThenRefused(ErrNotNow).
			And(Onward(false)).
			When(Fay, DrawLot{Nonce: make([]byte, 16)}).ThenRefused(ErrNoLot).
			When(Fay, OpenVote{}).
			ThenState(func(t testing.TB, s State) {
				if s.Vote.Round != 1 || len(s.Vote.Options) != 3 {
					t.Errorf("the vote: %+v", s.Vote)
				}
			})
	}
}

func TestOneWithVotesButNoMajorityIsAskedAboutAlone(t *testing.T) {
	Given(t, candidates("ada", "ben", "cal"), By(Fay, OpenVote{}), Cast("ada", "ben"), Cast("ben"), Cast("cal"), Counted()).
		When(Fay, OpenVote{}).
		Then(VoteOpened{
			Vote: 2, Purpose: ForLeader, Step: StepLeader, Round: 2, For: "ben", Rule: ballot.Rule{Budget: 1, PerOption: 1},
			Electorate: []PersonID{"ada", "ben", "cal"},
			Options:    []Option{{Key: "yes", Label: "Ben"}, {Key: "no"}},
		}).
		When(Fay, RemovePerson{Person: "ben"}).ThenRefused(ErrVoteOpen).
		And(Cast("ada", "yes"), Cast("ben", "yes"), Cast("cal", "no")).
		When(Fay, CloseVote{Vote: 2}).
		ThenState(func(t testing.TB, s State) {
			if s.Leadership != (Leadership{Leader: "ben", How: ByRunoff}) {
				t.Errorf("leadership: %+v", s.Leadership)
			}
		})
}
