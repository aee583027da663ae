package workshop

import "convene/workshop/ballot"

// maxDots is the most dots that a person can have.
const maxDots = 8

// dotVote asks what the group finds most important on the board: a quarter of the ideas as dots for each, 1 to 8, and as
// many of them on one idea as one likes.
func (s State) dotVote() VoteOpened {
	ideas := s.ideas()
	dots := min(max(1, (len(ideas)+3)/4), maxDots)
	return VoteOpened{Purpose: Dots, Options: ideas, Rule: ballot.Rule{Budget: dots, PerOption: dots}}
}

// ideas are what the board holds: clusters and lone notes of the present step, parked ones left out.
func (s State) ideas() []Option {
	var out []Option
	for _, p := range s.At.Step.Prompts() {
		column := s.column(p)
		for _, c := range column.Clusters {
			out = append(out, Option{c.Key(), c.Label()})
		}
		for _, n := range column.Lone {
			out = append(out, Option{n.Key(), n.Text})
		}
	}
	return out
}
