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

// Earlier lists where the group can go back to at once from p, the nearest last: the end of the step before, then the
// earlier phases of the step.
func (a Agenda) Earlier(p Position) []Position {
	ps := a.Positions()
	i := slices.Index(ps, p)
	first := i
	for first > 0 && ps[first-1].Step == p.Step {
		first--
	}
	return ps[max(0, first-1):max(0, i)]
}

func (a Agenda) neighbour(p Position, by int) (Position, bool) {
	ps := a.Positions()
	i := slices.Index(ps, p)
	if i < 0 || i+by < 0 || i+by >= len(ps) {
		return Position{}, false
	}
	return ps[i+by], true
}
