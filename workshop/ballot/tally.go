package ballot

import (
	"cmp"
	"slices"
)

// Count is what one option got.
type Count struct {
	Option string `json:"option"`
	// Votes is the sum of the weights given to the option.
	Votes int `json:"votes"`
	// Ballots is the number of ballots that gave it anything.
	Ballots int `json:"ballots"`
}

// Tally is the count of every option, most votes first. Options with equally
// many votes are in the order in which the options were given.
type Tally []Count

// Tallied counts bs. Every option is in the tally, with or without votes.
func Tallied(options []string, bs []Ballot) Tally {
	t := make(Tally, len(options))
	place := make(map[string]int, len(options))
	for i, o := range options {
		t[i].Option = o
		place[o] = i
	}
	for _, b := range bs {
		for _, m := range b {
			i, known := place[m.Option]
			if !known || !m.counts() {
				continue
			}
			t[i].Votes += m.Weight
			t[i].Ballots++
		}
	}
	slices.SortStableFunc(t, func(a, b Count) int { return cmp.Compare(b.Votes, a.Votes) })
	return t
}

// First returns all options that share the first place with more than zero
// votes. It is nil when nobody has a vote.
func (t Tally) First() []string {
	return t.level()
}

// TopTwo returns those who go to a runoff: the first, and all who tie for
// second place with more than zero votes. When several share the first place,
// it is just them; when nobody but the first has a vote, it is the first
// alone; when nobody has a vote, it is nil.
func (t Tally) TopTwo() []string {
	first := t.First()
	if len(first) != 1 {
		return first
	}
	return append(first, t[1:].level()...)
}

// voted returns all options that have votes, or nil if none has.
func (t Tally) voted() []string {
	var options []string
	for _, c := range t {
		if c.Votes > 0 {
			options = append(options, c.Option)
		}
	}
	return options
}

// level returns the options that have as many votes as the one at the head of
// t, or nil if that one has none.
func (t Tally) level() []string {
	var options []string
	for _, c := range t {
		if c.Votes < 1 || c.Votes != t[0].Votes {
			break
		}
		options = append(options, c.Option)
	}
	return options
}
