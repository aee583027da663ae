package board

import (
	"iter"

	"convene/workshop"
)

// LaneOf is the number of the lane that a place is in; -1 when it is nowhere.
func (l Layout) LaneOf(r Ref) int {
	r = l.wall.Visible(r)
	for i := range l.Lanes {
		if _, ok := l.Lanes[i].find(r); ok {
			return i
		}
	}
	return -1
}

// Lane is the number of a prompt's first lane that has a stop, or of its first one when none has; -1 when the prompt has
// no lane.
func (l Layout) Lane(p workshop.Prompt) int {
	first := -1
	for i := range l.Lanes {
		switch {
		case l.Lanes[i].Prompt != p:
		case l.Lanes[i].count() > 0:
			return i
		case first < 0:
			first = i
		}
	}
	return first
}

// Toward is the nearest lane to the right of a place (by is 1), or to its left (-1), to which one can go: one that has a
// stop, or the first of a column in which nothing is. From nowhere one goes from the prompt's lane. At the ends it is
// the lane where one is.
func (l Layout) Toward(from Ref, p workshop.Prompt, by int) int {
	here := l.LaneOf(from)
	if here < 0 {
		here = l.Lane(p)
	}
	for i := here + by; i >= 0 && i < len(l.Lanes); i += by {
		if l.Lanes[i].count() > 0 || l.Lane(l.Lanes[i].Prompt) == i {
			return i
		}
	}
	return here
}

// Turn is the lane of the prompt after this one, the first after the last. Where there is only one prompt, it is the next
// of its lanes.
func (l Layout) Turn(from Ref, p workshop.Prompt) int {
	here := l.Lane(p)
	for n := range l.Lanes {
		if q := l.Lanes[(here+1+n)%len(l.Lanes)].Prompt; q != p {
			return l.Lane(q)
		}
	}
	if next := l.Toward(from, p, 1); next != l.LaneOf(from) {
		return next
	}
	return here
}

// Rank is how many stops stand above a place in its lane; -1 when it is nowhere, or no stop.
func (l Layout) Rank(r Ref) int {
	r = l.wall.Visible(r)
	if i := l.LaneOf(r); i >= 0 {
		n := 0
		for b := range l.Lanes[i].stops() {
			if b.Ref == r {
				return n
			}
			n++
		}
	}
	return -1
}

// At is the stop of a rank in a lane, or the last one when there are fewer; nowhere when the lane has none.
func (l Layout) At(lane, rank int) Ref {
	if lane < 0 || lane >= len(l.Lanes) {
		return Ref{}
	}
	var at Ref
	for b := range l.Lanes[lane].stops() {
		at = b.Ref
		if rank--; rank < 0 {
			break
		}
	}
	return at
}

// Move goes so many stops down the lane, or up when by is below zero. It stays at the ends.
func (l Layout) Move(from Ref, by int) Ref {
	rank := l.Rank(from)
	if rank < 0 {
		return from
	}
	return l.At(l.LaneOf(from), rank+by)
}

// Onward is where a column goes on at the end of a lane: the first stop of its next lane (by is 1), or the last one of the
// lane before (-1); the place itself when there is none.
func (l Layout) Onward(from Ref, by int) Ref {
	here := l.LaneOf(from)
	if here < 0 {
		return from
	}
	for i := here + by; i >= 0 && i < len(l.Lanes) && l.Lanes[i].Prompt == l.Lanes[here].Prompt; i += by {
		switch n := l.Lanes[i].count(); {
		case n == 0:
		case by < 0:
			return l.At(i, n-1)
		default:
			return l.At(i, 0)
		}
	}
	return from
}

// Page goes down by as many stops as fit into so many rows, or up when rows is below zero; at least by one.
func (l Layout) Page(from Ref, rows int) Ref {
	at, ok := l.Find(from)
	rank := l.Rank(from)
	if !ok || rank < 0 {
		return from
	}
	lane, to, by := l.LaneOf(from), from, 1
	if rows < 0 {
		by = -1
	}
	for {
		rank += by
		next, _ := l.Find(l.At(lane, rank))
		if next.Ref == to {
			return to
		}
		if to != from && max(next.Y-at.Y, at.Y-next.Y) > max(rows, -rows) {
			return to
		}
		to = next.Ref
	}
}

// Beside is the stop in another lane that stands nearest to a place on the screen; nowhere when that lane has none.
func (l Layout) Beside(from Ref, lane int, seen Windows) Ref {
	if lane < 0 || lane >= len(l.Lanes) {
		return Ref{}
	}
	row := 0
	if b, ok := l.Find(from); ok {
		row = b.Y - seen[l.Lanes[l.LaneOf(from)].LaneID].Top
	}
	row += seen[l.Lanes[lane].LaneID].Top
	var best Ref
	nearest := 0
	for b := range l.Lanes[lane].stops() {
		if d := max(row-b.Y, b.Y-row); !best.Somewhere() || d < nearest {
			best, nearest = b.Ref, d
		}
	}
	return best
}

// stops are where the selection, or what is carried, can come, from the top down. They are looked through for every key, and no
// list is made of them.
func (l *Lane) stops() iter.Seq[*Box] {
	return func(yield func(*Box) bool) {
		for i := range l.Boxes {
			if b := &l.Boxes[i]; b.Stop && !yield(b) {
				return
			}
		}
	}
}

// count is how many stops there are.
func (l *Lane) count() int {
	n := 0
	for range l.stops() {
		n++
	}
	return n
}
