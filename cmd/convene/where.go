package main

import (
	"time"

	"convene/workshop"
	"convene/workshop/tongue"
)

// where says in a few words how far a workshop is, in its own language.
func where(s workshop.State) string {
	l := tongue.In(s.Lang)
	switch {
	case s.Closed():
		return l.SayAs("workshop", "finished")
	case s.At.Step == workshop.StepWelcome:
		return l.SayAs("workshop", "not begun")
	default:
		return place(s, s.At)
	}
}

// place is a position as people read it.
func place(s workshop.State, p workshop.Position) string {
	switch p.Step {
	case workshop.StepWelcome, workshop.StepClosing:
		return stepName(s, p.Step)
	default:
		return stepName(s, p.Step) + ", " + phaseName(tongue.In(s.Lang), p.Phase)
	}
}

func phaseName(l tongue.Tongue, p workshop.Phase) string {
	switch p {
	case workshop.PhaseBrief:
		return l.SayAs("phase", "brief")
	case workshop.PhaseDiverge:
		return l.Say("writing alone")
	case workshop.PhaseShare:
		return l.Say("sharing")
	case workshop.PhaseConverge:
		return l.Say("converging")
	case workshop.PhaseAlign:
		return l.Say("aligning")
	default:
		return string(p)
	}
}

// life says in a few words how a community stands towards its next health check, in its own language.
func life(c workshop.Community, now time.Time) string {
	l := tongue.In(c.Lang)
	switch finished := l.SayAs("workshop", "finished"); c.Outlook(now) {
	case workshop.CheckAhead:
		return l.Say("%s, check on %s", finished, string(c.NextCheck))
	case workshop.CheckOverdue:
		return l.Say("%s, check overdue since %s", finished, string(c.NextCheck))
	case workshop.CheckOpen:
		return l.Say("%s, check open: %d answered", finished, c.Answered())
	case workshop.CheckCounted:
		return l.Say("%s, cards to turn over", finished)
	default:
		return finished
	}
}

// toDo is how many actions are open, to be put behind how many people there are.
func toDo(c workshop.Community) string {
	if c.ToDo() == 0 {
		return ""
	}
	return tongue.In(c.Lang).Count(c.ToDo(), ", %d open action", ", %d open actions")
}

// follows says on whose canvas a workshop goes on.
func follows(l tongue.Tongue, after workshop.ID) string { return l.Say(", goes on from %s", after) }
