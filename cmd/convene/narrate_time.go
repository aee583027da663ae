package main

import (
	"fmt"
	"strings"
	"time"

	"convene/workshop"
)

// time tells what happened to the clock, to the plan, and about breaks.
func (n narrator) time() string {
	switch v := n.record.Event.(type) {
	case workshop.ClockStarted:
		return n.actor() + " started the clock"
	case workshop.ClockPaused:
		if v.Left < 0 {
			return fmt.Sprintf("%s stopped the clock, %s after the time was over", n.actor(), round(-v.Left))
		}
		return fmt.Sprintf("%s stopped the clock, with %s left", n.actor(), round(v.Left))
	case workshop.ClockAdjusted:
		if v.By < 0 {
			return fmt.Sprintf("%s took %s", n.actor(), round(-v.By))
		}
		return fmt.Sprintf("%s gave %s more", n.actor(), round(v.By))
	case workshop.AgendaPlanned:
		return fmt.Sprintf("%s planned %s%s", n.actor(), length(v.Agenda), n.changes(n.before.Agenda, v.Agenda))
	case workshop.AgendaRepaired:
		return n.repaired(v)
	case workshop.RepairUndone:
		return n.undone(v)
	case workshop.BreakStarted:
		if v.Until.IsZero() {
			return n.actor() + " called a break, with an open end"
		}
		return fmt.Sprintf("%s called a break until %s", n.actor(), v.Until.Round(time.Minute).In(n.after.Zone()).Format("15:04"))
	case workshop.BreakEnded:
		return fmt.Sprintf("%s ended the break after %s", n.actor(), round(workshop.Span(n.record.At.Sub(n.before.Break.Since))))
	case workshop.BreakCounted:
		return n.actor() + " said that it was a break " + n.fromTo(v.From, v.Until)
	case workshop.WorkCounted:
		return n.actor() + " said that the group was at work " + n.fromTo(v.From, v.Until)
	default:
		return n.record.Event.Kind()
	}
}

func (n narrator) repaired(v workshop.AgendaRepaired) string {
	switch v.Repair {
	case workshop.SpendReserve:
		spent := n.before.Agenda.Reserve() - v.Agenda.Reserve()
		return fmt.Sprintf("%s spent %s of the reserve, to be on time again", n.actor(), round(spent))
	case workshop.SkipForces:
		return n.actor() + " left out the force field, to be on time again"
	case workshop.EndLater:
		spent := ""
		if n.before.Agenda.Reserve() > 0 {
			spent = ", and spent the reserve"
		}
		return fmt.Sprintf("%s moved the end of the workshop by %s, to later%s", n.actor(), round(v.Later), spent)
	default:
		return n.actor() + " shortened what is to come, to be on time again"
	}
}

func (n narrator) undone(v workshop.RepairUndone) string {
	switch v.Repair {
	case workshop.SpendReserve:
		return fmt.Sprintf("%s put %s back into the reserve", n.actor(), round(v.Agenda.Reserve()-n.before.Agenda.Reserve()))
	case workshop.SkipForces:
		return n.actor() + " took the force field in again"
	case workshop.EndLater:
		return fmt.Sprintf("%s moved the end of the workshop back by %s", n.actor(), round(v.Sooner))
	default:
		return n.actor() + " gave what is to come its time back"
	}
}

// length is how long an agenda takes, "120 minutes", "130 minutes, 10 of them in reserve".
func length(a workshop.Agenda) string {
	out := fmt.Sprintf("%d minutes", a.Total().Minutes())
	if kept := a.Reserve(); kept > 0 {
		out += fmt.Sprintf(", %d of them in reserve", kept.Minutes())
	}
	return out
}

// changes are the blocks that have another time than before, or none any more: ": 1 vision 30m, without 5 force field".
// The reserve is told with the length.
func (n narrator) changes(before, after workshop.Agenda) string {
	had := make(map[workshop.Step]workshop.Span)
	for _, b := range before {
		had[b.Step] = b.Box
	}
	var all []string
	for _, b := range after {
		if b.Step != workshop.StepReserve && b.Box != had[b.Step] {
			all = append(all, fmt.Sprintf("%s %s", stepName(n.after, b.Step), round(b.Box)))
		}
	}
	for _, b := range before {
		if b.Step != workshop.StepReserve && !after.Has(b.Step) {
			all = append(all, "without "+stepName(n.after, b.Step))
		}
	}
	if len(all) == 0 {
		return ""
	}
	return ": " + strings.Join(all, ", ")
}

// round tells a span in minutes and seconds, "2m30s", "5m".
func round(s workshop.Span) string {
	out := time.Duration(s).Round(time.Second).String()
	if strings.HasSuffix(out, "m0s") {
		out = strings.TrimSuffix(out, "0s")
	}
	return out
}

// fromTo is a time that nothing happened in.
func (n narrator) fromTo(from, until time.Time) string {
	const minute = "2006-01-02 15:04"
	zone := n.after.Zone()
	return fmt.Sprintf("from %s to %s (%s)", from.In(zone).Format(minute), until.In(zone).Format(minute),
		round(workshop.Span(until.Sub(from))))
}
