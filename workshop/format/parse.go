package format

import (
	"cmp"

	"convene/workshop"
	"convene/workshop/proof"
)

// MaxBytes is how long a file may be: several times the built-in one.
const MaxBytes = 32 << 10

// Parse reads a format from a file. The name is that of the file, for what is told about it; the language is the one that
// it is in when it doesn't say. The error, if there is one, is [proof.Mistakes].
func Parse(name string, page []byte, l workshop.Language) (Format, error) {
	f, err := parse(name, page)
	if err != nil {
		return Format{}, err
	}
	f.Lang = cmp.Or(f.Lang, l)
	return f.without(builtin(f.Lang)), nil
}

// parse reads all that a file says.
func parse(name string, page []byte) (Format, error) {
	r, top := proof.Read(proof.Kind{
		Called: "a format", MaxBytes: MaxBytes, Deepest: "steps.vision.title", Begin: "convene format prints a file to begin with",
	}, name, page)
	f := reading{r}.format(top)
	if err := r.Mistakes(); err != nil {
		return Format{}, err
	}
	return f, nil
}

// reading is a format while it is read.
type reading struct{ *proof.Reading }

// format reads the whole file. What is a mistake is told, and left out.
func (r reading) format(top proof.Table) Format {
	f := Format{Solo: map[workshop.Step]workshop.Span{}, Wording: workshop.Wording{
		Steps: map[workshop.Step]workshop.StepWording{}, Prompts: map[workshop.Prompt]workshop.PromptWording{},
		Sections: map[workshop.Section]string{},
	}}
	r.Known(top, "lang", "name", "votes", "steps", "prompts", "canvas")
	f.Lang = r.Language(top)
	f.Wording.Name = r.text(top, "name", workshop.MaxFormatName)
	f.Votes = r.votes(top)

	steps := r.Table(top, "steps", "steps.vision")
	r.Known(steps, names(stepNames())...)
	for _, step := range stepNames() {
		t := r.Table(steps, string(step), "steps."+string(step))
		r.Known(t, fieldsOf(step)...)
		f.Wording.Steps[step] = workshop.StepWording{
			Title: r.text(t, "title", workshop.MaxStepTitle), Short: r.text(t, "short", workshop.MaxStepShort),
			Heading: r.text(t, "heading", workshop.MaxStepHeading),
			Purpose: r.text(t, "purpose", workshop.MaxPurpose), Rule: r.rule(t, step),
		}
		if solo := r.solo(t, step); solo != 0 {
			f.Solo[step] = solo
		}
	}
	prompts := r.Table(top, "prompts", "prompts.vision")
	r.Known(prompts, names(promptNames())...)
	for _, p := range promptNames() {
		t := r.Table(prompts, string(p), "prompts."+string(p))
		r.Known(t, "label", "question")
		f.Wording.Prompts[p] = workshop.PromptWording{
			Label: r.text(t, "label", workshop.MaxLabel), Question: r.text(t, "question", workshop.MaxQuestion),
		}
	}
	canvas := r.Table(top, "canvas", "canvas")
	r.Known(canvas, names(workshop.Sections())...)
	for _, s := range workshop.Sections() {
		if heading := r.text(canvas, string(s), workshop.MaxHeading); heading != "" {
			f.Wording.Sections[s] = heading
		}
	}
	return f
}

// stepNames are what a format has words for.
func stepNames() []workshop.Step {
	return []workshop.Step{
		workshop.StepWelcome, workshop.StepVision, workshop.StepMeasures, workshop.StepImpact, workshop.StepResources,
		workshop.StepForces, workshop.StepName, workshop.StepLeader, workshop.StepClosing, workshop.StepReserve,
	}
}

// promptNames are the questions of all steps.
func promptNames() []workshop.Prompt {
	var all []workshop.Prompt
	for _, s := range stepNames() {
		all = append(all, s.Prompts()...)
	}
	return all
}

// fieldsOf is what can stand in the table of a step.
func fieldsOf(s workshop.Step) []string {
	if workshop.MaxSolo(s) == 0 {
		return workshop.Worded(s)
	}
	return append(workshop.Worded(s), "solo")
}

func names[T ~string](all []T) []string {
	out := make([]string, len(all))
	for i, one := range all {
		out[i] = string(one)
	}
	return out
}
