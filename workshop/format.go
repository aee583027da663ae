package workshop

import "slices"

// Step is one part of the workshop; its text is its stable name on disk.
type Step string

// The parts of a workshop, in their order. Six of them are the format's steps; welcome and closing frame them, and
// the last step comes as two (the name, then the leader).
const (
	StepWelcome   Step = "welcome"
	StepVision    Step = "vision"
	StepMeasures  Step = "measures"
	StepImpact    Step = "impact"
	StepResources Step = "resources"
	StepForces    Step = "forces"
	StepName      Step = "name"
	StepLeader    Step = "leader"
	StepClosing   Step = "closing"

	// StepReserve is no step: it is the time that the plan gives to none. It stands last on the agenda, has no phases, and
	// is spent when the group is late.
	StepReserve Step = "reserve"
)

// Phase is a beat of the rhythm that every step has; its text is its stable name on disk.
type Phase string

// The phases. Gather belongs to the welcome and Canvas to the closing; the others come in every step, in this order.
// Choosing the name and electing the leader have no Align: the ballot is how far everyone stands behind the outcome.
const (
	PhaseGather   Phase = "gather"
	PhaseBrief    Phase = "brief"
	PhaseDiverge  Phase = "diverge"
	PhaseShare    Phase = "share"
	PhaseConverge Phase = "converge"
	PhaseAlign    Phase = "align"
	PhaseCanvas   Phase = "canvas"
)

// Phases lists the phases of a step in their order.
func (s Step) Phases() []Phase {
	switch s {
	case StepWelcome:
		return []Phase{PhaseGather}
	case StepClosing:
		return []Phase{PhaseCanvas}
	case StepReserve:
		return nil
	case StepName, StepLeader:
		return []Phase{PhaseBrief, PhaseDiverge, PhaseShare, PhaseConverge}
	default:
		return []Phase{PhaseBrief, PhaseDiverge, PhaseShare, PhaseConverge, PhaseAlign}
	}
}

// Prompt is a question that each person answers alone; its text is its stable name on disk and on the command line.
type Prompt string

// The prompts of the format.
const (
	PromptVision        Prompt = "vision"
	PromptImportance    Prompt = "importance"
	PromptHow           Prompt = "how"
	PromptMeasures      Prompt = "measures"
	PromptWho           Prompt = "who"
	PromptWhat          Prompt = "what"
	PromptResources     Prompt = "resources"
	PromptCommunication Prompt = "communication"
	PromptSupport       Prompt = "support"
	PromptSlowDown      Prompt = "slow-down"
	PromptName          Prompt = "name"
)

// Prompts lists the questions of a step in their order; none where nothing is written.
func (s Step) Prompts() []Prompt {
	switch s {
	case StepVision:
		return []Prompt{PromptVision, PromptImportance}
	case StepMeasures:
		return []Prompt{PromptHow, PromptMeasures}
	case StepImpact:
		return []Prompt{PromptWho, PromptWhat}
	case StepResources:
		return []Prompt{PromptResources, PromptCommunication}
	case StepForces:
		return []Prompt{PromptSupport, PromptSlowDown}
	case StepName:
		return []Prompt{PromptName}
	default:
		return nil
	}
}

// Clusters says whether the group forms clusters in this step. Proposals of a name are put together by themselves
// when they are the same.
func (s Step) Clusters() bool { return s != StepName && len(s.Prompts()) > 0 }

// Step is where the prompt is asked; empty for a prompt that does not exist.
func (p Prompt) Step() Step {
	for _, s := range []Step{StepVision, StepMeasures, StepImpact, StepResources, StepForces, StepName} {
		for _, q := range s.Prompts() {
			if q == p {
				return s
			}
		}
	}
	return ""
}

// Section is a box of the canvas; its text is its stable name on disk.
type Section string

// The seven sections of the canvas.
const (
	SectionVision        Section = "vision"
	SectionImportance    Section = "importance"
	SectionHow           Section = "how"
	SectionMeasures      Section = "measures"
	SectionWhoWhat       Section = "who-what"
	SectionResources     Section = "resources"
	SectionCommunication Section = "communication"
)

// Sections lists the canvas's sections in the order in which they are read and exported.
func Sections() []Section {
	return []Section{
		SectionVision, SectionImportance, SectionHow, SectionMeasures,
		SectionWhoWhat, SectionResources, SectionCommunication,
	}
}

// Section is where the answers to the prompt stand on the canvas; empty for forces and names, which have places of
// their own.
func (p Prompt) Section() Section {
	switch p {
	case PromptWho, PromptWhat:
		return SectionWhoWhat
	case PromptSupport, PromptSlowDown, PromptName:
		return ""
	default:
		return Section(p)
	}
}

// Step is where the section is filled; empty for a section that does not exist.
func (s Section) Step() Step {
	switch {
	case s == SectionWhoWhat:
		return StepImpact
	case slices.Contains(Sections(), s):
		return Prompt(s).Step()
	default:
		return ""
	}
}
