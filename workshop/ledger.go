package workshop

import (
	"maps"
	"time"
)

// Ledger is where the time of a workshop went, block by block.
type Ledger struct {
	Blocks  []Account
	Breaks  Span // that counted for nothing
	Planned Span // in all, as promised when the group began
	Actual  Span // in all, without the breaks
}

// Account is one block of the ledger.
type Account struct {
	Step    Step
	Planned Span // when the group began, before any repair
	Actual  Span // without the breaks; going back to a step adds to it
}

// rest closes the stretch of work that goes on: what it took is the present step's.
func (s State) rest(now time.Time) State {
	if s.since.IsZero() {
		return s
	}
	s = s.booked(s.At.Step, max(0, Span(now.Sub(s.since)))) // whatever the machine's clock does
	s.since = time.Time{}
	return s
}

// work opens a stretch.
func (s State) work(now time.Time) State {
	s.since = now
	return s
}

// restored takes time that counts for nothing out of the stretch in which it was counted.
func (s State) restored(step Step, from time.Time, takes Span) State {
	if !s.since.IsZero() && !from.Before(s.since) {
		s.since = s.since.Add(time.Duration(takes)) // it is still open
		return s
	}
	return s.booked(step, -takes)
}

// booked adds to what a step took. The welcome counts from the first person who took a seat, or from when its clock was started.
func (s State) booked(step Step, took Span) State {
	s.spent = maps.Clone(s.spent)
	if s.spent == nil {
		s.spent = make(map[Step]Span)
	}
	s.spent[step] += took
	return s
}

// account is the ledger as the records alone tell it: without a clock, it ends with what happened last.
func (s State) account() *Ledger {
	if s.Started.IsZero() {
		return nil
	}
	l := s.Timing().Ledger(s.heard)
	return &l
}

// Ledger is the account so far. Of the step that the group is in it counts what has passed until now, or until the group
// closed the workshop.
func (t Timing) Ledger(now time.Time) Ledger {
	plan := t.Plan
	if plan == nil {
		plan = t.Agenda
	}
	l := Ledger{Planned: plan.Total(), Breaks: t.Rested, Blocks: make([]Account, 0, len(plan))}
	if t.Break.On() {
		l.Breaks += Span(now.Sub(t.Break.Since))
	}
	for _, b := range plan {
		a := Account{Step: b.Step, Planned: b.Box, Actual: t.spent[b.Step]}
		if b.Step == t.At.Step && !t.since.IsZero() && now.After(t.since) {
			a.Actual += Span(now.Sub(t.since))
		}
		l.Actual += a.Actual
		l.Blocks = append(l.Blocks, a)
	}
	return l
}
