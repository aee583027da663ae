package ballot

// The options of [Confirm].
const (
	Yes = "yes"
	No  = "no"
)

// Result is how a vote ended. At most one of Winner and Tied is set. Neither
// is when nobody got a vote or, in [Confirm], neither side has a majority.
type Result struct {
	Tally Tally `json:"tally"`
	// Cast is the number of ballots in the box, blank ones included.
	Cast int `json:"cast"`
	// Blank is the number of those that give nothing to any option.
	Blank int `json:"blank"`
	// Winner is the option that won, or empty.
	Winner string `json:"winner,omitempty"`
	// Tied are those among whom it is still open, in the order of the tally.
	// What happens next, a runoff or a lot, is said with each way to decide.
	Tied []string `json:"tied,omitempty"`
}

// Plurality elects the option with the most votes, however few they are. A
// shared first place makes a tie, for a runoff. Blank ballots change nothing.
func Plurality(options []string, bs []Ballot) Result {
	r := Counted(options, bs)
	first := r.Tally.First()
	if len(first) == 1 {
		r.Winner = first[0]
	} else {
		r.Tied = first
	}
	return r
}

// Majority elects the option with the most votes if more than half of the
// ballots cast are for it. Blank ballots count as cast. It is meant for
// ballots with one vote each, where no two options can have a majority; with
// other ballots, several options on more than half of them are judged by their
// votes, and are tied if those are equal.
//
// If nobody is elected, Tied are those who go to the runoff, as
// [Tally.TopTwo] tells: the first two, with all who tie for second. It can be
// a single one, when everybody else left the ballot blank. A runoff against
// nobody would be no choice; ask for that one with [Confirm] instead.
//
// The package documentation says where this rule comes from, and how it
// differs from Robert's Rules.
func Majority(options []string, bs []Ballot) Result {
	r := Counted(options, bs)
	first := r.Tally.First()
	if len(first) == 1 && 2*r.Tally[0].Ballots > r.Cast {
		r.Winner = first[0]
	} else {
		r.Tied = r.Tally.TopTwo()
	}
	return r
}

// Runoff is the second round, among those who were tied in the first: the one
// with more votes is elected, and blank ballots do not count against anybody.
// Those who are equal at the top are tied, for a lot. If all ballots are
// blank, nobody is tied either, and what happens to those who stood in the
// runoff is up to the caller.
//
// The count is that of [Plurality]; what differs is what a tie leads to.
func Runoff(options []string, bs []Ballot) Result {
	return Plurality(options, bs)
}

// Confirm decides about one candidate, with the options [Yes] and [No]. The
// winner is the side that has more than half of the ballots cast, blank ones
// included; only Yes elects. When neither has that, the winner is empty and
// nobody is tied: a runoff between yes and no would ask the same again.
func Confirm(bs []Ballot) Result {
	r := Majority([]string{Yes, No}, bs)
	r.Tied = nil
	return r
}

// Counted is what every result has, with the decision left open.
func Counted(options []string, bs []Ballot) Result {
	r := Result{Tally: Tallied(options, bs), Cast: len(bs)}
	known := make(map[string]bool, len(options))
	for _, o := range options {
		known[o] = true
	}
	for _, b := range bs {
		if !gives(b, known) {
			r.Blank++
		}
	}
	return r
}

func gives(b Ballot, known map[string]bool) bool {
	for _, m := range b {
		if known[m.Option] && m.counts() {
			return true
		}
	}
	return false
}
