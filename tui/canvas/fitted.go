package canvas

import (
	"math"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// Fitted draws the canvas for a place that nobody scrolls, in so many lines of at most so many cells, without its title.
// Where there is no room, the notes under the entries give way, then long texts, then entries, and it says how many.
func Fitted(t *theme.Theme, c workshop.Canvas, width, height int) []string {
	const edges = 2
	l, share := speechOf(c), 6
	if len(c.Actions) > 0 {
		share = 4 // what comes next is read from the back row
	}
	bottom := l.fittedFoot(t, c, width, max(1, height/share))
	lines := append(l.fittedPicture(t, c, width, max(1, height-len(bottom)-edges)), bottom...)
	return lines[:min(len(lines), height)]
}

// fittedFoot is the leader and, in at most so many lines, what will be done first, what the forces come to, and who took part.
func (l speech) fittedFoot(t *theme.Theme, c workshop.Canvas, width, rows int) []string {
	lines := l.line(t, l.Say("LEADER"), l.leader(c), width)[:1]
	lines = append(lines, l.fittedActions(t, c, width, rows-len(lines))...)
	if field := l.fittedForces(t, c, width); len(lines)+len(field) <= rows {
		lines = append(lines, field...)
	}
	people := l.line(t, l.Say("PEOPLE"), strings.Join(c.People, ", "), width)
	if len(c.People) > 0 && len(lines)+len(people) <= max(rows, 1) {
		lines = append(lines, people...)
	}
	return lines[:min(len(lines), max(1, rows))]
}

func (l speech) fittedForces(t *theme.Theme, c workshop.Canvas, width int) []string {
	if c.Forces == nil {
		return nil
	}
	return l.forces(t, *c.Forces, width)
}

// fittedActions are what will be done first in at most so many lines, one each, with who sees to it and by when in full; the
// last line counts those that have no room.
func (l speech) fittedActions(t *theme.Theme, c workshop.Canvas, width, rows int) []string {
	if rows < 1 || len(c.Actions) == 0 {
		return nil
	}
	shown := c.Actions[:min(len(c.Actions), rows)]
	if len(c.Actions) > rows {
		shown = shown[:rows-1]
	}
	name, lines := l.Say("FIRST ACTIONS"), []string(nil)
	add := func(words string) {
		lines = append(lines, t.Cut(t.Title.Render(t.Pad(name, l.label))+words, width))
		name = ""
	}
	for _, a := range shown {
		who := " (" + l.OwnerAndDay(a) + ")"
		add(t.Text.Render(t.Cut(a.What, max(10, width-l.label-theme.Width(who))) + who))
	}
	switch more := len(c.Actions) - len(shown); {
	case len(shown) == 0:
		add(t.Text.Render(l.Count(more, "%d is planned", "%d are planned")))
	case more > 0:
		add(t.Muted.Render(l.Say("and %d more", more)))
	}
	return lines
}

// fittings are tried in turn until a section fits.
var fittings = [...]fitting{{notes: true, rows: math.MaxInt}, {rows: math.MaxInt}, {rows: 2}, {rows: 1}}

// fitting is how much is said of a section.
type fitting struct {
	notes bool // under the entries
	rows  int  // of a text, at most
}

// fittedPicture is the picture with so many rows between its edges: with all notes if that fits, otherwise each section
// with what its share of the rows allows.
func (l speech) fittedPicture(t *theme.Theme, c workshop.Canvas, width, height int) []string {
	widths := columnWidths(width)
	for _, f := range fittings[:2] {
		columns := f.columns(l, t, c, widths)
		columns[0], columns[2] = level(columns[0], columns[2])
		if max(tall(columns[0]), tall(columns[1]), tall(columns[2])) <= height {
			for i := range columns {
				columns[i] = stretch(columns[i], height)
			}
			return frame(t, columns, widths, height)
		}
	}
	columns := make([][]cell, len(arrangement))
	for i, sections := range arrangement {
		wants := make([]int, len(sections))
		for k, s := range sections {
			wants[k] = len(fittings[1].section(l, t, find(c, s), widths[i]-2))
		}
		for k, rows := range share(wants, height-len(sections)+1) {
			columns[i] = append(columns[i], cell{l.within(t, find(c, sections[k]), widths[i]-2, rows), rows})
		}
		columns[i] = stretch(columns[i], height)
	}
	return frame(t, columns, widths, height)
}

func (f fitting) columns(l speech, t *theme.Theme, c workshop.Canvas, widths []int) [][]cell {
	columns := make([][]cell, len(arrangement))
	for i, sections := range arrangement {
		for _, s := range sections {
			lines := f.section(l, t, find(c, s), widths[i]-2)
			columns[i] = append(columns[i], cell{lines, len(lines)})
		}
	}
	return columns
}

func (f fitting) section(l speech, t *theme.Theme, b workshop.Box, width int) []string {
	return f.within(l, t, b, width, math.MaxInt)
}

// Section draws one section of a canvas in at most so many lines, with as much as fits.
func Section(t *theme.Theme, c workshop.Canvas, b workshop.Box, width, height int) []string {
	return speechOf(c).within(t, b, width, height)
}

// within draws a section with as much as fits in so many lines.
func (l speech) within(t *theme.Theme, b workshop.Box, width, height int) []string {
	for _, f := range fittings {
		if lines := f.section(l, t, b, width); len(lines) <= height {
			return lines
		}
	}
	return fittings[len(fittings)-1].within(l, t, b, width, height)
}

// within draws a section, and says how many entries have no room in so many lines.
func (f fitting) within(l speech, t *theme.Theme, b workshop.Box, width, height int) []string {
	lines := []string{t.Title.Render(t.Cut(strings.ToUpper(l.words.Heading(b.Section)), width))}
	for _, s := range f.clip(t, b.Statement, width) {
		lines = append(lines, t.Strong.Render(s))
	}
	for i, e := range b.Entries {
		entry := f.hanging(t, t.Accent.Render(t.Bullet)+" ", e.Title, width, t.Text.Render)
		if f.notes {
			for _, n := range e.Notes {
				entry = append(entry, f.hanging(t, "  "+t.Muted.Render(t.Bullet)+" ", n, width, t.Muted.Render)...)
			}
		}
		last := 0
		if i < len(b.Entries)-1 {
			last = 1 // to say how many follow
		}
		if len(lines)+len(entry)+last > height {
			n := len(b.Entries) - i
			more := t.Ellipsis + " " + l.Say("%d more", n)
			lines = append(lines, t.Muted.Render(t.Cut(more, width)))
			break
		}
		lines = append(lines, entry...)
	}
	if b.Statement == "" && len(b.Entries) == 0 {
		lines = append(lines, t.Muted.Render(t.Cut(l.Say("nothing yet"), width)))
	}
	return lines[:min(len(lines), max(0, height))]
}

func (f fitting) hanging(t *theme.Theme, mark, words string, width int, render func(...string) string) []string {
	before := theme.Width(mark)
	var lines []string
	for i, l := range f.clip(t, words, max(1, width-before)) {
		if i > 0 {
			mark = strings.Repeat(" ", before)
		}
		lines = append(lines, mark+render(l))
	}
	return lines
}

// clip wraps a text into as many rows as it may have; none for no text.
func (f fitting) clip(t *theme.Theme, words string, width int) []string {
	if words == "" {
		return nil
	}
	lines := theme.Wrap(words, width)
	if len(lines) > f.rows {
		rest := strings.Join(lines[f.rows-1:], " ")
		lines = append(lines[:f.rows-1:f.rows-1], t.Cut(rest, width))
	}
	return lines
}
