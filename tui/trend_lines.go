package tui

import (
	"fmt"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/trend"
)

// roundCells is how wide a round is in the table of health checks: three counts with their shapes, and an arrow.
const roundCells = 17

// mostSparks is how many rounds a sparkline shows; it stands beside the table, which has to have room.
const mostSparks = 12

// trendLines set the health checks side by side, the newest at the right, as many as so many cells have room for: a row for each card,
// with the way that it has gone, and under it what has changed in people and cards.
func trendLines(st stage, table trend.Table, width int) []string {
	t := st.theme
	if len(table.Columns) == 0 {
		return []string{t.Muted.Render(st.Say("No health check was held yet."))}
	}
	name := max(14, min(36, width/3))
	sparks := min(len(table.Columns), mostSparks)
	from := max(0, len(table.Columns)-max(1, (width-name-sparks-2)/roundCells))
	lead := strings.Repeat(" ", name+sparks+3)
	days, took := lead, lead
	for _, c := range table.Columns[from:] {
		days += t.Strong.Render(t.Pad(st.Due(st.view.Today(c.Closed)), roundCells))
		took += t.Muted.Render(t.Pad(st.Count(c.Took, "%d answered", "%d answered"), roundCells))
	}
	lines := []string{days, took}
	for _, r := range table.Rows {
		style := t.Text
		if r.Gone {
			style = t.Muted
		}
		line := style.Render(t.Pad(t.Cut(r.Card.About, name), name)) + " " + t.Accent.Bold(false).Render(sparkline(t, r)) + "  "
		for _, c := range r.Cells[from:] {
			line += t.Pad(cellWords(st, c), roundCells)
		}
		lines = append(lines, line)
	}
	var changes []string
	for _, c := range table.Columns[from:] {
		changes = append(changes, changeLines(st, c, width)...)
	}
	if len(changes) > 0 {
		lines = append(append(lines, ""), changes...)
	}
	return lines
}

// tableOf sets the checks of the community side by side, once for all who look at the same moment.
func tableOf(st stage) trend.Table {
	type key struct{ community, before *workshop.Community }
	return st.view.Once(key{st.view.Community, st.before}, func() any { return trend.Of(st.community()) }).(trend.Table)
}

// sparkline is the way that a card has gone in the last rounds, in blocks where the terminal has them.
func sparkline(t *theme.Theme, r trend.Row) string {
	r.Cells = r.Cells[max(0, len(r.Cells)-mostSparks):]
	if t.Fill == "#" {
		return r.Digits()
	}
	return r.Blocks()
}

// cellWords are how a card was answered in one round.
func cellWords(st stage, c trend.Cell) string {
	t := st.theme
	switch c.State {
	case trend.Told:
	case trend.TooFew:
		return t.Muted.Render(st.Say("too few (%d)", c.Spread.Answered))
	default:
		return t.Faint.Render(t.Rule)
	}
	var parts []string
	for _, s := range shades(st)[:3] {
		parts = append(parts, fmt.Sprint(countOf(c.Spread, s.colour))+s.style.Render(s.shape))
	}
	return strings.Join(parts, " ") + " " + arrowWord(st, c.Arrow)
}

// arrowWord is the arrow as it stands beside the counts; nothing where the rounds can't be compared.
func arrowWord(st stage, a trend.Arrow) string {
	t := st.theme
	switch a {
	case trend.Up:
		return t.Good.Render(t.Rose)
	case trend.Down:
		return t.Bad.Render(t.Fell)
	case trend.Level:
		return t.Muted.Render(t.Level)
	default:
		return ""
	}
}

// changeLines say what was different in a round: who took part, and which cards there were.
func changeLines(st stage, c trend.Column, width int) []string {
	var said []string
	if c.Came > 0 {
		said = append(said, st.Count(c.Came, "%d person came", "%d people came"))
	}
	if c.Went > 0 {
		said = append(said, st.Count(c.Went, "%d person left", "%d people left"))
	}
	for _, change := range []struct {
		words string
		cards []workshop.HealthCard
	}{{st.Say("new"), c.New}, {st.Say("reworded"), c.Reworded}, {st.Say("gone"), c.Gone}} {
		if len(change.cards) > 0 {
			said = append(said, change.words+": "+cardNames(st, change.cards))
		}
	}
	if len(said) == 0 {
		return nil
	}
	words := st.Due(st.view.Today(c.Closed)) + ": " + strings.Join(said, "; ")
	return styled(st.theme.Muted, theme.Wrap(words, width))
}

func cardNames(st stage, cards []workshop.HealthCard) string {
	names := make([]string, len(cards))
	for i, c := range cards {
		names[i] = c.About
	}
	return listed(st.Tongue, names)
}
