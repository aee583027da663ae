package tui

import (
	"fmt"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// wallRounds is the table of an instant runoff in letters, for walls on which ordinary type is too small; nil where it can't be
// written so in so many lines.
func wallRounds(st stage, r workshop.Result, room int) []string {
	t := st.theme
	head := []string{roundHead(st.Tongue)}
	for i := range r.Rounds {
		head = append(head, fmt.Sprint(i+1))
	}
	table, styles := [][]string{head}, []theme.Style{t.Muted}
	for _, row := range roundRows(st.view, r) {
		cells, style := []string{row.label}, t.Muted
		for _, n := range row.votes {
			cells = append(cells, fmt.Sprint(n))
		}
		if len(row.votes) < len(r.Rounds) {
			cells = append(cells, dropped(st.Tongue))
		}
		if row.stood {
			style = t.Text
		}
		table, styles = append(table, cells), append(styles, style)
	}
	lines, ok := letteredTable(t, table, st.width*2/5)
	if !ok || len(lines) > room || theme.Width(lines[0]) > st.width {
		return nil
	}
	for i := range lines {
		lines[i] = styles[i/theme.LetterRows].Render(lines[i])
	}
	return lines
}

// letteredTable writes rows of cells in letters, the first column from the left and the others up to the right. It answers
// false when a cell can't be written so, in a line, or the first column is wider than so many cells.
func letteredTable(t *theme.Theme, table [][]string, first int) ([]string, bool) {
	const between = 6
	letters := make([][][]string, len(table))
	var widths []int
	for y, row := range table {
		for x, cell := range row {
			l, ok := t.Lettered(cell, first, 1)
			if !ok || len(l) != theme.LetterRows {
				return nil, false
			}
			if x == len(widths) {
				widths = append(widths, 0)
			}
			letters[y] = append(letters[y], l)
			widths[x] = max(widths[x], theme.Width(l[0]))
		}
	}
	var lines []string
	for _, row := range letters {
		for i := range theme.LetterRows {
			var b strings.Builder
			for x, width := range widths {
				cell := ""
				if x < len(row) {
					cell = row[x][i]
				}
				if x == 0 {
					b.WriteString(t.Pad(cell, width))
				} else {
					b.WriteString(strings.Repeat(" ", between+width-theme.Width(cell)) + cell)
				}
			}
			lines = append(lines, b.String())
		}
	}
	return lines, true
}
