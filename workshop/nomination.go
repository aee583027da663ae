package workshop

import (
	"maps"
	"slices"
)

// Nomination is somebody's proposal of a leader, with the reason.
type Nomination struct {
	By       PersonID
	Person   PersonID
	Reason   string
	Revealed bool // before that, only its author sees it
}

// Candidates lists those who accepted, in the order of arrival.
func (s State) Candidates() []Person {
	var out []Person
	for p := range s.participants() {
		if s.answers[p.ID] && s.nominated(p.ID) {
			out = append(out, *p)
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

// othersNominated counts whom the sender has nominated beside these persons.
func (s State) othersNominated(by PersonID, beside ...PersonID) int {
	others := 0
	for _, n := range s.Nominations {
		if n.By == by && !slices.Contains(beside, n.Person) {
			others++
		}
	}
	return others
}

// checkNomination checks that somebody can lead, and returns the reason cleaned.
func (s State) checkNomination(person PersonID, reason string) (string, error) {
	p, ok := s.Person(person)
	if !ok || p.Removed || p.Role != Participant {
		return "", ErrNoSuchPerson
	}
	return cleanText(reason, MaxReasonLen, ErrReasonMissing, ErrReasonLong)
}

func (c Nominate) decide(s State, e Envelope) ([]Event, error) {
	if s.At.Step != StepLeader {
		return nil, ErrOtherStep
	}
	if err := s.mayWriteAt(e.At); err != nil {
		return nil, err
	}
	reason, err := s.checkNomination(c.Person, c.Reason)
	if err != nil {
		return nil, err
	}
	if i := s.ownNomination(e.By, c.Person); i >= 0 && s.Nominations[i].Revealed {
		return nil, ErrOnTheWall
	}
	if s.othersNominated(e.By, c.Person) >= MaxNominations {
		return nil, ErrManyNominations
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
	case !s.nominated(who) && s.Proposal.Person != who:
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
	yes, answered := s.answers[e.By]
	switch {
	case !c.HasTime:
		return nil, ErrNoTime
	case s.Method == Consent && (yes || !answered): // whoever has declined can take that back
		return s.consented(e.By)
	case yes:
		return nil, ErrAlreadySaid
	case s.Tie.Vote != 0:
		return nil, ErrTieWaits
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

// answer records a yes or a no. A tie that waits for a runoff is void when one of the tied can't be elected any more; a no takes
// the proposal of that person off the table.
func (s State) answer(who PersonID, yes bool) State {
	all := maps.Clone(s.answers)
	if all == nil {
		all = make(map[PersonID]bool)
	}
	all[who] = yes
	s.answers = all
	if s.Refused == who {
		s.Refused = ""
	}
	if !yes && s.Tie.involves(string(who)) {
		s.Tie = Tie{}
	}
	if !yes && s.Proposal.Person == who {
		s = s.withoutProposal()
		s.Refused = who
	}
	return s
}
