package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"convene/tui/tuitest"
	"convene/workshop"
	"convene/workshop/format"
	"convene/workshop/tongue"
	. "convene/workshop/workshoptest"
)

// longest is a text of words that is exactly as many cells long as may be, and ends in a word of its own.
func longest(cells int, end string) string {
	words := strings.Repeat("words upon words and ", cells/10+1)
	return strings.TrimRight(words[:cells-len(end)-1], " ") + strings.Repeat("s", cells-len(end)-1-len(strings.TrimRight(words[:cells-len(end)-1], " "))) + " " + end
}

// longFormat is the most that a format can say.
func longFormat() workshop.Wording {
	w := workshop.Wording{
		Steps: map[workshop.Step]workshop.StepWording{}, Prompts: map[workshop.Prompt]workshop.PromptWording{},
		Sections: map[workshop.Section]string{},
	}
	for i, s := range []workshop.Step{
		workshop.StepVision, workshop.StepMeasures, workshop.StepImpact, workshop.StepResources, workshop.StepForces,
		workshop.StepName, workshop.StepLeader, workshop.StepWelcome, workshop.StepClosing, workshop.StepReserve,
	} {
		if workshop.MaxSolo(s) == 0 {
			w.Steps[s] = workshop.StepWording{Title: longest(workshop.MaxStepTitle, fmt.Sprintf("title%d", i))}
			continue
		}
		w.Steps[s] = workshop.StepWording{
			Title: longest(workshop.MaxStepTitle, fmt.Sprintf("title%d", i)), Short: longest(workshop.MaxStepShort, fmt.Sprintf("on%d", i)),
			Heading: longest(workshop.MaxStepHeading, fmt.Sprintf("over%d", i)), Purpose: longest(workshop.MaxPurpose, fmt.Sprintf("purpose%d", i)),
			Rule: longest(workshop.MaxRule, fmt.Sprintf("rule%d", i)),
		}
		for k, p := range s.Prompts() {
			w.Prompts[p] = workshop.PromptWording{
				Label:    strings.ToUpper(longest(workshop.MaxLabel, fmt.Sprintf("lb%d%d", i, k))),
				Question: longest(workshop.MaxQuestion, fmt.Sprintf("ask%d%d", i, k)),
			}
		}
	}
	for i, s := range workshop.Sections() {
		w.Sections[s] = longest(workshop.MaxHeading, fmt.Sprintf("box%d", i))
	}
	return w
}

// inFormat is a stage of the sample in a format of one's own, opened with it.
func inFormat(at workshop.Position, w workshop.Wording) *Stage {
	s := SampleStage(at.Step, at.Phase)
	s.State.Wording = w
	return s
}

// disguisedFormat is the built-in English format in the pseudo language.
func disguisedFormat() workshop.Wording {
	l, usual := tongue.In(tongue.Pseudo), format.In(workshop.English, workshop.Wording{})
	w := longFormat()
	for s := range w.Steps {
		said := usual.Step(s)
		w.Steps[s] = workshop.StepWording{
			Title: l.Marked(said.Title), Short: l.Marked(said.Short), Heading: l.Marked(said.Heading),
			Purpose: l.Marked(said.Purpose), Rule: l.Marked(usual.Rule(s, workshop.NameVotes)),
		}
	}
	for p := range w.Prompts {
		w.Prompts[p] = workshop.PromptWording{Label: l.Marked(usual.Prompt(p).Label), Question: l.Marked(usual.Prompt(p).Question)}
	}
	for s := range w.Sections {
		w.Sections[s] = l.Marked(usual.Heading(s))
	}
	return w
}

// Whatever a format says within its limits has its place: nothing of it is cut, on the screens of those who facilitate and
// of those who take part, and on the wall, from 60 columns and 15 rows on.
func TestTheLongestFormatIsCutNowhere(t *testing.T) {
	w := longFormat()
	for _, at := range positions(t) {
		if at.Step == workshop.StepWelcome {
			continue
		}
		said := w.Steps[at.Step]
		for _, size := range [][2]int{{60, 15}, {80, 24}, {120, 35}} {
			for _, who := range []workshop.PersonID{Fay, "ada"} {
				t.Run(fmt.Sprintf("%s/%s/%s@%dx%d", at.Step, at.Phase, who, size[0], size[1]), func(t *testing.T) {
					a := appOf(t, inFormat(at, w), who, size[0], size[1])
					lines := strings.Split(ansi.Strip(a.draw()), "\n")
					tuitest.Fits(t, lines, size[0], size[1])
					if size[1] < 24 && at.Phase == workshop.PhaseBrief { // the smallest screens are scrolled
						typeKeys(a, "pgdown")
						lines = append(lines, strings.Split(ansi.Strip(a.draw()), "\n")...)
					}
					text := strings.Join(strings.Fields(strings.Join(lines, " ")), " ")
					whole := func(words string) {
						if end := words[strings.LastIndex(words, " ")+1:]; !strings.Contains(text, end) {
							t.Errorf("%q is cut:\n%s", words, strings.Join(lines, "\n"))
						}
					}
					whole(said.Title)
					if head := strings.Join(lines[:3], "\n"); who != Fay && at.Step != workshop.StepClosing && strings.Contains(head, "…") {
						t.Errorf("the header is cut:\n%s", head)
					}
					switch at.Phase {
					case workshop.PhaseBrief:
						whole(said.Purpose)
						whole(said.Rule)
						for _, p := range at.Step.Prompts() {
							whole(w.Prompts[p].Label)
							whole(w.Prompts[p].Question)
						}
					case workshop.PhaseDiverge:
						if prompts := at.Step.Prompts(); who != Fay && len(prompts) > 0 {
							for _, p := range prompts {
								whole(w.Prompts[p].Label)
							}
							whole(w.Prompts[prompts[0]].Question)
						}
					case workshop.PhaseShare, workshop.PhaseConverge:
						for _, p := range at.Step.Prompts() {
							if at.Step.Clusters() {
								whole(w.Prompts[p].Label)
							}
						}
					}
				})
			}
		}
	}
}
