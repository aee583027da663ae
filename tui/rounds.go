package tui

import (
	"fmt"
	"slices"
	"strings"

	"convene/workshop"
	"convene/workshop/ballot"
)

// roundLines tell every round of an instant runoff, a sentence each; nothing where there were no ranked ballots.
func roundLines(st stage, r workshop.Result) []string {
	var lines []string
	for i := range r.Rounds {
		lines = append(lines, roundWordsOf(st, r, i)...)
	}
	return lines
}

// roundWordsOf are one round's.
func roundWordsOf(st stage, r workshop.Result, i int) []string {
	return styled(st.theme.Muted, wrapped(st, roundWords(st.view, r, i, r.Rounds[i])))
}

// roundWords are one round: with how many ballots everybody is, and what follows.
func roundWords(v workshop.View, r workshop.Result, i int, round ballot.Round) string {
	var with []string
	for _, c := range round.Tally {
		with = append(with, fmt.Sprintf("%s %d", optionWords(v, r.Vote, c.Option), c.Votes))
	}
	if round.Exhausted > 0 {
		with = append(with, noChoiceLeft(round))
	}
	follows := "no majority"
	switch {
	case len(round.Dropped) > 0:
		follows = listed(optionNames(v, r, round.Dropped)) + " dropped"
	case i == len(r.Rounds)-1 && r.Outcome.Winner != "":
		follows = optionWords(v, r.Vote, r.Outcome.Winner) + " has more than half"
		if len(round.Level) > 0 {
			follows = optionWords(v, r.Vote, r.Outcome.Winner) + " wins whoever goes next"
		}
	case len(round.Level) > 0:
		follows = listed(optionNames(v, r, round.Level)) + " are level"
	}
	return fmt.Sprintf("Round %d: %s; %s.", i+1, strings.Join(with, ", "), follows)
}

// noChoiceLeft says how many ballots rank nobody who still stands.
func noChoiceLeft(round ballot.Round) string {
	return fmt.Sprintf("no choice left %d", round.Exhausted)
}

// optionNames is what people read for these options, in the order of the alphabet.
func optionNames(v workshop.View, r workshop.Result, keys []string) []string {
	var out []string
	for _, k := range keys {
		out = append(out, optionWords(v, r.Vote, k))
	}
	slices.Sort(out)
	return out
}
