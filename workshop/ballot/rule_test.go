package ballot

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// A sloppy ballot is any list of marks: wrong options, repeats, odd weights.
func sloppyBallot(t *rapid.T) Ballot {
	mark := rapid.Custom(func(t *rapid.T) Mark {
		return Mark{
			Option: rapid.SampledFrom([]string{"ana", "ana", "bob", "bob", "cem", "cem", "eva"}).Draw(t, "option"),
			Weight: rapid.SampledFrom([]int{1, 1, 1, 1, 1, 1, 1, 2, 3, 0, -1}).Draw(t, "weight"),
		}
	})
	return rapid.SliceOfN(mark, 0, 4).Draw(t, "ballot")
}

func TestCheckFindsWhatIsWrong(t *testing.T) {
	options := []string{"ana", "bob", "cem"}
	rapid.Check(t, func(t *rapid.T) {
		r := Rule{
			Budget:    rapid.IntRange(0, 4).Draw(t, "budget"),
			PerOption: rapid.IntRange(0, 2).Draw(t, "per option"),
			Ranked:    rapid.Bool().Draw(t, "ranked"),
		}
		b := sloppyBallot(t)
		wrong := map[error]bool{}
		sum := 0
		times := map[string]int{}
		ranks := map[int]int{}
		for _, m := range b {
			sum += m.Weight
			times[m.Option]++
			ranks[m.Weight]++
			if !slices.Contains(options, m.Option) {
				wrong[ErrUnknownOption] = true
			}
			if times[m.Option] == 2 {
				wrong[ErrTwice] = true
			}
			if m.Weight < 1 || r.PerOption > 0 && m.Weight > r.PerOption {
				wrong[ErrWeight] = true
			}
			if r.Budget > 0 && sum > r.Budget {
				wrong[ErrOverBudget] = true
			}
			if r.Ranked && (ranks[m.Weight] == 2 || m.Weight > len(b)) {
				wrong[ErrRank] = true
			}
		}
		err := r.Check(options, b)
		if err == nil && len(wrong) > 0 {
			t.Fatalf("%v passed, but there is %v", b, wrong)
		}
		if err != nil && !wrong[errors.Unwrap(err)] {
			t.Fatalf("%v was refused with %q, but there is %v", b, err, wrong)
		}
	})
}

func TestCheckDoesNotMindTheOrder(t *testing.T) {
	options := []string{"ana", "bob", "cem"}
	rapid.Check(t, func(t *rapid.T) {
		r := Rule{
			Budget:    rapid.IntRange(0, 4).Draw(t, "budget"),
			PerOption: rapid.IntRange(0, 2).Draw(t, "per option"),
			Ranked:    rapid.Bool().Draw(t, "ranked"),
		}
		b := sloppyBallot(t)
		asCast, asSorted := r.Check(options, b), r.Check(options, Canonical(b))
		if (asCast == nil) != (asSorted == nil) {
			t.Fatalf("%v: %v as cast, but %v when sorted", b, asCast, asSorted)
		}
	})
}

// What a voter puts in order is valid however far the order goes, and there is
// only one way to write it down.
func TestAnOrderIsAValidRankedBallot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		options := drawnOptions(t)
		b := drawnOrder(t, options)
		if err := (Rule{Ranked: true}).Check(options, shuffled(t, []Ballot{b})[0]); err != nil {
			t.Fatalf("%v: %v", b, err)
		}
		if len(b) == 0 {
			return
		}
		other := slices.Clone(b)
		other[rapid.IntRange(0, len(b)-1).Draw(t, "mark")].Weight = rapid.IntRange(-1, 9).Draw(t, "rank")
		err := (Rule{Ranked: true}).Check(options, other)
		if same := slices.Equal(b, other); same != (err == nil) {
			t.Fatalf("%v instead of %v: %v", other, b, err)
		}
	})
}

// Rules are in the log. Those that were there before ranked ballots read as
// they did.
func TestRuleAsJSON(t *testing.T) {
	for want, r := range map[string]Rule{
		`{"budget":2,"perOption":1}`:               {Budget: 2, PerOption: 1},
		`{"budget":0,"perOption":3,"ranked":true}`: {PerOption: 3, Ranked: true},
	} {
		text, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		if string(text) != want {
			t.Errorf(" got %s\nwant %s", text, want)
		}
	}
}
