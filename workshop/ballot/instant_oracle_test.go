package ballot

import (
	"fmt"
	"maps"
	"math/rand"
	"slices"
	"strings"
	"testing"
)

// Two oracles for the instant runoff, which share nothing with the package but
// the types. The first follows the rule as it is written, with a walk through
// all ballots for each question. The second knows nothing of dropping several
// at once or of looking ahead: where only a lot could tell who is dropped, it
// tries every way the lot could fall.

// oracleWith is how many ballots are with option if just these stand: for each
// ballot, it asks for the first rank that somebody standing has.
func oracleWith(option string, standing []string, bs []Ballot) int {
	n := 0
	for _, b := range bs {
		with := ""
		for rank := 1; rank <= len(b) && with == ""; rank++ {
			for _, m := range b {
				for _, s := range standing {
					if m.Weight == rank && m.Option == s {
						with = s
					}
				}
			}
		}
		if with == option {
			n++
		}
	}
	return n
}

// oracleBehind reports whether a is dropped before b: it has fewer votes, or
// as many, and fewer in the first round in which they differ. Past are those
// who stood in each round that counts for that.
func oracleBehind(a, b string, aNow, bNow int, past [][]string, bs []Ballot) bool {
	if aNow != bNow {
		return aNow < bNow
	}
	for _, stood := range past {
		if x, y := oracleWith(a, stood, bs), oracleWith(b, stood, bs); x != y {
			return x < y
		}
	}
	return false
}

// oracleLast are those whom nobody is behind.
func oracleLast(standing []string, past [][]string, bs []Ballot) []string {
	var last []string
	for _, o := range standing {
		someBehind := false
		for _, p := range standing {
			someBehind = someBehind || oracleBehind(p, o, oracleWith(p, standing, bs), oracleWith(o, standing, bs), past, bs)
		}
		if !someBehind {
			last = append(last, o)
		}
	}
	return last
}

func oracleWinner(standing []string, bs []Ballot) string {
	for _, o := range standing {
		if with := oracleWith(o, standing, bs); with > len(bs)-with {
			return o
		}
	}
	return ""
}

func oracleMinus(options, gone []string) []string {
	var rest []string
	for _, o := range options {
		keep := true
		for _, g := range gone {
			keep = keep && o != g
		}
		if keep {
			rest = append(rest, o)
		}
	}
	return rest
}

// oracleInstant writes the rounds in the form of [writtenRounds].
func oracleInstant(options []string, bs []Ballot) string {
	var lines []string
	var past [][]string
	standing := options
	blank := 0
	for _, b := range bs {
		if len(b) == 0 {
			blank++
		}
	}
	severalDropped := false
	for {
		if !severalDropped {
			past = append(past, standing)
		}
		var counts, voted []string
		exhausted := len(bs) - blank
		for votes := len(bs); votes >= 0; votes-- {
			for _, o := range standing {
				if oracleWith(o, standing, bs) != votes {
					continue
				}
				counts = append(counts, fmt.Sprintf("%s %d", o, votes))
				exhausted -= votes
				if votes > 0 {
					voted = append(voted, o)
				}
			}
		}
		line := strings.Join(counts, ", ")
		if line == "" {
			line = "nobody stands"
		}
		if exhausted > 0 {
			line += fmt.Sprintf("; exhausted %d", exhausted)
		}
		winner := oracleWinner(standing, bs)
		if winner == "" && len(voted) > 2 {
			last := oracleLast(standing, past, bs)
			others := oracleMinus(standing, last)
			together := len(others) >= 2
			for _, l := range last {
				most := oracleWith(l, append([]string{l}, others...), bs)
				for _, o := range others {
					together = together && oracleBehind(l, o, most, oracleWith(o, standing, bs), past, bs)
				}
			}
			if len(last) == 1 || together {
				lines = append(lines, line+"; drop "+strings.Join(last, " "))
				for _, l := range last {
					severalDropped = severalDropped || len(last) > 1 && oracleWith(l, standing, bs) > 0
				}
				standing = others
				continue
			}
			line += "; level " + strings.Join(last, " ")
			winners := map[string]bool{}
			for _, l := range last {
				winners[oracleWinner(oracleMinus(standing, []string{l}), bs)] = true
			}
			if len(winners) == 1 {
				for w := range winners {
					winner = w
				}
			}
		}
		end := "nobody"
		if winner != "" {
			end = "winner " + winner
		} else if len(voted) > 0 {
			end = "tied " + strings.Join(voted, " ")
		}
		return strings.Join(append(lines, line, fmt.Sprintf("%s (cast %d, blank %d)", end, len(bs), blank)), "\n")
	}
}

