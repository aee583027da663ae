package workshop

import (
	"iter"
	"slices"
)

// A shelf has rows of pages of things. A change copies one page, one row and the list of rows, so that with 5,000 notes it
// costs one change a few kilobytes instead of all of them.
const (
	pageLen = 8
	rowLen  = 16 * pageLen // in things
)

type (
	page[T any] [pageLen]T
	row[T any]  [rowLen / pageLen]*page[T]
)

// shelf is a persistent list of things that are numbered from 1 without gaps, as people, notes and clusters are. Changing it
// returns a new shelf that shares every untouched page with the old one; the old one stays as it was.
type shelf[T any] struct {
	rows []*row[T]
	n    int
}

// Len is how many things are on the shelf.
func (s shelf[T]) Len() int { return s.n }

// has says whether the number i is on the shelf.
func (s shelf[T]) has(i int) bool { return i >= 1 && i <= s.n }

// at is the thing with the number i, which must be on the shelf.
func (s shelf[T]) at(i int) T { return *s.look(i) }

// look is at without a copy, for looking only.
func (s shelf[T]) look(i int) *T {
	p := (i - 1) / pageLen
	return &s.page(p)[:s.on(p)][(i-1)%pageLen]
}

// page is the page with that number, which counts from 0.
func (s shelf[T]) page(p int) *page[T] { return s.rows[p*pageLen/rowLen][p%(rowLen/pageLen)] }

// pages is how many there are.
func (s shelf[T]) pages() int { return (s.n + pageLen - 1) / pageLen }

// on is how many things are on a page.
func (s shelf[T]) on(p int) int { return min(pageLen, s.n-p*pageLen) }

// put replaces the thing with the number i, which must be on the shelf.
func (s shelf[T]) put(i int, v T) shelf[T] {
	p := (i - 1) / pageLen
	copied := *s.page(p)
	copied[:s.on(p)][(i-1)%pageLen] = v
	return s.with(p, &copied)
}

// with replaces a page.
func (s shelf[T]) with(p int, v *page[T]) shelf[T] {
	r := p * pageLen / rowLen
	copied := *s.rows[r]
	copied[p%(rowLen/pageLen)] = v
	s.rows = slices.Clone(s.rows)
	s.rows[r] = &copied
	return s
}

// add puts one thing more on the shelf; its number is the new length.
func (s shelf[T]) add(v T) shelf[T] {
	if s.n%rowLen == 0 {
		s.rows = slices.Concat(s.rows, []*row[T]{{}})
	}
	s.n++
	if s.on(s.pages()-1) == 1 {
		return s.with(s.pages()-1, &page[T]{v})
	}
	return s.put(s.n, v)
}

// changed is the shelf after a change to each thing on it. It copies all of them, once.
func (s shelf[T]) changed(change func(*T)) shelf[T] {
	for p := range s.pages() {
		copied := *s.page(p)
		for i := range s.on(p) {
			change(&copied[i])
		}
		s = s.with(p, &copied)
	}
	return s
}

// All walks the shelf in the order of the numbers.
func (s shelf[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range s.looks() {
			if !yield(*v) {
				return
			}
		}
	}
}

// looks is All without copies, for looking only.
func (s shelf[T]) looks() iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for p := range s.pages() {
			here := s.page(p)
			for i := range s.on(p) {
				if !yield(&here[i]) {
					return
				}
			}
		}
	}
}

// differ walks the numbers whose things may differ between two shelves. Of two that were one not long ago they are few: what is
// on a page that they share is passed over.
func (s shelf[T]) differ(t shelf[T]) iter.Seq[int] {
	return func(yield func(int) bool) {
		for p := range max(s.pages(), t.pages()) {
			if p < min(s.pages(), t.pages()) && s.page(p) == t.page(p) && s.on(p) == t.on(p) {
				continue
			}
			for i := p*pageLen + 1; i <= min((p+1)*pageLen, max(s.n, t.n)); i++ {
				if !yield(i) {
					return
				}
			}
		}
	}
}
