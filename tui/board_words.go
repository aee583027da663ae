package tui

import (
	"fmt"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// What reads well on one wall. It is said, never forced.
const fewClusters, manyClusters = 6, 10

// words is the line above the wall: what a drop would do, what is marked, or what the phase is about.
func (s *boardScreen) words(st stage) string {
	t, v := st.theme, st.view
	switch {
	case s.carried.Somewhere():
		hand := t.Hand + " drop: "
		return t.Warn.Bold(true).Render(t.Cut(hand+dropping(s.look(st), s.carried, s.target).words, st.width))
	case len(s.marked) > 0:
		words := count(len(s.marked), "mark") + ". m puts them together, esc takes the marks away."
		return t.Good.Render(t.Cut(t.Done+" "+words, st.width))
	case v.At.Phase == workshop.PhaseShare:
		return t.Muted.Render(t.Cut("Read on your own first, then ask. "+count(countNotes(v), "note")+".", st.width))
	default:
		return t.Muted.Render(cutAdvice(t, advice(v), st.width))
	}
}

// advice says how the clustering stands, the most important first.
func advice(v workshop.View) []string {
	alone, clusters, untitled := 0, 0, 0
	for _, c := range v.Columns {
		alone += len(c.Lone)
		clusters += len(c.Clusters)
		for _, p := range c.Clusters {
			if p.Title == "" {
				untitled++
			}
		}
	}
	if clusters == 0 && alone > 1 {
		return []string{"Two that say the same? Grab one (space), carry it (arrows), drop it (space)."}
	}
	var out []string
	switch {
	case alone == 1:
		out = append(out, "1 note stands alone")
	case alone > 1:
		out = append(out, fmt.Sprintf("%d notes stand alone", alone))
	}
	if clusters > 0 {
		said := count(clusters, "cluster")
		if clusters+alone > manyClusters {
			said += fmt.Sprintf(" (%d to %d read well)", fewClusters, manyClusters)
		}
		out = append(out, said)
	}
	switch {
	case untitled == 1:
		out = append(out, "1 has no title")
	case untitled > 1:
		out = append(out, fmt.Sprintf("%d have no title", untitled))
	}
	return out
}

// cutAdvice puts as many parts as fit into one line.
func cutAdvice(t *theme.Theme, parts []string, width int) string {
	for n := len(parts); n > 1; n-- {
		if line := strings.Join(parts[:n], " "+t.Bullet+" "); theme.Width(line) <= width {
			return line
		}
	}
	return t.Cut(strings.Join(parts[:min(1, len(parts))], ""), width)
}

// countNotes counts what is on the wall, parked notes left out.
func countNotes(v workshop.View) int {
	n := 0
	for _, c := range v.Columns {
		n += len(c.Lone)
		for _, p := range c.Clusters {
			n += len(p.Notes)
		}
	}
	return n
}
