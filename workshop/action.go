package workshop

import (
	"slices"
	"strings"
)

// ActionID numbers first actions from 1.
type ActionID int

// Action is a step after the workshop, one of the first or a later one of the community, with one person who sees to it and,
// where the group has set one, the day by which it is done.
type Action struct {
	ID    ActionID
	What  string
	Owner PersonID
	Due   Day      // may be empty
	By    PersonID // who planned it

	Check CheckID     // of the community, in which it was planned; zero at the founding
	Card  CardID      // from which; may be empty
	State ActionState // ActionOpen, ActionDone or ActionGone
	Why   string      // what was said when it was moved, done or dropped last
	On    Day         // when that was
	Moved int         // how often another day was set
}

// Planned is an action as the canvas has it.
type Planned struct {
	ID    ActionID
	What  string
	Owner string // the name; empty when the owner's seat was taken away
	Due   Day    // by which it is done; empty when no day was set
}

// Plan says where first actions are planned: once the forces are on the table, and at the end.
func (p Position) Plan() bool {
	switch p.Phase {
	case PhaseConverge, PhaseAlign:
		return p.Step == StepForces
	case PhaseCanvas:
		return true
	default:
		return false
	}
}

func (c PlanAction) decide(s State, e Envelope) ([]Event, error) {
	if !s.Closed() && !s.At.Plan() {
		return nil, ErrOtherStep
	}
	if err := s.comesFrom(c.Check, c.Card); err != nil {
		return nil, err
	}
	what, err := cleanText(c.What, MaxActionLen, ErrActionEmpty, ErrActionLong)
	if err != nil {
		return nil, err
	}
	owner, ok := s.Person(c.Owner)
	switch {
	case !ok || owner.Removed:
		return nil, ErrNoSuchPerson
	case !c.Due.within(s.today(e.At)):
		return nil, ErrDue
	case slices.ContainsFunc(s.Actions, func(a Action) bool {
		return a.open() && strings.EqualFold(a.What, what) && a.Owner == c.Owner
	}):
		return nil, ErrAlreadyThere
	case s.openActions() >= MaxActions && s.Closed():
		return nil, ErrManyOpen
	case s.openActions() >= MaxActions:
		return nil, ErrManyActions
	}
	return []Event{ActionPlanned{
		Action: s.actions + 1, What: what, Owner: c.Owner, Due: c.Due, Check: c.Check, Card: c.Card,
	}}, nil
}

// within says whether something may be due on that day, or on none: from today on, and within a year.
func (d Day) within(today Day) bool {
	return d == "" || d.Valid() && d >= today && d <= today.Plus(maxDue)
}

func (v ActionPlanned) evolve(s State, r Record) State {
	s.actions = v.Action
	s.Actions = append(slices.Clone(s.Actions), Action{
		ID: v.Action, What: v.What, Owner: v.Owner, Due: v.Due, By: r.By, Check: v.Check, Card: v.Card,
	})
	return s
}

func (c DropAction) decide(s State, e Envelope) ([]Event, error) {
	if !s.At.Plan() {
		return nil, ErrOtherStep
	}
	i := slices.IndexFunc(s.Actions, func(a Action) bool { return a.ID == c.Action })
	if i < 0 {
		return nil, ErrNoSuchAction
	}
	if p, _ := s.Person(e.By); p.Role != Facilitator && s.Actions[i].By != e.By {
		return nil, ErrNotYourAction
	}
	return []Event{ActionDropped(c)}, nil
}

func (v ActionDropped) evolve(s State, _ Record) State {
	s.Actions = slices.DeleteFunc(slices.Clone(s.Actions), func(a Action) bool { return a.ID == v.Action })
	return s
}

// planned are the actions with the names of those who see to them; who planned one is nobody else's business.
func (s State) planned() []Planned {
	var out []Planned
	for _, a := range s.Actions {
		p := Planned{ID: a.ID, What: a.What, Due: a.Due}
		if owner, ok := s.Person(a.Owner); ok && !owner.Removed {
			p.Owner = owner.Name
		}
		out = append(out, p)
	}
	return out
}

// plannedBy are the numbers of the actions that somebody has planned.
func (s State) plannedBy(person PersonID) []ActionID {
	var out []ActionID
	for _, a := range s.Actions {
		if a.By == person {
			out = append(out, a.ID)
		}
	}
	return out
}
