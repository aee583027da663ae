package workshop

import (
	"iter"
	"slices"
)

// pageLen is how many items a page holds: a change copies one page and the list of pages, so that 5,000 notes cost
// one change a few kilobytes instead of all of them.
const pageLen = 64

// shelf is a persistent list of things that are numbered from 1 without gaps, as notes and clusters are. Changing it
// returns a new shelf that shares every untouched page with the old one; the old one stays as it was.
type shelf[T any] struct {
	pages [][]T
	n     int
}

// Len is how many things are on the shelf.
func (s shelf[T]) Len() int { return s.n }

// has says whether the number i is on the shelf.
func (s shelf[T]) has(i int) bool { return i >= 1 && i <= s.n }

// at is the thing with the number i, which must be on the shelf.
func (s shelf[T]) at(i int) T { return s.pages[(i-1)/pageLen][(i-1)%pageLen] }

// put replaces the thing with the number i, which must be on the shelf.
func (s shelf[T]) put(i int, v T) shelf[T] {
	p := (i - 1) / pageLen
	s.pages = slices.Clone(s.pages)
	s.pages[p] = slices.Clone(s.pages[p])
	s.pages[p][(i-1)%pageLen] = v
	return s
}

// add appends a thing; its number is the new length.
func (s shelf[T]) add(v T) shelf[T] {
	s.pages = slices.Clone(s.pages)
	if s.n%pageLen == 0 {
		s.pages = append(s.pages, nil)
	}
	last := len(s.pages) - 1
	s.pages[last] = append(slices.Clone(s.pages[last]), v)
	s.n++
	return s
}

// All walks the shelf in the order of the numbers.
func (s shelf[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, page := range s.pages {
			for _, v := range page {
				if !yield(v) {
					return
				}
			}
		}
	}
}
