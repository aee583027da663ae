package workshop

import "time"

// Timing is what it takes to say whether the group will finish on time, and where the time has gone.
type Timing struct {
	Agenda   Agenda
	At       Position
	Clock    Clock
	Started  time.Time // when the group left the gathering; zero before
	Total    Span      // as promised when the group began, the gathering left out; and what it was given since
	Plan     Agenda    // as it was when the group began, before any repair; nil before
	Break    Break
	Rested   Span      // all breaks that are over
	Repaired Repair    // the latest repair, which can be taken back; empty when there is none
	RepairAt Seq       // its record
	Revealed time.Time // when notes were shown last

	lulls []Lull
	heard time.Time // when something happened last; zero when the group is not at work
	ended time.Time
	since time.Time
	spent map[Step]Span
}

// Timing is the state's part of the question whether the group will finish on time.
func (s State) Timing() Timing {
	t := Timing{
		Agenda: s.Agenda, At: s.At, Clock: s.Clock, Started: s.Started, Total: s.Total, Plan: s.Plan,
		Break: s.Break, Rested: s.Rested, Revealed: s.revealed, lulls: s.lulls, since: s.since, spent: s.spent, ended: s.Ended,
	}
	if last, some := s.latestRepair(); some {
		t.Repaired, t.RepairAt = last.repair, last.seq
	}
	if !s.Started.IsZero() && !s.Break.On() && !s.Closed() {
		t.heard = s.heard
	}
	return t
}

// End is when the workshop will end, if the present phase ends when its clock says (or now, when its time is over) and
// everything after it takes what is planned; or when it has ended. A break that has a time lasts until then. The reserve is
// not counted on. It is zero until the group has left the gathering.
func (t Timing) End(now time.Time) time.Time {
	switch {
	case t.Started.IsZero():
		return time.Time{}
	case !t.ended.IsZero():
		return t.ended
	}
	now = t.goesOn(now)
	left := max(0, t.Clock.Remaining(now)) + t.Agenda.After(t.At)
	return now.Add(time.Duration(left))
}

// goesOn is when the group is at work again: now, or when its break is to be over.
func (t Timing) goesOn(now time.Time) time.Time {
	if t.Break.On() && t.Break.Until.After(now) {
		return t.Break.Until
	}
	return now
}

// Promised is when the workshop is to end: what was promised when it began, and as much later as the group has had breaks.
// It is zero until the group has left the gathering.
func (t Timing) Promised(now time.Time) time.Time {
	if t.Started.IsZero() {
		return time.Time{}
	}
	end := t.Started.Add(time.Duration(t.Total + t.Rested))
	if t.Break.On() {
		end = end.Add(t.goesOn(now).Sub(t.Break.Since))
	}
	return end
}

// Behind is how much later than planned the group is; negative when it is ahead. As long as the reserve has not been spent
// it hides nothing: the group is behind before it is too late. Once it has ended, it is how it ended.
func (t Timing) Behind(now time.Time) Span {
	if t.Started.IsZero() {
		return 0
	}
	return Span(t.End(now).Sub(t.Promised(now))) + t.Agenda.Reserve()
}
