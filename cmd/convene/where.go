package main

import (
	"strings"

	"convene/workshop"
	"convene/workshop/format"
)

// where says in a few words how far a workshop is.
func where(s workshop.State) string {
	switch {
	case s.Closed():
		return "finished"
	case s.At.Step == workshop.StepWelcome:
		return "not begun"
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
		return stepName(s, p.Step) + ", " + phaseName(p.Phase)
	}
}

// stepName is what a step is called in the log: in words of the workshop's own where it has some, or isn't in English.
func stepName(s workshop.State, step workshop.Step) string {
	if own := s.Wording.Steps[step].Title; own != "" || s.Lang != workshop.English {
		number, _, _ := strings.Cut(plainName(step), " ")
		if len(number) > 1 {
			number = ""
		}
		return strings.TrimSpace(number + " " + format.In(s.Lang, s.Wording).Step(step).Title)
	}
	return plainName(step)
}

// plainName is what a step is called in the built-in English format.
func plainName(s workshop.Step) string {
	switch s {
	case workshop.StepWelcome:
		return "welcome"
	case workshop.StepVision:
		return "1 vision"
	case workshop.StepMeasures:
		return "2 how and measures"
	case workshop.StepImpact:
		return "3 impact"
	case workshop.StepResources:
		return "4 resources"
	case workshop.StepForces:
		return "5 force field"
	case workshop.StepName:
		return "6 name"
	case workshop.StepLeader:
		return "6 leader"
	case workshop.StepClosing:
		return "the canvas"
	default:
		return string(s)
	}
}

func phaseName(p workshop.Phase) string {
	switch p {
	case workshop.PhaseDiverge:
		return "writing alone"
	case workshop.PhaseShare:
		return "sharing"
	case workshop.PhaseConverge:
		return "converging"
	case workshop.PhaseAlign:
		return "aligning"
	default:
		return string(p)
	}
}
