package tui

import (
	"slices"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/ballot"
)

// dotted is the last dot vote of this step; false when there was none.
func dotted(v workshop.View) (workshop.Result, bool) {
	for _, r := range slices.Backward(v.Results) {
		if r.Step == v.At.Step && r.Purpose == workshop.Dots {
			return r, true
		}
	}
	return workshop.Result{}, false
}

// dotsStand says whether the dots still speak of what is on the board: everything that they were put on is there, under
// the same words.
func dotsStand(v workshop.View, r workshop.Result) bool {
	now := ideaLabels(v)
	return !slices.ContainsFunc(r.Options, func(o workshop.Option) bool { return now[o.Key] != o.Label })
}

// ideaLabels are the ideas on the board by the keys that ballots have for them, with what people read.
func ideaLabels(v workshop.View) map[string]string {
	out := make(map[string]string)
	for _, c := range v.Columns {
		for _, p := range c.Clusters {
			out[p.Key()] = p.Label()
		}
		for _, n := range c.Lone {
			out[n.Key()] = n.Text
		}
	}
	return out
}

// dotRows are the ideas that have dots, most first. Those that share a place say so; those among which the group may vote
// again stand out.
func dotRows(v workshop.View, r workshop.Result) (rows []barRow, without int) {
	l, top := in(v), r.Top()
	tally := r.Outcome.Tally
	for i, c := range tally {
		if c.Votes == 0 {
			without++
			continue
		}
		row := barRow{label: optionWords(v, r.Vote, c.Option), n: c.Votes}
		row.first = slices.ContainsFunc(top, func(o ballot.Count) bool { return o.Option == c.Option })
		if i > 0 && tally[i-1].Votes == c.Votes || i+1 < len(tally) && tally[i+1].Votes == c.Votes {
			row.word = l.Say("tied")
		}
		rows = append(rows, row)
	}
	return rows, without
}

// dotResult is what everyone sees after a dot vote.
func dotResult(st stage, r workshop.Result) []string {
	t, v := st.theme, st.view
	rows, without := dotRows(v, r)
	said := castWords(st.Tongue, r)
	if without > 0 {
		said += " " + st.Count(without, "%d idea without a dot.", "%d ideas without a dot.")
	}
	title := part{lines: styled(t.Strong, theme.Wrap(st.Say("What matters most here, by dots"), st.width))}
	if len(rows) == 0 {
		return arrange(st, 0, gap(), title, gap(), part{lines: wrapped(st, st.Say("Nobody has put a dot on anything."))})
	}
	bars := part{fill: true, list: func(room int) []string { return resultBars(st, rows, room) }}
	return arrange(st, min(3, len(rows)), title, gap(), bars, gap(), mutedPart(st, said, 3))
}
