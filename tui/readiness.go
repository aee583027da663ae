package tui

import (
	"fmt"
	"slices"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// fewPeople is how many can have a cell each before the same words, over and over, hide who is who.
const fewPeople = 24

// readiness says what each person is up to, in so many rows: in a cell of their own with a symbol and a word where they
// are few and there is room for that, and otherwise by name, behind the word that they share.
func readiness(st stage, rows int) []string {
	here := participants(st.view)
	for _, cell := range []int{26, 20} {
		if columns := max(1, st.width/cell); len(here) <= min(fewPeople, rows*columns) && wordsFit(st, here, cell) {
			return readyCells(st, here, cell, columns)
		}
	}
	return readyGroups(st, here, rows)
}

// leastName is how much of a name stands beside its word, in cells.
const leastName = 6

// wordsFit says whether the word of each person fits into a cell beside a symbol and what is least seen of a name.
func wordsFit(st stage, here []workshop.Presence, cell int) bool {
	return !slices.ContainsFunc(here, func(p workshop.Presence) bool {
		return theme.Width(standing(st.theme, st.view, p).word)+leastName+3 > cell
	})
}

// readyCells has a cell for each person.
func readyCells(st stage, here []workshop.Presence, cell, columns int) []string {
	t := st.theme
	var lines []string
	for i := 0; i < len(here); i += columns {
		var b strings.Builder
		for _, p := range here[i:min(len(here), i+columns)] {
			r := standing(t, st.view, p)
			name := t.Cut(p.Name, max(leastName, cell-theme.Width(r.word)-4))
			b.WriteString(t.Pad(r.style.Render(r.mark)+" "+t.Text.Render(name)+" "+r.style.Render(r.word), cell))
		}
		lines = append(lines, b.String())
	}
	return lines
}

// ready is a symbol and a word for what a person is up to.
type ready struct {
	mark, word string
	style      theme.Style
	rank       int // whom the group waits for comes first
}

func standing(t *theme.Theme, v workshop.View, p workshop.Presence) ready {
	switch {
	case hasDone(v, p):
		return ready{t.Done, doneWords(v, p), t.Good, 2}
	case v.Live.Away(p):
		return ready{t.Away, in(v).Say("away"), t.Muted, 1}
	case p.Minute:
		return ready{t.Asks, doneWords(v, p), t.Warn, 0}
	default:
		return ready{t.Waiting, doneWords(v, p), t.Muted, 1}
	}
}

// readyGroup is everyone who is up to the same.
type readyGroup struct {
	ready
	names []string
}

// manyPeople are so many that nobody looks for a name among them before few are left.
const manyPeople = 60

// readyGroups has a line or more for each word, and behind it the names of whom it is true; those whom the group waits
// for are named first. Whoever is not named is counted.
func readyGroups(st stage, here []workshop.Presence, rows int) []string {
	var lines []string
	groups := grouped(st, here)
	for i, g := range groups {
		room := rows - len(lines) - (len(groups) - i - 1) // each of the others has one
		if len(here) > manyPeople {
			lines = append(lines, g.few(st))
			continue
		}
		lines = append(lines, g.lines(st, max(1, room))...)
	}
	return lines[:min(len(lines), rows)]
}

// grouped puts people together who are up to the same.
func grouped(st stage, here []workshop.Presence) []readyGroup {
	var groups []readyGroup
	at := make(map[string]int)
	for rank := range 3 {
		for _, p := range here {
			r := standing(st.theme, st.view, p)
			if r.rank != rank {
				continue
			}
			i, known := at[r.word]
			if !known {
				i = len(groups)
				at[r.word] = i
				groups = append(groups, readyGroup{ready: r})
			}
			groups[i].names = append(groups[i].names, p.Name)
		}
	}
	return groups
}

// lines has the names behind the word and their number, in at most so many lines.
func (g readyGroup) lines(st stage, rows int) []string {
	word, before := g.label(st)
	lines := namesIn(st, g.names, st.width-before, rows)
	for i, l := range lines {
		lead := strings.Repeat(" ", before)
		if i == 0 {
			lead = word
		}
		lines[i] = lead + st.theme.Text.Render(l)
	}
	return lines
}

// few has the names behind the word and their number only where one line has room for all of them. Of hundreds the first dozen
// says little, and with each of them the whole list would move.
func (g readyGroup) few(st stage) string {
	word, before := g.label(st)
	names := strings.Join(g.names, ", ")
	if theme.Width(names) > st.width-before {
		return strings.TrimRight(word, " ")
	}
	return word + st.theme.Text.Render(names)
}

// label is the word and their number, and how many cells stand before the names.
func (g readyGroup) label(st stage) (string, int) {
	const label = 22
	word := fmt.Sprintf("%s %s (%d)", g.mark, g.word, len(g.names))
	before := max(label, theme.Width(word)+2)
	if st.narrow() {
		before = theme.Width(word) + 2
	}
	return g.style.Render(word) + strings.Repeat(" ", before-theme.Width(word)), before
}

// namesIn lists names in at most so many lines of so many cells. The last one counts those who are not named.
func namesIn(st stage, names []string, cells, rows int) []string {
	most, room := 0, cells*rows+2
	for most < len(names) && room > 0 { // no more have room, and people may be five hundred
		room -= theme.Width(names[most]) + 2
		most++
	}
	for n := most; n > 0; n-- {
		said := strings.Join(names[:n], ", ")
		if left := len(names) - n; left > 0 {
			said = st.Count(left, "%s and %d more", "%s and %d more", said, left)
		}
		if lines := theme.Wrap(said, cells); len(lines) <= rows {
			return lines
		}
	}
	return []string{st.theme.Cut(strings.Join(names, ", "), cells)}
}
