package workshop

import "slices"

// Changes is what a group has made of the last canvas.
type Changes struct {
	Since  Day      // the day of the last canvas
	Name   Became   // what the community is called; zero when that is as it was
	Leader Became   // who leads it; zero when that is as it was, or nobody was chosen yet
	Parts  []Change // in the order of the canvas; without those that the group hasn't come to, and those that are empty
}

// Became is something that was one thing, and is another one or nothing now.
type Became struct{ Was, Now string }

// became is what has become of something; zero when nothing has.
func became(was, now string) Became {
	if was == now {
		return Became{}
	}
	return Became{was, now}
}

// Change is what became of one part of the canvas: of a section or, where that is empty, of one side of the force field.
type Change struct {
	Section Section
	Side    Prompt
	Was     string // the statement as it stood
	Now     string // and as it stands
	Kept    []Entry
	Changed []Remade
	Added   []Entry
	Dropped []Entry
}

// Remade is an entry of the last canvas that has become another one, or several, or a part of one.
type Remade struct {
	Was Entry
	Now []Entry // in the order of the wall; not necessarily under the same prompt
}

// Reworded says whether the statement is another one.
func (c Change) Reworded() bool { return c.Was != c.Now }

// isEmpty says whether there is nothing in the part, and was nothing.
func (c Change) isEmpty() bool {
	return c.Was == "" && c.Now == "" && len(c.Kept)+len(c.Changed)+len(c.Added)+len(c.Dropped) == 0
}

// Changes compares the canvas with the one that the group went on from; false when there is none. Notes are followed, and never
// texts compared: what stood there hung on the wall, and has gone wherever the group has put it.
func (c Canvas) Changes() (Changes, bool) {
	if c.From == nil {
		return Changes{}, false
	}
	out := Changes{Since: c.From.Date}
	if c.Named {
		out.Name = became(c.From.Name, c.Title)
	}
	if c.Leader+c.NoLeader != "" {
		out.Leader = became(c.From.Leader, c.Leader)
	}
	hanging := hangingOn(c.Wall)
	add := func(part Change, prompts ...Prompt) {
		if !c.cameTo(prompts[0].Step()) {
			return
		}
		for _, p := range prompts {
			for i, e := range c.From.Entries[p] {
				part.put(e, hanging.of(source{p, i + 1}))
			}
			part.Added = append(part.Added, hanging.newUnder(p)...)
		}
		if !part.isEmpty() {
			out.Parts = append(out.Parts, part)
		}
	}
	for _, b := range c.Sections {
		add(Change{Section: b.Section, Was: c.From.Statements[b.Section], Now: b.Statement}, b.Section.prompts()...)
	}
	for _, side := range StepForces.Prompts() {
		add(Change{Side: side}, side)
	}
	return out, true
}

// cameTo says whether the group has had before it what stood there of a step; it has nothing to come to where nothing did.
func (c Canvas) cameTo(step Step) bool {
	statements, entries := c.From.of(step)
	return slices.Contains(c.Hung, step) || len(statements)+len(entries) == 0
}

// prompts are those whose answers stand in the section.
func (s Section) prompts() []Prompt {
	return slices.DeleteFunc(slices.Clone(s.Step().Prompts()), func(p Prompt) bool { return p.Section() != s })
}

// put adds what became of an entry to the part.
func (c *Change) put(was Stood, now []hangs) {
	switch {
	case len(now) == 0:
		c.Dropped = append(c.Dropped, was.Entry())
	case len(now) == 1 && now[0].is(was):
		c.Kept = append(c.Kept, now[0].entry)
	default:
		t := Remade{Was: was.Entry()}
		for _, h := range now {
			t.Now = append(t.Now, h.entry)
		}
		c.Changed = append(c.Changed, t)
	}
}

// source is an entry of the last canvas: under which prompt, and in which place from 1.
type source struct {
	prompt Prompt
	entry  int
}

// hangs is an entry of the wall, with where its notes are from.
type hangs struct {
	entry Entry
	title string // of a cluster; may be empty
	under Prompt
	from  []source // note by note; zero for a note that was written in this workshop
}

// is says whether it is what it was, where it was: all of the notes, and no others, under the same title and prompt.
func (h hangs) is(was Stood) bool {
	one := !slices.ContainsFunc(h.from, func(s source) bool { return s != h.from[0] })
	return one && h.under == h.from[0].prompt && len(h.from) == len(was.Notes) && h.title == was.Title
}

// onTheWall is all that hangs there, without what was parked.
type onTheWall []hangs

func hangingOn(wall []Column) onTheWall {
	var out onTheWall
	for _, col := range wall {
		entries := col.entries(nil) // the clusters, then the lone notes
		for i, p := range col.Clusters {
			out = append(out, hangs{entries[i], p.Title, col.Prompt, sources(p.Notes)})
		}
		for i, n := range col.Lone {
			out = append(out, hangs{entries[len(col.Clusters)+i], "", col.Prompt, sources([]Card{n})})
		}
	}
	return out
}

func sources(notes []Card) []source {
	out := make([]source, len(notes))
	for i, n := range notes {
		if n.Standing > 0 {
			out[i] = source{n.Prompt, n.Standing}
		}
	}
	return out
}

// of is where notes of an entry of the last canvas hang now.
func (w onTheWall) of(s source) []hangs {
	return slices.DeleteFunc(slices.Clone(w), func(h hangs) bool { return !slices.Contains(h.from, s) })
}

// newUnder are the entries under a prompt in which nothing stood on the last canvas.
func (w onTheWall) newUnder(p Prompt) []Entry {
	var out []Entry
	for _, h := range w {
		old := slices.ContainsFunc(h.from, func(s source) bool { return s != source{} })
		if h.under == p && !old {
			out = append(out, h.entry)
		}
	}
	return out
}
