package workshop

import (
	"time"
)

// Clock is the time box of the present phase. Nobody counts down: what is left is the deadline minus now, so that all
// screens show the same second and a restart loses nothing.
type Clock struct {
	Box      Span      // as planned, with what the facilitator gave or took
	Deadline time.Time // while it runs; zero while it stands
	Left     Span      // while it stands
	set      Seq       // the record that gave the box its time: pausing it does not change that
}

// Runs says whether time is passing.
func (c Clock) Runs() bool { return !c.Deadline.IsZero() }

// Remaining is what is left of the time box at the given time; negative when it is over. Nothing is cut off at zero.
func (c Clock) Remaining(now time.Time) Span {
	if c.Runs() {
		return Span(c.Deadline.Sub(now))
	}
	return c.Left
}

func (c StartClock) decide(s State, e Envelope) ([]Event, error) {
	switch {
	case s.Break.On():
		return nil, ErrOnBreak
	case s.Clock.Runs():
		return nil, ErrClockRuns
	}
	return []Event{ClockStarted{Deadline: e.At.Add(time.Duration(s.Clock.Left))}}, nil
}

func (v ClockStarted) evolve(s State, r Record) State {
	if s.Started.IsZero() && s.Clock.Left == s.Clock.Box {
		s = s.work(r.At) // the welcome begins now, whoever sat here before
	}
	s.Clock.Deadline, s.Clock.Left = v.Deadline, 0
	return s
}

func (c PauseClock) decide(s State, e Envelope) ([]Event, error) {
	if !s.Clock.Runs() {
		return nil, ErrClockStands
	}
	return []Event{ClockPaused{Left: s.Clock.Remaining(e.At)}}, nil
}

func (v ClockPaused) evolve(s State, _ Record) State {
	s.Clock.Deadline, s.Clock.Left = time.Time{}, v.Left
	return s
}

func (c AdjustClock) decide(s State, e Envelope) ([]Event, error) {
	by := Minutes(max(-MaxTotal-1, min(c.Minutes, MaxTotal+1))) // so that nothing can overflow
	if c.Minutes == 0 || s.Clock.Box+by < 0 || s.Clock.Box+by > Minutes(MaxTotal) {
		return nil, ErrClockRange
	}
	// A box that ran out long ago gives whole minutes from now, not from then: "one more minute" is a minute.
	left := s.Clock.Remaining(e.At)
	if by > 0 {
		left = max(left, 0)
	}
	v := ClockAdjusted{By: by, Left: left + by}
	if s.Clock.Runs() {
		v.Deadline = e.At.Add(time.Duration(v.Left))
		v.Left = 0
	}
	return []Event{v}, nil
}

func (v ClockAdjusted) evolve(s State, r Record) State {
	s.Clock.Box, s.Clock.set = s.Clock.Box+v.By, r.Seq
	s.Clock.Deadline, s.Clock.Left = v.Deadline, v.Left
	if v.By <= 0 {
		return s
	}
	s.People = s.People.changed(func(p *Person) { p.Minute = false }) // they have got what they asked for
	return s
}
