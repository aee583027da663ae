package export

import (
	"html/template"
	"strings"

	"convene/workshop"
)

// since is the heading of what has become of the last canvas.
func (l speech) since(all workshop.Changes) string {
	return l.Say("What has changed since %s", l.Day(all.Since.Date()))
}

// changes are what stands under that heading in Markdown: part by part what has become of what the last canvas said.
func (l speech) changes(all workshop.Changes) []string {
	var blocks []string
	for _, p := range l.changedParts(all) {
		var bullets []string
		for _, t := range p.turns {
			bullets = append(bullets, "- "+t.said(inLine.write))
			if t.before != nil {
				bullets = append(bullets, "  - "+t.before(inLine.write))
			}
		}
		blocks = append(blocks, "### "+escape(p.heading, inHeading), strings.Join(bullets, "\n"))
	}
	if len(blocks) == 0 {
		blocks = []string{italic(l.Say("Nothing here yet."))}
	}
	return blocks
}

// partTurns is a part of the canvas, and what became of all that it said.
type partTurns struct {
	heading string
	turns   []turn
}

// changedParts are those of the canvas in its order, and the name and the leader behind them where they are others.
func (l speech) changedParts(all workshop.Changes) []partTurns {
	var out []partTurns
	for _, c := range all.Parts {
		out = append(out, partTurns{l.part(c), l.turns(c)})
	}
	for _, other := range []struct {
		heading string
		became  workshop.Became
	}{{l.words.Step(workshop.StepName).Title, all.Name}, {l.Say("Leader"), all.Leader}} {
		if other.became != (workshop.Became{}) {
			out = append(out, partTurns{other.heading, []turn{l.became(other.became)}})
		}
	}
	return out
}

// became is what is there now, and what was before.
func (l speech) became(v workshop.Became) turn {
	t := turn{said: func(write writing) string { return l.Say("now: %s", write(v.Now)) }}
	if v.Now == "" {
		t.said = func(writing) string { return l.Say("now: nobody") }
	}
	if v.Was != "" {
		t.before = func(write writing) string { return l.Say("before: %s", write(v.Was)) }
	}
	return t
}

// changedPart is a part as the poster has it.
type changedPart struct {
	Heading string
	Turns   []postedTurn
}

// postedTurn is a line of it; Before is empty where there is nothing to say.
type postedTurn struct{ Said, Before template.HTML }

// posted are the changes as the poster has them.
func (l speech) posted(all workshop.Changes) []changedPart {
	var out []changedPart
	for _, p := range l.changedParts(all) {
		part := changedPart{Heading: p.heading}
		for _, t := range p.turns {
			var said, before sentence
			line := postedTurn{Said: said.markup(t.said(said.typed))}
			if t.before != nil {
				line.Before = before.markup(t.before(before.typed))
			}
			part.Turns = append(part.Turns, line)
		}
		out = append(out, part)
	}
	return out
}

// part is what a part of the canvas is called.
func (l speech) part(c workshop.Change) string {
	switch {
	case c.Section != "":
		return l.words.Heading(c.Section)
	case c.Side == workshop.PromptSupport:
		return l.Say("Supports")
	default:
		return l.Say("Slows down")
	}
}

// turn is what became of something, and what it was before where that is worth saying; then nil.
type turn struct{ said, before func(writing) string }

// turns list what was added, changed, dropped and kept of a part, in this order: what is new first.
func (l speech) turns(c workshop.Change) []turn {
	var out []turn
	if c.Reworded() {
		out = append(out, l.reworded(c))
	}
	for _, e := range c.Added {
		out = append(out, turn{said: func(write writing) string { return l.Say("Added: %s", write(e.Title)) }})
	}
	for _, r := range c.Changed {
		out = append(out, turn{
			func(write writing) string { return l.Say("Changed: %s", inBrief(write, r.Now...)) },
			func(write writing) string { return l.Say("before: %s", inBrief(write, r.Was)) },
		})
	}
	for _, e := range c.Dropped {
		out = append(out, turn{said: func(write writing) string { return l.Say("Dropped: %s", inBrief(write, e)) }})
	}
	if n := len(c.Kept); n > 0 {
		out = append(out, turn{said: func(writing) string { return l.Count(n, "%d entry is as it was", "%d entries are as they were") }})
	}
	if out == nil {
		out = []turn{{said: func(writing) string { return l.Say("The statement is as it was") }}}
	}
	return out
}

// reworded is what became of the statement.
func (l speech) reworded(c workshop.Change) turn {
	switch {
	case c.Was == "":
		return turn{said: func(write writing) string { return l.Say("The statement is new: %s", write(c.Now)) }}
	case c.Now == "":
		return turn{said: func(write writing) string { return l.Say("The statement was dropped: %s", write(c.Was)) }}
	default:
		return turn{
			func(write writing) string { return l.Say("The statement is now: %s", write(c.Now)) },
			func(write writing) string { return l.Say("before: %s", write(c.Was)) },
		}
	}
}

// inBrief are entries in a line, each with its notes behind its title.
func inBrief(write writing, all ...workshop.Entry) string {
	var out []string
	for _, e := range all {
		said := write(e.Title)
		for i, n := range e.Notes {
			said += []string{" – ", ", "}[min(i, 1)] + write(n)
		}
		out = append(out, said)
	}
	return strings.Join(out, " · ")
}
