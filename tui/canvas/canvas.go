package canvas

import (
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// Wide is the least width, in cells, at which the canvas is drawn in three columns.
const Wide = 72

// Lines draws the canvas in lines of at most so many cells, each complete in its styles.
func Lines(t *theme.Theme, c workshop.Canvas, width int) []string {
	width = max(1, width)
	l := speechOf(c)
	lines := l.head(t, c, width)
	if width >= Wide {
		lines = append(lines, l.picture(t, c, width)...)
	} else {
		lines = append(lines, l.stack(t, c, width)...)
	}
	return append(lines, l.foot(t, c, width)...)
}

// head is the title in large letters, and what the canvas is about.
func (l speech) head(t *theme.Theme, c workshop.Canvas, width int) []string {
	title := []string{theme.Spaced(c.Title)}
	if theme.Width(title[0]) > width {
		title = theme.Wrap(c.Title, width)
	}
	var lines []string
	for _, s := range title {
		lines = append(lines, t.Centred(t.Accent.Render(s), width))
	}
	var about []string
	if c.Named {
		about = append(about, c.Topic)
	} else {
		about = append(about, l.Say("the canvas so far"))
	}
	if !c.Date.IsZero() {
		about = append(about, l.Day(c.Date))
	}
	about = append(about, l.Count(len(c.People), "%d person", "%d people"))
	if c.Leader != "" {
		about = append(about, l.Say("%s leads", c.Leader))
	}
	for _, s := range theme.Wrap(strings.Join(about, " "+t.Bullet+" "), width) {
		lines = append(lines, t.Centred(t.Muted.Render(s), width))
	}
	return append(lines, "")
}

// section draws what is in one of the seven, in lines of at most so many cells.
func (l speech) section(t *theme.Theme, b workshop.Box, width int) []string {
	lines := []string{t.Title.Render(t.Cut(strings.ToUpper(l.words.Heading(b.Section)), width))}
	if b.Statement != "" {
		for _, s := range theme.Wrap(b.Statement, width) {
			lines = append(lines, t.Strong.Render(s))
		}
		if len(b.Entries) > 0 {
			lines = append(lines, "")
		}
	}
	for _, e := range b.Entries {
		lines = append(lines, hanging(t.Accent.Render(t.Bullet)+" ", e.Title, width, t.Text.Render)...)
		for _, n := range e.Notes {
			lines = append(lines, hanging("  "+t.Muted.Render(t.Bullet)+" ", n, width, t.Muted.Render)...)
		}
	}
	if b.Statement == "" && len(b.Entries) == 0 {
		lines = append(lines, t.Muted.Render(l.Say("nothing yet")))
	}
	return lines
}

// hanging wraps a text behind a mark; its further lines stand under the first.
func hanging(mark, words string, width int, render func(...string) string) []string {
	before := theme.Width(mark)
	var lines []string
	for i, l := range theme.Wrap(words, max(1, width-before)) {
		if i > 0 {
			mark = strings.Repeat(" ", before)
		}
		lines = append(lines, mark+render(l))
	}
	return lines
}

// stack draws the sections one under the other.
func (l speech) stack(t *theme.Theme, c workshop.Canvas, width int) []string {
	var lines []string
	for _, b := range c.Sections {
		lines = append(lines, l.section(t, b, width)...)
		lines = append(lines, "")
	}
	return lines
}
