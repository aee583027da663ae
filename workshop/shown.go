package workshop

import (
	"cmp"
	"iter"
	"slices"
)

// Shown is what everyone shows at the same moment: a hand, or the answer to a proposal. Before it is revealed, each is seen by
// its owner only. The zero Shown is one in which nobody has shown anything.
type Shown[T any] struct {
	Revealed bool
	by       []owned[T] // sorted by their owners: a copy of it costs less than one of a map, and each change makes one
}

// owned is what one person shows.
type owned[T any] struct {
	owner PersonID
	one   T
}

// Of is what one person shows; false when they have shown nothing.
func (s Shown[T]) Of(p PersonID) (T, bool) {
	i, ok := s.find(p)
	if !ok {
		return *new(T), false
	}
	return s.by[i].one, true
}

// find is where somebody's stands, or would.
func (s Shown[T]) find(p PersonID) (int, bool) {
	return slices.BinarySearchFunc(s.by, p, func(o owned[T], p PersonID) int { return cmp.Compare(o.owner, p) })
}

func (s Shown[T]) with(p PersonID, one T) Shown[T] {
	i, had := s.find(p)
	after := i
	if had {
		after++
	}
	s.by = slices.Concat(s.by[:i], []owned[T]{{p, one}}, s.by[after:])
	return s
}

func (s Shown[T]) without(p PersonID) Shown[T] {
	s.by = slices.DeleteFunc(slices.Clone(s.by), func(o owned[T]) bool { return o.owner == p })
	return s
}

// complete says whether it is time to reveal: there is something hidden, and everyone of the people has shown theirs, but for
// those who are not asked.
func (s Shown[T]) complete(people iter.Seq[*Person], but ...PersonID) bool {
	if s.Revealed || len(s.by) == 0 {
		return false
	}
	for range s.missing(people, but...) {
		return false
	}
	return true
}

// missing walks the people who have shown nothing, but for those who are not asked.
func (s Shown[T]) missing(people iter.Seq[*Person], but ...PersonID) iter.Seq[*Person] {
	return func(yield func(*Person) bool) {
		for p := range people {
			if _, ok := s.Of(p.ID); !ok && !slices.Contains(but, p.ID) && !yield(p) {
				return
			}
		}
	}
}
