package ballot

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The oracle counts as a child would: for each question it walks through all
// ballots again. It shares nothing with the package but the types.

func oracleVotes(option string, bs []Ballot) (votes, ballots int) {
	for _, b := range bs {
		for _, m := range b {
			if m.Option == option {
				votes += m.Weight
				ballots++
			}
		}
	}
	return votes, ballots
}

// oracleAhead is how many options have more votes than this one.
func oracleAhead(option string, options []string, bs []Ballot) int {
	mine, _ := oracleVotes(option, bs)
	ahead := 0
	for _, other := range options {
		if theirs, _ := oracleVotes(other, bs); theirs > mine {
			ahead++
		}
	}
	return ahead
}

// oracleAt lists the options with votes that have exactly so many ahead of
// them: 0 for those in first place.
func oracleAt(ahead int, options []string, bs []Ballot) []string {
	var at []string
	for _, o := range options {
		if votes, _ := oracleVotes(o, bs); votes > 0 && oracleAhead(o, options, bs) == ahead {
			at = append(at, o)
		}
	}
	return at
}

func oracleResult(options []string, bs []Ballot) Result {
	r := Result{Tally: Tally{}}
	for ahead := range len(options) {
		for _, o := range options {
			if oracleAhead(o, options, bs) == ahead {
				votes, ballots := oracleVotes(o, bs)
				r.Tally = append(r.Tally, Count{Option: o, Votes: votes, Ballots: ballots})
			}
		}
	}
	for _, b := range bs {
		r.Cast++
		if len(b) == 0 {
			r.Blank++
		}
	}
	return r
}

func oraclePlurality(options []string, bs []Ballot) Result {
	r := oracleResult(options, bs)
	first := oracleAt(0, options, bs)
	if len(first) == 1 {
		r.Winner = first[0]
	}
	if len(first) > 1 {
		r.Tied = first
	}
	return r
}

func oracleMajority(options []string, bs []Ballot) Result {
	r := oracleResult(options, bs)
	first := oracleAt(0, options, bs)
	if len(first) == 1 {
		_, ballots := oracleVotes(first[0], bs)
		without := len(bs) - ballots
		if ballots > without {
			r.Winner = first[0]
			return r
		}
	}
	r.Tied = first
	if len(first) == 1 {
		r.Tied = append(r.Tied, oracleAt(1, options, bs)...)
	}
	return r
}

func oracleConfirm(bs []Ballot) Result {
	r := oracleResult([]string{"yes", "no"}, bs)
	for _, side := range []string{"yes", "no"} {
		if _, ballots := oracleVotes(side, bs); ballots > len(bs)-ballots {
			r.Winner = side
		}
	}
	return r
}

// oracleRanked is the k-th lowest weight given to option, from 1: the lowest
// weight that at least k ballots do not exceed.
func oracleRanked(k int, option string, bs []Ballot) int {
	for weight := 1; ; weight++ {
		notAbove := 0
		for _, b := range bs {
			for _, m := range b {
				if m.Option == option && m.Weight <= weight {
					notAbove++
				}
			}
		}
		if notAbove >= k {
			return weight
		}
	}
}

func oracleScores(options []string, bs []Ballot) []Score {
	scores := []Score{}
	for _, o := range options {
		s := Score{Option: o}
		_, s.Given = oracleVotes(o, bs)
		if s.Given > 0 {
			s.Low = oracleRanked(1, o, bs)
			s.High = oracleRanked(s.Given, o, bs)
			// With an odd number both of these are the one in the middle.
			twice := oracleRanked((s.Given+1)/2, o, bs) + oracleRanked(s.Given/2+1, o, bs)
			s.Median = twice/2 + twice%2
		}
		scores = append(scores, s)
	}
	return scores
}

// randomElection makes small elections, so that ties and blanks are frequent.
func randomElection(random *rand.Rand) (options []string, bs []Ballot) {
	names := []string{"dan", "ana", "eva", "bob", "cem"}
	random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	options = names[:random.Intn(len(names)+1)]
	marks, highest := 1, 1
	if random.Intn(2) == 0 {
		marks, highest = 1+random.Intn(3), 1+random.Intn(5)
	}
	for range random.Intn(10) {
		var b Ballot
		for _, at := range random.Perm(len(options)) {
			if len(b) < marks && random.Intn(4) > 0 {
				b = append(b, Mark{Option: options[at], Weight: 1 + random.Intn(highest)})
			}
		}
		bs = append(bs, b)
	}
	return options, bs
}

// randomAnswers is a small election of a single candidate.
func randomAnswers(random *rand.Rand) []Ballot {
	bs := make([]Ballot, random.Intn(10))
	for i := range bs {
		bs[i] = []Ballot{nil, {{Option: "yes", Weight: 1}}, {{Option: "no", Weight: 1}}}[random.Intn(3)]
	}
	return bs
}

func TestAgreesWithTheOracle(t *testing.T) {
	random := rand.New(rand.NewSource(6))
	seen := map[string]int{}
	for range 50_000 {
		options, bs := randomElection(random)
		answers := randomAnswers(random)
		for _, rule := range []struct {
			name      string
			got, want Result
		}{
			{"plurality", Plurality(options, bs), oraclePlurality(options, bs)},
			{"majority", Majority(options, bs), oracleMajority(options, bs)},
			{"runoff", Runoff(options, bs), oraclePlurality(options, bs)},
			{"confirm", Confirm(answers), oracleConfirm(answers)},
		} {
			if !same(rule.got, rule.want) {
				t.Fatalf("%s of %v in %v, of yes and no in %v:\n got %+v\nwant %+v",
					rule.name, options, bs, answers, rule.got, rule.want)
			}
			seen[rule.name+" "+outcome(rule.got)]++
		}
		if got, want := Scores(options, bs), oracleScores(options, bs); !slices.Equal(got, want) {
			t.Fatalf("scores of %v in %v:\n got %+v\nwant %+v", options, bs, got, want)
		}
	}
	// Elections that never tie would prove little.
	for _, kind := range []string{
		"plurality nobody", "plurality winner", "plurality 2 tied", "plurality 3 tied",
		"majority nobody", "majority winner", "majority 1 tied", "majority 2 tied", "majority 3 tied",
		"confirm nobody", "confirm winner",
	} {
		if seen[kind] < 500 {
			t.Errorf("only %d elections ended in %q: %v", seen[kind], kind, seen)
		}
	}
}

func TestConfirmAgreesWithTheOracle(t *testing.T) {
	// All boxes up to seven of each kind.
	for n := range 8 * 8 * 8 {
		yes, no, blank := n%8, n/8%8, n/64
		bs := slices.Concat(
			slices.Repeat([]Ballot{{{Option: "yes", Weight: 1}}}, yes),
			slices.Repeat([]Ballot{{{Option: "no", Weight: 1}}}, no),
			slices.Repeat([]Ballot{nil}, blank),
		)
		if diff := cmp.Diff(oracleConfirm(bs), Confirm(bs)); diff != "" {
			t.Fatalf("%d yes, %d no, %d blank (-want +got):\n%s", yes, no, blank, diff)
		}
	}
}

func same(a, b Result) bool {
	return slices.Equal(a.Tally, b.Tally) && a.Cast == b.Cast && a.Blank == b.Blank &&
		a.Winner == b.Winner && slices.Equal(a.Tied, b.Tied)
}

func outcome(r Result) string {
	switch {
	case r.Winner != "":
		return "winner"
	case len(r.Tied) > 0:
		return fmt.Sprintf("%d tied", len(r.Tied))
	default:
		return "nobody"
	}
}
