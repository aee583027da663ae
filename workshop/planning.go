package workshop

import (
	"slices"
	"time"
)

// With is the agenda with another time for one block, in whole minutes: a step's, or StepReserve's. A step that is not on
// the agenda comes back to its place; the solo time follows the block (see [Agenda.Paced] for a format with times of its
// own). Zero takes the block away, which only step 5 and the reserve allow. The other blocks stay as they are, so that the
// total changes.
// It returns ErrTotal when the total would be out of range, ErrBlockShort below the block's floor, and ErrOtherStep for a
// step that does not exist.
func (a Agenda) With(step Step, minutes int) (Agenda, error) {
	b := Block{Step: step, Box: Minutes(min(max(minutes, -1), MaxTotal+1))}
	may := step == StepForces || step == StepReserve
	switch {
	case may && minutes == 0:
		return a.without(step).checked()
	case step != StepReserve && b.floor() == 0:
		return nil, ErrOtherStep
	case minutes < max(1, b.floor()):
		return nil, ErrBlockShort
	}
	b.Solo = soloFor(step, b.Box)
	var out Agenda
	for _, other := range a.without(step) {
		if b.Box > 0 && place(step) < place(other.Step) {
			out = append(out, b)
			b.Box = 0
		}
		out = append(out, other)
	}
	if b.Box > 0 {
		out = append(out, b)
	}
	return out.checked()
}

// Fitted is the agenda in another total of minutes. Every block but the reserve gives in proportion to what it has above its
// floor, and gets such that all come nearer to the format's proportions: what a block has not been given can't say how much it
// needs. It returns ErrTotal when the total is out of range, or leaves too little beside the reserve.
func (a Agenda) Fitted(minutes int) (Agenda, error) {
	steps, reserve := a.without(StepReserve), a.Reserve()
	blocks := minutes - reserve.Minutes()
	least := 0
	for _, b := range steps {
		least += b.floor()
	}
	if minutes > MaxTotal || blocks < max(least, MinTotal) {
		return nil, ErrTotal
	}
	out := steps.grown(blocks - steps.Total().Minutes())
	if blocks < steps.Total().Minutes() {
		out = steps.fit(blocks, Block.floor)
	}
	if reserve > 0 {
		out = append(out, Block{Step: StepReserve, Box: reserve})
	}
	return out, nil
}

// checked is the agenda, when its total is in range. What the reserve has does not make up for too short a workshop.
func (a Agenda) checked() (Agenda, error) {
	if t := a.Total(); t-a.Reserve() < Minutes(MinTotal) || t > Minutes(MaxTotal) {
		return nil, ErrTotal
	}
	return a, nil
}

// place is where a block stands on every agenda; the reserve comes last.
func place(step Step) int {
	for i, b := range blueprint {
		if b.step == step {
			return i
		}
	}
	return len(blueprint)
}

// proper checks that the agenda is one to hold a workshop by: all steps in their order, none but step 5 left out, whole
// minutes, none below its floor, the total in range. It returns it with the usual solo times that go with the boxes.
func (a Agenda) proper() (Agenda, error) {
	var out Agenda
	next := 0 // in the blueprint
	for _, b := range a {
		for next < len(blueprint) && blueprint[next].step != b.Step {
			if blueprint[next].step != StepForces {
				return nil, ErrOtherStep
			}
			next++
		}
		switch {
		case next == len(blueprint) && (b.Step != StepReserve || len(out) > 0 && out[len(out)-1].Step == StepReserve):
			return nil, ErrOtherStep
		case b.Box > Minutes(MaxTotal):
			return nil, ErrTotal
		case b.Box < Minutes(max(1, b.floor())) || b.Box%Minutes(1) != 0:
			return nil, ErrBlockShort
		}
		next = min(next+1, len(blueprint))
		out = append(out, Block{Step: b.Step, Box: b.Box, Solo: soloFor(b.Step, b.Box)})
	}
	if next < len(blueprint) {
		return nil, ErrOtherStep
	}
	return out.checked()
}

func (c PlanAgenda) decide(s State, _ Envelope) ([]Event, error) {
	switch {
	case !s.Started.IsZero():
		return nil, ErrBegun
	case c.Was != nil && !slices.Equal(c.Was, s.Agenda):
		return nil, ErrReplanned
	}
	plan, err := c.Agenda.proper()
	plan = plan.Paced(s.Solo)
	switch {
	case err != nil:
		return nil, err
	case slices.Equal(plan, s.Agenda):
		return nil, ErrAlreadyThere
	}
	return []Event{AgendaPlanned{Agenda: plan}}, nil
}

// The welcome's own clock, which may be running, gets what the welcome was given or loses what was taken from it.
func (v AgendaPlanned) evolve(s State, _ Record) State {
	welcome := Position{StepWelcome, PhaseGather}
	by := max(-s.Clock.Box, v.Agenda.Box(welcome)-s.Agenda.Box(welcome)) // whatever was taken from it before
	s.Agenda, s.Total = v.Agenda, v.Agenda.afterWelcome()
	s.Clock.Box += by
	if s.Clock.Runs() {
		s.Clock.Deadline = s.Clock.Deadline.Add(time.Duration(by))
	} else {
		s.Clock.Left += by
	}
	return s
}

// afterWelcome is what a workshop promises: everything but the gathering, which takes as long as it takes.
func (a Agenda) afterWelcome() Span { return a.Total() - a.Box(Position{StepWelcome, PhaseGather}) }
