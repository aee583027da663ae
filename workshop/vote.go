package workshop

import (
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
	ForName   Purpose = "name"      // two votes each, on different names
	ForLeader Purpose = "leader"    // one vote each, absolute majority
	NameVotes         = 2           // votes per person for a name
	MaxForce          = 5           // the strongest force
	maxDots           = 8           // the most dots that a person can have
	lastRound         = 2           // after a runoff that ties, a lot decides
	minNonce          = 16          // bytes of chance that a lot needs
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
	Roll    []PersonID // who has voted, in the order of arrival in the room, not of voting
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

// missing counts those who take part and have not voted.
func (s State) missing() int {
	n := 0
	for _, p := range s.Participants() {
		if !s.Vote.HasVoted(p.ID) {
			n++
		}
	}
	return n
}

func (c OpenVote) decide(s State, _ Envelope) ([]Event, error) {
	if s.Tie.NeedsLot() {
		return nil, ErrLotNext
	}
	v := VoteOpened{Vote: s.votes + 1, Step: s.At.Step, Round: s.Tie.Round + 1, Options: s.Tie.Options}
	switch s.At.Step {
	case StepName:
		v.Purpose, v.Rule = ForName, ballot.Rule{Budget: NameVotes, PerOption: 1}
		if v.Options == nil {
			v.Options = s.proposals()
		}
	case StepLeader:
		if s.Leadership.Decided() {
			return nil, ErrHaveOutcome
		}
		v.Purpose, v.Rule = ForLeader, ballot.Rule{Budget: 1, PerOption: 1}
		if v.Options == nil {
			v.Options = s.ticket()
		}
		if len(v.Options) == 1 {
			v.For = PersonID(v.Options[0].Key)
			v.Options = []Option{{ballot.Yes, v.Options[0].Label}, {ballot.No, ""}}
		}
	case StepForces:
		v.Purpose, v.Rule = Strengths, ballot.Rule{PerOption: MaxForce}
		v.Options = s.ideas()
	default:
		v.Options = s.ideas()
		dots := min(max(1, (len(v.Options)+3)/4), maxDots)
		v.Purpose, v.Rule = Dots, ballot.Rule{Budget: dots, PerOption: dots}
	}
	if v.Round > 1 {
		v.Rule.Budget = 1
	}
	if len(v.Options) == 0 {
		return nil, ErrNothingToVote
	}
	return []Event{v}, nil
}

func (v VoteOpened) evolve(s State, _ Record) State {
	s.votes = v.Vote
	s.Vote = Vote{ID: v.Vote, Purpose: v.Purpose, Step: v.Step, Round: v.Round, Options: v.Options, For: v.For, Rule: v.Rule}
	return s.freshPhase()
}

// ideas are what the board holds: clusters and lone notes of the present step, parked ones left out.
func (s State) ideas() []Option {
	var out []Option
	for _, p := range s.At.Step.Prompts() {
		column := s.column(p)
		for _, c := range column.Clusters {
			out = append(out, Option{c.Key(), c.Label()})
		}
		for _, n := range column.Lone {
			out = append(out, Option{n.Key(), n.Text})
		}
	}
	return out
}

func (c CastBallot) decide(s State, e Envelope) ([]Event, error) {
	switch {
	case s.Vote.ID == 0 || c.Vote != s.Vote.ID:
		return nil, ErrNoVote
	case s.Vote.HasVoted(e.By):
		return nil, ErrHasVoted
	}
	if err := s.Vote.Rule.Check(s.Vote.Keys(), c.Ballot); err != nil {
		return nil, err
	}
	return []Event{BallotCast{Vote: c.Vote, Ballot: ballot.Canonical(c.Ballot)}}, nil
}

func (v BallotCast) evolve(s State, r Record) State {
	roll := append(slices.Clone(s.Vote.Roll), r.By)
	slices.SortFunc(roll, func(a, b PersonID) int { return s.personIndex(a) - s.personIndex(b) })
	s.Vote.Roll = roll
	return s
}

func (c CloseVote) decide(s State, _ Envelope) ([]Event, error) {
	switch {
	case s.Vote.ID == 0 || c.Vote != s.Vote.ID:
		return nil, ErrNoVote
	case s.missing() > 0 && !c.Early:
		return nil, fmt.Errorf("%w (%d)", ErrVotesMissing, s.missing())
	case len(c.Ballots) != len(s.Vote.Roll):
		return nil, fmt.Errorf("%w: %d ballots, %d on the roll", ErrBox, len(c.Ballots), len(s.Vote.Roll))
	}
	keys := s.Vote.Keys()
	for _, b := range c.Ballots {
		if err := s.Vote.Rule.Check(keys, b); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrBox, err)
		}
	}
	v := VoteClosed{Vote: c.Vote, Ballots: ballot.Sorted(c.Ballots)}
	switch s.Vote.Purpose {
	case Strengths:
		v.Scores = ballot.Scores(keys, v.Ballots)
		return []Event{v}, nil
	case Dots:
		v.Outcome = ballot.Result{Tally: ballot.Tallied(keys, v.Ballots), Cast: len(v.Ballots)}
		return []Event{v}, nil
	case ForName:
		v.Outcome = ballot.Plurality(keys, v.Ballots)
	default:
		v.Outcome = s.countLeader(v.Ballots)
	}
	how := ByVote
	if s.Vote.Round > 1 {
		how = ByRunoff
	}
	return append([]Event{v}, s.chosen(v.Outcome.Winner, how)...), nil
}

func (v VoteClosed) evolve(s State, _ Record) State {
	s.Results = append(slices.Clone(s.Results), Result{s.Vote, v.Ballots, v.Outcome, v.Scores})
	s.Tie = Tie{}
	if len(v.Outcome.Tied) > 0 {
		s.Tie = Tie{Vote: v.Vote, Round: s.Vote.Round}
		for _, key := range v.Outcome.Tied {
			s.Tie.Options = append(s.Tie.Options, Option{key, s.Vote.label(key)})
		}
	}
	s.Vote = Vote{}
	return s.freshPhase()
}

func (c AbandonVote) decide(s State, _ Envelope) ([]Event, error) {
	if s.Vote.ID == 0 || c.Vote != s.Vote.ID {
		return nil, ErrNoVote
	}
	return []Event{VoteAbandoned(c)}, nil
}

func (v VoteAbandoned) evolve(s State, _ Record) State {
	s.Vote = Vote{}
	return s
}

// chosen is what follows when a vote of the present step has a winner.
func (s State) chosen(winner string, how How) []Event {
	switch {
	case winner == "":
		return nil
	case s.At.Step == StepName:
		for _, r := range slices.Concat(s.Tie.Options, s.Vote.Options) {
			if r.Key == winner {
				return []Event{NameChosen{Name: r.Label, How: how}}
			}
		}
		return nil
	default:
		return s.elected(winner, how)
	}
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
