package tui

import (
	"strconv"
	"strings"

	"convene/tui/theme"
)

// agendaBar draws the agenda as one bar, each block as wide as its time.
func agendaBar(st stage, width int) []string {
	t, v := st.theme, st.view
	total := int(v.Agenda.Total())
	bar, names, used, sum := "", "", 0, 0
	for _, b := range v.Agenda {
		sum += int(b.Box)
		cells := sum*width/max(1, total) - used
		used += cells
		bar += t.Accent.Bold(false).Render(strings.Repeat(t.Walked, max(0, cells-1))) + strings.Repeat(" ", min(1, cells))
		name := wordsOf(b.Step).short
		if name == "" {
			name = strings.ToLower(string(b.Step))
		}
		label := strconv.Itoa(b.Box.Minutes())
		if len(label) >= cells {
			label = "" // it would touch the next
		}
		if theme.Width(name)+len(label)+2 <= cells {
			label = name + " " + label
		}
		names += t.Pad(t.Muted.Render(label), cells)
	}
	return []string{bar, names}
}
