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

// A rule that looked at names would prefer some.
func TestResultsDoNotDependOnNames(t *testing.T) {
	for name, decide := range rules() {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				options := drawnOptions(t)
				bs, names := drawnBallots(t, options), drawnRenaming(t, options)
				want := names.result(decide(options, bs))
				if diff := cmp.Diff(want, decide(names.options(options), names.ballots(bs))); diff != "" {
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
				if diff := cmp.Diff(asSets(a), asSets(b)); diff != "" {
					t.Fatalf("(-one order +another):\n%s", diff)
				}
			})
		})
	}
}

// What the order of options does decide: in which order equal ones are listed.
func TestATallyIsOrderedByVotesAndThenAsTheOptionsAre(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		options := drawnOptions(t)
		tally := Tallied(options, drawnBallots(t, options))
		for i := range len(tally) - 1 {
			a, b := tally[i], tally[i+1]
			if a.Votes < b.Votes || a.Votes == b.Votes && slices.Index(options, a.Option) > slices.Index(options, b.Option) {
				t.Fatalf("%+v comes before %+v: %v of %v", a, b, tally, options)
			}
		}
	})
}

// drawnAnswers are ballots about a single candidate.
func drawnAnswers(t *rapid.T) []Ballot {
	var bs []Ballot
	for _, answer := range rapid.SliceOfN(rapid.SampledFrom([]string{"", "yes", "no"}), 0, 9).Draw(t, "answers") {
		if answer == "" {
			bs = append(bs, nil)
			continue
		}
		bs = append(bs, Ballot{{Option: answer, Weight: 1}})
	}
	return bs
}

func TestConfirmDoesNotDependOnTheOrderOfBallots(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bs := drawnAnswers(t)
		if diff := cmp.Diff(Confirm(bs), Confirm(shuffled(t, bs))); diff != "" {
			t.Fatalf("(-cast +otherwise):\n%s", diff)
		}
	})
}

// No side has it easier: when all who say yes say no and the other way round,
// the other side has won.
func TestConfirmPrefersNeitherSide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bs, turned := drawnAnswers(t), renaming{"yes": "no", "no": "yes"}
		want := asSets(turned.result(Confirm(bs)))
		if diff := cmp.Diff(want, asSets(Confirm(turned.ballots(bs)))); diff != "" {
			t.Fatalf("(-turned afterwards +turned before):\n%s", diff)
		}
	})
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
