package tui

import "convene/workshop"

// newMethodDialog asks, before the election opens, how everybody votes. The note says what sets each apart; the ballot has the whole rule.
func newMethodDialog() *pickDialog {
	return &pickDialog{
		title: "How do you elect? Both are secret, and more than half of all ballots cast elects; else a runoff.",
		items: []pickItem{
			{label: "One vote each", note: "the first two go to the runoff", then: send{command: workshop.OpenVote{}}},
			{label: "Ranked ballots", note: "the last is dropped each time", then: send{command: workshop.OpenVote{Ranked: true}}},
		},
	}
}
