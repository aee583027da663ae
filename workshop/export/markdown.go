package export

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"convene/workshop"
)

// Markdown writes the canvas as a document in CommonMark with a table of GFM; the package documentation shows it. An
// error is that of the writer.
func Markdown(w io.Writer, c workshop.Canvas) error {
	blocks := []string{strings.TrimRight("# "+escape(c.Title, inHeading), " "), about(c)}
	for _, b := range c.Sections {
		blocks = append(blocks, "## "+b.Section.Heading())
		blocks = append(blocks, section(b)...)
	}
	if c.Forces != nil {
		blocks = append(blocks, "## Force field")
		blocks = append(blocks, forceField(*c.Forces)...)
	}
	blocks = append(blocks, "## Leader", leader(c), "## People")
	blocks = append(blocks, people(c)...)
	if len(c.Actions) > 0 {
		blocks = append(blocks, "## First actions", actions(c.Actions))
	}
	if agreed := c.Agreements(); len(agreed) > 0 {
		blocks = append(blocks, "## Agreement", "Fist to five: 5 is \"I will help to lead it\", 0 is \"no\".", agreements(agreed))
	}
	if _, err := io.WriteString(w, strings.Join(blocks, "\n\n")+"\n"); err != nil {
		return fmt.Errorf("write markdown: %w", err)
	}
	return nil
}

// about is the line under the title: the topic, the day, and how many took part.
func about(c workshop.Canvas) string {
	var parts []string
	if c.Topic != "" {
		parts = append(parts, escape(c.Topic, inOpening))
	}
	if !c.Date.IsZero() {
		parts = append(parts, c.Date.Format(time.DateOnly))
	}
	if n := len(c.People); n == 1 {
		parts = append(parts, "1 person")
	} else {
		parts = append(parts, strconv.Itoa(n)+" people")
	}
	return strings.Join(parts, " · ")
}

// section is what stands under the heading of one of the seven: the statement, then the bullets.
func section(b workshop.Box) []string {
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
		blocks = []string{"*Nothing here yet.*"}
	}
	return blocks
}

// bullet is an item of a list, with its notes as a list of its own under it.
func bullet(title string, notes []string) string {
	lines := []string{"- " + escape(title, inOpening)}
	for _, n := range notes {
		lines = append(lines, "  - "+escape(n, inOpening))
	}
	return strings.Join(lines, "\n")
}

// leader says who was elected, how and on what terms, why there is nobody, or that the group has not come to it.
func leader(c workshop.Canvas) string {
	switch {
	case c.Leader != "" && c.LeaderTerms != "":
		return escape(c.Leader, inOpening) + ", elected by " + string(c.LeaderHow) + ", " + escape(c.LeaderTerms, inLine)
	case c.Leader != "" && c.LeaderHow != "":
		return escape(c.Leader, inOpening) + ", elected by " + string(c.LeaderHow)
	case c.Leader != "":
		return escape(c.Leader, inOpening)
	case c.NoLeader != "":
		return "No leader yet: " + escape(c.NoLeader, inLine)
	default:
		return "*Not elected yet.*"
	}
}

// people are who took part, then who facilitated.
func people(c workshop.Canvas) []string {
	var blocks, bullets []string
	for _, name := range c.People {
		bullets = append(bullets, bullet(name, nil))
	}
	if len(bullets) > 0 {
		blocks = append(blocks, strings.Join(bullets, "\n"))
	} else {
		blocks = append(blocks, "*Nobody yet.*")
	}
	var names []string
	for _, name := range c.Facilitators {
		names = append(names, escape(name, inLine))
	}
	if n := len(names); n > 0 {
		with := names[n-1]
		if n > 1 {
			with = strings.Join(names[:n-1], ", ") + " and " + with
		}
		blocks = append(blocks, "Facilitated by "+with)
	}
	return blocks
}

// actions are what will be done first, with whoever sees to it.
func actions(all []workshop.Planned) string {
	var bullets []string
	for _, a := range all {
		owner := "nobody yet"
		if a.Owner != "" {
			owner = escape(a.Owner, inLine)
		}
		bullets = append(bullets, bullet(a.What, nil)+" ("+owner+")")
	}
	return strings.Join(bullets, "\n")
}

// agreements are the settled steps, a line each, with the concerns that were heard under them. Whose they were stays
// in the room.
func agreements(all []workshop.Agreement) string {
	var lines []string
	for _, a := range all {
		lines = append(lines, "- "+a.Step.Heading()+": "+a.Summary())
		for _, c := range a.Concerns {
			lines = append(lines, fmt.Sprintf("  - %d: %s", c.Level, escape(c.Sentence, inLine)))
		}
	}
	return strings.Join(lines, "\n")
}
