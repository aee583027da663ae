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
	case s.finder != nil:
		return s.findWords(st)
	case s.carried.Somewhere():
		hand := t.Hand + " drop: "
		return t.Warn.Bold(true).Render(t.Cut(hand+s.dropped(s.look(st)).words, st.width))
	case len(s.marked) > 0:
		marks := t.Done + " " + count(len(s.marked), "mark") + ". "
		if len(s.marked) == 1 {
			return t.Good.Render(fitting(t, st.width, marks+"Mark more with M; i sends it to a cluster, esc unmarks.", marks+"i sends it, esc unmarks."))
		}
		return t.Good.Render(fitting(t, st.width, marks+"m puts them together, i sends them to a cluster, esc unmarks.",
			marks+"m joins them, i sends them to a cluster, esc unmarks.", marks+"m joins them, esc unmarks."))
	case v.At.Phase == workshop.PhaseShare && facilitates(v):
		coverage := coverageWords(v)
		return t.Muted.Render(fitting(t, st.width, strings.TrimSpace(coverage+" "+capacityWords(v, st.now)), coverage))
	case v.At.Phase == workshop.PhaseShare:
		notes := count(countNotes(v), "note") + "."
		return t.Muted.Render(fitting(t, st.width, "Read on your own first, then ask. "+notes, "Read first, then ask. "+notes))
	case unclustered(v) && len(v.Pairs) > 0 && mayMove(v):
		return t.Muted.Render(fitting(t, st.width, pairsWords(v)+" Others: grab one (space), carry it (arrows), drop it (space).", pairsWords(v)))
	case unclustered(v):
		return t.Muted.Render(fitting(t, st.width, "Two that say the same? Grab one (space), carry it (arrows), drop it (space).",
			"Two that say the same? Grab one with space.", "Two alike? Grab one with space."))
	default:
		return t.Muted.Render(cutAdvice(t, advice(v), st.width))
	}
}

// pairsWords say how many pairs of notes are offered to be put together.
func pairsWords(v workshop.View) string {
	if len(v.Pairs) == 1 {
		return "2 notes say nearly the same: press d."
	}
	return fmt.Sprintf("%d pairs say nearly the same: press d.", len(v.Pairs))
}

// fitting is the first of some ways to say a thing that fits; the last one is cut when none does.
func fitting(t *theme.Theme, cells int, ways ...string) string {
	for _, w := range ways {
		if theme.Width(w) <= cells {
			return w
		}
	}
	return t.Cut(ways[len(ways)-1], cells)
}

// unclustered says that there are notes and that nobody has put two of them together.
func unclustered(v workshop.View) bool {
	alone := 0
	for _, c := range v.Columns {
		if alone += len(c.Lone); len(c.Clusters) > 0 {
			return false
		}
	}
	return alone > 1
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
	var out []string
	if len(v.Pairs) > 0 && mayMove(v) {
		out = append(out, strings.TrimSuffix(pairsWords(v), "."))
	}
	switch {
	case alone == 1:
		out = append(out, "1 note stands alone")
	case alone > 1:
		out = append(out, fmt.Sprintf("%d notes stand alone", alone))
	}
	if clusters > 0 {
		said := count(clusters, "cluster")
		switch ideas := clusters + alone; {
		case ideas > manyClusters, ideas < fewClusters && countNotes(v) >= 2*fewClusters:
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
