package workshop

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"

	"convene/workshop/ballot"
)

// Purpose is what a vote is for; its text is its stable name on disk.
type Purpose string

// The votes of the format. All of them are secret: a ballot goes into the box, and only the roll says who has voted.
const (
	Dots      Purpose = "dots"      // what the group finds most important on the board
	Strengths Purpose = "strengths" // how strong each force is, 1 to 5
	ForName   Purpose = "name"      // so many votes each, on different names
	ForLeader Purpose = "leader"    // one vote each, absolute majority
)

// Numbers of the votes.
const (
	maxOptions = 200 // in one vote; more can't be weighed against each other
	minCounted = 3   // ballots that are counted early; fewer would tell who voted what
	NameVotes  = 2   // votes per person for a name, unless the format or the group wants another number
	MaxForce   = 5   // the strongest force
	lastRound  = 2   // after a runoff that ties, a lot decides
	minNonce   = 16  // bytes of chance that a lot needs
)

// maxRanks is how many candidates one ballot can rank at most, the first choices. Fewer than minRanked candidates are not worth
// ranking: one vote says all.
const (
	maxRanks  = MaxDots
	minRanked = 3
)

// MaxNameVotes is how many votes for a name a person can be given at most.
const MaxNameVotes = 5

// How is the way in which a decision was reached; its text is its stable name on disk.
type How string

// The ways.
const (
	ByVote    How = "vote"
	ByRunoff  How = "runoff"
	ByLot     How = "lot"
	ByConsent How = "consent"
)

// Option is what can be chosen: a key that ballots carry, and what people read.
type Option struct {
	Key   string `json:"key"`
	Label string `json:"label"`
}

// Vote is a vote that is, or was, open.
type Vote struct {
	ID      VoteID
	Purpose Purpose
	Step    Step
	Round   int // 1, or 2 for a runoff
	Options []Option
	For     PersonID // the only candidate, when the options are yes and no
	Rule    ballot.Rule
	// Electorate are those who may vote: who took part when it was opened. Nobody can come in to vote a second time.
	Electorate []PersonID
	Roll       []PersonID // who has voted, in the order of arrival in the room, not of voting
	Seal       []byte     // of the lot that may have to decide; empty where there can be none
}

// HasVoted says whether a person is on the roll.
func (v Vote) HasVoted(p PersonID) bool { return slices.Contains(v.Roll, p) }

// Keys lists the options' keys.
func (v Vote) Keys() []string {
	keys := make([]string, len(v.Options))
	for i, o := range v.Options {
		keys[i] = o.Key
	}
	return keys
}

// OrderFor is the options in an order that is this person's own, and the same on all their terminals and after they come
// back: what stands first is marked more often, and with everyone's first another one that evens out. The vote and the
// person determine it; it hides nothing.
func (v Vote) OrderFor(p PersonID) []Option {
	place := make(map[string]uint64, len(v.Options))
	for _, o := range v.Options {
		hash := sha256.Sum256(fmt.Appendf(nil, "%d %s %s", v.ID, o.Key, p))
		place[o.Key] = binary.BigEndian.Uint64(hash[:8])
	}
	out := slices.Clone(v.Options)
	slices.SortStableFunc(out, func(a, b Option) int { return cmp.Compare(place[a.Key], place[b.Key]) })
	return out
}

// fits says whether a vote that was read from outside is one that can be held: there is something to choose, and nobody
// has more to give than a screen can show.
func (v Vote) fits() bool {
	within := func(n int) bool { return n >= 0 && n <= MaxDots }
	return len(v.Options) > 0 && within(v.Rule.Budget) && within(v.Rule.PerOption)
}

// fits says whether a count that was read from outside is one that so many people can come to.
func (r Result) fits() bool {
	wrong := func(c ballot.Count) bool { return c.Votes < 0 || c.Votes > MaxDots*maxSeats }
	outside := func(n int) bool { return n < 0 || n > MaxForce }
	rounds := func(r ballot.Round) bool { return slices.ContainsFunc(r.Tally, wrong) || r.Exhausted < 0 }
	return r.Vote.fits() && !slices.ContainsFunc(r.Outcome.Tally, wrong) &&
		len(r.Rounds) <= maxOptions && !slices.ContainsFunc(r.Rounds, rounds) && !slices.ContainsFunc(r.Scores, func(c ballot.Score) bool {
		return outside(c.Median) || outside(c.Low) || outside(c.High)
	})
}

// label is what people read for a key.
func (v Vote) label(key string) string {
	for _, o := range v.Options {
		if o.Key == key {
			return o.Label
		}
	}
	return key
}

// LastResult is the latest vote of a kind that was counted in a step.
func (s State) LastResult(step Step, purpose Purpose) (Result, bool) {
	for _, r := range slices.Backward(s.Results) {
		if r.Step == step && r.Purpose == purpose {
			return r, true
		}
	}
	return Result{}, false
}

// topFew is among how many a group votes again; those who tie with the last of them come as well, up to maxTop in all.
const (
	topFew = 3
	maxTop = 8
)

// Top lists the options with the most votes, among which the group may vote again: the first three and whoever has as many
// as the third, without those that have none. It is empty when there would be fewer than two, or when so many tie that
// the vote has told nothing.
func (r Result) Top() []ballot.Count {
	got := slices.DeleteFunc(slices.Clone(r.Outcome.Tally), func(c ballot.Count) bool { return c.Votes == 0 })
	slices.SortStableFunc(got, func(a, b ballot.Count) int { return b.Votes - a.Votes })
	n := min(topFew, len(got))
	for n > 0 && n < len(got) && got[n].Votes == got[n-1].Votes {
		n++
	}
	if n < 2 || n > maxTop {
		return nil
	}
	return got[:n]
}
