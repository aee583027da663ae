package tui

import (
	"cmp"

	"convene/workshop"
	"convene/workshop/format"
	"convene/workshop/tongue"
)

// words are what the steps and the questions of a workshop are called.
func words(v workshop.View) format.Words { return format.In(v.Lang, v.Wording) }

// stepWords is what the screens say about a step.
type stepWords struct {
	number  string // as the format counts: the last step comes in two
	title   string
	short   string // on the journey; empty for what is no step of the way
	purpose string
	rule    string
}

// placeWords are those of the step where the group is or, once it has finished, of what the community does.
func placeWords(v workshop.View) stepWords {
	if openCheck(v) != nil {
		return stepWords{title: in(v).Say("Health check")}
	}
	if lively(v) {
		return stepWords{title: in(v).Say("The community")}
	}
	return wordsOf(v, v.At.Step)
}

func wordsOf(v workshop.View, s workshop.Step) stepWords {
	said := words(v).Step(s)
	return stepWords{stepNumber(s), said.Title, said.Short, said.Purpose, words(v).Rule(s, v.Votes)}
}

// stepNumber is how the format counts its steps: the last one comes in two. What frames them has no number.
func stepNumber(s workshop.Step) string {
	switch s {
	case workshop.StepVision:
		return "1"
	case workshop.StepMeasures:
		return "2"
	case workshop.StepImpact:
		return "3"
	case workshop.StepResources:
		return "4"
	case workshop.StepForces:
		return "5"
	case workshop.StepName, workshop.StepLeader:
		return "6"
	default:
		return ""
	}
}

// doingWords says what the group is doing now: voting, while a vote is open.
func doingWords(v workshop.View) string {
	check := openCheck(v)
	switch {
	case check != nil && check.Open():
		return in(v).Say("how are we doing?")
	case check != nil:
		return in(v).Say("what we have answered")
	case lively(v):
		return in(v).Say("since %s", in(v).Due(v.Today(v.Ended)))
	case v.Vote.ID != 0 && v.Vote.Purpose == workshop.Strengths:
		return in(v).Say("weighing")
	case v.Vote.ID != 0:
		return in(v).Say("voting")
	default:
		return in(v).Marked(cmp.Or(consentPhase(v, v.At), phaseWords(v.At)))
	}
}

// phaseWords says what the phase is for, in English until it is drawn.
func phaseWords(p workshop.Position) string {
	switch p {
	case workshop.Position{Step: workshop.StepName, Phase: workshop.PhaseDiverge}:
		return tongue.Mark("proposing alone")
	case workshop.Position{Step: workshop.StepName, Phase: workshop.PhaseConverge}:
		return tongue.Mark("voting")
	case workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseDiverge}:
		return tongue.Mark("nominating alone")
	case workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseShare}:
		return tongue.Mark("accepting")
	case workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseConverge}:
		return tongue.Mark("electing")
	}
	switch p.Phase {
	case workshop.PhaseGather:
		return tongue.Mark("gathering")
	case workshop.PhaseBrief:
		return tongue.Mark("what it is for")
	case workshop.PhaseDiverge:
		return tongue.Mark("writing alone")
	case workshop.PhaseShare:
		return tongue.Mark("reading together")
	case workshop.PhaseConverge:
		return tongue.Mark("clustering")
	case workshop.PhaseAlign:
		return tongue.Mark("do we agree")
	default:
		return tongue.Mark("what we made together")
	}
}

// promptWords is what the screens say about a prompt.
type promptWords struct{ label, question string }

func wordsFor(v workshop.View, p workshop.Prompt) promptWords {
	said := words(v).Prompt(p)
	return promptWords{said.Label, said.Question}
}

// levelWords is the legend of the fist to five, in English until it is drawn.
func levelWords(level int) string {
	return [...]string{
		tongue.Mark("no, I stand in the way"),
		tongue.Mark("I have serious concerns"),
		tongue.Mark("I would need a change first"),
		tongue.Mark("I can live with it and support it"),
		tongue.Mark("I like it"),
		tongue.Mark("I love it and will help to lead it"),
	}[level]
}

// levelShort is the legend where there is little room.
func levelShort(level int) string {
	return [...]string{
		tongue.Mark("no"), tongue.Mark("concerns"), tongue.Mark("change it first"), tongue.Mark("support it"), tongue.Mark("like it"),
		tongue.Mark("love it"),
	}[level]
}

// howWords says how a decision was reached, in English until it is drawn.
func howWords(h workshop.How) string {
	switch h {
	case workshop.ByRunoff:
		return tongue.Mark("by a runoff")
	case workshop.ByLot:
		return tongue.Mark("by lot, after a tie")
	case workshop.ByConsent:
		return tongue.Mark("by consent")
	default:
		return tongue.Mark("by vote")
	}
}
