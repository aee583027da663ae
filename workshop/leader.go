package workshop

import (
	"maps"
	"slices"

	"convene/workshop/ballot"
)

// Nomination is somebody's proposal of a leader, with the reason.
type Nomination struct {
	By       PersonID
	Person   PersonID
	Reason   string
	Revealed bool // before that, only its author sees it
}

// Leadership is the outcome of the election. There is room for one leader, so that there cannot be two.
type Leadership struct {
	Leader PersonID // empty while there is none
	How    How
	None   bool   // the group recorded that there is no leader yet
	Reason string // why there is none
}

// Decided says whether there is an outcome: a leader, or "no leader yet".
func (l Leadership) Decided() bool { return l.Leader != "" || l.None }

// Candidates lists those who accepted, in the order of arrival.
func (s State) Candidates() []Person {
	var out []Person
	for _, p := range s.Participants() {
		if s.answers[p.ID] && s.nominated(p.ID) {
			out = append(out, p)
		}
	}
	return out
}

// nominated says whether the wall shows a nomination of the person.
func (s State) nominated(p PersonID) bool {
	return slices.ContainsFunc(s.Nominations, func(n Nomination) bool { return n.Person == p && n.Revealed })
}

// ownNomination finds the sender's nomination of a person.
func (s State) ownNomination(by, person PersonID) int {
	return slices.IndexFunc(s.Nominations, func(n Nomination) bool { return n.By == by && n.Person == person })
}

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
	case s.Tie.Round > 0 || len(v.Options) < minRanked || v.For != "":
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

func (c Nominate) decide(s State, e Envelope) ([]Event, error) {
	if s.At.Step != StepLeader {
		return nil, ErrOtherStep
	}
	if err := s.mayWriteAt(e.At); err != nil {
		return nil, err
	}
	p, ok := s.Person(c.Person)
	if !ok || p.Removed || p.Role != Participant {
		return nil, ErrNoSuchPerson
	}
	reason, err := cleanText(c.Reason, MaxReasonLen, ErrReasonMissing, ErrReasonLong)
	if err != nil {
		return nil, err
	}
	if i := s.ownNomination(e.By, c.Person); i >= 0 && s.Nominations[i].Revealed {
		return nil, ErrOnTheWall
	}
	return []Event{Nominated{Person: c.Person, Reason: reason}}, nil
}

func (v Nominated) evolve(s State, r Record) State {
	s.Nominations = slices.Clone(s.Nominations)
	n := Nomination{By: r.By, Person: v.Person, Reason: v.Reason, Revealed: s.At.Phase != PhaseDiverge}
	if i := s.ownNomination(r.By, v.Person); i >= 0 {
		s.Nominations[i] = n
	} else {
		s.Nominations = append(s.Nominations, n)
	}
	return s
}

func (c WithdrawNomination) decide(s State, e Envelope) ([]Event, error) {
	i := s.ownNomination(e.By, c.Person)
	switch {
	case s.At.Step != StepLeader:
		return nil, ErrOtherStep
	case i < 0:
		return nil, ErrNotNominated
	case s.Nominations[i].Revealed:
		return nil, ErrOnTheWall
	}
	return []Event{NominationWithdrawn(c)}, nil
}

func (v NominationWithdrawn) evolve(s State, r Record) State {
	i := s.ownNomination(r.By, v.Person)
	s.Nominations = slices.Delete(slices.Clone(s.Nominations), i, i+1)
	return s
}

// revealed marks all nominations as seen by everyone.
func revealed(ns []Nomination) []Nomination {
	out := slices.Clone(ns)
	for i := range out {
		out[i].Revealed = true
	}
	return out
}

// mayAnswer checks that the sender can say yes or no to a nomination now.
func (s State) mayAnswer(who PersonID) error {
	switch {
	case s.At.Step != StepLeader:
		return ErrOtherStep
	case !s.nominated(who):
		return ErrNotNominated
	case s.Leadership.Decided():
		return ErrHaveOutcome
	}
	return nil
}

func (c AcceptNomination) decide(s State, e Envelope) ([]Event, error) {
	if err := s.mayAnswer(e.By); err != nil {
		return nil, err
	}
	switch {
	case !c.HasTime:
		return nil, ErrNoTime
	case s.answers[e.By]:
		return nil, ErrAlreadySaid
	}
	return []Event{NominationAccepted{}}, nil
}

func (v NominationAccepted) evolve(s State, r Record) State { return s.answer(r.By, true) }

func (c DeclineNomination) decide(s State, e Envelope) ([]Event, error) {
	if err := s.mayAnswer(e.By); err != nil {
		return nil, err
	}
	if yes, answered := s.answers[e.By]; answered && !yes {
		return nil, ErrAlreadySaid
	}
	return []Event{NominationDeclined{}}, nil
}

func (v NominationDeclined) evolve(s State, r Record) State { return s.answer(r.By, false) }

// answer records a yes or a no. Either changes who can be elected, so that a tie that waited for a runoff is void.
func (s State) answer(who PersonID, yes bool) State {
	all := maps.Clone(s.answers)
	if all == nil {
		all = make(map[PersonID]bool)
	}
	all[who] = yes
	s.answers, s.Tie = all, Tie{}
	return s
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
	return s
}

func (c ReopenElection) decide(s State, _ Envelope) ([]Event, error) {
	if !s.Leadership.Decided() {
		return nil, ErrNoOutcome
	}
	reason, err := cleanText(c.Reason, MaxReasonLen, ErrReasonMissing, ErrReasonLong)
	if err != nil {
		return nil, err
	}
	return []Event{ElectionReopened{Reason: reason}}, nil
}

func (v ElectionReopened) evolve(s State, _ Record) State {
	s.Leadership, s.Tie = Leadership{}, Tie{}
	return s
}
