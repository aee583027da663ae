package format

import (
	"cmp"

	"convene/workshop"
	"convene/workshop/tongue"
)

// Words are what the steps, the questions and the sections of a workshop are called. They are cheap to make, and safe for
// concurrent use.
type Words struct {
	own, usual workshop.Wording
	lang       workshop.Language
}

// In are the words of a workshop in a language, with a wording of its own. What neither has is empty.
func In(l workshop.Language, own workshop.Wording) Words {
	return Words{own, builtin(l).Wording, l}
}

// Step is what is said of a step. Its rule is as it stands in the file: see Rule.
func (w Words) Step(s workshop.Step) workshop.StepWording {
	own, usual := w.own.Steps[s], w.usual.Steps[s]
	return workshop.StepWording{
		Title: cmp.Or(own.Title, usual.Title), Short: cmp.Or(own.Short, usual.Short), Heading: cmp.Or(own.Heading, usual.Heading),
		Purpose: cmp.Or(own.Purpose, usual.Purpose), Rule: cmp.Or(own.Rule, usual.Rule),
	}
}

// Rule is the rule of a step, when everyone has so many votes for the name.
func (w Words) Rule(s workshop.Step, votes int) string {
	return workshop.Filled(s, w.Step(s).Rule, w.Votes(votes))
}

// Votes is a number of votes as it stands in a sentence: "two votes". It is in words as far as people can have that many.
func (w Words) Votes(n int) string { return tongue.In(w.lang).Votes(n) }

// Prompt is what a prompt asks.
func (w Words) Prompt(p workshop.Prompt) workshop.PromptWording {
	own, usual := w.own.Prompts[p], w.usual.Prompts[p]
	return workshop.PromptWording{Label: cmp.Or(own.Label, usual.Label), Question: cmp.Or(own.Question, usual.Question)}
}

// Heading is what a section of the canvas is called, on every screen and in every export; the section's own name when it is
// none that the format knows.
func (w Words) Heading(s workshop.Section) string {
	return cmp.Or(w.own.Sections[s], w.usual.Sections[s], string(s))
}

// Name is what the format is called when it is no built-in one, and has a name.
func (w Words) Name() string { return w.own.Name }
