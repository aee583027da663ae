package workshop

import (
	"slices"

	"convene/workshop/ballot"
)

// Tie is a vote that chose nobody because several share what it takes. It waits for a runoff or a lot.
type Tie struct {
	Vote    VoteID
	Round   int // the round that tied
	Options []Option
}

// NeedsLot says that a runoff tied too.
func (t Tie) NeedsLot() bool { return t.Round >= lastRound }

// involves says whether the key is among the tied.
func (t Tie) involves(key string) bool {
	return slices.ContainsFunc(t.Options, func(o Option) bool { return o.Key == key })
}

func (c DrawLot) decide(s State, _ Envelope) ([]Event, error) {
	if !s.Tie.NeedsLot() {
		return nil, ErrNoLot
	}
	last := s.Results[len(s.Results)-1]
	if err := last.unseals(c.Nonce); err != nil {
		return nil, err
	}
	tied := make([]string, len(s.Tie.Options))
	for i, o := range s.Tie.Options {
		tied[i] = o.Key
	}
	winner := ballot.Lot(c.Nonce, last.Ballots, tied)
	v := LotDrawn{Vote: s.Tie.Vote, Among: s.Tie.Options, Nonce: c.Nonce, Winner: winner}
	return append([]Event{v}, s.chosen(winner, ByLot)...), nil
}

func (v LotDrawn) evolve(s State, _ Record) State {
	s.Tie = Tie{}
	return s
}
