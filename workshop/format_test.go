package workshop_test

import (
	"slices"
	"testing"

	. "convene/workshop"
)

// The table of the format: each step with its prompts, and what they fill on the canvas.
func TestTheTableOfTheFormat(t *testing.T) {
	for _, row := range []struct {
		step     Step
		prompts  []Prompt
		sections []Section
	}{
		{StepWelcome, nil, nil},
		{StepVision, []Prompt{PromptVision, PromptImportance}, []Section{SectionVision, SectionImportance}},
		{StepMeasures, []Prompt{PromptHow, PromptMeasures}, []Section{SectionHow, SectionMeasures}},
		{StepImpact, []Prompt{PromptWho, PromptWhat}, []Section{SectionWhoWhat, SectionWhoWhat}},
		{StepResources, []Prompt{PromptResources, PromptCommunication}, []Section{SectionResources, SectionCommunication}},
		{StepForces, []Prompt{PromptSupport, PromptSlowDown}, []Section{"", ""}},
		{StepName, []Prompt{PromptName}, []Section{""}},
		{StepLeader, nil, nil},
		{StepClosing, nil, nil},
	} {
		if got := row.step.Prompts(); !slices.Equal(got, row.prompts) {
			t.Errorf("%s asks %v, want %v", row.step, got, row.prompts)
		}
		for i, p := range row.prompts {
			if p.Step() != row.step || p.Section() != row.sections[i] {
				t.Errorf("%s belongs to %s and fills %q", p, p.Step(), p.Section())
			}
			if section := row.sections[i]; section != "" && section.Step() != row.step {
				t.Errorf("%s is filled in %s, want %s", section, section.Step(), row.step)
			}
		}
	}
}

func TestWhatDoesNotExistBelongsNowhere(t *testing.T) {
	for _, p := range []Prompt{"", "nonsense", "who-what"} {
		if got := p.Step(); got != "" {
			t.Errorf("%q is asked in %s", p, got)
		}
	}
	for _, s := range []Section{"", "nonsense", "who", "what", "name", "support", "slow-down"} {
		if got := s.Step(); got != "" {
			t.Errorf("%q is filled in %s", s, got)
		}
	}
}

func TestSixStepsHaveFivePhasesAndTheVotesFour(t *testing.T) {
	five := []Phase{PhaseBrief, PhaseDiverge, PhaseShare, PhaseConverge, PhaseAlign}
	for _, s := range []Step{StepVision, StepMeasures, StepImpact, StepResources, StepForces} {
		if !slices.Equal(s.Phases(), five) || !s.Clusters() {
			t.Errorf("%s has %v, clusters %v", s, s.Phases(), s.Clusters())
		}
	}
	for _, s := range []Step{StepName, StepLeader} {
		if !slices.Equal(s.Phases(), five[:4]) || s.Clusters() {
			t.Errorf("%s has %v, clusters %v", s, s.Phases(), s.Clusters())
		}
	}
}

func TestTheSectionsOfTheCanvasInOrder(t *testing.T) {
	want := []Section{"vision", "importance", "how", "measures", "who-what", "resources", "communication"}
	if got := Sections(); !slices.Equal(got, want) {
		t.Errorf("the canvas has %v, want %v", got, want)
	}
}
