package workshop

import (
	"maps"
	"slices"
	"strings"

	"convene/workshop/text"
)

// Limits of what a format of one's own says, in cells of a terminal, in which wide letters count twice. They are what
// the screens have room for from 60 columns and 15 rows on, measured with everything at its longest: a title in the header
// beside the clock, two questions and the rule of a step one below the other. On the smallest of them the brief scrolls; from
// 80 columns and 24 rows on it stands there as a whole.
const (
	MaxStepTitle   = 26
	MaxStepShort   = 14
	MaxStepHeading = 40
	MaxPurpose     = 120
	MaxRule        = 160
	MaxLabel       = 18 // two stand side by side, each with a number
	MaxQuestion    = 80
	MaxHeading     = 22 // of a section of the canvas, which has a third of 72 columns
	MaxFormatName  = 50
)

// VotesPlace stands in the rule of the name, and nowhere else, for the number of votes in words. Other braces stand nowhere: who
// writes {vote} would find that on every screen.
const VotesPlace = "{votes}"

// MaxVotesWords is how many cells a number of votes takes in words, in any language: "quatre votes". A rule is as long as it is
// with that.
const MaxVotesWords = 12

// Filled is the rule of a step with a number of votes, in words, in its place.
func Filled(step Step, rule, votes string) string {
	if step != StepName {
		return rule
	}
	return strings.ReplaceAll(rule, VotesPlace, votes)
}

// FilledLongest is Filled with as many cells as a number of votes can take: what a rule's limit is for.
func FilledLongest(step Step, rule string) string {
	return Filled(step, rule, strings.Repeat("x", MaxVotesWords))
}

// maxWording is how much all texts of a format may take together, in bytes: several times what they take at their longest
// in any alphabet. What is beyond is marks upon marks.
const maxWording = 32 << 10

// MinSolo is the least that a format can give a step for writing alone: nobody has written an idea down in less.
const MinSolo = Span(60e9)

// MaxSolo is the most that a format can give a step for writing alone, in a workshop of two hours: half of the step,
// because what was written still has to be read, put together and agreed on. It is zero for a step in which nobody
// writes.
func MaxSolo(step Step) Span {
	for _, b := range blueprint {
		if b.step == step && b.solo > 0 {
			return Minutes(b.box) / 2
		}
	}
	return 0
}

// Wording is what a workshop says in words of its own: whatever is missing, or empty, is said in those of its language.
// It is immutable.
type Wording struct {
	Name     string                   `json:"name,omitempty"` // of the format
	Steps    map[Step]StepWording     `json:"steps,omitempty"`
	Prompts  map[Prompt]PromptWording `json:"prompts,omitempty"`
	Sections map[Section]string       `json:"sections,omitempty"` // their headings
}

// StepWording is what is said of a step.
type StepWording struct {
	Title   string `json:"title,omitempty"`
	Short   string `json:"short,omitempty"`   // on the way through the steps
	Heading string `json:"heading,omitempty"` // over what was agreed on
	Purpose string `json:"purpose,omitempty"`
	Rule    string `json:"rule,omitempty"`
}

// PromptWording is what is asked.
type PromptWording struct {
	Label    string `json:"label,omitempty"`
	Question string `json:"question,omitempty"`
}

// IsZero says whether it has no words of its own at all.
func (w Wording) IsZero() bool {
	return w.Name == "" && len(w.Steps) == 0 && len(w.Prompts) == 0 && len(w.Sections) == 0
}

// equal says whether two say the same.
func (w Wording) equal(v Wording) bool {
	return w.Name == v.Name && maps.Equal(w.Steps, v.Steps) && maps.Equal(w.Prompts, v.Prompts) && maps.Equal(w.Sections, v.Sections)
}

