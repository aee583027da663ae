package ballot_test

import (
	"fmt"

	"convene/workshop/ballot"
)

// A vote for a name, two votes a person: a tie, a runoff that is tied as well,
// and a lot.
func Example() {
	names := []string{"Linden", "Nordlicht", "Ufer"}
	rule := ballot.Rule{Budget: 2, PerOption: 1}
	first := []ballot.Ballot{
		{{Option: "Ufer", Weight: 1}, {Option: "Linden", Weight: 1}},
		{{Option: "Linden", Weight: 1}, {Option: "Nordlicht", Weight: 1}},
		{{Option: "Ufer", Weight: 1}},
		{},
	}
	for _, b := range first {
		if err := rule.Check(names, b); err != nil {
			fmt.Println(err)
		}
	}
	r := ballot.Plurality(names, first)
	fmt.Println("first round, tied:", r.Tied)

	second := []ballot.Ballot{
		{{Option: "Ufer", Weight: 1}},
		{{Option: "Linden", Weight: 1}},
		{},
		{},
	}
	r = ballot.Runoff(r.Tied, second)
	fmt.Println("runoff, tied:", r.Tied)
	fmt.Println("by lot:", ballot.Lot([]byte("shown as a hash before"), second, r.Tied))
	// Output:
	// first round, tied: [Linden Ufer]
	// runoff, tied: [Linden Ufer]
	// by lot: Ufer
}
