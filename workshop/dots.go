package workshop

import (
	"slices"

	"convene/workshop/ballot"
)

// MaxDots is the most dots that a person can have.
const MaxDots = 8

// DotsFor is how many dots each person has for so many ideas when nobody says otherwise: a quarter of them, rounded up, 1
// to MaxDots.
func DotsFor(ideas int) int { return min(max(1, (ideas+3)/4), MaxDots) }

// dotVote asks what the group finds most important on the board, or of some ideas on it.
func (s State) dotVote(c OpenVote) (VoteOpened, error) {
	ideas := s.ideas()
	if len(c.Among) > 0 {
		ideas = slices.DeleteFunc(ideas, func(o Option) bool { return !slices.Contains(c.Among, o.Key) })
		if len(ideas) < 2 {
			return VoteOpened{}, ErrFewIdeas
		}
	}
	if c.Dots < 0 || c.Dots > MaxDots {
		return VoteOpened{}, ErrDots
	}
	if c.Dots == 0 {
		c.Dots = DotsFor(len(ideas))
	}
	rule := ballot.Rule{Budget: c.Dots, PerOption: c.Dots}
	if c.Single {
		rule.PerOption = 1
	}
	return VoteOpened{Purpose: Dots, Options: ideas, Rule: rule}, nil
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
