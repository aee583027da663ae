package tui

import (
	"fmt"
	"slices"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
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
// there are more rows than room, the last line says how many are left out; when there is much room, there are empty lines
// between.
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
			return append(lines, t.Muted.Render("   "+st.Say("and %d more, with %d or fewer", len(rows)-i, r.n)))
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

// resultPart is a whole count, of ranked ballots with all its rounds: the bars, how many ballots, and the vote before a
// runoff. Where it has no room, it scrolls.
func resultPart(st stage, seen *choice, r workshop.Result, rows []barRow) part {
	foot := countWords(st, r)
	if first, ok := firstRound(st.view, r.Purpose); ok {
		foot = append(foot, voteBefore(st, first)...)
	}
	return part{list: func(room int) []string {
		lines := resultBars(st, rows, max(len(rows), room-1-len(foot)))
		if len(r.Rounds) > 0 {
			lines = newRoundsTable(st, r).draw(st.theme, rows, room-1-len(foot))
		}
		if len(lines)+1+len(foot) <= room {
			lines = append(lines, "")
		}
		return seen.reel(st, append(lines, foot...), room)
	}}
}

// leastCount is how many lines of a count are to be seen before anything that merely helps: of ranked ballots every round.
func leastCount(v workshop.View, r workshop.Result) int { return max(4, 1+len(roundRows(v, r))) }

// countWords say what is to be said under a count.
func countWords(st stage, r workshop.Result) []string {
	return styled(st.theme.Muted, wrapped(st, strings.TrimSpace(castWords(st.Tongue, r)+" "+deadlockWords(st.view, r))))
}

// voteBefore is the vote before a runoff, of ranked ballots with all its rounds.
func voteBefore(st stage, r workshop.Result) []string {
	if len(r.Rounds) == 0 {
		return lastBefore(st, r)
	}
	said := wrapped(st, strings.TrimSpace(
		st.Say("Before the runoff, by ranked ballots.")+" "+castWords(st.Tongue, r)+" "+deadlockWords(st.view, r)))
	return slices.Concat([]string{""}, styled(st.theme.Muted, said), newRoundsTable(st, r).draw(st.theme, nil, 0))
}

// lastBefore says in at most two lines how the vote before a runoff ended; of ranked ballots, the last round.
func lastBefore(st stage, r workshop.Result) []string {
	var parts []string
	for _, c := range r.Outcome.Tally {
		parts = append(parts, fmt.Sprintf("%s %d", optionWords(st.view, r.Vote, c.Option), c.Votes))
	}
	if n := len(r.Rounds); n > 0 && r.Rounds[n-1].Exhausted > 0 {
		parts = append(parts, fmt.Sprintf("%s %d", noChoiceLeft(st.Tongue), r.Rounds[n-1].Exhausted))
	}
	if r.Outcome.Blank > 0 {
		parts = append(parts, st.Count(r.Outcome.Blank, "blank %d", "blank %d"))
	}
	said := st.Say("First round: %s", strings.Join(parts, ", "))
	if n := len(r.Rounds); n > 0 {
		said = st.Say("Ranked ballots, round %d: %s", n, strings.Join(parts, ", "))
	}
	lines := theme.Wrap(said, st.width)
	if len(lines) > 2 {
		lines = []string{lines[0], st.theme.Cut(lines[1]+" "+lines[2], st.width)}
	}
	return styled(st.theme.Muted, lines)
}

// castWords says how many ballots were in the box, and how many of them were blank.
func castWords(l tongue.Tongue, r workshop.Result) string {
	cast, blank := r.Outcome.Cast, r.Outcome.Blank
	ballots := l.Count(cast, "%d ballot", "%d ballots")
	switch {
	case cast == 1 && blank == 1:
		return l.Say("1 ballot, and it is blank.")
	case cast == 1:
		return l.Say("1 ballot, and it is not blank.")
	case blank > 0:
		return l.Count(blank, "%s, %d of them blank.", "%s, %d of them blank.", ballots, blank)
	default:
		return l.Say("%s, none of them blank.", ballots)
	}
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
