package tui

import (
	"fmt"
	"slices"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// barRow is one option of a result: how many votes it has, and a word for what that means.
type barRow struct {
	label string
	n     int
	word  string
	first bool // it won, or is among those who go on
}

// resultRows are a result's options, most votes first. The winner and those who go on have the words.
func resultRows(v workshop.View, r workshop.Result, won, goesOn string) []barRow {
	var rows []barRow
	for _, c := range r.Outcome.Tally {
		row := barRow{label: optionWords(v, r.Vote, c.Option), n: c.Votes}
		switch {
		case c.Option == r.Outcome.Winner:
			row.word, row.first = won, true
		case slices.Contains(r.Outcome.Tied, c.Option):
			row.word, row.first = goesOn, true
		}
		rows = append(rows, row)
	}
	return rows
}

// resultBars draws rows that are sorted: the place (the same for equal numbers), the label, a bar, the number, the word. When
// there are more rows than room, the last line says how many are left out; when there is much room, there are empty lines between.
func resultBars(st stage, rows []barRow, room int) []string {
	t := st.theme
	label, word, most := 0, 0, 0
	for _, r := range rows {
		label, word, most = max(label, theme.Width(r.label)), max(word, theme.Width(r.word)), max(most, r.n)
	}
	label = min(label, max(12, st.width*2/5))
	cells := max(0, st.width-label-word-12)
	var lines []string
	place, airy := 0, 2*len(rows)-1 <= room
	for i, r := range rows {
		if i == 0 || r.n != rows[i-1].n {
			place = i + 1
		}
		if airy && i > 0 {
			lines = append(lines, "")
		}
		if len(lines) == room-1 && i < len(rows)-1 {
			return append(lines, t.Muted.Render(fmt.Sprintf("   and %d more, with %d or fewer", len(rows)-i, r.n)))
		}
		name, number, style := t.Text, t.Text, t.Muted
		if r.first {
			name, number, style = t.Strong, t.Strong, t.Accent.Bold(false)
		}
		bar := strings.Repeat(t.Fill, barCells(r.n, most, cells))
		line := t.Muted.Render(fmt.Sprintf("%2d ", place)) + name.Render(t.Pad(r.label, label)) + "  " + style.Render(bar)
		if bar != "" {
			line += " "
		}
		line += number.Render(fmt.Sprint(r.n))
		if r.word != "" {
			line += "  " + style.Render(r.word)
		}
		lines = append(lines, line)
	}
	return lines
}

// barCells is how long a bar is: in proportion, and at most four cells for a vote, so that one vote does not look like
// a landslide.
func barCells(n, most, cells int) int {
	if most == 0 {
		return 0
	}
	return n * min(cells, 4*most) / most
}

// resultPart is a whole count: the bars, how many ballots, and in short the round before.
func resultPart(st stage, r workshop.Result, rows []barRow) part {
	t := st.theme
	foot := append([]string{"", t.Muted.Render(castWords(r))}, roundLines(st, r)...)
	if first, ok := firstRound(st.view, r.Purpose); ok {
		foot = append(foot, roundBefore(st, first)...)
	}
	return part{list: func(room int) []string {
		if len(rows)+len(foot) > room {
			foot = foot[1:]
		}
		if rounds := roundLines(st, r); len(rounds) > 0 && len(foot)+min(3, len(rows)) > room {
			foot = roundWordsOf(st, r, len(r.Rounds)-1) // how it ended
		}
		if len(rows) == 0 || len(foot)+min(2, len(rows)) > room {
			foot = nil
		}
		return append(resultBars(st, rows, max(1, room-len(foot))), foot...)
	}}
}

// roundBefore says in at most two lines how the vote before a runoff went; of ranked ballots, the last count.
func roundBefore(st stage, r workshop.Result) []string {
	var parts []string
	which := "First round"
	if n := len(r.Rounds); n > 0 {
		which = fmt.Sprintf("Ranked ballots, round %d", n)
	}
	for _, c := range r.Outcome.Tally {
		parts = append(parts, fmt.Sprintf("%s %d", optionWords(st.view, r.Vote, c.Option), c.Votes))
	}
	if n := len(r.Rounds); n > 0 && r.Rounds[n-1].Exhausted > 0 {
		parts = append(parts, noChoiceLeft(r.Rounds[n-1]))
	}
	if r.Outcome.Blank > 0 {
		parts = append(parts, fmt.Sprintf("blank %d", r.Outcome.Blank))
	}
	t := st.theme
	lines := theme.Wrap(which+": "+strings.Join(parts, ", "), st.width)
	if len(lines) > 2 {
		lines = []string{lines[0], t.Cut(lines[1]+" "+lines[2], st.width)}
	}
	for i := range lines {
		lines[i] = t.Muted.Render(lines[i])
	}
	return lines
}

// castWords says how many ballots were in the box, and how many of them were blank.
func castWords(r workshop.Result) string {
	s := count(r.Outcome.Cast, "ballot")
	if r.Outcome.Blank > 0 {
		return fmt.Sprintf("%s, %d of them blank.", s, r.Outcome.Blank)
	}
	return s + ", none of them blank."
}

// plaque frames what the group has chosen, written large.
func plaque(st stage, text string) []string {
	t, f := st.theme, st.theme.Frame
	inner := theme.Wrap(text, max(1, (st.width-10)/2))
	for i, l := range inner {
		inner[i] = theme.Spaced(l)
	}
	width := 0
	for _, l := range inner {
		width = max(width, theme.Width(l))
	}
	edge := t.Accent.Bold(false)
	side := func(l string) string {
		gap := width - theme.Width(l)
		return edge.Render(f.Side) + strings.Repeat(" ", 3+gap/2) + t.Accent.Render(l) +
			strings.Repeat(" ", 3+gap-gap/2) + edge.Render(f.Side)
	}
	lines := []string{edge.Render(f.TopLeft + strings.Repeat(f.Top, width+6) + f.TopRight)}
	for _, l := range inner {
		lines = append(lines, side(l))
	}
	lines = append(lines, edge.Render(f.BottomLeft+strings.Repeat(f.Top, width+6)+f.BottomRight))
	for i := range lines {
		lines[i] = t.Centred(lines[i], st.width)
	}
	return lines
}
