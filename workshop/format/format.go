package format

import (
	"maps"

	"convene/workshop"
)

// Format is how a workshop differs from the built-in format of its language. The zero value is the built-in English one.
// It is immutable.
type Format struct {
	Lang    workshop.Language // empty when the file doesn't say
	Wording workshop.Wording
	Solo    map[workshop.Step]workshop.Span // for writing alone, in a workshop of two hours
	Votes   int                             // per person for the name; zero is the usual number
}

// Of is the command to open a workshop in this format.
func (f Format) Of(o workshop.OpenWorkshop) workshop.OpenWorkshop {
	if f.Lang != "" {
		o.Lang = f.Lang
	}
	o.Wording, o.Solo, o.Votes = f.Wording, f.Solo, f.Votes
	return o
}

// without leaves out what a built-in format has too.
func (f Format) without(builtin Format) Format {
	w, had := f.Wording, builtin.Wording
	out := Format{Lang: f.Lang, Solo: differing(f.Solo, builtin.Solo)}
	out.Wording = workshop.Wording{
		Name: unless(w.Name, had.Name), Prompts: map[workshop.Prompt]workshop.PromptWording{},
		Steps: map[workshop.Step]workshop.StepWording{}, Sections: differing(w.Sections, had.Sections),
	}
	for step, s := range w.Steps {
		h := had.Steps[step]
		out.Wording.Steps[step] = workshop.StepWording{
			Title: unless(s.Title, h.Title), Short: unless(s.Short, h.Short), Heading: unless(s.Heading, h.Heading),
			Purpose: unless(s.Purpose, h.Purpose), Rule: unless(s.Rule, h.Rule),
		}
	}
	for prompt, p := range w.Prompts {
		h := had.Prompts[prompt]
		out.Wording.Prompts[prompt] = workshop.PromptWording{Label: unless(p.Label, h.Label), Question: unless(p.Question, h.Question)}
	}
	out.Wording.Steps, out.Wording.Prompts = differing(out.Wording.Steps, nil), differing(out.Wording.Prompts, nil)
	if f.Votes != builtin.Votes {
		out.Votes = f.Votes
	}
	return out
}

// unless is a text, or nothing when it is the same as another.
func unless(s, same string) string {
	if s == same {
		return ""
	}
	return s
}

// differing leaves out the entries that are nothing, or the same as in the other map; nil when none is left.
func differing[K, V comparable](m, same map[K]V) map[K]V {
	var nothing V
	out := maps.Clone(m)
	maps.DeleteFunc(out, func(k K, v V) bool {
		had, has := same[k]
		return v == nothing || has && v == had
	})
	if len(out) == 0 {
		return nil
	}
	return out
}
