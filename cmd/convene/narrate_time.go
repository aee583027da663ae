package main

import (
	"strings"
	"time"

	"convene/workshop"
	"convene/workshop/tongue"
)

// time tells what happened to the clock, to the plan, and about breaks.
func (n narrator) time() string {
	switch v := n.record.Event.(type) {
	case workshop.ClockStarted:
		return n.Say("%s started the clock", n.actor())
	case workshop.ClockPaused:
		if v.Left < 0 {
			return n.Say("%s stopped the clock, %s after the time was over", n.actor(), round(n.Tongue, -v.Left))
		}
		return n.Say("%s stopped the clock, with %s left", n.actor(), round(n.Tongue, v.Left))
	case workshop.ClockAdjusted:
		if v.By < 0 {
			return n.Say("%s took %s", n.actor(), round(n.Tongue, -v.By))
		}
		return n.Say("%s gave %s more", n.actor(), round(n.Tongue, v.By))
	case workshop.AgendaPlanned:
		return n.replanned(v)
	case workshop.AgendaRepaired:
		return n.repaired(v)
	case workshop.RepairUndone:
		return n.undone(v)
	case workshop.BreakStarted:
		if v.Until.IsZero() {
			return n.Say("%s called a break, with an open end", n.actor())
		}
		return n.Say("%s called a break until %s", n.actor(), v.Until.Round(time.Minute).In(n.after.Zone()).Format("15:04"))
	case workshop.BreakEnded:
		long := workshop.Span(n.record.At.Sub(n.before.Break.Since))
		return n.Say("%s ended the break after %s", n.actor(), round(n.Tongue, long))
	case workshop.BreakCounted:
		from, until, long := n.lull(v.From, v.Until)
		return n.Say("%s said that it was a break from %s to %s (%s)", n.actor(), from, until, long)
	case workshop.WorkCounted:
		from, until, long := n.lull(v.From, v.Until)
		return n.Say("%s said that the group was at work from %s to %s (%s)", n.actor(), from, until, long)
	default:
		return n.record.Event.Kind()
	}
}

func (n narrator) repaired(v workshop.AgendaRepaired) string {
	switch v.Repair {
	case workshop.SpendReserve:
		spent := n.before.Agenda.Reserve() - v.Agenda.Reserve()
		return n.Say("%s spent %s of the reserve, to be on time again", n.actor(), round(n.Tongue, spent))
	case workshop.SkipForces:
		return n.Say("%s left out the force field, to be on time again", n.actor())
	case workshop.EndLater:
		out := n.Say("%s moved the end of the workshop by %s, to later", n.actor(), round(n.Tongue, v.Later))
		if n.before.Agenda.Reserve() > 0 {
			out = n.Say("%s, and spent the reserve", out)
		}
		return out
	default:
		return n.Say("%s shortened what is to come, to be on time again", n.actor())
	}
}

func (n narrator) undone(v workshop.RepairUndone) string {
	switch v.Repair {
	case workshop.SpendReserve:
		back := v.Agenda.Reserve() - n.before.Agenda.Reserve()
		return n.Say("%s put %s back into the reserve", n.actor(), round(n.Tongue, back))
	case workshop.SkipForces:
		return n.Say("%s took the force field in again", n.actor())
	case workshop.EndLater:
		return n.Say("%s moved the end of the workshop back by %s", n.actor(), round(n.Tongue, v.Sooner))
	default:
		return n.Say("%s gave what is to come its time back", n.actor())
	}
}

// length is how long an agenda takes, "120 minutes", "130 minutes, 10 of them in reserve".
func (n narrator) length(a workshop.Agenda) string {
	all := n.Count(a.Total().Minutes(), "%d minute", "%d minutes")
	if kept := a.Reserve(); kept > 0 {
		return n.Say("%s, %d of them in reserve", all, kept.Minutes())
	}
	return all
}

// replanned tells the new length of the workshop, and the blocks that have another time than before, or none any more: "Fay
// planned 120 minutes: 1 vision 30m, without 5 force field". The reserve is told with the length.
func (n narrator) replanned(v workshop.AgendaPlanned) string {
	planned := n.Say("%s planned %s", n.actor(), n.length(v.Agenda))
	had := make(map[workshop.Step]workshop.Span)
	for _, b := range n.before.Agenda {
		had[b.Step] = b.Box
	}
	var all []string
	for _, b := range v.Agenda {
		if b.Step != workshop.StepReserve && b.Box != had[b.Step] {
			all = append(all, stepName(n.after, b.Step)+" "+round(n.Tongue, b.Box))
		}
	}
	for _, b := range n.before.Agenda {
		if b.Step != workshop.StepReserve && !v.Agenda.Has(b.Step) {
			all = append(all, n.Say("without %s", stepName(n.after, b.Step)))
		}
	}
	if len(all) == 0 {
		return planned
	}
	return n.Say("%s: %s", planned, strings.Join(all, ", "))
}

// round tells a span in hours, minutes and seconds, "2m30s", "5m", "1h0m".
func round(l tongue.Tongue, s workshop.Span) string {
	all := int(time.Duration(s).Round(time.Second) / time.Second)
	minus := ""
	if all < 0 {
		minus, all = "-", -all
	}
	h, m, sec := all/3600, all/60%60, all%60
	switch {
	case all < 60:
		return minus + l.SayAs("span", "%ds", sec)
	case h == 0 && sec == 0:
		return minus + l.SayAs("span", "%dm", m)
	case h == 0:
		return minus + l.SayAs("span", "%dm%ds", m, sec)
	case sec == 0:
		return minus + l.SayAs("span", "%dh%dm", h, m)
	default:
		return minus + l.SayAs("span", "%dh%dm%ds", h, m, sec)
	}
}

// lull is a time that nothing happened in: its two moments, and how long it took.
func (n narrator) lull(from, until time.Time) (begin, end, long string) {
	zone := n.after.Zone()
	moment := func(t time.Time) string { return n.Date(t.In(zone)) + t.In(zone).Format(" 15:04") }
	return moment(from), moment(until), round(n.Tongue, workshop.Span(until.Sub(from)))
}
