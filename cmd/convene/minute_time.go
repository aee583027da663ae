package main

import (
	"time"

	"convene/workshop"
)

// stretch is a time that counts for nothing.
type stretch struct{ from, until time.Time }

// within is how much of it lies between two moments.
func (s stretch) within(from, until time.Time) time.Duration {
	if s.from.After(from) {
		from = s.from
	}
	if s.until.Before(until) {
		until = s.until
	}
	return max(0, until.Sub(from))
}

// phaseTimes says how long the group was at work in each phase, by the record with which it began. It counts as the ledger does:
// breaks count for nothing, also those that were counted as breaks only afterwards, and the first welcome counts from whoever
// came first, or from its clock.
func phaseTimes(records []workshop.Record) map[workshop.Seq]workshop.Span {
	if len(records) == 0 {
		return nil
	}
	took, rests := make(map[workshop.Seq]workshop.Span), breaks(records)
	var s workshop.State
	var begun workshop.Record // the phase that is on; none when its number is zero
	ends := func(at time.Time) {
		switch {
		case begun.Seq == 0:
			return
		case s.Started.IsZero():
			took[begun.Seq] = s.Timing().Ledger(at).Actual // of the welcome, which is all there has been
		default:
			long := max(0, at.Sub(begun.At))
			for _, r := range rests {
				long -= r.within(begun.At, at)
			}
			took[begun.Seq] = workshop.Span(long)
		}
		begun = workshop.Record{}
	}
	for _, r := range records {
		switch r.Event.(type) {
		case workshop.PhaseEntered:
			ends(r.At)
			begun = r
		case workshop.WorkshopClosed:
			ends(r.At)
		default:
		}
		s = workshop.Evolve(s, r)
	}
	ends(records[len(records)-1].At)
	return took
}

// breaks are those of a log. One that goes on lasts until the last record.
func breaks(records []workshop.Record) []stretch {
	var out []stretch
	var since time.Time
	for _, r := range records {
		switch v := r.Event.(type) {
		case workshop.BreakStarted:
			since = r.At
		case workshop.BreakEnded:
			out = append(out, stretch{since, r.At})
			since = time.Time{}
		case workshop.BreakCounted:
			out = append(out, stretch{v.From, v.Until})
		default:
		}
	}
	if !since.IsZero() {
		out = append(out, stretch{since, records[len(records)-1].At})
	}
	return out
}
