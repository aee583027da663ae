package workshop

import (
	"slices"

	"convene/workshop/ballot"
)

// Purpose is what a vote is for; its text is its stable name on disk.
type Purpose string

// The votes of the format. All of them are secret: a ballot goes into the box, and only the roll says who has voted.
const (
	Dots      Purpose = "dots"      // what the group finds most important on the board
	Strengths Purpose = "strengths" // how strong each force is, 1 to 5
	ForName   Purpose = "name"      // two votes each, on different names
	ForLeader Purpose = "leader"    // one vote each, absolute majority
)

// Numbers of the votes.
const (
	maxOptions = 200 // in one vote; more can't be weighed against each other
	minCounted = 3   // ballots that are counted early; fewer would tell who voted what
	NameVotes  = 2   // votes per person for a name
	MaxForce   = 5   // the strongest force
	lastRound  = 2   // after a runoff that ties, a lot decides
	minNonce   = 16  // bytes of chance that a lot needs
)

// How is the way in which a decision was reached; its text is its stable name on disk.
type How string

// The ways.
const (
	ByVote   How = "vote"
	ByRunoff How = "runoff"
	ByLot    How = "lot"
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
