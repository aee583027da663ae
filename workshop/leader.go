package workshop

import (
	"convene/workshop/ballot"
)

// Leadership is the outcome of the election. There is room for one leader, so that there cannot be two.
type Leadership struct {
	Leader PersonID // empty while there is none
	How    How
	Terms  string // of the proposal that the group consented to; may be empty
	None   bool   // the group recorded that there is no leader yet
	Reason string // why there is none
}

// Decided says whether there is an outcome: a leader, or "no leader yet".
func (l Leadership) Decided() bool { return l.Leader != "" || l.None }

// leaderVote asks who shall lead: one vote each, among the candidates or those who go to the runoff. About a single
// person it asks yes or no. Three candidates or more can be ranked instead, in the first round.
func (s State) leaderVote(ranked bool) (VoteOpened, error) {
	v := VoteOpened{Purpose: ForLeader, Options: s.Tie.Options, Rule: ballot.Rule{Budget: 1, PerOption: 1}}
	if s.Tie.Round == 0 {
		v.Options = s.ticket()
	}
	if len(v.Options) == 1 {
		v.For = PersonID(v.Options[0].Key)
		v.Options = []Option{{ballot.Yes, v.Options[0].Label}, {ballot.No, ""}}
	}
	switch {
	case !ranked:
	case s.Tie.Round > 0:
		return VoteOpened{}, ErrRankedRunoff
	case len(v.Options) < minRanked: // yes and no are two as well
		return VoteOpened{}, ErrFewToRank
	default:
		v.Rule = ballot.Rule{Ranked: true, PerOption: min(len(v.Options), maxRanks)}
	}
	return v, nil
}

// ticket is who stands on the ballot: the candidates.
func (s State) ticket() []Option {
	var out []Option
	for _, p := range s.Candidates() {
		out = append(out, Option{string(p.ID), p.Name})
	}
	return out
}

// countLeader counts a box of the leader's election: yes or no for a single candidate, an absolute majority in the
// first round, more votes in the runoff; ranked ballots by instant runoff, round by round. Somebody who was the only one with
// votes in the first round, and fell short of the majority, is asked about with yes and no.
func (s State) countLeader(bs []ballot.Ballot) (ballot.Result, []ballot.Round) {
	keys := s.Vote.Keys()
	switch {
	case s.Vote.Rule.Ranked:
		r := ballot.InstantRunoff(keys, bs)
		last := r.Rounds[len(r.Rounds)-1]
		return ballot.Result{Tally: last.Tally, Cast: r.Cast, Blank: r.Blank, Winner: r.Winner, Tied: r.Tied}, r.Rounds
	case s.Vote.For != "":
		return ballot.Confirm(bs), nil
	case s.Vote.Round > 1:
		return ballot.Runoff(keys, bs), nil
	default:
		return ballot.Majority(keys, bs), nil
	}
}

// elected is what follows from a winner of the leader's election. A single candidate whom the group did not confirm
// is not elected.
func (s State) elected(winner string, how How) []Event {
	person := PersonID(winner)
	if s.Vote.For != "" {
		if winner != ballot.Yes {
			return nil
		}
		person = s.Vote.For
	}
	return []Event{LeaderElected{Person: person, How: how}}
}

func (v LeaderElected) evolve(s State, _ Record) State {
	s.Leadership, s.Tie = Leadership{Leader: v.Person, How: v.How}, Tie{}
	if v.How == ByConsent {
		s.Leadership.Terms = s.Proposal.Terms
	}
	return s
}

func (c RecordNoLeader) decide(s State, _ Envelope) ([]Event, error) {
	switch {
	case s.At.Step != StepLeader:
		return nil, ErrOtherStep
	case s.Leadership.Decided():
		return nil, ErrHaveOutcome
	}
	reason, err := cleanText(c.Reason, MaxReasonLen, ErrReasonMissing, ErrReasonLong)
	if err != nil {
		return nil, err
	}
	return []Event{NoLeaderRecorded{Reason: reason}}, nil
}

func (v NoLeaderRecorded) evolve(s State, _ Record) State {
	s.Leadership, s.Tie = Leadership{None: true, Reason: v.Reason}, Tie{}
	return s.withoutProposal()
}

func (c ReopenElection) decide(s State, _ Envelope) ([]Event, error) {
	if !s.Leadership.Decided() || s.Closed() && s.Leadership.Leader == "" {
		return nil, ErrNoOutcome
	}
	reason, err := cleanText(c.Reason, MaxReasonLen, ErrReasonMissing, ErrReasonLong)
	if err != nil {
		return nil, err
	}
	return []Event{ElectionReopened{Reason: reason}}, nil
}

// keepsLeader is why the leader stays, and stays a participant.
func (s State) keepsLeader() error {
	if s.Closed() {
		return ErrLeads
	}
	return ErrKeepLeader
}

func (v ElectionReopened) evolve(s State, _ Record) State {
	s.Leadership, s.Tie, s.Weekly = Leadership{}, Tie{}, 0 // the time was the leader's own
	return s.withoutProposal()
}

func (c DeclineLeadership) decide(s State, e Envelope) ([]Event, error) {
	if s.Leadership.Leader != e.By {
		return nil, ErrNotLeader
	}
	reason, err := cleanText(c.Reason, MaxReasonLen, ErrReasonMissing, ErrReasonLong)
	if err != nil {
		return nil, err
	}
	return []Event{NominationDeclined{}, ElectionReopened{Reason: reason}}, nil
}
