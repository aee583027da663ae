package ballot

import (
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
		}
		b := sloppyBallot(t)
		wrong := map[error]bool{}
		sum := 0
		times := map[string]int{}
		for _, m := range b {
			sum += m.Weight
			times[m.Option]++
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
		r := Rule{Budget: rapid.IntRange(0, 4).Draw(t, "budget"), PerOption: rapid.IntRange(0, 2).Draw(t, "per option")}
		b := sloppyBallot(t)
		asCast, asSorted := r.Check(options, b), r.Check(options, Canonical(b))
		if (asCast == nil) != (asSorted == nil) {
			t.Fatalf("%v: %v as cast, but %v when sorted", b, asCast, asSorted)
		}
	})
}
