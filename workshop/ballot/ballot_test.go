package ballot

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestBallotOrder(t *testing.T) {
	// Each comes before all that follow.
	ordered := []Ballot{
		nil,
		{{"ana", 1}},
		{{"ana", 1}, {"bob", 1}},
		{{"ana", 1}, {"bob", 2}},
		{{"ana", 1}, {"cem", 1}},
		{{"ana", 2}},
		{{"ana", 10}},
		{{"bob", 1}},
	}
	for i, a := range ordered {
		for j, b := range ordered {
			want := min(1, max(-1, i-j))
			if got := a.Compare(b); got != want {
				t.Errorf("%v against %v: got %d, want %d", a, b, got, want)
			}
		}
	}
}

func TestCanonicalSortsACopy(t *testing.T) {
	b := Ballot{{"cem", 1}, {"ana", 2}, {"bob", 1}}
	if diff := cmp.Diff(Ballot{{"ana", 2}, {"bob", 1}, {"cem", 1}}, Canonical(b)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if b[0].Option != "cem" {
		t.Error("the ballot itself was sorted")
	}
}

func TestCanonicalMendsNothing(t *testing.T) {
	b := Ballot{{"bob", 0}, {"ana", 2}, {"ana", 1}}
	if diff := cmp.Diff(Ballot{{"ana", 1}, {"ana", 2}, {"bob", 0}}, Canonical(b)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestBlankIsNil(t *testing.T) {
	if b := Canonical(Ballot{}); b != nil {
		t.Errorf("a blank ballot became %#v", b)
	}
	if bs := Sorted([]Ballot{}); bs != nil {
		t.Errorf("an empty box became %#v", bs)
	}
	if bs := Sorted([]Ballot{{}, nil}); len(bs) != 2 || bs[0] != nil || bs[1] != nil {
		t.Errorf("two blank ballots became %#v", bs)
	}
}

func TestSortedLeavesTheBoxAlone(t *testing.T) {
	bs := []Ballot{{{"bob", 1}, {"ana", 1}}, {{"ana", 1}}}
	sorted := Sorted(bs)
	sorted[0][0].Weight = 9
	sorted[1][0].Weight = 9
	if diff := cmp.Diff([]Ballot{{{"bob", 1}, {"ana", 1}}, {{"ana", 1}}}, bs); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Ballots go into the log as JSON. Its names must not change.
func TestBallotsOnDisk(t *testing.T) {
	bs := Sorted([]Ballot{{{"bob", 1}, {"ana", 2}}, {}})
	text, err := json.Marshal(bs)
	if err != nil {
		t.Fatal(err)
	}
	if want := `[null,[{"option":"ana","weight":2},{"option":"bob","weight":1}]]`; string(text) != want {
		t.Errorf(" got %s\nwant %s", text, want)
	}
}

func TestBallotsComeBackFromDisk(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bs := Sorted(drawnBallots(t, drawnOptions(t)))
		text, err := json.Marshal(bs)
		if err != nil {
			t.Fatal(err)
		}
		var back []Ballot
		if err := json.Unmarshal(text, &back); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(bs, back); diff != "" {
			t.Fatalf("(-before +after):\n%s", diff)
		}
	})
}

func TestTheOrderOfCastingIsGone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bs := drawnBallots(t, drawnOptions(t))
		if diff := cmp.Diff(Sorted(bs), Sorted(shuffled(t, bs))); diff != "" {
			t.Fatalf("(-cast +otherwise):\n%s", diff)
		}
	})
}

func TestCompareIsATotalOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		options := drawnOptions(t)
		a, b, c := Canonical(drawnBallot(t, options)), Canonical(drawnBallot(t, options)), Canonical(drawnBallot(t, options))
		if a.Compare(b) != -b.Compare(a) {
			t.Fatalf("%v and %v: each way gives another order", a, b)
		}
		if a.Compare(b) <= 0 && b.Compare(c) <= 0 && a.Compare(c) > 0 {
			t.Fatalf("%v, %v, %v go round in a circle", a, b, c)
		}
		if (a.Compare(b) == 0) != slices.Equal(a, b) {
			t.Fatalf("%v and %v: equal in order, but not in what they say, or the other way", a, b)
		}
	})
}