// oracleLots adds to ends every way in which the count can end, when a lot
// tells who of those in last place is dropped, one at a time.
func oracleLots(standing []string, past [][]string, bs []Ballot, ends map[string]bool) {
	past = append(slices.Clone(past), standing)
	var voted []string
	for _, o := range standing {
		if oracleWith(o, standing, bs) > 0 {
			voted = append(voted, o)
		}
	}
	switch winner := oracleWinner(standing, bs); {
	case winner != "":
		ends[winner] = true
	case len(voted) <= 2:
		slices.Sort(voted)
		ends[strings.Join(voted, " ")] = true
	default:
		for _, l := range oracleLast(standing, past, bs) {
			oracleLots(oracleMinus(standing, []string{l}), past, bs, ends)
		}
	}
}

// randomRanking makes small elections, so that ties, blanks and exhausted
// ballots are frequent. One in four has enough options for several to be
// dropped together and others to be level after that.
func randomRanking(random *rand.Rand) (options []string, bs []Ballot) {
	options = []string{"dan", "ana", "eva", "bob", "cem", "gus", "fay"}
	random.Shuffle(len(options), func(i, j int) { options[i], options[j] = options[j], options[i] })
	most, voters := 5, 14
	if random.Intn(4) == 0 {
		most, voters = 7, 22
	}
	options = options[:random.Intn(most+1)]
	for range random.Intn(voters) {
		var b Ballot
		for i, at := range random.Perm(len(options))[:random.Intn(len(options)+1)] {
			b = append(b, Mark{Option: options[at], Weight: i + 1})
		}
		random.Shuffle(len(b), func(i, j int) { b[i], b[j] = b[j], b[i] })
		bs = append(bs, b)
	}
	return options, bs
}

func elections() int {
	if testing.Short() {
		return 5_000
	}
	return 50_000
}

func TestInstantRunoffAgreesWithTheOracle(t *testing.T) {
	random := rand.New(rand.NewSource(7))
	seen := map[string]int{}
	for range elections() {
		options, bs := randomRanking(random)
		r := InstantRunoff(options, bs)
		if got, want := writtenRounds(r), oracleInstant(options, bs); got != want {
			t.Fatalf("%v in %v:\n got\n%s\nwant\n%s", options, bs, got, want)
		}
		seen[outcome(Result{Winner: r.Winner, Tied: r.Tied})]++
		seen[fmt.Sprintf("%d rounds", len(r.Rounds))]++
		for _, round := range r.Rounds {
			if len(round.Dropped) > 1 {
				seen["several dropped"]++
			}
			if round.Level != nil && r.Winner != "" {
				seen["level, and a winner"]++
			}
		}
	}
	// Elections that are all alike would prove little.
	for _, kind := range []string{
		"nobody", "winner", "1 tied", "2 tied", "3 tied", "4 tied", "5 tied",
		"1 rounds", "2 rounds", "3 rounds", "4 rounds", "several dropped", "level, and a winner",
	} {
		if seen[kind] < elections()/500 {
			t.Errorf("only %d of %d elections are of the kind %q: %v", seen[kind], elections(), kind, seen)
		}
	}
}

// What the count decides, no lot could have decided otherwise; and whoever
// could still win by some lot is among the tied.
func TestNoLotWouldChangeAnInstantRunoff(t *testing.T) {
	random := rand.New(rand.NewSource(12))
	tooCareful, open := 0, 0
	for range elections() / 2 {
		options, bs := randomRanking(random)
		r := InstantRunoff(options, bs)
		ends := map[string]bool{}
		oracleLots(options, nil, bs, ends)
		level := r.Rounds[len(r.Rounds)-1].Level != nil
		end := r.Winner
		if end == "" {
			end = strings.Join(slices.Sorted(slices.Values(r.Tied)), " ")
		}
		if (r.Winner != "" || !level) && (len(ends) != 1 || !ends[end]) {
			t.Fatalf("%v in %v ends with %q, but lots could give %q:\n%s",
				options, bs, end, slices.Sorted(maps.Keys(ends)), writtenRounds(r))
		}
		if r.Winner != "" || !level {
			continue
		}
		open++
		if len(ends) == 1 && !ends[end] {
			tooCareful++
		}
		for e := range ends {
			for o := range strings.FieldsSeq(e) {
				if !slices.Contains(r.Tied, o) {
					t.Fatalf("%s could get to the end in %v, but is not among the tied:\n%s", o, bs, writtenRounds(r))
				}
			}
		}
	}
	t.Logf("of %d elections %d were left open, %d of them although every lot gives the same", elections()/2, open, tooCareful)
}
