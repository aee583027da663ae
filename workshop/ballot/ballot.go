package ballot

import (
	"cmp"
	"slices"
	"strings"
)

// Mark gives an option some weight: dots put on it, a vote, a score.
type Mark struct {
	Option string `json:"option"`
	Weight int    `json:"weight"`
}

func (m Mark) compare(o Mark) int {
	return cmp.Or(strings.Compare(m.Option, o.Option), cmp.Compare(m.Weight, o.Weight))
}

// counts reports whether m can be counted for some option.
func (m Mark) counts() bool { return m.Weight >= 1 }

// Ballot is what one voter put into the box. An empty one is blank. In its
// canonical form it is sorted by option, has no option twice and no weight
// below 1, and is nil when blank. A ballot that passed [Rule.Check] only needs
// [Canonical] to be in that form.
type Ballot []Mark

// Compare is a total order over canonical ballots, for sorting: mark by mark,
// first by the bytes of the option and then by weight, and a ballot comes
// before those that begin with it. A blank one is therefore first of all.
func (b Ballot) Compare(o Ballot) int {
	return slices.CompareFunc(b, o, Mark.compare)
}

// Canonical returns a sorted copy of b. It adds, merges and drops nothing: a
// ballot that [Rule.Check] refuses is no better afterwards.
//
// A blank ballot becomes nil, which JSON writes as null and reads back as nil,
// so that equal ballots are equal again after they have been on disk.
func Canonical(b Ballot) Ballot {
	if len(b) == 0 {
		return nil
	}
	c := slices.Clone(b)
	slices.SortFunc(c, Mark.compare)
	return c
}

// Sorted returns canonical copies of all ballots, blank ones included, in the
// order of [Ballot.Compare]. The order of casting is gone: two boxes with the
// same ballots give the same list. No ballots at all give nil.
func Sorted(bs []Ballot) []Ballot {
	if len(bs) == 0 {
		return nil
	}
	sorted := make([]Ballot, len(bs))
	for i, b := range bs {
		sorted[i] = Canonical(b)
	}
	slices.SortFunc(sorted, Ballot.Compare)
	return sorted
}
