package workshop

import (
	"slices"
	"time"
)

func (c Advance) decide(s State, e Envelope) ([]Event, error) {
	if c.From != s.At {
		return nil, ErrMovedOn
	}
	next, ok := s.Agenda.Next(s.At)
	if !ok {
		return nil, ErrAtTheEnd
	}
	events, err := s.leave(c.Despite)
	if err != nil {
		return nil, err
	}
	return slices.Concat(s.resumed(e.At), events, []Event{s.enter(next, e.At, false)}), nil
}

// leave is what must hold, and what happens, when the group goes on from where it is.
func (s State) leave(despite bool) ([]Event, error) {
	switch {
	case s.At.Phase == PhaseGather && s.takePart() == 0:
		return nil, ErrNobodyHere
	case s.At.Phase == PhaseDiverge:
		return append([]Event{NotesRevealed{Step: s.At.Step}}, s.hang(s.At.Step)...), nil
	case s.At.Phase == PhaseAlign:
		return s.settle(despite)
	case s.At == Position{StepName, PhaseConverge} && s.Name.Chosen == "" && !despite:
		return nil, ErrNoName
	case s.At == Position{StepLeader, PhaseConverge} && !s.Leadership.Decided():
		return nil, ErrNoOutcome
	}
	return nil, nil
}

// enter begins a phase with its whole time box. The clock stands while people gather, also when they do so again.
func (s State) enter(p Position, now time.Time, back bool) PhaseEntered {
	v := PhaseEntered{Position: p, Box: s.Agenda.Box(p), Back: back}
	if p.Phase != PhaseGather {
		v.Deadline = now.Add(time.Duration(v.Box))
	}
	return v
}

func (c StepBack) decide(s State, e Envelope) ([]Event, error) {
	if c.From != s.At {
		return nil, ErrMovedOn
	}
	earlier := s.Agenda.Earlier(s.At)
	if len(earlier) == 0 {
		return nil, ErrAtTheStart
	}
	to := earlier[len(earlier)-1]
	if c.To != (Position{}) {
		to = c.To
	}
	if !slices.Contains(earlier, to) {
		return nil, ErrNotEarlier
	}
	return append(s.resumed(e.At), s.enter(to, e.At, true)), nil
}

func (v PhaseEntered) evolve(s State, r Record) State {
	s = s.rest(r.At)
	if s.Started.IsZero() && v.Step != StepWelcome {
		s.Started, s.Plan = r.At, s.Agenda
	}
	if !s.Started.IsZero() {
		s = s.work(r.At)
	}
	if t, ok := s.Settled[v.Step]; ok && v.Back {
		t.Reopened = true
		t.Revised = t.Revised || v.Phase != PhaseAlign
		s = s.withSettlement(v.Step, t)
	}
	if v.Step != s.At.Step {
		s.revealed = time.Time{} // the grace is for the wall that was revealed, and for no other
	}
	// Hands are shown afresh whenever a group comes to align: something has changed since.
	s.At, s.Hands, s.Spotlight, s.Tie, s.Pen = v.Position, Hands{}, Spot{}, Tie{}, Pen{}
	s = s.withoutProposal()
	s.Clock = Clock{Box: v.Box, Deadline: v.Deadline, set: r.Seq}
	if v.Deadline.IsZero() {
		s.Clock.Left = v.Box
	}
	return s.freshPhase()
}
