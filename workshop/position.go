package workshop

import (
	"fmt"
	"slices"
)

// Position is where the group is: a step and one of its phases.
type Position struct {
	Step  Step  `json:"step"`
	Phase Phase `json:"phase"`
}

func (p Position) String() string { return fmt.Sprintf("%s/%s", p.Step, p.Phase) }

// Positions lists every place that the agenda leads through, in order.
func (a Agenda) Positions() []Position {
	var ps []Position
	for _, b := range a {
		for _, ph := range b.Step.Phases() {
			ps = append(ps, Position{b.Step, ph})
		}
	}
	return ps
}

// Next is the position after p; false at the end of the agenda.
func (a Agenda) Next(p Position) (Position, bool) { return a.neighbour(p, 1) }

// Previous is the position before p; false at the beginning.
func (a Agenda) Previous(p Position) (Position, bool) { return a.neighbour(p, -1) }

func (a Agenda) neighbour(p Position, by int) (Position, bool) {
	ps := a.Positions()
	i := slices.Index(ps, p)
	if i < 0 || i+by < 0 || i+by >= len(ps) {
		return Position{}, false
	}
	return ps[i+by], true
}

// After is how much of the plan comes after the phase at p.
func (a Agenda) After(p Position) Span {
	var t Span
	passed := false
	for _, q := range a.Positions() {
		if passed {
			t += a.Box(q)
		}
		passed = passed || q == p
	}
	return t
}
