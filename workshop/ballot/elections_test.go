package ballot

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"
)

// rules are all ways to decide between several options.
func rules() map[string]func([]string, []Ballot) Result {
	return map[string]func([]string, []Ballot) Result{
		"plurality": Plurality, "majority": Majority, "runoff": Runoff,
	}
}

// drawnOptions are one to five names, in any order.
func drawnOptions(t *rapid.T) []string {
	names := rapid.Permutation([]string{"ana", "bob", "cem", "dan", "eva"}).Draw(t, "names")
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
	for range rapid.IntRange(0, 8).Draw(t, "voters") {
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
