package tui

import (
	"convene/workshop"
	"convene/workshop/tongue"
)

// newMethodDialog asks, before the election opens, how everybody votes. The note says what sets each apart; the ballot has the
// whole rule.
func newMethodDialog(l tongue.Tongue) *pickDialog {
	return &pickDialog{
		title: l.Say("How do you elect? Both are secret, and more than half of all ballots cast elects; else a runoff."),
		items: []pickItem{
			{
				label: l.Say("One vote each"), note: l.Say("the first two go to the runoff"), then: send{command: workshop.OpenVote{}},
			},
			{
				label: l.Say("Ranked ballots"), note: l.Say("the last is dropped each time"),
				then: send{command: workshop.OpenVote{Ranked: true}},
			},
		},
	}
}
