package format

import (
	"cmp"
	"strings"

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
		Title: w.or(own.Title, usual.Title), Short: w.or(own.Short, usual.Short), Heading: w.or(own.Heading, usual.Heading),
		Purpose: w.or(own.Purpose, usual.Purpose), Rule: w.or(own.Rule, usual.Rule),
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
	return workshop.PromptWording{Label: w.or(own.Label, usual.Label), Question: w.or(own.Question, usual.Question)}
}

// Heading is what a section of the canvas is called, on every screen and in every export; the section's own name when it is
// none that the format knows.
func (w Words) Heading(s workshop.Section) string {
	return cmp.Or(w.or(w.own.Sections[s], w.usual.Sections[s]), string(s))
}

// Name is what the format is called when it is no built-in one, and has a name.
func (w Words) Name() string { return w.or(w.own.Name, "") }

// or is a text of one's own, or else the usual one.
func (w Words) or(own, usual string) string {
	if w.lang == workshop.French {
		own = unbroken(own)
	}
	return cmp.Or(own, usual)
}

// unbroken is a French text with the spaces that no line may end at, before what ends a sentence and within its quotation marks.
// What is recorded has plain spaces there, however it was typed: the cleaning of what people type knows no others.
func unbroken(s string) string {
	const space = "\u00a0"
	for _, mark := range [...]string{";", ":", "!", "?", "»"} {
		s = strings.ReplaceAll(s, " "+mark, space+mark)
	}
	return strings.ReplaceAll(s, "« ", "«"+space)
}
