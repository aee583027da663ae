package ballot

import "slices"

// Score is what people think of one option when each gives it a number of its
// own instead of choosing between options.
type Score struct {
	Option string `json:"option"`
	// Median is the middle of the weights given, so that one extreme voice
	// cannot pull it far. With an even number of them it is the mean of the
	// two in the middle, a half rounded up.
	Median int `json:"median"`
	// Low and High are the lowest and the highest weight given. Far apart,
	// they say that people disagree, which a median alone hides.
	Low  int `json:"low"`
	High int `json:"high"`
	// Given is the number of ballots that score the option. When it is 0, the
	// option is unscored and the other numbers are 0 and mean nothing.
	Given int `json:"given"`
}

// Scores returns the score of each option, in the order of options. A ballot
// that leaves an option out says nothing about it: that is not a zero.
func Scores(options []string, bs []Ballot) []Score {
	given := make(map[string][]int, len(options))
	for _, b := range bs {
		for _, m := range b {
			if m.counts() {
				given[m.Option] = append(given[m.Option], m.Weight)
			}
		}
	}
	scores := make([]Score, len(options))
	for i, o := range options {
		scores[i] = scored(o, given[o])
	}
	return scores
}

func scored(option string, weights []int) Score {
	if len(weights) == 0 {
		return Score{Option: option}
	}
	slices.Sort(weights)
	return Score{
		Option: option,
		Median: median(weights),
		Low:    weights[0],
		High:   weights[len(weights)-1],
		Given:  len(weights),
	}
}

// median takes sorted weights, at least one.
func median(weights []int) int {
	upper := weights[len(weights)/2]
	if len(weights)%2 == 1 {
		return upper
	}
	lower := weights[len(weights)/2-1]
	return lower + (upper-lower+1)/2
}
