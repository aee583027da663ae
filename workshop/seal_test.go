package workshop_test

import (
	"bytes"
	"crypto/sha256"
	"testing"

	"convene/workshop/ballot"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

var chance = []byte("0123456789abcdef0123456789abcdef")

// sealedTie is a vote on the name whose runoff has tied, too, with this chance sealed.
func sealedTie() Line {
	return func(s *Stage) error {
		return s.Play(tied(), By(Fay, OpenVote{Nonce: chance}), Cast("ben", "Forge"), Cast("ada", "Guild"), Cast("cal"), Counted())
	}
}

func TestALotIsSealedBeforeTheFirstBallot(t *testing.T) {
	sum := sha256.Sum256(chance)
	Given(t, Group("ada", "ben", "cal"), Reach(StepName, PhaseDiverge), Write("ada", PromptName, "Guild", "Forge"), Reach(StepName, PhaseConverge)).
		When(Fay, OpenVote{Nonce: chance[:15]}).ThenRefused(ErrNonce).
		When(Fay, OpenVote{Nonce: chance[:16]}).ThenAccepted().
		And(By(Fay, AbandonVote{Vote: 1})).
		When(Fay, OpenVote{Nonce: chance}).ThenAccepted().
		ThenView("", func(t testing.TB, v View) {
			if !bytes.Equal(v.Vote.Seal, sum[:]) {
				t.Errorf("the wall shows the seal %x, want %x", v.Vote.Seal, sum)
			}
		})
}

// So is the leader's, whichever way of voting and in every round: whether there is a lot shows only afterwards.
func TestTheLeadersLotIsSealedToo(t *testing.T) {
	sealed := func(t testing.TB, s State) {
		if !bytes.Equal(s.Vote.Seal, SealOf(chance)) {
			t.Errorf("the vote has the seal %x", s.Vote.Seal)
		}
	}
	Given(t, candidacy("ada", "ben", "cal")).When(Fay, OpenVote{Nonce: chance, Ranked: true}).ThenState(sealed)
	Given(t, candidacy("ada", "ben", "cal")).
		When(Fay, OpenVote{Nonce: chance}).ThenState(sealed).
		And(Cast("ada", "ada"), Cast("ben", "ben"), Cast("cal"), Counted()).
		When(Fay, OpenVote{Nonce: chance}).ThenState(sealed).
		And(Cast("ada", "ada"), Cast("ben", "ben"), Cast("cal"), Counted()).
		When(Fay, DrawLot{Nonce: bytes.Repeat([]byte("x"), 32)}).ThenRefused(ErrSeal).
		When(Fay, DrawLot{Nonce: chance}).ThenAccepted()
}

// What nobody could know is not asked for where no lot can follow.
func TestAVoteThatDecidesNothingSealsNothing(t *testing.T) {
	Given(t, wall()).
		When(Fay, OpenVote{Nonce: chance}).ThenAccepted().
		ThenState(func(t testing.TB, s State) {
			if s.Vote.Seal != nil {
				t.Errorf("dots are sealed: %x", s.Vote.Seal)
			}
		})
}

func TestYesAndNoNeedNoSeal(t *testing.T) {
	Given(t, candidacy("ada")).When(Fay, OpenVote{Nonce: chance}).ThenAccepted().
		ThenState(func(t testing.TB, s State) {
			if s.Vote.For != "ada" || s.Vote.Seal != nil {
				t.Errorf("%+v", s.Vote)
			}
		})
}

// When the file has lost what was sealed, no lot can be drawn, and no vote be opened on the spot: the refusal says the way out.
func TestALotWhoseChanceIsLostCanBeVotedOnAnew(t *testing.T) {
	Given(t, sealedTie()).
		When(Fay, DrawLot{Nonce: bytes.Repeat([]byte("x"), 32)}).ThenRefused(ErrSeal).
		When(Fay, OpenVote{Nonce: chance}).ThenRefused(ErrLotNext).
		And(Back(StepName, PhaseShare), Onward(false)).
		When(Fay, OpenVote{Nonce: chance}).ThenAccepted()
}

func TestALotIsDrawnFromWhatWasSealed(t *testing.T) {
	other := bytes.Repeat([]byte("x"), 32)
	box := []ballot.Ballot{nil, {mark("n1", 1)}, {mark("n2", 1)}}
	Given(t, sealedTie()).
		When(Fay, DrawLot{Nonce: other}).ThenRefused(ErrSeal).
		When(Fay, DrawLot{}).ThenRefused(ErrNonce).
		When(Fay, DrawLot{Nonce: chance}).ThenAccepted().
		ThenState(func(t testing.TB, s State) {
			name := map[string]string{"n1": "Guild", "n2": "Forge"}[ballot.Lot(chance, box, []string{"n1", "n2"})]
			if s.Name != (Naming{name, ByLot}) {
				t.Errorf("the name is %+v, want %s by lot", s.Name, name)
			}
		})
}

func TestEveryoneMayGetOneToFiveVotesForAName(t *testing.T) {
	naming := []Line{
		Group("ada", "ben", "cal"), Reach(StepName, PhaseDiverge),
		Write("ada", PromptName, "Guild", "Forge", "Bench", "Craft", "Loom", "Anvil"), Reach(StepName, PhaseConverge),
	}
	for _, votes := range []int{-1, 6} {
		Given(t, naming...).When(Fay, OpenVote{Dots: votes}).ThenRefused(ErrNameVotes)
	}
	for votes, want := range map[int]int{0: 2, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5} {
		Given(t, naming...).When(Fay, OpenVote{Dots: votes}).ThenAccepted().
			ThenState(func(t testing.TB, s State) {
				if s.Vote.Rule != (ballot.Rule{Budget: want, PerOption: 1}) {
					t.Errorf("%d votes: %+v", votes, s.Vote.Rule)
				}
			})
	}
	Given(t, tied()).When(Fay, OpenVote{Dots: 5}).ThenAccepted(). // a runoff is one vote each
									ThenState(func(t testing.TB, s State) {
			if s.Vote.Rule.Budget != 1 {
				t.Errorf("the runoff: %+v", s.Vote.Rule)
			}
		})
}
