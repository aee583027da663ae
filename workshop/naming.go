package workshop

import (
	"convene/workshop/ballot"
	"convene/workshop/text"
)

// Naming is the community's name, and how it came to it.
type Naming struct {
	Chosen string // empty until then
	How    How
}

// Called is the community's name: the one that was chosen, or else the one that stands on its last canvas; empty before the first.
func (s State) Called() string {
	if s.Name.Chosen == "" && s.From != nil {
		return s.From.Name
	}
	return s.Name.Chosen
}

// nameVote asks which name it shall be: so many votes each, the format's number unless the group wants another, on different
// names; in a runoff among the tied, one.
func (s State) nameVote(votes int) (VoteOpened, error) {
	v := VoteOpened{Purpose: ForName, Options: s.Tie.Options, Rule: ballot.Rule{Budget: 1, PerOption: 1}}
	if s.Tie.Round > 0 {
		return v, nil
	}
	if votes == 0 {
		votes = s.Votes
	}
	if votes < 1 || votes > MaxNameVotes {
		return VoteOpened{}, ErrNameVotes
	}
	v.Options, v.Rule.Budget = s.proposals(), votes
	return v, nil
}

// proposals are the names on the wall, same ones put together: those that differ only in case, accents, spaces or
// look-alike letters. The first that was written lends its spelling.
func (s State) proposals() []Option {
	var out []Option
	seen := make(map[string]bool)
	for n := range s.Notes.looks() {
		if n.Prompt != PromptName || !n.onWall() || n.Parked {
			continue
		}
		if k := text.Skeleton(n.Text); !seen[k] {
			seen[k] = true
			out = append(out, Option{n.Key(), n.Text})
		}
	}
	return out
}

func (v NameChosen) evolve(s State, _ Record) State {
	s.Name, s.Tie = Naming{v.Name, v.How}, Tie{}
	return s
}
