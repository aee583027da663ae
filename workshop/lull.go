package workshop

import (
	"slices"
	"time"
)

// LeastLull is how long nothing at all has to happen before a facilitator is asked whether it was a break. No phase of the
// format is that long, and in every one of them somebody does something.
const LeastLull = Span(30 * time.Minute)

// maxLulls is how many lulls are remembered, the latest ones: nobody answers for what was a week ago.
const maxLulls = 20

// Lull is a long time in the middle of a workshop in which nothing happened, and which is not known to be a break: the
// room was left without a word, or the program was ended, and the group went on hours or days later.
type Lull struct {
	From, Until time.Time
	step        Step // where the group was
	box         Seq  // the time box that ran on meanwhile; zero when the clock stood
	answered    bool // a facilitator has said what it was
}

// Takes is how long it was.
func (l Lull) Takes() Span { return Span(l.Until.Sub(l.From)) }

// Lulls lists those of which nobody has said yet what they were, the latest last; one that lasts until now is among them.
func (t Timing) Lulls(now time.Time) []Lull {
	open := slices.DeleteFunc(slices.Clone(t.lulls), func(l Lull) bool { return l.answered })
	if l, lasts := t.lullNow(now); lasts {
		open = append(open, l)
	}
	return open
}

// lullNow is the lull that has lasted until now.
func (t Timing) lullNow(now time.Time) (Lull, bool) {
	if t.heard.IsZero() || Span(now.Sub(t.heard)) < LeastLull {
		return Lull{}, false
	}
	l := Lull{From: t.heard, Until: now, step: t.At.Step}
	if t.Clock.Runs() {
		l.box = t.Clock.set
	}
	return l, true
}

// hear notes that something has happened.
func (s State) hear(now time.Time) State {
	if l, lasted := s.Timing().lullNow(now); lasted {
		s.lulls = append(slices.Clone(s.lulls[max(0, len(s.lulls)+1-maxLulls):]), l)
	}
	if now.After(s.heard) {
		s.heard = now
	}
	return s
}

func (c AnswerLull) decide(s State, e Envelope) ([]Event, error) {
	t := s.Timing()
	lulls := slices.Clone(t.lulls)
	if l, lasts := t.lullNow(e.At); lasts {
		lulls = append(lulls, l)
	}
	i := slices.IndexFunc(lulls, func(l Lull) bool { return l.From.Equal(c.From) })
	switch {
	case i < 0:
		return nil, ErrNoLull
	case lulls[i].answered:
		return nil, ErrAnswered
	case c.Break:
		return []Event{BreakCounted{From: lulls[i].From, Until: lulls[i].Until}}, nil
	default:
		return []Event{WorkCounted{From: lulls[i].From, Until: lulls[i].Until}}, nil
	}
}

// answerLull marks the lull that began then, and returns it.
func (s State) answerLull(from time.Time) (State, Lull) {
	s.lulls = slices.Clone(s.lulls)
	for i, l := range s.lulls {
		if l.From.Equal(from) {
			s.lulls[i].answered = true
			return s, l
		}
	}
	return s, Lull{}
}

// A time box that nobody has set anew since the lull has as much left as it had before.
func (v BreakCounted) evolve(s State, _ Record) State {
	s, l := s.answerLull(v.From)
	takes := Span(v.Until.Sub(v.From))
	s.Rested += takes
	s = s.restored(l.step, v.From, takes)
	switch {
	case l.box == 0 || l.box != s.Clock.set:
	case s.Clock.Runs():
		s.Clock.Deadline = s.Clock.Deadline.Add(time.Duration(takes))
	default:
		s.Clock.Left += takes
	}
	return s
}

func (v WorkCounted) evolve(s State, _ Record) State {
	s, _ = s.answerLull(v.From)
	return s
}
