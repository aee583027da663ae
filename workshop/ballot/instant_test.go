package ballot

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// readRankings reads "2 x ana > bob | cem | -".
func readRankings(t *testing.T, s string) []Ballot {
	t.Helper()
	var bs []Ballot
	for group := range strings.SplitSeq(s, "|") {
		times, order := 1, strings.TrimSpace(group)
		if number, rest, ok := strings.Cut(order, " x "); ok {
			n, err := strconv.Atoi(number)
			if err != nil {
				t.Fatalf("read %q: %v", group, err)
			}
			times, order = n, rest
		}
		switch order {
		case "":
			if s != "" {
				t.Fatalf("an empty ballot in %q; write - for a blank one", s)
			}
		case "-":
			bs = append(bs, make([]Ballot, times)...)
		default:
			bs = append(bs, slices.Repeat([]Ballot{ranking(strings.Split(order, " > ")...)}, times)...)
		}
	}
	return bs
}

func writtenRounds(r RankedResult) string {
	var lines []string
	for _, round := range r.Rounds {
		var counts []string
		for _, c := range round.Tally {
			counts = append(counts, fmt.Sprintf("%s %d", c.Option, c.Votes))
		}
		line := strings.Join(counts, ", ")
		if len(counts) == 0 {
			line = "nobody stands"
		}
		if round.Exhausted > 0 {
			line += fmt.Sprintf("; exhausted %d", round.Exhausted)
		}
		if round.Dropped != nil {
			line += "; drop " + strings.Join(round.Dropped, " ")
		}
		if round.Level != nil {
			line += "; level " + strings.Join(round.Level, " ")
		}
		lines = append(lines, line)
	}
	end := written(Result{Cast: r.Cast, Blank: r.Blank, Winner: r.Winner, Tied: r.Tied})
	return strings.Join(append(lines, end), "\n")
}

func TestInstantRunoffTables(t *testing.T) {
	for _, name := range []string{"instant.txt", "published.txt"} {
		for _, e := range readTable(t, name, "options", "ballots") {
			got := writtenRounds(InstantRunoff(strings.Fields(e.Fields["options"]), readRankings(t, e.Fields["ballots"])))
			if got != e.Want {
				t.Errorf("%s:%d %s:\n got\n%s\nwant\n%s", name, e.Line, e.About, got, e.Want)
			}
		}
	}
}

// The published pairs of Burlington (electowiki.org, "2009 Burlington mayoral
// election"): Montroll beats each of the two who came before him.
func TestTheOneWhoBeatsEachOtherCanBeDropped(t *testing.T) {
	var bs []Ballot
	for _, e := range readTable(t, "published.txt", "options", "ballots") {
		if strings.HasPrefix(e.Fields["options"], "kiss") {
			bs = readRankings(t, e.Fields["ballots"])
		}
	}
	for _, c := range []struct {
		other              string
		montroll, theOther int
	}{{"kiss", 4067, 3477}, {"wright", 4597, 3668}} {
		want := Tally{{"montroll", c.montroll, c.montroll}, {c.other, c.theOther, c.theOther}}
		if diff := cmp.Diff(want, InstantRunoff([]string{"montroll", c.other}, bs).Rounds[0].Tally); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// What has not passed [Rule.Check] is left out, and what is left is counted:
// a gap means nothing, and of two with the same rank neither is counted.
func TestUncheckedRankingsAreNotCounted(t *testing.T) {
	options := []string{"ana", "bob", "cem"}
	for _, c := range []struct {
		about string
		b     Ballot
		want  string
	}{
		{"a gap", Ballot{{"bob", 7}, {"ana", 3}}, "ana"},
		{"two first choices", Ballot{{"ana", 1}, {"bob", 1}, {"cem", 2}}, "cem"},
		{"nothing but two first choices", Ballot{{"ana", 1}, {"bob", 1}}, ""},
		{"a rank below 1", Ballot{{"ana", 0}, {"bob", -1}, {"cem", 1}}, "cem"},
		{"a first choice that is no option", Ballot{{"eva", 1}, {"bob", 1}}, "bob"},
		{"the same option twice", Ballot{{"ana", 2}, {"bob", 1}, {"bob", 3}}, "bob"},
	} {
		r := InstantRunoff(options, []Ballot{c.b})
		if r.Winner != c.want || (r.Blank == 1) != (c.want == "") {
			t.Errorf("%s: %q wins, %d blank; want %q", c.about, r.Winner, r.Blank, c.want)
		}
	}
}

func TestInstantRunoffDoesNotDependOnTheOrderOfBallots(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		options := drawnOptions(t)
		bs := drawnOrders(t, options)
		if diff := cmp.Diff(InstantRunoff(options, bs), InstantRunoff(options, shuffled(t, bs))); diff != "" {
			t.Fatalf("(-cast +otherwise):\n%s", diff)
		}
		if diff := cmp.Diff(InstantRunoff(options, bs), InstantRunoff(options, Sorted(bs))); diff != "" {
			t.Fatalf("(-cast +sorted):\n%s", diff)
		}
	})
}

func TestInstantRunoffDoesNotDependOnNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		options := drawnOptions(t)
		bs, names := drawnOrders(t, options), drawnRenaming(t, options)
		want := names.ranked(InstantRunoff(options, bs))
		if diff := cmp.Diff(want, InstantRunoff(names.options(options), names.ballots(bs))); diff != "" {
			t.Fatalf("(-renamed afterwards +renamed before):\n%s", diff)
		}
	})
}

func TestTheOrderOfOptionsDecidesNoRound(t *testing.T) {
	sets := func(r RankedResult) RankedResult {
		slices.Sort(r.Tied)
		for _, round := range r.Rounds {
			slices.Sort(round.Dropped)
			slices.Sort(round.Level)
			byName(round.Tally)
		}
		return r
	}
	rapid.Check(t, func(t *rapid.T) {
		options := drawnOptions(t)
		bs := drawnOrders(t, options)
		a, b := InstantRunoff(options, bs), InstantRunoff(rapid.Permutation(options).Draw(t, "other options"), bs)
		if diff := cmp.Diff(sets(a), sets(b)); diff != "" {
			t.Fatalf("(-one order +another):\n%s", diff)
		}
	})
}

// Whoever has a majority of the first choices wins at once; and the first
// round of an instant runoff is what [Majority] makes of the first choices.
func TestAMajorityOfFirstChoicesWinsAtOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		options := drawnOptions(t)
		bs := drawnOrders(t, options)
		var firsts []Ballot
		for _, b := range bs {
			firsts = append(firsts, b[:min(1, len(b))])
		}
		m, r := Majority(options, firsts), InstantRunoff(options, bs)
		if diff := cmp.Diff(m.Tally, r.Rounds[0].Tally); diff != "" {
			t.Fatalf("(-majority +instant runoff):\n%s", diff)
		}
		if m.Winner != "" && (r.Winner != m.Winner || len(r.Rounds) != 1) {
			t.Fatalf("%q has the majority: %+v", m.Winner, r)
		}
	})
}

func TestNoRankedBallotIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		options := drawnOptions(t)
		bs := drawnOrders(t, options)
		r := InstantRunoff(options, bs)
		standing := len(options)
		for i, round := range r.Rounds {
			sum := r.Blank + round.Exhausted
			for _, c := range round.Tally {
				sum += c.Votes
			}
			if sum != len(bs) || len(round.Tally) != standing {
				t.Fatalf("round %d has %d of %d ballots, and %d of %d options: %+v", i+1, sum, len(bs), len(round.Tally), standing, r)
			}
			standing -= len(round.Dropped)
			if last := i == len(r.Rounds)-1; last == (round.Dropped != nil) || round.Level != nil && !last {
				t.Fatalf("round %d should be the last, or should not: %+v", i+1, r)
			}
		}
		if r.Winner != "" && r.Tied != nil {
			t.Fatalf("both in %+v", r)
		}
		if anyVotes := r.Blank < r.Cast; anyVotes != (r.Winner != "" || r.Tied != nil) {
			t.Fatalf("neither although there are votes, or one without: %+v", r)
		}
	})
}

// Rounds are in the log. Their names must not change.
func TestRoundsAsJSON(t *testing.T) {
	for _, c := range []struct{ ballots, want string }{
		{
			"3 x ana | 2 x bob > ana | cem > ana | cem > bob | -", `[{"tally":[{"option":"ana","votes":3,"ballots":3},` +
				`{"option":"bob","votes":2,"ballots":2},{"option":"cem","votes":2,"ballots":2}],"exhausted":0,"level":["bob","cem"]}]`,
		},
		{
			"2 x ana | 2 x bob | cem", `[{"tally":[{"option":"ana","votes":2,"ballots":2},` +
				`{"option":"bob","votes":2,"ballots":2},{"option":"cem","votes":1,"ballots":1}],"exhausted":0,"dropped":["cem"]},` +
				`{"tally":[{"option":"ana","votes":2,"ballots":2},{"option":"bob","votes":2,"ballots":2}],"exhausted":1}]`,
		},
	} {
		text, err := json.Marshal(InstantRunoff([]string{"ana", "bob", "cem"}, readRankings(t, c.ballots)).Rounds)
		if err != nil {
			t.Fatal(err)
		}
		if string(text) != c.want {
			t.Errorf(" got %s\nwant %s", text, c.want)
		}
	}
}
