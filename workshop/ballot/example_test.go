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

// A name again, ranked this time. Nordlicht has the fewest first choices, and
// the ballot that has it first goes on to Ufer.
func ExampleInstantRunoff() {
	names := []string{"Linden", "Nordlicht", "Ufer"}
	r := ballot.InstantRunoff(names, []ballot.Ballot{
		{{Option: "Linden", Weight: 1}, {Option: "Nordlicht", Weight: 2}},
		{{Option: "Linden", Weight: 1}},
		{{Option: "Ufer", Weight: 1}, {Option: "Linden", Weight: 2}},
		{{Option: "Ufer", Weight: 1}},
		{{Option: "Nordlicht", Weight: 1}, {Option: "Ufer", Weight: 2}},
	})
	for _, round := range r.Rounds {
		for _, c := range round.Tally {
			fmt.Print(c.Option, " ", c.Votes, " ")
		}
		fmt.Println("dropped:", round.Dropped)
	}
	fmt.Println("winner:", r.Winner)
	// Output:
	// Linden 2 Ufer 2 Nordlicht 1 dropped: [Nordlicht]
	// Ufer 3 Linden 2 dropped: []
	// winner: Ufer
}
