package tui

import (
	"fmt"
	"slices"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
)

// roundsTable shows every round of an instant runoff: a column for each, as many side by side as there is room for, and
// the later ones under them. Beside those who stood to the end there may be bars.
type roundsTable struct {
	rows    []roundRow
	rounds  int
	width   int
	label   int    // cells of a name
	cell    int    // cells of a round
	abreast int    // rounds side by side
	head    string // stands beside the numbers of the rounds
	gone    string // stands after the last round of somebody who was dropped
}

// roundHead stands beside the numbers of the rounds.
func roundHead(l tongue.Tongue) string { return l.Say("round") }

// dropped stands after the last round of somebody who is out.
func dropped(l tongue.Tongue) string { return l.SayAs("dropped", "out") }

// newRoundsTable measures. Columns get narrower before rounds go under one another.
func newRoundsTable(st stage, r workshop.Result) roundsTable {
	rt := roundsTable{
		rows: roundRows(st.view, r), rounds: len(r.Rounds), width: st.width, head: roundHead(st.Tongue), gone: dropped(st.Tongue),
	}
	rt.label, rt.cell = theme.Width(rt.head), theme.Width(rt.gone)+1
	for _, row := range rt.rows {
		rt.label = max(rt.label, theme.Width(row.label))
	}
	rt.label = min(rt.label, max(12, rt.width*2/5))
	if rt.beside(rt.rounds) < 0 {
		rt.cell = 3
	}
	rt.abreast = max(1, min(rt.rounds, (rt.width-rt.label)/rt.cell))
	return rt
}

// beside is how many cells are free beside so many rounds.
func (rt roundsTable) beside(rounds int) int { return rt.width - rt.label - rounds*rt.cell }

// draw has bars for none or for all who stood to the end, in their order; with air between them if that has room.
func (rt roundsTable) draw(t *theme.Theme, bars []barRow, room int) []string {
	var lines []string
	var barred []int // the lines with bars
	for from := 0; from < rt.rounds; from += rt.abreast {
		to := min(from+rt.abreast, rt.rounds)
		head := strings.Repeat(" ", rt.label-theme.Width(rt.head)) + rt.head
		for i := from; i < to; i++ {
			head += rt.number(i + 1)
		}
		lines = append(lines, t.Muted.Render(head))
		beside := rt.bars(t, bars, rt.beside(to-from))
		for i, row := range rt.rows {
			if len(row.votes) < from {
				continue // out long before
			}
			style := t.Muted
			switch {
			case i < len(bars) && bars[i].first:
				style = t.Strong
			case row.stood:
				style = t.Text
			}
			line := style.Render(t.Pad(row.label, rt.label))
			for _, n := range row.votes[from:min(to, len(row.votes))] {
				line += style.Render(rt.number(n))
			}
			switch {
			case len(row.votes) < to:
				line += t.Muted.Render(rt.out())
			case to == rt.rounds && i < len(beside):
				line += beside[i]
				barred = append(barred, len(lines))
			}
			lines = append(lines, line)
		}
	}
	if len(lines)+len(barred) > room {
		return lines
	}
	for _, at := range slices.Backward(barred) {
		if at+1 < len(lines) {
			lines = slices.Insert(lines, at+1, "")
		}
	}
	return lines
}

func (rt roundsTable) number(n int) string { return fmt.Sprintf("%*d", rt.cell, n) }

// out is what stands after the last round of somebody who was dropped.
func (rt roundsTable) out() string {
	if rt.cell <= theme.Width(rt.gone) {
		return "  -"
	}
	return " " + rt.gone
}

// bars are bars and words in so many cells, the words only where all of them have room.
func (rt roundsTable) bars(t *theme.Theme, rows []barRow, cells int) []string {
	word, most := 0, 0
	for _, b := range rows {
		word, most = max(word, theme.Width(b.word)), max(most, b.n)
	}
	if word+2 > cells {
		word = 0
	}
	var out []string
	for _, b := range rows {
		style, line := t.Muted, ""
		if b.first {
			style = t.Accent.Bold(false)
		}
		if n := barCells(b.n, most, max(0, cells-word-4)); n > 0 {
			line += "  " + style.Render(strings.Repeat(t.Fill, n))
		}
		if b.word != "" && word > 0 {
			line += "  " + style.Render(b.word)
		}
		out = append(out, line)
	}
	return out
}
