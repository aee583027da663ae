package workshop

import "time"

// Readiness is how far those who take part are with what everyone does alone. Each of them is counted once.
type Readiness struct {
	Done    int
	Writing int // at their terminal, or without one
	Away    int // have a terminal of their own, are not at it, and are not done
	Asks    int // of those who are writing, would like one more minute
}

// Readiness counts the people of the view.
func (v View) Readiness() Readiness {
	var r Readiness
	for _, p := range v.People {
		switch {
		case p.Role != Participant:
		case p.Done:
			r.Done++
		case v.Live.Away(p):
			r.Away++
		default:
			r.Writing++
			if p.Minute {
				r.Asks++
			}
		}
	}
	return r
}

// WantMinute says whether past a third of those who are here would like one more minute. Fewer are seen, but the group is
// not held up for them without being asked.
func (r Readiness) WantMinute() bool { return 3*r.Asks > r.Done+r.Writing }

// Ripe says whether a facilitator should be asked to go on: everyone who is here is done, and half the time for writing
// alone has passed in quiet. Not before: rare ideas come late.
func (v View) Ripe(now time.Time) bool {
	r := v.Readiness()
	if v.At.Phase != PhaseDiverge || v.Break.On() || r.Done == 0 || r.Writing > 0 {
		return false
	}
	return 2*(v.Clock.Box-v.Clock.Remaining(now)) >= v.Agenda.Box(v.At)
}
