package workshop

import (
	"fmt"
	"strings"
)

// Agreement is how far the group stood behind the outcome of one step when it was settled.
type Agreement struct {
	Step Step
	Settlement
}

// Agreements are the settled steps in the order of the format.
func (c Canvas) Agreements() []Agreement {
	var out []Agreement
	for _, b := range blueprint {
		if t, ok := c.Settlements[b.step]; ok {
			out = append(out, Agreement{b.step, t})
		}
	}
	return out
}

// Heading is what the step is called in every export.
func (s Step) Heading() string {
	switch s {
	case StepVision:
		return "Vision"
	case StepMeasures:
		return "How and measures"
	case StepImpact:
		return "Impact"
	case StepResources:
		return "Resources"
	case StepForces:
		return "Force field"
	default:
		return string(s)
	}
}

// Summary is a line for people: how many showed what, the most willing first, whether they decided to go on although
// not everyone was behind it, and whether the step was reopened since. It names nobody and holds nothing that was typed.
func (t Settlement) Summary() string {
	var hands []string
	for level := MaxLevel; level >= 0; level-- {
		if n := t.Hands[level]; n > 0 {
			hands = append(hands, fmt.Sprintf("%d showed %d", n, level))
		}
	}
	if t.Missing > 0 {
		hands = append(hands, fmt.Sprintf("%d showed no hand", t.Missing))
	}
	said := strings.Join(hands, ", ")
	if said == "" {
		said = "nobody showed a hand"
	}
	if t.Despite {
		said += "; the group went on all the same"
	}
	if t.Reopened {
		said += "; reopened since"
	}
	return said
}