// Worded lists what a format can say of a step, by the names that the fields of StepWording have in JSON; nothing of what is no
// step. What no screen would show, no format says: what frames the steps is not on the way through them and has no rule, and
// only what the group agrees on has a heading.
func Worded(step Step) []string {
	switch {
	case place(step) == len(blueprint) && step != StepReserve:
		return nil
	case step == StepClosing:
		return []string{"title"}
	case MaxSolo(step) == 0:
		return []string{"title", "purpose"}
	case slices.Contains(step.Phases(), PhaseAlign):
		return []string{"title", "short", "heading", "purpose", "rule"}
	default:
		return []string{"title", "short", "purpose", "rule"}
	}
}

// fields are the texts by their names in JSON.
func (s StepWording) fields() map[string]string {
	return map[string]string{"title": s.Title, "short": s.Short, "heading": s.Heading, "purpose": s.Purpose, "rule": s.Rule}
}

// cleaned is the wording as it is recorded: every text cleaned, and what is empty left out. It returns ErrWording when it
// speaks of a step, a prompt or a section that does not exist, or says of a step what no screen shows (see Worded), ErrWordingLong
// when a text, or all of them together, exceeds its limit, and ErrBraces when braces stand where no number of votes does.
func (w Wording) cleaned() (Wording, error) {
	c := cleaning{left: maxWording}
	out := Wording{Name: c.text(w.Name, MaxFormatName)}
	for _, step := range slices.Sorted(maps.Keys(w.Steps)) {
		s := w.Steps[step]
		can := Worded(step)
		for field, said := range s.fields() {
			if len(can) == 0 || said != "" && !slices.Contains(can, field) {
				return Wording{}, ErrWording
			}
		}
		put(&out.Steps, step, StepWording{
			c.text(s.Title, MaxStepTitle), c.text(s.Short, MaxStepShort), c.text(s.Heading, MaxStepHeading),
			c.text(s.Purpose, MaxPurpose), c.rule(step, s.Rule),
		})
	}
	for _, p := range slices.Sorted(maps.Keys(w.Prompts)) {
		if p.Step() == "" {
			return Wording{}, ErrWording
		}
		put(&out.Prompts, p, PromptWording{c.text(w.Prompts[p].Label, MaxLabel), c.text(w.Prompts[p].Question, MaxQuestion)})
	}
	for _, section := range slices.Sorted(maps.Keys(w.Sections)) {
		if !slices.Contains(Sections(), section) {
			return Wording{}, ErrWording
		}
		put(&out.Sections, section, c.text(w.Sections[section], MaxHeading))
	}
	switch {
	case c.braces:
		return Wording{}, ErrBraces
	case c.long || c.left < 0:
		return Wording{}, ErrWordingLong
	default:
		return out, nil
	}
}

// cleaning is a wording while it is cleaned.
type cleaning struct {
	left         int // bytes
	long, braces bool
}

func (c *cleaning) text(typed string, cells int) string {
	said := text.Line(typed)
	c.check(said, cells)
	return said
}

func (c *cleaning) rule(step Step, typed string) string {
	said := text.Line(typed)
	c.check(FilledLongest(step, said), MaxRule)
	return said
}

// check looks at a text as it is shown.
func (c *cleaning) check(shown string, cells int) {
	c.left -= len(shown)
	c.long = c.long || text.Cells(shown) > cells
	c.braces = c.braces || strings.ContainsAny(shown, "{}")
}

// put adds what is not empty to a map, and makes the map when it is the first.
func put[K, V comparable](all *map[K]V, key K, value V) {
	var nothing V
	if value == nothing {
		return
	}
	if *all == nil {
		*all = make(map[K]V)
	}
	(*all)[key] = value
}

// checkSolo refuses times for writing alone that no workshop could hold: see MinSolo and MaxSolo. They are in half minutes.
func checkSolo(solo map[Step]Span) error {
	for step, s := range solo {
		if s < MinSolo || s > MaxSolo(step) || s%halfMinute != 0 {
			return ErrSolo
		}
	}
	return nil
}
