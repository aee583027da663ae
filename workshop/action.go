package workshop

import (
	"slices"
	"strings"
)

// ActionID numbers first actions from 1.
type ActionID int

// Action is a first step out of the force field, with one person who sees to it.
type Action struct {
	ID    ActionID
	What  string
	Owner PersonID
}

// Planned is an action as the canvas has it.
type Planned struct {
	ID    ActionID
	What  string
	Owner string // the name; empty when the owner's seat was taken away
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

func (c PlanAction) decide(s State, _ Envelope) ([]Event, error) {
	if !s.At.Plan() {
		return nil, ErrOtherStep
	}
	what, err := cleanText(c.What, MaxActionLen, ErrActionEmpty, ErrActionLong)
	if err != nil {
		return nil, err
	}
	owner, ok := s.Person(c.Owner)
	switch {
	case !ok || owner.Removed:
		return nil, ErrNoSuchPerson
	case slices.ContainsFunc(s.Actions, func(a Action) bool { return strings.EqualFold(a.What, what) && a.Owner == c.Owner }):
		return nil, ErrAlreadyThere
	case len(s.Actions) >= MaxActions:
		return nil, ErrManyActions
	}
	return []Event{ActionPlanned{Action: s.actions + 1, What: what, Owner: c.Owner}}, nil
}

func (v ActionPlanned) evolve(s State, _ Record) State {
	s.actions = v.Action
	s.Actions = append(slices.Clone(s.Actions), Action{v.Action, v.What, v.Owner})
	return s
}

func (c DropAction) decide(s State, _ Envelope) ([]Event, error) {
	switch {
	case !s.At.Plan():
		return nil, ErrOtherStep
	case !slices.ContainsFunc(s.Actions, func(a Action) bool { return a.ID == c.Action }):
		return nil, ErrNoSuchAction
	}
	return []Event{ActionDropped(c)}, nil
}

func (v ActionDropped) evolve(s State, _ Record) State {
	s.Actions = slices.DeleteFunc(slices.Clone(s.Actions), func(a Action) bool { return a.ID == v.Action })
	return s
}

// planned are the actions with the names of those who see to them.
func (s State) planned() []Planned {
	var out []Planned
	for _, a := range s.Actions {
		p := Planned{ID: a.ID, What: a.What}
		if owner, ok := s.Person(a.Owner); ok && !owner.Removed {
			p.Owner = owner.Name
		}
		out = append(out, p)
	}
	return out
}
