package workshop

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
)

// cardForm is what the name of a card looks like. It is compared from check to check, and stands in exports.
var cardForm = regexp.MustCompile(`^[a-z0-9-]{1,40}$`)

// lastCheck is the check that was opened last and not abandoned; its ID is zero when there was none.
func (s State) lastCheck() HealthCheck {
	if len(s.Checks) == 0 {
		return HealthCheck{}
	}
	return s.Checks[len(s.Checks)-1]
}

// LastCheck is the health check that was opened last; false when there was none, or only some that were abandoned.
func (s State) LastCheck() (HealthCheck, bool) {
	c := s.lastCheck()
	return c, c.ID != 0
}

// OpenCheck is the health check that is open; false when none is.
func (s State) OpenCheck() (HealthCheck, bool) {
	c := s.lastCheck()
	return c, c.Open()
}

// asked finds the check that is open, if it is that one.
func (s State) asked(id CheckID) (HealthCheck, error) {
	if c := s.lastCheck(); c.Open() && c.ID == id {
		return c, nil
	}
	return HealthCheck{}, ErrNoCheck
}

// withCheck is the state with another last check.
func (s State) withCheck(c HealthCheck) State {
	s.Checks = slices.Clone(s.Checks)
	s.Checks[len(s.Checks)-1] = c
	return s
}

func (c OpenCheck) decide(s State, e Envelope) ([]Event, error) {
	switch last := s.lastCheck(); {
	case last.Open():
		return nil, ErrCheckOpen
	case last.ID != 0 && !last.Over():
		return nil, ErrCardsLeft
	case len(s.Checks) >= MaxChecks:
		return nil, ErrManyChecks
	case !c.Until.within(s.today(e.At)):
		return nil, ErrDue
	}
	cards, err := cleanCards(c.Cards)
	if err != nil {
		return nil, err
	}
	return []Event{CheckOpened{Check: s.checks + 1, Cards: cards, Until: c.Until}}, nil
}

// cleanCards cleans the texts of cards, of which there may be up to MaxCards, each of them once.
func cleanCards(cards []HealthCard) ([]HealthCard, error) {
	if len(cards) == 0 || len(cards) > MaxCards {
		return nil, ErrCards
	}
	out := make([]HealthCard, 0, len(cards))
	for _, c := range cards {
		if !cardForm.MatchString(string(c.ID)) || slices.ContainsFunc(out, func(o HealthCard) bool { return o.ID == c.ID }) {
			return nil, ErrCards
		}
		var err error
		if c.About, err = cleanText(c.About, MaxCardLen, ErrCardEmpty, ErrCardLong); err != nil {
			return nil, err
		}
		for _, means := range []*string{&c.Red, &c.Green} {
			if *means, err = cleanText(*means, MaxCardTextLen, ErrCardEmpty, ErrCardTextLong); err != nil {
				return nil, err
			}
		}
		out = append(out, c)
	}
	return out, nil
}

func (v CheckOpened) evolve(s State, r Record) State {
	s.checks, s.promised, s.NextCheck = v.Check, s.NextCheck, ""
	s.Checks = append(slices.Clone(s.Checks), HealthCheck{ID: v.Check, Cards: v.Cards, Opened: r.At, Until: v.Until})
	return s
}

func (c CloseCheck) decide(s State, _ Envelope) ([]Event, error) {
	check, err := s.asked(c.Check)
	if err != nil {
		return nil, err
	}
	if err := check.fill(c.Sheets); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBox, err)
	}
	return []Event{CheckClosed{Check: c.Check, Took: len(c.Sheets), Spreads: spreads(check.Cards, c.Sheets)}}, nil
}

func (v CheckClosed) evolve(s State, r Record) State {
	c := s.lastCheck()
	c.Closed, c.Took, c.Spread = r.At, v.Took, v.Spreads
	c.Came, c.Went, s.came, s.went = s.came, s.went, 0, 0
	return s.withCheck(c)
}

func (c AbandonCheck) decide(s State, _ Envelope) ([]Event, error) {
	if _, err := s.asked(c.Check); err != nil {
		return nil, err
	}
	return []Event{CheckAbandoned(c)}, nil
}

func (v CheckAbandoned) evolve(s State, _ Record) State {
	s.Checks = slices.Clone(s.Checks[:len(s.Checks)-1])
	s.NextCheck = cmp.Or(s.NextCheck, s.promised)
	return s
}

func (c TurnCard) decide(s State, _ Envelope) ([]Event, error) {
	last := s.lastCheck()
	switch {
	case last.ID == 0 || last.ID != c.Check:
		return nil, ErrNoCheck
	case last.Open():
		return nil, ErrCheckOpen
	case !last.turns(c.Turned):
		return nil, ErrOtherCard
	}
	return []Event{CardTurned(c)}, nil
}

// turns says whether that card comes next: the one after the last. Where too few answered for any card to tell something, the
// check may end at once.
func (c HealthCheck) turns(card int) bool {
	ends := card == len(c.Cards)+1
	return card == c.Turned+1 && card <= len(c.Cards)+1 || ends && c.Took < MinAnswers && !c.Over()
}

func (v CardTurned) evolve(s State, _ Record) State {
	c := s.lastCheck()
	c.Turned = v.Turned
	return s.withCheck(c)
}

func (c PlanCheck) decide(s State, e Envelope) ([]Event, error) {
	switch {
	case !s.steers(e.By):
		return nil, ErrSteering
	case !c.On.within(s.today(e.At)):
		return nil, ErrDue
	case c.On == s.NextCheck:
		return nil, ErrAlreadyThere
	}
	return []Event{CheckPlanned(c)}, nil
}

func (v CheckPlanned) evolve(s State, _ Record) State {
	s.NextCheck = v.On
	return s
}

// steers says whether somebody sees to the community as a whole: a facilitator, or the leader.
func (s State) steers(id PersonID) bool {
	return id == s.Leadership.Leader || s.facilitated(id)
}
