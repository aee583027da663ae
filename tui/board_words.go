package tui

import (
	"slices"
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
		would := st.Say("drop: %s", s.dropped(s.look(st)).words)
		return t.Warn.Bold(true).Render(t.Cut(t.Hand+" "+would, st.width))
	case len(s.marked) > 0:
		return t.Good.Render(fitting(t, st.width, markedWords(st, len(s.marked))...))
	case v.At.Phase == workshop.PhaseShare && facilitates(v):
		coverage := coverageWords(v)
		return t.Muted.Render(fitting(t, st.width, withStood(st, strings.TrimSpace(coverage+" "+capacityWords(v, st.now)), coverage)...))
	case v.At.Phase == workshop.PhaseShare:
		n := countNotes(v)
		return t.Muted.Render(fitting(t, st.width, withStood(st,
			st.Count(n, "Read on your own first, then ask. %d note.", "Read on your own first, then ask. %d notes."),
			st.Count(n, "Read first, then ask. %d note.", "Read first, then ask. %d notes."))...))
	case unclustered(v) && len(v.Pairs) > 0 && mayMove(v):
		return t.Muted.Render(fitting(t, st.width,
			pairsWords(v)+". "+st.Say("Others: grab one (space), carry it (arrows), drop it (space)."), pairsWords(v)+"."))
	case unclustered(v):
		return t.Muted.Render(fitting(t, st.width, st.Say("Two that say the same? Grab one (space), carry it (arrows), drop it (space)."),
			st.Say("Two that say the same? Grab one with space."), st.Say("Two alike? Grab one with space.")))
	default:
		return t.Muted.Render(cutAdvice(t, advice(v), st.width))
	}
}

// withStood puts before some ways to say a thing, as far as they go, the same with what the mark of a note from the last canvas means.
func withStood(st stage, ways ...string) []string {
	from := st.view.From
	if from == nil || !slices.ContainsFunc(st.view.At.Step.Prompts(), func(p workshop.Prompt) bool { return len(from.Entries[p]) > 0 }) {
		return ways
	}
	var out []string
	for _, w := range ways {
		out = append(out, w+" "+st.Say("%s stood there last time.", st.theme.Stood))
	}
	return append(out, ways...)
}

// markedWords say what can be done with so many things that are marked, in more and in fewer words.
func markedWords(st stage, n int) []string {
	marks := st.theme.Done + " " + st.Count(n, "%d mark", "%d marks") + ". "
	if n == 1 {
		return []string{
			marks + st.Say("Mark more with M; i sends it to a cluster, esc unmarks."), marks + st.Say("i sends it, esc unmarks."),
		}
	}
	return []string{
		marks + st.Say("m puts them together, i sends them to a cluster, esc unmarks."),
		marks + st.Say("m joins them, i sends them to a cluster, esc unmarks."), marks + st.Say("m joins them, esc unmarks."),
	}
}

// pairsWords say how many pairs of notes are offered to be put together, without a stop.
func pairsWords(v workshop.View) string {
	n := len(v.Pairs)
	if n == 1 {
		return in(v).Say("2 notes say nearly the same: press d")
	}
	return in(v).Count(n, "%d pair says nearly the same: press d", "%d pairs say nearly the same: press d")
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
	l := in(v)
	var out []string
	if len(v.Pairs) > 0 && mayMove(v) {
		out = append(out, pairsWords(v))
	}
	if alone > 0 {
		out = append(out, l.Count(alone, "%d note stands alone", "%d notes stand alone"))
	}
	if clusters > 0 {
		said := l.Count(clusters, "%d cluster", "%d clusters")
		switch ideas := clusters + alone; {
		case ideas > manyClusters, ideas < fewClusters && countNotes(v) >= 2*fewClusters:
			said = l.Count(clusters, "%d cluster (%d to %d read well)", "%d clusters (%d to %d read well)", clusters, fewClusters, manyClusters)
		}
		out = append(out, said)
	}
	if untitled > 0 {
		out = append(out, l.Count(untitled, "%d has no title", "%d have no title"))
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
