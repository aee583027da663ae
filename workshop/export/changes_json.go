package export

import "convene/workshop"

// Changes is what the group has made of the last canvas of its community.
type Changes struct {
	Since  workshop.Day `json:"since"`  // the day of the last canvas, "2006-01-02"
	Code   workshop.ID  `json:"code"`   // of the workshop that it is from
	Name   *Became      `json:"name"`   // what the community is called; nil when that is as it was
	Leader *Became      `json:"leader"` // who leads it; nil when that is as it was, or nobody was chosen yet
	Parts  []Change     `json:"parts"`  // in the order of the canvas; without those that the group hasn't come to
}

// Became is what something was, and what it is now; either may be empty.
type Became struct {
	Was string `json:"was"`
	Now string `json:"now"`
}

// became is nil when nothing has changed.
func became(v workshop.Became) *Became {
	if v == (workshop.Became{}) {
		return nil
	}
	return &Became{v.Was, v.Now}
}

// Change is what became of a section, or of one side of the force field.
type Change struct {
	Part         string   `json:"part"` // the section's id, or "support" or "slow-down"
	Heading      string   `json:"heading"`
	StatementWas string   `json:"statementWas"` // may be empty
	Statement    string   `json:"statement"`    // may be empty
	Added        []Entry  `json:"added"`
	Changed      []Remade `json:"changed"`
	Dropped      []Entry  `json:"dropped"`
	Kept         []Entry  `json:"kept"`
}

// Remade is an entry of the last canvas that has become another one, or several, or a part of one.
type Remade struct {
	Was Entry   `json:"was"`
	Now []Entry `json:"now"`
}

// changesOf are those of a canvas; nil when it is the first of its community.
func (l speech) changesOf(c workshop.Canvas) *Changes {
	all, ok := c.Changes()
	if !ok {
		return nil
	}
	out := Changes{Since: all.Since, Code: c.From.Code, Name: became(all.Name), Leader: became(all.Leader), Parts: []Change{}}
	for _, p := range all.Parts {
		change := Change{
			Part: string(p.Section) + string(p.Side), Heading: l.part(p), StatementWas: p.Was, Statement: p.Now,
			Added: entries(p.Added), Dropped: entries(p.Dropped), Kept: entries(p.Kept), Changed: []Remade{},
		}
		for _, r := range p.Changed {
			change.Changed = append(change.Changed, Remade{entry(r.Was), entries(r.Now)})
		}
		out.Parts = append(out.Parts, change)
	}
	return &out
}

func entry(e workshop.Entry) Entry { return Entry{Title: e.Title, Notes: list(e.Notes), Dots: e.Dots} }

func entries(all []workshop.Entry) []Entry {
	out := make([]Entry, 0, len(all))
	for _, e := range all {
		out = append(out, entry(e))
	}
	return out
}
