package workshop

import (
	"cmp"
	"maps"
	"reflect"
	"slices"

	"convene/workshop/text"
)

// MaxStanding is how many notes the last canvas of a community may leave to its next workshop.
const MaxStanding = 5000

// Origin is what the last canvas of a community leaves to its next workshop: in each step the group has before it what stands
// there, and keeps it or changes it. It is immutable, and holds only what everyone may see.
type Origin struct {
	Code       ID                 `json:"code"` // of the workshop that the canvas is from
	Name       string             `json:"name,omitempty"`
	Date       Day                `json:"date"`
	Leader     string             `json:"leader,omitempty"`
	Statements map[Section]string `json:"statements,omitempty"`
	Entries    map[Prompt][]Stood `json:"entries,omitempty"` // in the order of the wall; parked notes are left out
}

// Stood is an entry of the last canvas. It was a cluster if it has a title or several notes, and otherwise a note alone.
type Stood struct {
	Title string   `json:"title,omitempty"`
	Notes []string `json:"notes"`
}

// Clustered says whether it stood in a cluster.
func (e Stood) Clustered() bool { return e.Title != "" || len(e.Notes) > 1 }

// Entry is the bullet that it was on its canvas.
func (e Stood) Entry() Entry {
	switch {
	case e.Title != "" || len(e.Notes) == 0:
		return Entry{Title: e.Title, Notes: e.Notes}
	case e.Clustered():
		return Entry{Title: e.Notes[0], Notes: e.Notes[1:], bears: true}
	default:
		return Entry{Title: e.Notes[0]}
	}
}

// Origin is what the canvas leaves to the next workshop. What stood on the canvas before it, in steps that the group has left
// out, is left on as it was.
func (c Canvas) Origin() Origin {
	o := Origin{Code: c.Code, Date: DayOf(c.Date), Leader: c.Leader}
	if c.Named {
		o.Name = c.Title
	}
	for _, b := range c.Sections {
		put(&o.Statements, b.Section, b.Statement)
	}
	for _, col := range c.Wall {
		if entries := col.stand(); col.Prompt.Step().Clusters() && len(entries) > 0 {
			if o.Entries == nil {
				o.Entries = make(map[Prompt][]Stood)
			}
			o.Entries[col.Prompt] = entries
		}
	}
	c.leaveOn(&o)
	return o
}

// leaveOn adds what the last canvas left of steps that the group has not come to.
func (c Canvas) leaveOn(o *Origin) {
	if c.From == nil {
		return
	}
	o.Name = cmp.Or(o.Name, c.From.Name)
	if c.NoLeader == "" {
		o.Leader = cmp.Or(o.Leader, c.From.Leader)
	}
	for section, said := range c.From.Statements {
		if !slices.Contains(c.Hung, section.Step()) && o.Statements[section] == "" {
			put(&o.Statements, section, said)
		}
	}
	for p, entries := range c.From.Entries {
		if slices.Contains(c.Hung, p.Step()) {
			continue
		}
		if o.Entries == nil {
			o.Entries = make(map[Prompt][]Stood)
		}
		o.Entries[p] = append(slices.Clone(entries), o.Entries[p]...)
	}
}

// stand are the column's clusters, then its lone notes.
func (c Column) stand() []Stood {
	var out []Stood
	for _, p := range c.Clusters {
		e := Stood{Title: p.Title}
		for _, n := range p.Notes {
			e.Notes = append(e.Notes, n.Text)
		}
		out = append(out, e)
	}
	for _, n := range c.Lone {
		out = append(out, Stood{Notes: []string{n.Text}})
	}
	return out
}

// cleaned is what is recorded of an origin: every text cleaned. It returns ErrOrigin when no canvas could have left it, and
// ErrStandingMany when more stands on it than MaxStanding.
func (o Origin) cleaned() (Origin, error) {
	var c tidying
	out := Origin{Code: o.Code, Date: o.Date, Name: c.line(o.Name, MaxProposalLen), Leader: c.line(o.Leader, text.MaxNameCells)}
	c.wrong = c.wrong || !codeForm.MatchString(string(o.Code)) || !o.Date.Valid()
	for section, said := range o.Statements {
		c.wrong = c.wrong || !slices.Contains(Sections(), section)
		put(&out.Statements, section, c.line(said, MaxStatementLen))
	}
	notes := 0
	for p, entries := range o.Entries {
		c.wrong = c.wrong || !p.Step().Clusters() || len(entries) == 0
		for _, e := range entries {
			notes += len(e.Notes)
		}
		if notes > MaxStanding {
			return Origin{}, ErrStandingMany
		}
		if out.Entries == nil {
			out.Entries = make(map[Prompt][]Stood, len(o.Entries))
		}
		out.Entries[p] = c.entries(entries)
	}
	if c.wrong {
		return Origin{}, ErrOrigin
	}
	return out, nil
}

// fits says whether an origin that was read from outside is one that a workshop could have been opened with.
func (o *Origin) fits() bool {
	if o == nil {
		return true
	}
	clean, err := o.cleaned()
	return err == nil && reflect.DeepEqual(clean, *o)
}

// tidying is an origin while it is cleaned.
type tidying struct{ wrong bool }

// line cleans a text that may be empty.
func (c *tidying) line(typed string, limit int) string {
	said := text.Line(typed)
	c.wrong = c.wrong || text.Len(said) > limit
	return said
}

func (c *tidying) entries(all []Stood) []Stood {
	out := make([]Stood, len(all))
	for i, e := range all {
		out[i].Title = c.line(e.Title, MaxTitleLen)
		c.wrong = c.wrong || len(e.Notes) == 0
		for _, n := range e.Notes {
			said := c.line(n, MaxNoteLen)
			c.wrong = c.wrong || said == ""
			out[i].Notes = append(out[i].Notes, said)
		}
	}
	return out
}

// of says what of an origin belongs to a step. To that of the name belongs the name, which is one to choose from, as it was.
func (o *Origin) of(step Step) (statements map[Section]string, entries map[Prompt][]Stood) {
	if o == nil {
		return nil, nil
	}
	statements, entries = maps.Clone(o.Statements), maps.Clone(o.Entries)
	maps.DeleteFunc(statements, func(s Section, _ string) bool { return s.Step() != step })
	maps.DeleteFunc(entries, func(p Prompt, _ []Stood) bool { return p.Step() != step })
	if step == StepName && o.Name != "" {
		entries = map[Prompt][]Stood{PromptName: {{Notes: []string{o.Name}}}}
	}
	return statements, entries
}
