package ballot

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestScoresDoNotDependOnTheOrderOfBallots(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		options := drawnOptions(t)
		bs := drawnBallots(t, options)
		if diff := cmp.Diff(Scores(options, bs), Scores(options, shuffled(t, bs))); diff != "" {
			t.Fatalf("(-cast +otherwise):\n%s", diff)
		}
	})
}

func TestScoresDoNotDependOnNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		options := drawnOptions(t)
		bs, names := drawnBallots(t, options), drawnRenaming(t, options)
		want := Scores(options, bs)
		for i := range want {
			want[i].Option = names[want[i].Option]
		}
		if diff := cmp.Diff(want, Scores(names.options(options), names.ballots(bs))); diff != "" {
			t.Fatalf("(-renamed afterwards +renamed before):\n%s", diff)
		}
	})
}

func TestMedianIsBetweenLowAndHigh(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		options := drawnOptions(t)
		for _, s := range Scores(options, drawnBallots(t, options)) {
			if s.Low > s.Median || s.Median > s.High || (s.Given == 0) != (s.Low == 0) {
				t.Fatalf("%+v", s)
			}
		}
	})
}

func TestMedianOfHugeScoresDoesNotOverflow(t *testing.T) {
	bs := []Ballot{{{"ana", math.MaxInt}}, {{"ana", math.MaxInt - 2}}}
	want := []Score{{Option: "ana", Median: math.MaxInt - 1, Low: math.MaxInt - 2, High: math.MaxInt, Given: 2}}
	if diff := cmp.Diff(want, Scores([]string{"ana"}, bs)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestScoreAsJSON(t *testing.T) {
	text, err := json.Marshal(Scores([]string{"ana"}, []Ballot{{{"ana", 2}}, {{"ana", 5}}}))
	if err != nil {
		t.Fatal(err)
	}
	if want := `[{"option":"ana","median":4,"low":2,"high":5,"given":2}]`; string(text) != want {
		t.Errorf(" got %s\nwant %s", text, want)
	}
}
