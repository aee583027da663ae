package ballot

// Round is one count of an instant runoff. The votes in its tally, with those
// exhausted and the blank ballots, are all ballots that were cast.
type Round struct {
	// Tally has those who still stand, and how many ballots are with each:
	// those that rank it above all others who stand.
	Tally Tally `json:"tally"`
	// Exhausted is the number of ballots that ranked somebody, but nobody who
	// still stands.
	Exhausted int `json:"exhausted"`
	// Dropped are those who stand in this round for the last time.
	Dropped []string `json:"dropped,omitempty"`
	// Level are those in last place where only a lot could tell who is dropped.
	// It ends the count, with a winner if that is the same whoever goes.
	Level []string `json:"level,omitempty"`
}

// RankedResult is how an instant runoff ended, and how it came to that. At
// most one of Winner and Tied is set. Neither is when nobody got a vote.
type RankedResult struct {
	Rounds []Round
	// Cast is the number of ballots in the box, blank ones included.
	Cast int
	// Blank is the number of those that rank nobody.
	Blank int
	// Winner is the option that won, or empty.
	Winner string
	// Tied are those among whom it is still open, in the order of the last
	// tally. A real runoff between them comes next.
	Tied []string
}

// InstantRunoff elects the option that more than half of the ballots cast are
// with. While there is none, it drops whoever is in last place, and each ballot
// goes to its next choice. Blank and exhausted ballots count as cast.
//
// In last place is the option with the fewest votes; of several, the one that
// had the fewest in the first round in which they differ. Those who never
// differed are dropped together if each of them would stay behind everybody
// else even with all that the rest of them could leave to it, so that it makes
// no difference who goes first. The rounds after that break no tie any more,
// unless those dropped had no votes: had a lot dropped one of them first, there
// would be another round in between, and it could say the opposite. If they
// can't be dropped together, or too few would be left to choose from, they are
// Level. Then an option wins if it has its majority in the next round whichever
// of them is dropped. Otherwise all who still have votes are tied, since
// dropping one would need a lot that nobody asked for.
//
// The count also ends when no more than two have votes. If neither has a
// majority, they are tied, as in [Majority]; and as there, it can be a single
// one, for [Confirm].
func InstantRunoff(options []string, bs []Ballot) RankedResult {
	r := RankedResult{Cast: len(bs)}
	e := elimination{standing: options, now: map[string]int{}, history: map[string][]int{}, majority: len(bs)/2 + 1}
	for _, b := range bs {
		if c := choices(options, b); len(c) > 0 {
			e.choices = append(e.choices, c)
		}
	}
	r.Blank = len(bs) - len(e.choices)
	for {
		round := e.count()
		if r.Winner = e.winner(round.Tally); r.Winner == "" {
			round.Dropped, round.Level = e.last(round.Tally)
			r.Winner = e.winnerWithoutAny(round.Level)
		}
		r.Rounds = append(r.Rounds, round)
		if len(round.Dropped) == 0 {
			if r.Winner == "" {
				r.Tied = round.Tally.voted()
			}
			return r
		}
		e.drop(round.Dropped)
	}
}
