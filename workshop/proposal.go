package workshop

import "slices"

// Proposal is whom a facilitator proposes as the leader, on the strength of the reasons that were given.
type Proposal struct {
	Number int // counts the proposals of the workshop from 1; zero while there is none
	Person PersonID
	Terms  string // for how long, or on what conditions; may be empty
}

// maxTabled is how many proposals a record from outside may count up to: more than any group makes.
const maxTabled = 100_000

// Signals are everyone's to the proposal that is on the table.
type Signals = Shown[Signal]

// Signal is how somebody answers a proposal: with consent, or an objection and its reason. Unlike a ballot it is an open word,
// under everyone's eyes once all signals are revealed: an objection helps to make the proposal better.
type Signal struct {
	Objects bool
	Reason  string // what speaks against it; empty without an objection
}

// Objection is what somebody said against a proposal.
type Objection struct {
	Against Proposal
	Person  PersonID
	Reason  string
}

// Answers is how the group answers the proposal that is on the table, as everyone may see it.
type Answers struct {
	Revealed   bool
	Missing    int         // how many of those who are asked have given none yet
	Consents   int         // zero until they are revealed
	Objections []Objection // in the order of arrival; none until they are revealed
}

// Reached says whether the group consents: everyone has answered, all have seen it, and none objects. Silence isn't consent. Then
// the person proposed is asked, last.
func (a Answers) Reached() bool {
	return a.Revealed && a.Missing == 0 && a.Consents > 0 && len(a.Objections) == 0
}

// answered draws how the group answers the proposal.
func (s State) answered() Answers {
	if s.Proposal.Number == 0 {
		return Answers{}
	}
	a := Answers{Revealed: s.Signals.Revealed}
	for range s.Signals.missing(s.participants(), s.Proposal.Person) {
		a.Missing++
	}
	if !a.Revealed {
		return a
	}
	for p := range s.participants() {
		signal, ok := s.Signals.Of(p.ID)
		switch {
		case !ok:
		case signal.Objects:
			a.Objections = append(a.Objections, Objection{s.Proposal, p.ID, signal.Reason})
		default:
			a.Consents++
		}
	}
	return a
}

// withoutProposal takes the proposal off the table. The objections that were heard against it stay.
func (s State) withoutProposal() State {
	if s.Signals.Revealed {
		s.Heard = append(slices.Clone(s.Heard), s.answered().Objections...)
	}
	s.Proposal, s.Signals, s.Refused = Proposal{}, Signals{}, ""
	return s
}

func (c ProposeLeader) decide(s State, _ Envelope) ([]Event, error) {
	if err := s.seeksConsent(); err != nil {
		return nil, err
	}
	yes, answered := s.answers[c.Person]
	switch {
	case !s.nominated(c.Person):
		return nil, ErrNotNominated
	case answered && !yes:
		return nil, ErrDeclined
	case s.takePart() < 2:
		return nil, ErrNobodyElse
	}
	var terms string
	if c.Terms != "" {
		var err error
		if terms, err = cleanText(c.Terms, MaxReasonLen, nil, ErrReasonLong); err != nil {
			return nil, err
		}
	}
	if s.Proposal.Person == c.Person && s.Proposal.Terms == terms {
		return nil, ErrSameProposal
	}
	if s.tabled >= MaxProposals {
		return nil, ErrManyProposals
	}
	return []Event{LeaderProposed{Proposal: s.tabled + 1, Person: c.Person, Terms: terms}}, nil
}

func (v LeaderProposed) evolve(s State, _ Record) State {
	s = s.withoutProposal()
	s.tabled, s.Proposal = v.Proposal, Proposal{Number: v.Proposal, Person: v.Person, Terms: v.Terms}
	return s.freshPhase()
}

// onTable checks that this proposal is on the table.
func (s State) onTable(number int) error {
	if err := s.seeksConsent(); err != nil {
		return err
	}
	switch {
	case s.Proposal.Number == 0:
		return ErrNoProposal
	case s.Proposal.Number != number:
		return ErrOtherProposal
	}
	return nil
}

func (c SignalConsent) decide(s State, e Envelope) ([]Event, error) {
	if err := s.onTable(c.Proposal); err != nil {
		return nil, err
	}
	if e.By == s.Proposal.Person {
		return nil, ErrAskedLast
	}
	signal := Signal{Objects: c.Objects}
	if c.Objects {
		var err error
		if signal.Reason, err = cleanText(c.Reason, MaxReasonLen, ErrObjectionReason, ErrReasonLong); err != nil {
			return nil, err
		}
	}
	if had, ok := s.Signals.Of(e.By); ok && had == signal {
		return nil, ErrAlreadySaid
	}
	events := []Event{ConsentSignalled{Proposal: c.Proposal, Objects: signal.Objects, Reason: signal.Reason}}
	return s.revealSignalsIfAll(events, s.Signals.with(e.By, signal), ""), nil
}

// revealSignalsIfAll adds the reveal to the events after which the signals will be these, if everyone who is asked has given
// theirs then, but for the person who leaves.
func (s State) revealSignalsIfAll(events []Event, after Signals, leaves PersonID) []Event {
	if s.Proposal.Number == 0 || s.Proposal.Person == leaves || !after.complete(s.participants(), s.Proposal.Person, leaves) {
		return events
	}
	return append(events, SignalsRevealed{Proposal: s.Proposal.Number})
}

// keepObjection keeps the objection that everyone has seen of somebody who leaves, or has another answer now. It keeps the
// latest one to a proposal, so that nobody fills the screens by answering again and again.
func (s State) keepObjection(who PersonID) State {
	signal, ok := s.Signals.Of(who)
	if !ok || !signal.Objects || !s.Signals.Revealed {
		return s
	}
	heard := slices.DeleteFunc(slices.Clone(s.Heard), func(o Objection) bool {
		return o.Against.Number == s.Proposal.Number && o.Person == who
	})
	s.Heard = append(heard, Objection{s.Proposal, who, signal.Reason})
	return s
}

func (v ConsentSignalled) evolve(s State, r Record) State {
	s = s.keepObjection(r.By)
	s.Signals = s.Signals.with(r.By, Signal{Objects: v.Objects, Reason: v.Reason})
	return s
}

func (c RevealSignals) decide(s State, _ Envelope) ([]Event, error) {
	if err := s.onTable(c.Proposal); err != nil {
		return nil, err
	}
	switch {
	case s.Signals.Revealed:
		return nil, ErrAlreadySaid
	case len(s.Signals.by) == 0:
		return nil, ErrNoSignals
	}
	return []Event{SignalsRevealed(c)}, nil
}

func (v SignalsRevealed) evolve(s State, _ Record) State {
	s.Signals.Revealed = true
	return s
}

// consented is what follows when the one proposed says yes, who is asked when everyone else has answered.
func (s State) consented(who PersonID) ([]Event, error) {
	answers := s.answered()
	switch {
	case s.Proposal.Person != who || !answers.Revealed:
		return nil, ErrAskedLast
	case len(answers.Objections) > 0:
		return nil, ErrObjections
	case !answers.Reached():
		return nil, ErrAskedLast
	}
	return []Event{NominationAccepted{}, LeaderElected{Person: who, How: ByConsent}}, nil
}
