package workshop

import "slices"

// Repair is a way to make up for being late; its text is its stable name on disk.
type Repair string

// The repairs.
const (
	Shorten    Repair = "shorten"     // everything still to come shrinks in proportion, never below its floor
	SkipForces Repair = "skip-forces" // step 5 is optional
)

// Offer is a repair with its effect.
type Offer struct {
	Repair Repair
	Saves  Span
	Agenda Agenda // as it would be
}

// Offers lists the repairs that would save time now. The block of the present step is left as it is.
func (t Timing) Offers(behind Span) []Offer {
	here := t.Agenda.block(t.At.Step)
	if here < 0 {
		return nil
	}
	var out []Offer
	if saved := t.Agenda.shortened(here+1, behind); saved.Total() < t.Agenda.Total() {
		out = append(out, Offer{Shorten, t.Agenda.Total() - saved.Total(), saved})
	}
	if i := t.Agenda.block(StepForces); i > here {
		without := slices.Delete(slices.Clone(t.Agenda), i, i+1)
		out = append(out, Offer{SkipForces, t.Agenda[i].Box, without})
	}
	return out
}

// shortened takes whole minutes, at most so many, from the blocks from index on, none below its floor.
func (a Agenda) shortened(from int, by Span) Agenda {
	tail := a[from:]
	var floors []int
	total, least := 0, 0
	for _, b := range tail {
		f := min(floor(b.Step), b.Box.Minutes())
		floors = append(floors, f)
		total += b.Box.Minutes()
		least += f
	}
	target := max(least, total-max(0, by.Minutes()))
	shorter := tail.fit(floors, target)
	for i := range shorter {
		shorter[i].Solo = tail[i].Solo // the silence is the last thing to give
	}
	return append(slices.Clone(a[:from]), shorter...)
}

// floor is the least that a step's block needs, in minutes.
func floor(step Step) int {
	for _, b := range blueprint {
		if b.step == step {
			return b.floor
		}
	}
	return 0
}

func (c RepairAgenda) decide(s State, e Envelope) ([]Event, error) {
	t := s.Timing()
	for _, o := range t.Offers(t.Behind(e.At)) {
		if o.Repair == c.Repair {
			return []Event{AgendaRepaired{Repair: o.Repair, Agenda: o.Agenda}}, nil
		}
	}
	return nil, ErrNoRepair
}

func (v AgendaRepaired) evolve(s State, _ Record) State {
	s.Agenda = v.Agenda
	return s
}
