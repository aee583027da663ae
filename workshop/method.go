package workshop

import (
	"maps"
	"slices"
)

// Method is how a group comes to its leader; its text is its stable name on disk.
type Method string

// The methods. A group that has chosen none elects by secret ballot.
//
// Consent is the election of sociocracy: nominations with reasons, a round in which they may be changed, a proposal on the
// strength of the reasons, and everyone's consent or objection, the one proposed being asked last. Consent isn't agreement: it
// is that nobody sees a reason against it that the group has to heed. See G. Endenburg, "Sociocracy: The Organization of
// Decision-Making" (1998), and J. Buck and S. Villines, "We the People" (2nd ed. 2017), the chapter on elections.
const (
	SecretBallot Method = "ballot"
	Consent      Method = "consent"
)

// seeksConsent checks that the group is at its leader, comes to it by consent, and has not come to it yet.
func (s State) seeksConsent() error {
	switch {
	case s.At.Step != StepLeader:
		return ErrOtherStep
	case s.Method != Consent:
		return ErrByBallot
	case s.Leadership.Decided():
		return ErrHaveOutcome
	}
	return nil
}

func (c ChooseMethod) decide(s State, _ Envelope) ([]Event, error) {
	switch {
	case s.At.Step != StepLeader:
		return nil, ErrOtherStep
	case c.Method != SecretBallot && c.Method != Consent:
		return nil, ErrNoSuchMethod
	case s.Leadership.Decided():
		return nil, ErrHaveOutcome
	case c.Method == s.Method:
		return nil, ErrAlreadyThere
	}
	return []Event{MethodChosen(c)}, nil
}

// evolve keeps who has declined, and no acceptance: it was given to be a candidate in the other method.
func (v MethodChosen) evolve(s State, _ Record) State {
	s.Method = v.Method
	s.answers = maps.Clone(s.answers)
	maps.DeleteFunc(s.answers, func(_ PersonID, yes bool) bool { return yes })
	return s
}

func (c ChangeNomination) decide(s State, e Envelope) ([]Event, error) {
	if err := s.seeksConsent(); err != nil {
		return nil, err
	}
	if s.Proposal.Number != 0 && !s.Signals.Revealed {
		return nil, ErrProposalOpen
	}
	if c.From != "" && s.ownNomination(e.By, c.From) < 0 {
		return nil, ErrNotNominated
	}
	if c.To == "" {
		if c.From == "" {
			return nil, ErrNoSuchPerson
		}
		return []Event{NominationChanged{From: c.From}}, nil
	}
	reason, err := s.checkNomination(c.To, c.Reason)
	if err != nil {
		return nil, err
	}
	if i := s.ownNomination(e.By, c.To); i >= 0 && c.From == c.To && s.Nominations[i].Reason == reason {
		return nil, ErrAlreadyThere
	}
	if s.othersNominated(e.By, c.From, c.To) >= MaxNominations {
		return nil, ErrManyNominations
	}
	return []Event{NominationChanged{From: c.From, To: c.To, Reason: reason}}, nil
}

func (v NominationChanged) evolve(s State, r Record) State {
	s.Nominations = slices.DeleteFunc(slices.Clone(s.Nominations), func(n Nomination) bool {
		return n.By == r.By && (n.Person == v.From || n.Person == v.To)
	})
	if v.To != "" {
		s.Nominations = append(s.Nominations, Nomination{By: r.By, Person: v.To, Reason: v.Reason, Revealed: true})
	}
	return s
}
