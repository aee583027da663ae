package ballot

import (
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"
)

// rules are all ways to decide between several options.
func rules() map[string]func([]string, []Ballot) Result {
	return map[string]func([]string, []Ballot) Result{
		"plurality": Plurality, "majority": Majority, "runoff": Runoff,
	}
}

// drawnOptions are one to seven names, in any order.
func drawnOptions(t *rapid.T) []string {
	names := rapid.Permutation([]string{"ana", "bob", "cem", "dan", "eva", "fay", "gus"}).Draw(t, "names")
	return names[:rapid.IntRange(1, len(names)).Draw(t, "options")]
}

// drawnBallot is valid, with weights from 1 to 3 and in any order, often blank.
func drawnBallot(t *rapid.T, options []string) Ballot {
	marked := rapid.SliceOfNDistinct(rapid.SampledFrom(options), 0, len(options), rapid.ID[string]).Draw(t, "marked")
	var b Ballot
	for _, o := range marked {
		b = append(b, Mark{Option: o, Weight: rapid.IntRange(1, 3).Draw(t, "weight")})
	}
	return b
}

// drawnOrder is a valid ranked ballot, often blank or short, best first.
func drawnOrder(t *rapid.T, options []string) Ballot {
	order := rapid.Permutation(options).Draw(t, "order")
	return ranking(order[:rapid.IntRange(0, len(order)).Draw(t, "ranked")]...)
}

// ranking is a ballot that ranks these, best first.
func ranking(options ...string) Ballot {
	var b Ballot
	for i, o := range options {
		b = append(b, Mark{Option: o, Weight: i + 1})
	}
	return b
}

func drawnOrders(t *rapid.T, options []string) []Ballot {
	var bs []Ballot
	for range rapid.IntRange(0, 12).Draw(t, "voters") {
		bs = append(bs, drawnOrder(t, options))
	}
	return bs
}

func drawnBallots(t *rapid.T, options []string) []Ballot {
	var bs []Ballot
	for range rapid.IntRange(0, 8).Draw(t, "voters") {
		bs = append(bs, drawnBallot(t, options))
	}
	return bs
}

// shuffled puts the ballots, and the marks on each, in another order.
func shuffled(t *rapid.T, bs []Ballot) []Ballot {
	if len(bs) == 0 {
		return nil
	}
	other := slices.Clone(rapid.Permutation(bs).Draw(t, "other order"))
	for i, b := range other {
		if len(b) > 0 {
			other[i] = rapid.Permutation(b).Draw(t, fmt.Sprintf("marks of ballot %d", i))
		}
	}
	return other
}

// renaming gives every option another name.
type renaming map[string]string

// drawnRenaming may give an option the name that another one had, and a name
// that sorts before all others or after them.
func drawnRenaming(t *rapid.T, options []string) renaming {
	names := rapid.Permutation([]string{"ana", "bob", "cem", "dan", "eva", " ", "0", "Zoë", "zoe", "ana bob", "yes"}).Draw(t, "new names")
	r := renaming{}
	for i, o := range options {
		r[o] = names[i]
	}
	return r
}

// options keeps nil, for which no option stands.
func (r renaming) options(options []string) []string {
	var others []string
	for _, o := range options {
		others = append(others, r[o])
	}
	return others
}

func (r renaming) ballots(bs []Ballot) []Ballot {
	var others []Ballot
	for _, b := range bs {
		other := slices.Clone(b)
		for i := range other {
			other[i].Option = r[other[i].Option]
		}
		others = append(others, other)
	}
	return others
}

func (r renaming) tally(t Tally) Tally {
	other := slices.Clone(t)
	for i := range other {
		other[i].Option = r[other[i].Option]
	}
	return other
}

func (r renaming) result(v Result) Result {
	v.Tally, v.Winner, v.Tied = r.tally(v.Tally), r[v.Winner], r.options(v.Tied)
	return v
}

func (r renaming) ranked(v RankedResult) RankedResult {
	v.Winner, v.Tied, v.Rounds = r[v.Winner], r.options(v.Tied), slices.Clone(v.Rounds)
	for i, round := range v.Rounds {
		v.Rounds[i].Tally = r.tally(round.Tally)
		v.Rounds[i].Dropped, v.Rounds[i].Level = r.options(round.Dropped), r.options(round.Level)
	}
	return v
}

// asSets forgets the order within each list of a result.
func asSets(r Result) Result {
	r.Tally = byName(r.Tally)
	slices.Sort(r.Tied)
	return r
}

func byName(t Tally) Tally {
	slices.SortFunc(t, func(a, b Count) int { return strings.Compare(a.Option, b.Option) })
	return t
}
