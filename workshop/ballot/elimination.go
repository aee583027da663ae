package ballot

import (
	"cmp"
	"slices"
)

// elimination is an instant runoff between two rounds.
type elimination struct {
	// choices are the options on each ballot that is not blank, best first.
	choices  [][]string
	standing []string
	// now is how many votes each option had in the round just counted.
	now map[string]int
	// history is how many votes each option had in the rounds that break a tie
	// for last place: all of them, until it is closed.
	history map[string][]int
	closed  bool
	// majority is the number of votes that elects.
	majority int
}

// count is the next round, before anybody is dropped.
func (e *elimination) count() Round {
	round := Round{Tally: e.tally(e.standing), Exhausted: len(e.choices)}
	for _, c := range round.Tally {
		round.Exhausted -= c.Votes
		e.now[c.Option] = c.Votes
		if !e.closed {
			e.history[c.Option] = append(e.history[c.Option], c.Votes)
		}
	}
	return round
}

// drop lets these go. When several who have votes go together, their ballots
// move at once; one by one there would be rounds in between, which a lot would
// have put in order. What later rounds say can be otherwise in those, so it
// breaks no tie any more.
func (e *elimination) drop(dropped []string) {
	e.standing = without(e.standing, dropped...)
	e.closed = e.closed || len(dropped) > 1 && e.now[dropped[0]] > 0
}

// tally is the count if just these were standing.
func (e *elimination) tally(standing []string) Tally {
	var best []Ballot
	for _, choices := range e.choices {
		i := slices.IndexFunc(choices, func(o string) bool { return slices.Contains(standing, o) })
		if i >= 0 {
			best = append(best, Ballot{{Option: choices[i], Weight: 1}})
		}
	}
	return Tallied(standing, best)
}

// winner is the option that has a majority in t, or empty.
func (e *elimination) winner(t Tally) string {
	if len(t) == 0 || t[0].Votes < e.majority {
		return ""
	}
	return t[0].Option
}

// winnerWithoutAny is the option that would have a majority whichever one of
// these were dropped, or empty.
func (e *elimination) winnerWithoutAny(level []string) string {
	winner := ""
	for i, o := range level {
		w := e.winner(e.tally(without(e.standing, o)))
		if i > 0 && w != winner {
			return ""
		}
		winner = w
	}
	return winner
}

// last are those in last place in the round just counted: to be dropped, or
// level so that only a lot could tell. It is neither when there is no choice
// left to narrow down.
func (e *elimination) last(t Tally) (dropped, level []string) {
	if len(t.voted()) <= 2 {
		return nil, nil
	}
	lowest := slices.MinFunc(e.standing, e.compare)
	last := slices.DeleteFunc(slices.Clone(e.standing), func(o string) bool { return e.compare(o, lowest) != 0 })
	others := without(e.standing, last...)
	if len(others) >= 2 && e.allBehind(last, others) {
		return last, nil
	}
	return nil, last
}

// compare puts those who are dropped first in front: by the votes in the round
// just counted, and then by the history from the first round on.
func (e *elimination) compare(a, b string) int {
	return cmp.Or(cmp.Compare(e.now[a], e.now[b]), slices.Compare(e.history[a], e.history[b]))
}

// allBehind reports whether each of last would be dropped before any of others
// even if it got all that the rest of last can leave to it, while the others
// got nothing. Then the order in which last are dropped changes nothing. A
// single one always is.
func (e *elimination) allBehind(last, others []string) bool {
	for _, l := range last {
		t := e.tally(append([]string{l}, others...))
		most := t[slices.IndexFunc(t, func(c Count) bool { return c.Option == l })].Votes
		for _, o := range others {
			if cmp.Or(cmp.Compare(most, e.now[o]), slices.Compare(e.history[l], e.history[o])) >= 0 {
				return false
			}
		}
	}
	return true
}

// choices are the options that b ranks, best first. Two marks with one rank
// have not passed [Rule.Check], and neither says which comes first: both are
// left out, as all other marks that have not passed.
func choices(options []string, b Ballot) []string {
	var marks []Mark
	ranks := map[int]int{}
	for _, m := range b {
		if slices.Contains(options, m.Option) && m.counts() {
			marks = append(marks, m)
			ranks[m.Weight]++
		}
	}
	slices.SortFunc(marks, func(a, b Mark) int { return cmp.Compare(a.Weight, b.Weight) })
	var cs []string
	for _, m := range marks {
		if ranks[m.Weight] == 1 {
			cs = append(cs, m.Option)
		}
	}
	return cs
}

func without(options []string, dropped ...string) []string {
	return slices.DeleteFunc(slices.Clone(options), func(o string) bool { return slices.Contains(dropped, o) })
}
