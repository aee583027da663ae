package canvas

import (
	"fmt"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// Wide is the least width, in cells, at which the canvas is drawn in three columns.
const Wide = 72

// Lines draws the canvas in lines of at most so many cells, each complete in its styles.
func Lines(t *theme.Theme, c workshop.Canvas, width int) []string {
	width = max(1, width)
	lines := head(t, c, width)
	if width >= Wide {
		lines = append(lines, picture(t, c, width)...)
	} else {
		lines = append(lines, stack(t, c, width)...)
	}
	return append(lines, foot(t, c, width)...)
}

// head is the title in large letters, and what the canvas is about.
func head(t *theme.Theme, c workshop.Canvas, width int) []string {
	title := []string{theme.Spaced(c.Title)}
	if theme.Width(title[0]) > width {
		title = theme.Wrap(c.Title, width)
	}
	var lines []string
	for _, l := range title {
		lines = append(lines, t.Centred(t.Accent.Render(l), width))
	}
	var about []string
	if c.Named {
		about = append(about, c.Topic)
	} else {
		about = append(about, "the canvas so far")
	}
	if !c.Date.IsZero() {
		about = append(about, c.Date.Format("2 January 2006"))
	}
	if n := len(c.People); n == 1 {
		about = append(about, "1 person")
	} else {
		about = append(about, fmt.Sprintf("%d people", n))
	}
	for _, l := range theme.Wrap(strings.Join(about, " "+t.Bullet+" "), width) {
		lines = append(lines, t.Centred(t.Muted.Render(l), width))
	}
	return append(lines, "")
}

// section draws what is in one of the seven, in lines of at most so many cells.
func section(t *theme.Theme, b workshop.Box, width int) []string {
	lines := []string{t.Title.Render(t.Cut(strings.ToUpper(b.Section.Heading()), width))}
	if b.Statement != "" {
		for _, l := range theme.Wrap(b.Statement, width) {
			lines = append(lines, t.Strong.Render(l))
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
		lines = append(lines, t.Muted.Render("nothing yet"))
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
func stack(t *theme.Theme, c workshop.Canvas, width int) []string {
	var lines []string
	for _, b := range c.Sections {
		lines = append(lines, section(t, b, width)...)
		lines = append(lines, "")
	}
	return lines
}
