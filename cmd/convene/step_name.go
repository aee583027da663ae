package main

import (
	"strings"

	"convene/workshop"
	"convene/workshop/format"
)

// isEnglish says whether a workshop is in English, as all were before there was a choice.
func isEnglish(s workshop.State) bool { return s.Lang == workshop.English || s.Lang == "" }

// stepName is what a step is called in the log: in words of the workshop's own where it has some, or isn't in English.
func stepName(s workshop.State, step workshop.Step) string {
	if own := s.Wording.Steps[step].Title; own != "" || !isEnglish(s) {
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
