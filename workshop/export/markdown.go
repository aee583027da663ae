package export

import (
	"fmt"
	"io"
	"strings"

	"convene/workshop"
)

// Markdown writes the canvas as a document in CommonMark with a table of GFM; the package documentation shows it. An
// error is that of the writer.
func Markdown(w io.Writer, c workshop.Canvas) error {
	l := speechOf(c)
	blocks := []string{strings.TrimRight("# "+escape(c.Title, inHeading), " "), l.about(c)}
	heading := func(said string) { blocks = append(blocks, "## "+said) }
	for _, b := range c.Sections {
		heading(escape(l.words.Heading(b.Section), inHeading))
		blocks = append(blocks, l.section(b)...)
	}
	if c.Forces != nil {
		heading(l.Say("Force field"))
		blocks = append(blocks, l.forceField(*c.Forces)...)
	}
	heading(l.Say("Leader"))
	blocks = append(blocks, l.leader(c))
	heading(l.Say("People"))
	blocks = append(blocks, l.people(c)...)
	if len(c.Actions) > 0 {
		heading(l.Say("First actions"))
		blocks = append(blocks, l.actions(c.Actions))
	}
	if agreed := c.Agreements(); len(agreed) > 0 {
		heading(l.Say("Agreement"))
		blocks = append(blocks, l.Say("Fist to five: 5 is \"I will help to lead it\", 0 is \"no\"."), l.agreements(agreed))
	}
	if all, ok := c.Changes(); ok {
		heading(l.since(all))
		blocks = append(blocks, l.changes(all)...)
	}
	if _, err := io.WriteString(w, strings.Join(blocks, "\n\n")+"\n"); err != nil {
		return fmt.Errorf("write markdown: %w", err)
	}
	return nil
}

// about is the line under the title: the topic, the day, and how many took part.
func (l speech) about(c workshop.Canvas) string {
	var parts []string
	if c.Topic != "" {
		parts = append(parts, inOpening.write(c.Topic))
	}
	if !c.Date.IsZero() {
		parts = append(parts, l.Date(c.Date))
	}
	return strings.Join(append(parts, l.crowd(c)), " · ")
}

// section is what stands under the heading of one of the seven: the statement, then the bullets.
func (l speech) section(b workshop.Box) []string {
	var blocks []string
	if b.Statement != "" {
		blocks = append(blocks, escape(b.Statement, inOpening))
	}
	var bullets []string
	for _, e := range b.Entries {
		bullets = append(bullets, bullet(e.Title, e.Notes))
	}
	if len(bullets) > 0 {
		blocks = append(blocks, strings.Join(bullets, "\n"))
	}
	if len(blocks) == 0 {
		blocks = []string{italic(l.Say("Nothing here yet."))}
	}
	return blocks
}

// italic is how what the document says of itself stands out from what people typed.
func italic(said string) string { return "*" + said + "*" }

// bullet is an item of a list, with its notes as a list of its own under it.
func bullet(title string, notes []string) string {
	lines := []string{"- " + escape(title, inOpening)}
	for _, n := range notes {
		lines = append(lines, "  - "+escape(n, inOpening))
	}
	return strings.Join(lines, "\n")
}

// leader says who was elected, how and on what terms, why there is nobody, or that the group has not come to it.
func (l speech) leader(c workshop.Canvas) string {
	switch {
	case c.Leader != "":
		return l.elected(c)
	case c.NoLeader != "":
		return l.Say("No leader yet: %s", inLine.write(c.NoLeader))
	default:
		return italic(l.Say("Not elected yet."))
	}
}

// elected says who the leader is, and how the group came to them and on what terms where that is known.
func (l speech) elected(c workshop.Canvas) string {
	name := inOpening.write(c.Leader)
	switch {
	case c.LeaderHow == workshop.ByVote:
		return l.Say("%s, elected by vote", name)
	case c.LeaderHow == workshop.ByRunoff:
		return l.Say("%s, elected by runoff", name)
	case c.LeaderHow == workshop.ByLot:
		return l.Say("%s, elected by lot", name)
	case c.LeaderHow == workshop.ByConsent && c.LeaderTerms != "":
		return l.Say("%s, elected by consent, %s", name, inLine.write(c.LeaderTerms))
	case c.LeaderHow == workshop.ByConsent:
		return l.Say("%s, elected by consent", name)
	default:
		return name
	}
}

// people are who took part, then who facilitated.
func (l speech) people(c workshop.Canvas) []string {
	var blocks, bullets []string
	for _, name := range c.People {
		bullets = append(bullets, bullet(name, nil))
	}
	if len(bullets) > 0 {
		blocks = append(blocks, strings.Join(bullets, "\n"))
	} else {
		blocks = append(blocks, italic(l.Say("Nobody yet.")))
	}
	if len(c.Facilitators) > 0 {
		blocks = append(blocks, l.Say("Facilitated by %s", l.listed(c.Facilitators, inLine.write)))
	}
	return blocks
}

// actions are what will be done first, with whoever sees to it and by when.
func (l speech) actions(all []workshop.Planned) string {
	var bullets []string
	for _, a := range all {
		a.Owner = inLine.write(a.Owner)
		bullets = append(bullets, "- "+inOpening.write(a.What)+" ("+l.OwnerAndDay(a)+")")
	}
	return strings.Join(bullets, "\n")
}

// agreements are the settled steps, a line each, with the concerns that were heard under them. Whose they were stays
// in the room.
func (l speech) agreements(all []workshop.Agreement) string {
	var lines []string
	for _, a := range all {
		lines = append(lines, "- "+l.Say("%s: %s", inOpening.write(l.heading(a.Step)), l.Settled(a.Settlement)))
		for _, c := range a.Concerns {
			lines = append(lines, "  - "+l.Say("%d: %s", c.Level, inLine.write(c.Sentence)))
		}
	}
	return strings.Join(lines, "\n")
}
