package export

import (
	"io"
	"strconv"
	"strings"

	"convene/workshop"
	"convene/workshop/trend"
)

// communityMarkdown writes the page of a community in CommonMark with tables of GFM; the package documentation shows it.
func communityMarkdown(w io.Writer, c workshop.Community) error {
	l := lifeOf(c)
	blocks := []string{strings.TrimRight("# "+escape(c.Name, inHeading), " "), l.markdownAbout()}
	add := func(heading string, under ...string) {
		blocks = append(blocks, "## "+heading)
		blocks = append(blocks, under...)
	}
	var facts []string
	for _, f := range l.facts(inLine.write) {
		facts = append(facts, "- "+l.Say("%s: %s", f.Label, f.Value))
	}
	blocks = append(blocks, strings.Join(facts, "\n"))
	add(l.Say("Health checks"), l.markdownChecks()...)
	if said := l.markdownSentences(); len(said) > 0 {
		add(l.Say("What was written"), said...)
	}
	add(l.Say("Actions"), l.markdownActions()...)
	add(l.Say("The year"), l.markdownYear()...)
	_, err := io.WriteString(w, strings.Join(blocks, "\n\n")+"\n")
	return err
}

func (l life) markdownAbout() string {
	parts := []string{l.Say("Community of practice")}
	if !l.Founded.IsZero() {
		parts = append(parts, l.Say("founded %s", l.Date(l.Founded)))
	}
	return strings.Join(append(parts, l.Count(len(l.People), "%d person", "%d people")), " · ")
}

// markdownChecks are the checks side by side, how to read them, and what changed between them.
func (l life) markdownChecks() []string {
	if len(l.table.Columns) == 0 {
		return []string{italic(l.Say("No health check has been held yet."))}
	}
	blocks := []string{l.checkTable(), strings.Join(l.legend(), " ")}
	if said := l.split(inLine.write); said != "" {
		blocks = append(blocks, said)
	}
	var lines []string
	for i := max(1, l.from); i < len(l.table.Columns); i++ {
		lines = append(lines, "- "+l.changes(l.table.Columns[i], inLine.write))
	}
	if len(lines) > 0 {
		blocks = append(blocks, l.Say("What changed since the check before:"), strings.Join(lines, "\n"))
	}
	return blocks
}

// checkTable has a row for each card, and one for how many took part.
func (l life) checkTable() string {
	head, rule, took := []string{l.Say("Card")}, []string{"---"}, []string{bold(l.Say("Took part"))}
	for _, c := range l.abreast() {
		head, rule, took = append(head, l.Date(c.Closed)), append(rule, "---"), append(took, strconv.Itoa(c.Took))
	}
	rows := []string{row(append(head, l.Say("Trend"))...), row(append(rule, "---")...)}
	for _, r := range l.rows() {
		cells := []string{inCell.write(r.Card.About)}
		for _, c := range r.Cells[l.from:] {
			cells = append(cells, l.markdownCell(c))
		}
		rows = append(rows, row(append(cells, strings.TrimRight(r.Blocks()+" "+arrowSign(r.Along()), " "))...))
	}
	return strings.Join(append(rows, row(append(took, "")...)), "\n")
}

func (l life) markdownCell(c trend.Cell) string {
	if c.State != trend.Told {
		return italic(l.untold(c))
	}
	var all []string
	for _, a := range l.spread(c.Spread) {
		all = append(all, a.Letter+" "+a.Shape+" "+strconv.Itoa(a.N))
	}
	said := strings.Join(all, " · ")
	if arrow := arrowSign(c.Arrow); arrow != "" {
		said += " " + arrow
	}
	for _, m := range l.marks(c) {
		said += ", " + italic(m)
	}
	return said
}

// markdownSentences are what people wrote under the cards of the newest check.
func (l life) markdownSentences() []string {
	newest, cells, _ := l.newest()
	var bullets []string
	for _, c := range cells {
		if len(c.Spread.Sentences) > 0 {
			bullets = append(bullets, bullet(c.Card.About, c.Spread.Sentences))
		}
	}
	if len(bullets) == 0 {
		return nil
	}
	return []string{
		l.Say("In the health check of %s, without names and in the order of the alphabet.", l.Date(newest.Closed)),
		strings.Join(bullets, "\n"),
	}
}

func (l life) markdownActions() []string {
	var blocks []string
	for _, g := range l.groups() {
		var lines []string
		for _, a := range g.Actions {
			a.Owner = inLine.write(a.Owner)
			parts := []string{inOpening.write(a.What) + " (" + l.OwnerAndDay(a.Planned) + ")"}
			lines = append(lines, "- "+strings.Join(append(parts, l.history(a, inLine.write)...), " · "))
		}
		blocks = append(blocks, "### "+g.Title, strings.Join(lines, "\n"))
	}
	if len(blocks) == 0 {
		return []string{italic(l.Say("No actions yet."))}
	}
	return blocks
}

// markdownYear is what was held, month by month; a month without anything is left out.
func (l life) markdownYear() []string {
	months, earlier := l.year()
	if len(months) == 0 {
		return []string{italic(l.Say("Nothing here yet."))}
	}
	var blocks []string
	for _, m := range months {
		var lines []string
		for _, h := range m.events {
			lines = append(lines, "- "+l.markdownEvent(h))
		}
		if len(lines) > 0 {
			blocks = append(blocks, "### "+l.Month(m.at), strings.Join(lines, "\n"))
		}
	}
	if said := l.before(earlier); said != "" {
		blocks = append(blocks, said)
	}
	return blocks
}

func (l life) markdownEvent(h happening) string {
	said := l.Date(h.on.Date()) + " · " + h.what
	if h.held.Topic != "" {
		said += " · " + inLine.write(h.held.Topic)
	}
	if h.held.Minutes != "" {
		said += " · " + l.Say("minutes: %s", inLine.write(h.held.Minutes))
	}
	return said
}
