package workshop

import "time"

// Break is time that counts for nothing: the group rests, or has gone home until another day. The time box stands with
// what was left of it, and the end that was promised moves away by as long as it takes.
type Break struct {
	Since time.Time // zero while there is none
	Until time.Time // when it is to be over; zero when that is open
	ran   bool      // the clock ran when it began
}

// On says whether the group has a break now.
func (b Break) On() bool { return !b.Since.IsZero() }

// Over says whether the time that was given for the break has passed. Nobody is called back by it but by the facilitator.
func (b Break) Over(now time.Time) bool { return b.On() && !b.Until.IsZero() && !now.Before(b.Until) }

// MaxBreak is the longest break that can be given a length, in minutes. One that is left open may take days.
const MaxBreak = 180

func (c StartBreak) decide(s State, e Envelope) ([]Event, error) {
	switch {
	case s.Started.IsZero():
		return nil, ErrNotNow // there is nothing to rest from
	case s.Break.On():
		return nil, ErrOnBreak
	case c.Minutes < 0 || c.Minutes > MaxBreak:
		return nil, ErrBreakLong
	}
	v := BreakStarted{Left: s.Clock.Remaining(e.At)}
	if c.Minutes > 0 {
		v.Until = e.At.Add(time.Duration(c.Minutes) * time.Minute)
	}
	return []Event{v}, nil
}

func (v BreakStarted) evolve(s State, r Record) State {
	s.Break = Break{Since: r.At, Until: v.Until, ran: s.Clock.Runs()}
	s.Clock.Deadline, s.Clock.Left = time.Time{}, v.Left
	return s.rest(r.At)
}

func (c EndBreak) decide(s State, e Envelope) ([]Event, error) {
	if !s.Break.On() {
		return nil, ErrNoBreak
	}
	return []Event{s.endBreak(e.At)}, nil
}

// endBreak is the end of the break that is on: the clock goes on when it ran before.
func (s State) endBreak(now time.Time) BreakEnded {
	v := BreakEnded{Left: s.Clock.Left}
	if s.Break.ran {
		v.Deadline, v.Left = now.Add(time.Duration(s.Clock.Left)), 0
	}
	return v
}

// resumed is what happens first when the group moves on out of a break.
func (s State) resumed(now time.Time) []Event {
	if !s.Break.On() {
		return nil
	}
	return []Event{s.endBreak(now)}
}

func (v BreakEnded) evolve(s State, r Record) State {
	s.Rested += max(0, Span(r.At.Sub(s.Break.Since)))
	s.Break = Break{}
	s.Clock.Deadline, s.Clock.Left = v.Deadline, v.Left
	return s.work(r.At)
}
