package workshop

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// A shelf behaves like a plain slice, and every shelf that was handed out stays as it was.
func TestAShelfIsASliceThatNeverChanges(t *testing.T) {
	type copied struct {
		shelf shelf[int]
		want  []int
	}
	rapid.Check(t, func(t *rapid.T) {
		var s shelf[int]
		var plain []int
		var old []copied
		for range rapid.IntRange(0, 3*pageLen+rapid.SampledFrom([]int{0, rowLen}).Draw(t, "rows")).Draw(t, "steps") {
			old = append(old, copied{s, slices.Clone(plain)})
			if rapid.IntRange(0, 9).Draw(t, "change") < 7 || len(plain) == 0 {
				v := len(old)
				s, plain = s.add(v), append(plain, v)
				continue
			}
			if len(old) > 1 && rapid.IntRange(0, 9).Draw(t, "branch") == 0 {
				back := old[rapid.IntRange(0, len(old)-1).Draw(t, "back")]
				s, plain = back.shelf, slices.Clone(back.want)
				continue
			}
			if rapid.IntRange(0, 9).Draw(t, "all") == 0 {
				s, plain = s.changed(func(v *int) { *v = -*v }), slices.Clone(plain)
				for i := range plain {
					plain[i] = -plain[i]
				}
				continue
			}
			i := rapid.IntRange(1, len(plain)).Draw(t, "number")
			s, plain = s.put(i, -len(old)), slices.Clone(plain)
			plain[i-1] = -len(old)
		}
		for _, c := range append(old, copied{s, plain}) {
			if got := slices.Collect(c.shelf.All()); !slices.Equal(got, c.want) {
				t.Fatalf("the shelf holds %v, want %v", got, c.want)
			}
			if c.shelf.Len() != len(c.want) || c.shelf.has(0) || c.shelf.has(-1) || c.shelf.has(len(c.want)+1) {
				t.Fatalf("a shelf of %d has %d", len(c.want), c.shelf.Len())
			}
			if i := slices.Collect(c.shelf.differ(s)); !tells(i, c.want, plain) {
				t.Fatalf("%v and %v may differ at %v", c.want, plain, i)
			}
			for i, v := range c.want {
				if !c.shelf.has(i+1) || c.shelf.at(i+1) != v {
					t.Fatalf("number %d is %d, want %d", i+1, c.shelf.at(i+1), v)
				}
			}
		}
	})
}

// tells says whether the numbers, which ascend, have among them all at which two lists differ.
func tells(numbers, a, b []int) bool {
	for i := range max(len(a), len(b)) {
		same := i < min(len(a), len(b)) && a[i] == b[i]
		if !same && !slices.Contains(numbers, i+1) {
			return false
		}
	}
	return slices.IsSorted(numbers) && (len(numbers) == 0 || numbers[len(numbers)-1] <= max(len(a), len(b)))
}

func TestOfTwoShelvesThatWereOneFewThingsDiffer(t *testing.T) {
	var s shelf[int]
	for i := range 3 * rowLen {
		s = s.add(i)
	}
	changed := s.put(rowLen+1, -1).put(2, -1)
	if got := slices.Collect(changed.differ(s)); len(got) != 2*pageLen {
		t.Errorf("they differ at %v", got)
	}
	if got := slices.Collect(s.differ(s)); got != nil {
		t.Errorf("a shelf differs from itself at %v", got)
	}
}

func TestAWalkAlongTheShelfMayStop(t *testing.T) {
	s := shelf[int]{}.add(1).add(2).add(3)
	for v := range s.All() {
		if v == 2 {
			return
		}
		if v > 2 {
			t.Error("the walk did not stop")
		}
	}
}
