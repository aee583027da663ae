package main

import "convene/workshop"

// where says in a few words how far a workshop is.
func where(s workshop.State) string {
	switch {
	case s.Closed():
		return "finished"
	case s.At.Step == workshop.StepWelcome:
		return "not begun"
	default:
		return place(s.At)
	}
}

// place is a position as people read it.
func place(p workshop.Position) string {
	switch p.Step {
	case workshop.StepWelcome, workshop.StepClosing:
		return stepName(p.Step)
	default:
		return stepName(p.Step) + ", " + phaseName(p.Phase)
	}
}

func stepName(s workshop.Step) string {
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
