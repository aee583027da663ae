package export

import (
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"time"

	"convene/workshop"
)

//go:embed poster.html
var posterHTML string

//go:embed poster.css
var posterCSS string

// HTML writes the canvas as a page for screens and for the wall; the package documentation says how. An error is that of the
// writer.
func HTML(w io.Writer, c workshop.Canvas) error {
	l := speechOf(c)
	t, err := template.New("poster").Funcs(l.functions()).Parse(posterHTML)
	if err != nil {
		return fmt.Errorf("read the poster's template: %w", err)
	}
	if err := t.Execute(w, l.poster(c)); err != nil {
		return fmt.Errorf("write html: %w", err)
	}
	return nil
}

// poster is what the template fills in: the canvas, and how it is laid out.
type poster struct {
	workshop.Canvas
	Tag      workshop.Language
	Says     posterWords
	Style    template.CSS
	Layout   layout
	Day      string // "14 March 2026"; empty when it is not known
	Datetime string // the same for machines
	Crowd    string // "12 people"
	Field    drawnField

	Chosen      template.HTML // how the leader was found, and on what terms; empty when that is not known
	WhyNone     template.HTML // why there is none
	Facilitated template.HTML // by whom

	Since   string // the heading of what has changed; empty when there is no canvas before this one
	Changed []changedPart
}

// drawnField is the force field with its pictures.
type drawnField struct {
	Diagrams []diagram
	Verdict  template.HTML
	Behind   []reasons
}

// reasons are the notes behind the clustered forces of a side.
type reasons struct {
	Class, Title string
	Entries      []workshop.Entry
	Two          bool // they stand in two columns
}

func (l speech) poster(c workshop.Canvas) poster {
	p := poster{
		Canvas: c, Tag: cmp.Or(c.Lang, workshop.English), Says: l.posterWords(), Style: template.CSS(posterCSS), Layout: l.fit(c),
		Crowd: l.crowd(c),
	}
	var chosen, none, facilitated sentence
	p.Chosen = chosen.markup(l.chosen(c.LeaderHow, c.LeaderTerms, chosen.typed))
	p.WhyNone = none.markup(l.Say("No leader yet: %s", none.typed(c.NoLeader)))
	p.Facilitated = facilitated.markup(l.Say("Facilitated by %s", l.listed(c.Facilitators, facilitated.typed)))
	if !c.Date.IsZero() {
		p.Day, p.Datetime = l.Day(c.Date), c.Date.Format(time.DateOnly)
	}
	if all, ok := c.Changes(); ok {
		p.Since, p.Changed = l.since(all), l.posted(all)
	}
	if c.Forces != nil {
		p.Field = l.field(*c.Forces)
		if p.Layout.wideField() {
			p.Field.Diagrams = append(p.Field.Diagrams, l.wideDiagram(*c.Forces))
		}
		for i, r := range p.Field.Behind {
			_, p.Field.Behind[i].Two = l.entriesNeed(r.Entries, p.Layout.column, p.Layout.lists)
		}
	}
	return p
}

func (l speech) field(f workshop.ForceField) drawnField {
	var verdict sentence
	out := drawnField{Diagrams: []diagram{l.narrowDiagram(f)}, Verdict: verdict.markup(l.verdict(f, verdict.typed))}
	for _, r := range []reasons{
		{"support", l.Say("Behind what supports"), behindForces(f.Support), false},
		{"slow-down", l.Say("Behind what slows down"), behindForces(f.SlowDown), false},
	} {
		if len(r.Entries) > 0 {
			out.Behind = append(out.Behind, r)
		}
	}
	return out
}

// behindForces are the clustered ones of a side, with their notes.
func behindForces(side []workshop.Force) []workshop.Entry {
	var out []workshop.Entry
	for _, f := range side {
		if len(f.Notes) > 0 {
			out = append(out, workshop.Entry{Title: f.Title, Notes: f.Notes})
		}
	}
	return out
}
