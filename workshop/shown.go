package workshop

import (
	"maps"
	"slices"
)

// Shown is what everyone shows at the same moment: a hand, or the answer to a proposal. Before it is revealed, each is seen by
// its owner only. The zero Shown is one in which nobody has shown anything.
type Shown[T any] struct {
	Revealed bool
	by       map[PersonID]T
}

// Of is what one person shows; false when they have shown nothing.
func (s Shown[T]) Of(p PersonID) (T, bool) {
	one, ok := s.by[p]
	return one, ok
}

func (s Shown[T]) with(p PersonID, one T) Shown[T] {
	by := maps.Clone(s.by)
	if by == nil {
		by = make(map[PersonID]T)
	}
	by[p] = one
	s.by = by
	return s
}

func (s Shown[T]) without(p PersonID) Shown[T] {
	s.by = maps.Clone(s.by)
	delete(s.by, p)
	return s
}

// complete says whether it is time to reveal: there is something hidden, and everyone of the people has shown theirs, but for
// those who are not asked.
func (s Shown[T]) complete(people []Person, but ...PersonID) bool {
	return !s.Revealed && len(s.by) > 0 && s.missing(people, but...) == 0
}

// missing counts the people who have shown nothing, but for those who are not asked.
func (s Shown[T]) missing(people []Person, but ...PersonID) int {
	n := 0
	for _, p := range people {
		if _, ok := s.by[p.ID]; !ok && !slices.Contains(but, p.ID) {
			n++
		}
	}
	return n
}
