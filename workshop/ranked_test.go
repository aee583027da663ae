package workshop_test

import (
	"testing"

	"convene/workshop/ballot"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// candidacy is an election in which so many of six people stand.
func candidacy(candidates ...PersonID) Line {
	return func(s *Stage) error {
		if err := s.Play(Group("ada", "ben", "cal", "dan", "eve", "fin"), Reach(StepLeader, PhaseDiverge)); err != nil {
			return err
		}
		for _, c := range candidates {
			if err := s.Play(By("fin", Nominate{Person: c, Reason: "Listens"})); err != nil {
				return err
			}
		}
		if err := s.Play(Reach(StepLeader, PhaseShare)); err != nil {
			return err
		}
		for _, c := range candidates {
			if err := s.Play(By(c, AcceptNomination{HasTime: true})); err != nil {
				return err
			}
		}
		return s.Play(Onward(true))
	}
}

// ranks is a ballot that ranks these candidates, the first choice first.
func ranks(who PersonID, choices ...string) Line {
	return func(s *Stage) error {
		var b ballot.Ballot
		for i, c := range choices {
			b = append(b, mark(c, i+1))
		}
		return s.Play(By(who, CastBallot{Vote: s.State.Vote.ID, Ballot: b}))
	}
}

func TestRankingNeedsThreeCandidates(t *testing.T) {
	for _, few := range [][]PersonID{nil, {"ada"}, {"ada", "ben"}} {
		Given(t, candidacy(few...)).When(Fay, OpenVote{Ranked: true}).ThenRefused(ErrFewToRank)
	}
	Given(t, candidacy("ada", "ben", "cal")).
		When(Fay, OpenVote{Ranked: true}).ThenAccepted().
		ThenView("", func(t testing.TB, v View) {
			if v.Vote.Rule != (ballot.Rule{Ranked: true, PerOption: 3}) {
				t.Errorf("the rule: %+v", v.Vote.Rule)
			}
		})
}

func TestRankedBallotsElectByInstantRunoff(t *testing.T) {
	Given(t, candidacy("ada", "ben", "cal"), By(Fay, OpenVote{Ranked: true}),
		ranks("ada", "ada", "cal"), ranks("ben", "ben", "ada"), ranks("cal", "cal", "ben"),
		ranks("dan", "ada"), ranks("eve", "ben"), ranks("fin", "ben")).
		When(Fay, CloseVote{Vote: 1}).ThenAccepted().
		ThenState(func(t testing.TB, s State) {
			r := s.Results[0]
			if s.Leadership != (Leadership{Leader: "ben", How: ByVote}) || len(r.Rounds) != 2 || r.Rounds[0].Dropped[0] != "cal" {
				t.Errorf("%+v after %+v", s.Leadership, r.Rounds)
			}
		}).
		ThenView("", func(t testing.TB, v View) {
			if len(v.Results[0].Rounds) != 2 || v.Results[0].Ballots != nil {
				t.Errorf("everyone sees %+v", v.Results[0])
			}
		})
}

// A ballot has room for eight ranks, and on it one can leave out whomever one likes.
func TestABallotRanksEightAtMost(t *testing.T) {
	people := []PersonID{"ada", "ben", "cal", "dan", "eve", "fin", "gil", "hal", "ida", "joe"}
	for standing, most := range map[int]int{7: 7, 8: 8, 9: 8} {
		var lines []Line
		for _, p := range people[:standing] {
			lines = append(lines, By("joe", Nominate{Person: p, Reason: "Listens"}))
		}
		lines = append(lines, Onward(true))
		for _, p := range people[:standing] {
			lines = append(lines, By(p, AcceptNomination{HasTime: true}))
		}
		Given(t, Group(people...), Reach(StepLeader, PhaseDiverge)).And(lines...).And(Onward(true)).
			When(Fay, OpenVote{Ranked: true}).
			ThenState(func(t testing.TB, s State) {
				if s.Vote.Rule != (ballot.Rule{Ranked: true, PerOption: most}) {
					t.Errorf("%d stand: %+v, want %d ranks", standing, s.Vote.Rule, most)
				}
			}).
			And(ranks("joe", "ada", "ben", "cal", "dan", "eve", "fin", "gil"))
	}
}

// Where the last two have no majority, a real runoff with one vote each decides, and nothing is ranked there.
func TestARankedTieGoesToARunoff(t *testing.T) {
	Given(t, candidacy("ada", "ben", "cal"), By(Fay, OpenVote{Ranked: true}),
		ranks("ada", "ada"), ranks("ben", "ben"), ranks("cal", "cal"), ranks("dan", "ada"), ranks("eve", "ben"), ranks("fin")).
		When(Fay, CloseVote{Vote: 1}).ThenAccepted().
		ThenView("", func(t testing.TB, v View) {
			if len(v.Tie.Options) != 2 || v.Leadership.Decided() {
				t.Errorf("tie %+v, leadership %+v", v.Tie, v.Leadership)
			}
		}).
		When(Fay, OpenVote{Ranked: true}).ThenRefused(ErrRankedRunoff).
		When(Fay, OpenVote{}).ThenAccepted().
		ThenState(func(t testing.TB, s State) {
			if s.Vote.Rule != (ballot.Rule{Budget: 1, PerOption: 1}) || len(s.Vote.Options) != 2 {
				t.Errorf("the runoff: %+v", s.Vote)
			}
		})
}

// A ballot that ranks badly is refused before it is in the box.
func TestARankedBallotIsChecked(t *testing.T) {
	Given(t, candidacy("ada", "ben", "cal"), By(Fay, OpenVote{Ranked: true})).
		When("dan", CastBallot{Vote: 1, Ballot: ballot.Ballot{mark("ada", 1), mark("ben", 3)}}).ThenRefused(ballot.ErrRank).
		When("dan", CastBallot{Vote: 1, Ballot: ballot.Ballot{mark("ada", 2), mark("ben", 1)}}).ThenAccepted().
		When("dan", CastBallot{Vote: 1}).ThenRefused(ErrHasVoted)
}
