package workshop

import "slices"

// open says whether the action is still to be done.
func (a Action) open() bool { return a.State == ActionOpen }

// openActions counts the actions that are still to be done.
func (s State) openActions() int {
	n := 0
	for _, a := range s.Actions {
		if a.open() {
			n++
		}
	}
	return n
}

// comesFrom checks that an action comes from a card that the community has looked at, from a check as a whole, or from neither.
func (s State) comesFrom(check CheckID, card CardID) error {
	if check == 0 && card == "" {
		return nil
	}
	for _, c := range s.Checks {
		if c.ID != check || c.Open() {
			continue
		}
		seen := c.Cards[:c.Seen()]
		if card == "" || slices.ContainsFunc(seen, func(o HealthCard) bool { return o.ID == card }) {
			return nil
		}
	}
	return ErrNoSuchCard
}

func (c SettleAction) decide(s State, e Envelope) ([]Event, error) {
	i := slices.IndexFunc(s.Actions, func(a Action) bool { return a.ID == c.Action })
	switch {
	case i < 0:
		return nil, ErrNoSuchAction
	case !s.settles(e.By, s.Actions[i]):
		return nil, ErrNotYoursToSettle
	case !s.Actions[i].open():
		return nil, ErrSettled
	}
	why, err := cleanText(c.Why, MaxWhyLen, ErrWhyMissing, ErrWhyLong)
	if err != nil {
		return nil, err
	}
	v := ActionSettled{Action: c.Action, As: c.As, Why: why}
	switch c.As {
	case ActionDone, ActionGone:
	case ActionMove:
		switch v.Due = c.Due; {
		case c.Due == "" || !c.Due.within(s.today(e.At)):
			return nil, ErrDue
		case c.Due == s.Actions[i].Due:
			return nil, ErrAlreadyThere
		}
	default:
		return nil, ErrSettling
	}
	return []Event{v}, nil
}

func (v ActionSettled) evolve(s State, r Record) State {
	s.Actions = slices.Clone(s.Actions)
	a := &s.Actions[slices.IndexFunc(s.Actions, func(a Action) bool { return a.ID == v.Action })]
	a.Why, a.On = v.Why, s.today(r.At)
	if v.As == ActionMove {
		a.Due = v.Due
		a.Moved++
		return s
	}
	a.State = v.As
	return s
}

// settles says whether somebody may say what became of an action: those whom it concerns, or a facilitator.
func (s State) settles(id PersonID, a Action) bool { return a.concerns(id) || s.facilitated(id) }

// concerns says whether somebody sees to the action, or has planned it.
func (a Action) concerns(id PersonID) bool { return a.Owner == id || a.By == id }

// settledBy are the numbers of the open actions of which somebody may say what became of them.
func (s State) settledBy(id PersonID) []ActionID {
	if !s.Closed() {
		return nil
	}
	var out []ActionID
	all := s.facilitated(id)
	for _, a := range s.Actions {
		if a.open() && (all || a.concerns(id)) {
			out = append(out, a.ID)
		}
	}
	return out
}

// followUps are all actions, with what became of them.
func (s State) followUps() []FollowUp {
	var out []FollowUp
	for i, p := range s.planned() {
		a := s.Actions[i]
		out = append(out, FollowUp{
			Planned: p, Check: a.Check, Card: a.Card, State: a.State, Why: a.Why, On: a.On, Moved: a.Moved,
		})
	}
	return out
}

// fits says whether an action that was read from outside is one that can be planned, and can have become of.
func (a Action) fits() bool {
	known := a.State == ActionOpen || a.State == ActionDone || a.State == ActionGone
	return known && (a.Due == "" || a.Due.Valid()) && a.Check >= 0
}
