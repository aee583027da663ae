package workshop

import (
	"slices"
	"time"
)

// Clock is the time box of the present phase. Nobody counts down: what is left is the deadline minus now, so that all
// screens show the same second and a restart loses nothing.
type Clock struct {
	Box      Span      // as planned, with what the facilitator gave or took
	Deadline time.Time // while it runs; zero while it stands
	Left     Span      // while it stands
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

// Timing is what it takes to say whether the group will finish on time.
type Timing struct {
	Agenda  Agenda
	At      Position
	Clock   Clock
	Started time.Time // when the group left the gathering; zero before
	Total   Span      // as promised when the workshop was opened, the gathering left out
}

// Timing is the state's part of the question whether the group will finish on time.
func (s State) Timing() Timing {
	return Timing{Agenda: s.Agenda, At: s.At, Clock: s.Clock, Started: s.Started, Total: s.Total}
}

// End is when the workshop will end, if the present phase ends when its clock says (or now, when its time is over) and
// everything after it takes what is planned. It is zero until the group has left the gathering.
func (t Timing) End(now time.Time) time.Time {
	if t.Started.IsZero() {
		return time.Time{}
	}
	left := max(0, t.Clock.Remaining(now)) + t.Agenda.After(t.At)
	return now.Add(time.Duration(left))
}

// Behind is how much later than promised the workshop will end; negative when the group is ahead.
func (t Timing) Behind(now time.Time) Span {
	if t.Started.IsZero() {
		return 0
	}
	return Span(t.End(now).Sub(t.Started)) - t.Total
}

func (c StartClock) decide(s State, e Envelope) ([]Event, error) {
	if s.Clock.Runs() {
		return nil, ErrClockRuns
	}
	return []Event{ClockStarted{Deadline: e.At.Add(time.Duration(s.Clock.Left))}}, nil
}

func (v ClockStarted) evolve(s State, _ Record) State {
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

func (v ClockAdjusted) evolve(s State, _ Record) State {
	s.Clock.Box += v.By
	s.Clock.Deadline, s.Clock.Left = v.Deadline, v.Left
	if v.By <= 0 {
		return s
	}
	s.People = slices.Clone(s.People)
	for i := range s.People {
		s.People[i].Minute = false // they have got what they asked for
	}
	return s
}
