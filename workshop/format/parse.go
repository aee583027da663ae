package format

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"convene/workshop"
)

// MaxBytes is how long a file may be: several times the built-in one.
const MaxBytes = 32 << 10

// Parse reads a format from a file. The name is that of the file, for what is told about it; the language is the one that
// it is in when it doesn't say. The error, if there is one, is Mistakes.
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
	r := &reading{file: name}
	if len(page) > MaxBytes {
		r.wrong(0, "this file is too long for a format; %d kilobytes are plenty", MaxBytes>>10)
		return Format{}, r.mistakes
	}
	if line := nested(string(page)); line > 0 {
		r.wrong(line, "this is nested too deep; nothing goes deeper than steps.vision.title")
		return Format{}, r.mistakes
	}
	var top table
	meta, err := toml.Decode(string(page), &top)
	r.meta = meta
	if err != nil {
		r.broken(err)
		return Format{}, r.mistakes
	}
	f := r.format(top)
	if len(r.mistakes) > 0 {
		return Format{}, r.mistakes.inOrder()
	}
	return f, nil
}

// table is a table of the file whose values have not been looked at yet.
type table = map[string]toml.Primitive

// enough is how many mistakes are looked for where each takes time to be found.
const enough = 100

// reading is a file while it is read.
type reading struct {
	file     string
	meta     toml.MetaData
	mistakes Mistakes
}

func (r *reading) wrong(line int, format string, args ...any) {
	r.mistakes = append(r.mistakes, Mistake{r.file, line, fmt.Sprintf(format, args...)})
}

// broken tells what the library says about a file that is no TOML.
func (r *reading) broken(err error) {
	var p toml.ParseError
	if !errors.As(err, &p) {
		r.wrong(0, "this is no TOML (%v); convene format prints a file to begin with", err)
		return
	}
	r.wrong(p.Position.Line, "this is no TOML: %s", p.Message)
}

// format reads the whole file. What is a mistake is told, and left out.
func (r *reading) format(top table) Format {
	f := Format{Solo: map[workshop.Step]workshop.Span{}, Wording: workshop.Wording{
		Steps: map[workshop.Step]workshop.StepWording{}, Prompts: map[workshop.Prompt]workshop.PromptWording{},
		Sections: map[workshop.Section]string{},
	}}
	r.known(top, "lang", "name", "votes", "steps", "prompts", "canvas")
	f.Lang = r.language(top)
	f.Wording.Name = r.text(top, "name", workshop.MaxFormatName)
	f.Votes = r.votes(top)

	steps := r.table(top, "steps", "steps.vision")
	r.known(steps, names(stepNames())...)
	for _, step := range stepNames() {
		t := r.table(steps, string(step), "steps."+string(step))
		r.known(t, fieldsOf(step)...)
		f.Wording.Steps[step] = workshop.StepWording{
			Title: r.text(t, "title", workshop.MaxStepTitle), Short: r.text(t, "short", workshop.MaxStepShort),
			Heading: r.text(t, "heading", workshop.MaxStepHeading),
			Purpose: r.text(t, "purpose", workshop.MaxPurpose), Rule: r.rule(t, step),
		}
		if solo := r.solo(t, step); solo != 0 {
			f.Solo[step] = solo
		}
	}
	prompts := r.table(top, "prompts", "prompts.vision")
	r.known(prompts, names(promptNames())...)
	for _, p := range promptNames() {
		t := r.table(prompts, string(p), "prompts."+string(p))
		r.known(t, "label", "question")
		f.Wording.Prompts[p] = workshop.PromptWording{
			Label: r.text(t, "label", workshop.MaxLabel), Question: r.text(t, "question", workshop.MaxQuestion),
		}
	}
	canvas := r.table(top, "canvas", "canvas")
	r.known(canvas, names(workshop.Sections())...)
	for _, s := range workshop.Sections() {
		if heading := r.text(canvas, string(s), workshop.MaxHeading); heading != "" {
			f.Wording.Sections[s] = heading
		}
	}
	return f
}

// known tells of every key that is none of these.
func (r *reading) known(t table, keys ...string) {
	for _, key := range slices.Sorted(maps.Keys(t)) {
		if !slices.Contains(keys, key) && len(r.mistakes) < enough {
			r.wrong(r.line(t[key]), "nothing here is called %q; there is %s", key, strings.Join(keys, ", "))
		}
	}
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

// looked is a value of the file as the library hands it over, with its line.
type looked func(value any) error

// UnmarshalTOML hands the value over.
func (f looked) UnmarshalTOML(value any) error { return f(value) }

// line is where a value stands; where its first value does, for a table that has no line of its own.
func (r *reading) line(value toml.Primitive) int {
	var p toml.ParseError
	if err := r.meta.PrimitiveDecode(value, looked(func(any) error { return here{} })); errors.As(err, &p) && p.Position.Line > 0 {
		return p.Position.Line
	}
	var t table
	if r.meta.PrimitiveDecode(value, &t) != nil || len(t) == 0 {
		return 0
	}
	var lines []int
	for v := range maps.Values(t) {
		lines = append(lines, r.line(v))
	}
	return slices.Min(lines)
}

// here is an error that makes the library tell where it is.
type here struct{}

func (here) Error() string { return "here" }
