package ballot

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestTalliedListsEveryOption(t *testing.T) {
	got := Tallied([]string{"dan", "cem", "bob", "ana"}, []Ballot{
		{{"ana", 2}, {"bob", 1}},
		{{"bob", 1}, {"cem", 3}},
		nil,
	})
	want := Tally{
		{Option: "cem", Votes: 3, Ballots: 1},
		{Option: "bob", Votes: 2, Ballots: 2},
		{Option: "ana", Votes: 2, Ballots: 1},
		{Option: "dan", Votes: 0, Ballots: 0},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// With a few options, even a sort that mixes equal ones up leaves them alone.
func TestManyEqualOptionsStayInOrder(t *testing.T) {
	var options []string
	var bs []Ballot
	for i := range 200 {
		options = append(options, fmt.Sprint("option ", i))
		if i%3 == 0 {
			bs = append(bs, Ballot{{options[i], 1}})
		}
	}
	var want, got []string
	for _, withVotes := range []bool{true, false} {
		for i, o := range options {
			if (i%3 == 0) == withVotes {
				want = append(want, o)
			}
		}
	}
	for _, c := range Tallied(options, bs) {
		got = append(got, c.Option)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestUncheckedMarksAreNotCounted(t *testing.T) {
	bs := []Ballot{{{"ana", -5}}, {{"ana", 0}, {"eva", 1}}, {{"ana", 2}}}
	want := Result{Tally: Tally{{Option: "ana", Votes: 2, Ballots: 1}}, Cast: 3, Blank: 2, Winner: "ana"}
	if diff := cmp.Diff(want, Plurality([]string{"ana"}, bs)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	score := []Score{{Option: "ana", Median: 2, Low: 2, High: 2, Given: 1}}
	if diff := cmp.Diff(score, Scores([]string{"ana"}, bs)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFirstAndTopTwo(t *testing.T) {
	for _, c := range []struct {
		about         string
		votes         []int // of ana, bob, cem, dan
		first, topTwo []string
	}{
		{"no option", nil, nil, nil},
		{"nobody has a vote", []int{0, 0, 0}, nil, nil},
		{"one option", []int{2}, []string{"ana"}, []string{"ana"}},
		{"only one has votes", []int{2, 0, 0}, []string{"ana"}, []string{"ana"}},
		{"a clear order", []int{3, 2, 1}, []string{"ana"}, []string{"ana", "bob"}},
		{"second place tied", []int{3, 1, 1, 0}, []string{"ana"}, []string{"ana", "bob", "cem"}},
		{"first place tied", []int{2, 2, 1}, []string{"ana", "bob"}, []string{"ana", "bob"}},
		{"all tied", []int{1, 1, 1, 1}, []string{"ana", "bob", "cem", "dan"}, []string{"ana", "bob", "cem", "dan"}},
	} {
		var tally Tally
		for i, n := range c.votes {
			tally = append(tally, Count{Option: []string{"ana", "bob", "cem", "dan"}[i], Votes: n, Ballots: n})
		}
		if diff := cmp.Diff(c.first, tally.First()); diff != "" {
			t.Errorf("%s: first (-want +got):\n%s", c.about, diff)
		}
		if diff := cmp.Diff(c.topTwo, tally.TopTwo()); diff != "" {
			t.Errorf("%s: top two (-want +got):\n%s", c.about, diff)
		}
	}
}

func TestNoVoteIsLostOrMadeUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		options := drawnOptions(t)
		bs := drawnBallots(t, options)
		given, counted, marks, ballots := 0, 0, 0, 0
		for _, b := range bs {
			for _, m := range b {
				given += m.Weight
				marks++
			}
		}
		tally := Tallied(options, bs)
		for _, c := range tally {
			counted += c.Votes
			ballots += c.Ballots
		}
		if given != counted || marks != ballots || len(tally) != len(options) {
			t.Fatalf("%d votes in %d marks were given, %d in %d are in %v", given, marks, counted, ballots, tally)
		}
	})
}
