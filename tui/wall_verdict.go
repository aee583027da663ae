package tui

import (
	"fmt"
	"slices"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// verdict is what the wall shows of a choice: what was chosen, or why nothing is yet, then the count.
type verdict struct {
	over    string   // small, above the plaque
	plaque  string   // what was chosen; empty while nothing is
	said    string   // why nothing is
	details []string // sentences
	next    []string // what comes next, styled
	result  workshop.Result
	rows    []barRow
}

func (d verdict) draw(st stage) []string {
	t := st.theme
	var top []part
	if d.over != "" {
		top = append(top, part{lines: centred(st, t.Muted, []string{headline(d.over, st.width)}), gives: 3})
	}
	if d.plaque != "" {
		top = append(top, part{lines: wallPlaque(st, d.plaque, st.height*2/5)})
	}
	if d.said != "" {
		l := tight
		if st.height >= smallType {
			l = large
		}
		top = append(top, part{lines: l.within(st, t.Warn.Bold(true), d.said, st.width, st.height/3)}, gap())
	}
	for i, s := range d.details {
		lines := styled(t.Text, theme.Wrap(s, st.width))
		if d.plaque != "" {
			style := t.Text
			switch {
			case i == 0:
				style = t.Strong
			case strings.HasPrefix(s, t.Done):
				style = t.Good
			}
			lines = centred(st, style, theme.Wrap(s, st.width))
		}
		if len(d.rows) == 0 && i == 0 {
			lines = inMiddle(st, large.within(st, t.Strong, s, st.width, st.height/4))
		}
		top = append(top, part{lines: lines, gives: min(2, i)})
	}
	if len(d.next) > 0 {
		top = append(top, gap(), part{lines: d.next})
	}
	if len(d.rows) == 0 {
		lines := arrange(st, 0, top...)
		return append(make([]string, max(0, (st.height-len(lines))/3)), lines...)
	}
	foot := []part{gap(), {lines: countWords(st, d.result), gives: 4}}
	taken := 0
	for _, p := range append(top, foot...) {
		taken += len(p.lines)
	}
	if first, ok := firstRound(st.view, d.result.Purpose); ok {
		lines := voteBefore(st, first)
		if taken+len(d.rows)+len(lines) > st.height {
			lines = lastBefore(st, first)
		}
		foot = append(foot, part{lines: lines, gives: 5})
	}
	bars := part{fill: true, list: func(room int) []string { return d.count(st, room) }}
	return arrange(st, d.least(st, top), append(append(top, gap(), bars), foot...)...)
}

// least is how many lines of the count there are, whatever else gives way for them: of ranked ballots every round, if that has
// room beside what stays.
func (d verdict) least(st stage, top []part) int {
	stays := 0
	for _, p := range top {
		if p.gives == 0 {
			stays += len(p.lines)
		}
	}
	return max(min(3, len(d.rows)), min(1+len(roundRows(st.view, d.result)), st.height-stays))
}

// count is the bars, and the rounds of ranked ballots: under thick bars, or where those have no room beside thin ones.
func (d verdict) count(st stage, room int) []string {
	if len(d.result.Rounds) == 0 {
		return wallBars(st, d.rows, room)
	}
	rt := newRoundsTable(st, d.result)
	under := rt.draw(st.theme, nil, 0)
	if st.height >= smallType {
		least := len(d.rows)*(theme.LetterRows+1) + 1 // for bars with their names in letters
		if lines := wallRounds(st, d.result, room-least); lines != nil {
			under = lines
		}
	}
	if thick, _ := thickness(len(d.rows), room-len(under)-1); thick > 1 {
		return slices.Concat(wallBars(st, d.rows, room-len(under)-1), []string{""}, under)
	}
	table := rt.draw(st.theme, d.rows, room)
	if len(table) > room {
		more := st.theme.Ellipsis + " " + st.Say("and %d more", len(table)-room+1)
		table = append(table[:max(0, room-1)], st.theme.Muted.Render(more))
	}
	return table
}

// wallBars draws a count in bars as thick as there is room for; where there is none for all of them, as elsewhere.
func wallBars(st stage, rows []barRow, room int) []string {
	t := st.theme
	thick, gap := thickness(len(rows), room)
	if thick == 1 {
		return resultBars(st, rows, room)
	}
	labels, label := barLabels(st, rows, thick)
	word, most := 0, 0
	for _, r := range rows {
		word, most = max(word, theme.Width(r.word)), max(most, r.n)
	}
	const number = 12 // cells, with the air around it
	cells := max(1, st.width-label-word-number)
	var lines []string
	for k, r := range rows {
		name, style := t.Text, t.Muted
		if r.first {
			name, style = t.Strong, t.Accent.Bold(false)
		}
		bar := style.Render(strings.Repeat(t.Fill, wallBarCells(r.n, most, cells)))
		digits := t.Fitted(fmt.Sprint(r.n), number, min(3, thick))
		down := (thick - len(digits)) / 2
		for i := range thick {
			line := t.Pad("", label)
			if i < len(labels[k]) {
				line = t.Pad(name.Render(labels[k][i]), label)
			}
			line += "  " + bar
			if at := i - down; at >= 0 && at < len(digits) {
				line += "  " + name.Render(digits[at])
			}
			if i == down+len(digits)/2 && r.word != "" {
				line += "  " + style.Render(r.word)
			}
			lines = append(lines, line)
		}
		lines = append(lines, make([]string, gap)...)
	}
	return lines[:len(lines)-gap]
}

// barLabels are the labels of bars and the cells that they take: in letters if all of them can be written so, in a line
// each.
func barLabels(st stage, rows []barRow, thick int) (labels [][]string, cells int) {
	t, most := st.theme, st.width*2/5
	if thick >= theme.LetterRows && st.height >= smallType {
		for _, r := range rows {
			l, ok := t.Lettered(r.label, most, 1)
			if !ok || len(l) > theme.LetterRows {
				break
			}
			labels, cells = append(labels, l), max(cells, theme.Width(l[0]))
		}
	}
	if len(labels) == len(rows) {
		return labels, cells
	}
	labels, cells = nil, 0
	for _, r := range rows {
		l := t.Cut(r.label, most)
		labels, cells = append(labels, slices.Concat(make([]string, (thick-1)/2), []string{l})), max(cells, theme.Width(l))
	}
	return labels, cells
}

// wallBarCells is how long a bar is: in proportion, and at most eight cells for a vote, so that one vote does not look
// like a landslide.
func wallBarCells(n, most, cells int) int {
	if most == 0 {
		return 0
	}
	return n * min(cells, 8*most) / most
}
