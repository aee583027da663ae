package tui

import (
	"slices"

	"convene/workshop"
	"convene/workshop/tongue"
)

// noChoiceLeft stands for the ballots that rank nobody who still stands.
func noChoiceLeft(l tongue.Tongue) string { return l.Say("no choice left") }

// roundRow is what one candidate had in the rounds of an instant runoff, as long as they stood.
type roundRow struct {
	label string
	votes []int
	stood bool // to the end
}

// roundRows are those who stood in the last round, in its order, then those who were dropped, the latest first, and last
// the ballots that had no choice left, if there were any.
func roundRows(v workshop.View, r workshop.Result) []roundRow {
	votes := make(map[string][]int)
	var without []int
	for _, round := range r.Rounds {
		for _, c := range round.Tally {
			votes[c.Option] = append(votes[c.Option], c.Votes)
		}
		without = append(without, round.Exhausted)
	}
	var rows []roundRow
	for i, round := range slices.Backward(r.Rounds) {
		last := i == len(r.Rounds)-1
		for _, c := range round.Tally {
			if last || slices.Contains(round.Dropped, c.Option) {
				rows = append(rows, roundRow{optionWords(v, r.Vote, c.Option), votes[c.Option], last})
			}
		}
	}
	if slices.Max(append(without, 0)) > 0 {
		rows = append(rows, roundRow{noChoiceLeft(in(v)), without, false})
	}
	return rows
}

// deadlockWords say why an instant runoff ended although somebody could have been dropped; empty where it did not.
func deadlockWords(v workshop.View, r workshop.Result) string {
	if len(r.Rounds) == 0 {
		return ""
	}
	var level []string
	for _, o := range r.Rounds[len(r.Rounds)-1].Level {
		level = append(level, optionWords(v, r.Vote, o))
	}
	slices.Sort(level)
	l := in(v)
	switch {
	case len(level) == 0:
		return ""
	case r.Outcome.Winner != "":
		return l.Say("%s share the last place; %s wins whoever goes.", listed(l, level), optionWords(v, r.Vote, r.Outcome.Winner))
	default:
		return l.Say("%s share the last place, and only a lot could tell who goes.", listed(l, level))
	}
}
