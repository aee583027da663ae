package ballot

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestResultsDoNotDependOnTheOrderOfBallots(t *testing.T) {
	for name, decide := range rules() {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				options := drawnOptions(t)
				bs := drawnBallots(t, options)
				if diff := cmp.Diff(decide(options, bs), decide(options, shuffled(t, bs))); diff != "" {
					t.Fatalf("(-cast +otherwise):\n%s", diff)
				}
			})
		})
	}
}

// A rule that looked at names would prefer some. The new names turn the
// alphabet round.
func TestResultsDoNotDependOnNames(t *testing.T) {
	names := map[string]string{"ana": "zoë", "bob": "yan", "cem": "xia", "dan": "wim", "eva": "vic"}
	renamed := func(options []string) []string {
		var all []string
		for _, o := range options {
			all = append(all, names[o])
		}
		return all
	}
	for name, decide := range rules() {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				options := drawnOptions(t)
				bs := drawnBallots(t, options)
				var others []Ballot
				for _, b := range bs {
					other := slices.Clone(b)
					for i := range other {
						other[i].Option = names[other[i].Option]
					}
					others = append(others, other)
				}
				want := decide(options, bs)
				want.Winner = names[want.Winner]
				want.Tied = renamed(want.Tied)
				for i := range want.Tally {
					want.Tally[i].Option = names[want.Tally[i].Option]
				}
				if diff := cmp.Diff(want, decide(renamed(options), others)); diff != "" {
					t.Fatalf("(-renamed afterwards +renamed before):\n%s", diff)
				}
			})
		})
	}
}

func TestTheOrderOfOptionsDecidesNothing(t *testing.T) {
	for name, decide := range rules() {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				options := drawnOptions(t)
				bs := drawnBallots(t, options)
				a, b := decide(options, bs), decide(rapid.Permutation(options).Draw(t, "other options"), bs)
				slices.Sort(a.Tied)
				slices.Sort(b.Tied)
				if a.Winner != b.Winner || !slices.Equal(a.Tied, b.Tied) {
					t.Fatalf("%+v\n%+v", a, b)
				}
			})
		})
	}
}

func TestAWinnerOrATieNeverBoth(t *testing.T) {
	for name, decide := range rules() {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				options := drawnOptions(t)
				r := decide(options, drawnBallots(t, options))
				if r.Winner != "" && r.Tied != nil {
					t.Fatalf("both in %+v", r)
				}
				if anyVotes := r.Blank < r.Cast; anyVotes != (r.Winner != "" || r.Tied != nil) {
					t.Fatalf("neither although there are votes, or one without: %+v", r)
				}
				for _, o := range append(r.Tied, r.Winner) {
					if o != "" && !slices.Contains(options, o) {
						t.Fatalf("%q is not an option: %+v", o, r)
					}
				}
			})
		})
	}
}

// With one vote each, a majority is also the first in a plurality, and what is
// tied in a plurality goes to the runoff of a majority.
func TestAMajorityIsAPlurality(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		options := drawnOptions(t)
		var bs []Ballot
		for range rapid.IntRange(0, 8).Draw(t, "voters") {
			if rapid.IntRange(0, 3).Draw(t, "blank") == 0 {
				bs = append(bs, nil)
				continue
			}
			bs = append(bs, Ballot{{Option: rapid.SampledFrom(options).Draw(t, "vote"), Weight: 1}})
		}
		m, p := Majority(options, bs), Plurality(options, bs)
		if m.Winner != "" && m.Winner != p.Winner {
			t.Fatalf("%q has the majority, but %q the most votes", m.Winner, p.Winner)
		}
		if p.Tied != nil && !slices.Equal(m.Tied, p.Tied) {
			t.Fatalf("%v are tied, but %v go to the runoff", p.Tied, m.Tied)
		}
	})
}

// Results may be stored and exported. Their names must not change.
func TestResultAsJSON(t *testing.T) {
	for _, c := range []struct {
		bs   []Ballot
		want string
	}{
		{[]Ballot{{{"ana", 1}}, nil}, `{"tally":[{"option":"ana","votes":1,"ballots":1},` +
			`{"option":"bob","votes":0,"ballots":0}],"cast":2,"blank":1,"winner":"ana"}`},
		{[]Ballot{{{"bob", 1}}, {{"ana", 1}}}, `{"tally":[{"option":"ana","votes":1,"ballots":1},` +
			`{"option":"bob","votes":1,"ballots":1}],"cast":2,"blank":0,"tied":["ana","bob"]}`},
	} {
		text, err := json.Marshal(Plurality([]string{"ana", "bob"}, c.bs))
		if err != nil {
			t.Fatal(err)
		}
		if string(text) != c.want {
			t.Errorf(" got %s\nwant %s", text, c.want)
		}
	}
}
