package tui

import (
	"cmp"

	"convene/workshop"
)

// stepWords is what the screens say about a step.
type stepWords struct {
	number  string // as the format counts: the last step comes in two
	title   string
	short   string // on the journey
	purpose string
	rule    string
}

func wordsOf(s workshop.Step) stepWords {
	switch s {
	case workshop.StepWelcome:
		return stepWords{"", "Welcome", "", "We come together, and see what the two hours hold.", ""}
	case workshop.StepVision:
		return stepWords{
			"1", "Vision / Importance", "Vision",
			"What this community is for, and why now: everything after this builds on it.",
			"One idea per note. Nobody sees yours until all are revealed. This step ends when everyone agrees.",
		}
	case workshop.StepMeasures:
		return stepWords{
			"2", "How / Measures", "Measures",
			"How we get there, and how we will notice that we are on our way.",
			"One idea per note. A measure is something that you could look at in three months.",
		}
	case workshop.StepImpact:
		return stepWords{
			"3", "Impact", "Impact",
			"Who and what will be affected when this community does its work.",
			"One idea per note. Think of people first, then of things.",
		}
	case workshop.StepResources:
		return stepWords{
			"4", "Resources", "Resources",
			"What we need, and how we will talk with one another and with everyone else.",
			"One idea per note. A leader's dedicated time and a sponsor are resources too.",
		}
	case workshop.StepForces:
		return stepWords{
			"5", "Force field", "Forces",
			"What supports the vision, and what can slow it down.",
			"One force per note. Then we weigh them: weakening what slows us down moves us furthest.",
		}
	case workshop.StepName:
		return stepWords{
			"6", "Name", "Name",
			"What this community will be called.",
			"One name per note. Then two votes each; a tie goes to a runoff, and if need be to a lot.",
		}
	case workshop.StepLeader:
		return stepWords{
			"6", "Leader", "Leader",
			"One leader, and only one, with dedicated time for it.",
			"Name a person and say why. Those named accept or decline; then a secret ballot decides.",
		}
	case workshop.StepReserve:
		return stepWords{"", "Reserve", "", "Time that is given to no step, for when it gets late.", ""}
	default:
		return stepWords{"", "The canvas", "", "", ""}
	}
}

// doingWords says what the group is doing now: voting, while a vote is open.
func doingWords(v workshop.View) string {
	switch {
	case v.Vote.ID != 0 && v.Vote.Purpose == workshop.Strengths:
		return "weighing"
	case v.Vote.ID != 0:
		return "voting"
	default:
		return cmp.Or(consentPhase(v, v.At), phaseWords(v.At))
	}
}

// phaseWords says what the phase is for.
func phaseWords(p workshop.Position) string {
	switch p {
	case workshop.Position{Step: workshop.StepName, Phase: workshop.PhaseDiverge}:
		return "proposing alone"
	case workshop.Position{Step: workshop.StepName, Phase: workshop.PhaseConverge}:
		return "voting"
	case workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseDiverge}:
		return "nominating alone"
	case workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseShare}:
		return "accepting"
	case workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseConverge}:
		return "electing"
	}
	switch p.Phase {
	case workshop.PhaseGather:
		return "gathering"
	case workshop.PhaseBrief:
		return "what it is for"
	case workshop.PhaseDiverge:
		return "writing alone"
	case workshop.PhaseShare:
		return "reading together"
	case workshop.PhaseConverge:
		return "clustering"
	case workshop.PhaseAlign:
		return "do we agree"
	default:
		return "what we made together"
	}
}

// promptWords is what the screens say about a prompt.
type promptWords struct{ label, question string }

func wordsFor(p workshop.Prompt) promptWords {
	switch p {
	case workshop.PromptVision:
		return promptWords{"VISION", "What do we want to reach together?"}
	case workshop.PromptImportance:
		return promptWords{"IMPORTANCE", "Why does it matter now?"}
	case workshop.PromptHow:
		return promptWords{"HOW", "Which key activities will get us there?"}
	case workshop.PromptMeasures:
		return promptWords{"MEASURES", "How will we know that we are on our way?"}
	case workshop.PromptWho:
		return promptWords{"WHO", "Who will be affected?"}
	case workshop.PromptWhat:
		return promptWords{"WHAT", "What will be affected?"}
	case workshop.PromptResources:
		return promptWords{"RESOURCES", "What do we need?"}
	case workshop.PromptCommunication:
		return promptWords{"COMMUNICATION", "Which channels can help?"}
	case workshop.PromptSupport:
		return promptWords{"SUPPORTS", "What supports the vision?"}
	case workshop.PromptSlowDown:
		return promptWords{"SLOWS DOWN", "What can slow it down?"}
	default:
		return promptWords{"NAME", "What shall we be called?"}
	}
}

// levelWords is the legend of the fist to five.
func levelWords(level int) string {
	return [...]string{
		"no, I stand in the way",
		"I have serious concerns",
		"I would need a change first",
		"I can live with it and support it",
		"I like it",
		"I love it and will help to lead it",
	}[level]
}

// levelShort is the legend where there is little room.
func levelShort(level int) string {
	return [...]string{"no", "concerns", "change it first", "support it", "like it", "love it"}[level]
}

// howWords says how a decision was reached.
func howWords(h workshop.How) string {
	switch h {
	case workshop.ByRunoff:
		return "by a runoff"
	case workshop.ByLot:
		return "by lot, after a tie"
	case workshop.ByConsent:
		return "by consent"
	default:
		return "by vote"
	}
}
