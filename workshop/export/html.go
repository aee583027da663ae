package export

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strconv"
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
	t, err := template.New("poster").Parse(posterHTML)
	if err != nil {
		return fmt.Errorf("read the poster's template: %w", err)
	}
	if err := t.Execute(w, newPoster(c)); err != nil {
		return fmt.Errorf("write html: %w", err)
	}
	return nil
}

// poster is what the template fills in: the canvas, and how it is laid out.
type poster struct {
	workshop.Canvas
	Style    template.CSS
	Layout   layout
	Day      string // "14 March 2026"; empty when it is not known
	Datetime string // the same for machines
	Crowd    string // "12 people"
	How      string // how the leader was found
	Field    drawnField
}

// drawnField is the force field with its pictures.
type drawnField struct {
	Diagrams []diagram
	Verdict  string
	First    string // what is most worth weakening; empty when nothing was weighed
	Behind   []reasons
}

// reasons are the notes behind the clustered forces of a side.
type reasons struct {
	Class, Title string
	Entries      []workshop.Entry
	Two          bool // they stand in two columns
}

func newPoster(c workshop.Canvas) poster {
	p := poster{
		Canvas: c, Style: template.CSS(posterCSS), Layout: fit(c), Crowd: "1 person", How: chosen(c.LeaderHow),
	}
	if n := len(c.People); n != 1 {
		p.Crowd = strconv.Itoa(n) + " people"
	}
	if !c.Date.IsZero() {
		p.Day, p.Datetime = c.Date.Format("2 January 2006"), c.Date.Format(time.DateOnly)
	}
	if c.Forces != nil {
		p.Field = newField(*c.Forces)
		if p.Layout.wideField() {
			p.Field.Diagrams = append(p.Field.Diagrams, wideDiagram(*c.Forces))
		}
		for i, r := range p.Field.Behind {
			_, p.Field.Behind[i].Two = entriesNeed(r.Entries, p.Layout.column, p.Layout.lists)
		}
	}
	return p
}

func newField(f workshop.ForceField) drawnField {
	out := drawnField{Diagrams: []diagram{narrowDiagram(f)}}
	switch first, others, ok := f.FirstToWeaken(); {
	case ok:
		out.First = first.Title
		out.Verdict = fmt.Sprintf("Balance: %s. Most worth weakening, with strength %d", signed(f.Balance()), first.Strength)
		if others > 0 {
			out.Verdict += fmt.Sprintf(" like %d more", others)
		}
		out.Verdict += ":"
	case f.Balance() != 0:
		out.Verdict = fmt.Sprintf("Balance: %s.", signed(f.Balance()))
	default:
		out.Verdict = "The strengths have not been weighed yet."
	}
	for _, r := range []reasons{
		{"support", "Behind what supports", behindForces(f.Support), false},
		{"slow-down", "Behind what slows down", behindForces(f.SlowDown), false},
	} {
		if len(r.Entries) > 0 {
			out.Behind = append(out.Behind, r)
		}
	}
	return out
}

// signed is a number with the sign of a balance.
func signed(n int) string {
	switch {
	case n > 0:
		return "+" + strconv.Itoa(n)
	case n < 0:
		return "−" + strconv.Itoa(-n)
	default:
		return "0"
	}
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

// chosen says how a leader was found; nothing when that is not known.
func chosen(h workshop.How) string {
	switch h {
	case workshop.ByVote:
		return "Elected by vote"
	case workshop.ByRunoff:
		return "Elected by a runoff"
	case workshop.ByLot:
		return "By lot after two ties"
	case workshop.ByConsent:
		return "By consent"
	default:
		return ""
	}
}
