package board

import "convene/workshop"

// LaneOf is the number of the lane that a place is in; -1 when it is nowhere.
func (l Layout) LaneOf(r Ref) int {
	for i := range l.Lanes {
		if _, ok := l.Lanes[i].find(r); ok {
			return i
		}
	}
	return -1
}

// Lane is the number of a prompt's lane; -1 when there is none.
func (l Layout) Lane(p workshop.Prompt) int {
	for i := range l.Lanes {
		if l.Lanes[i].Prompt == p {
			return i
		}
	}
	return -1
}

// Rank is how many stops stand above a place in its lane; -1 when it is nowhere, or no stop.
func (l Layout) Rank(r Ref) int {
	if i := l.LaneOf(r); i >= 0 {
		for n, b := range l.Lanes[i].stops() {
			if b.Ref == r {
				return n
			}
		}
	}
	return -1
}

// At is the stop of a rank in a lane, or the last one when there are fewer; nowhere when the lane has none.
func (l Layout) At(lane, rank int) Ref {
	if lane < 0 || lane >= len(l.Lanes) {
		return Ref{}
	}
	stops := l.Lanes[lane].stops()
	if len(stops) == 0 {
		return Ref{}
	}
	return stops[min(max(0, rank), len(stops)-1)].Ref
}

// Move goes so many stops down the lane, or up when by is below zero. It stays at the ends.
func (l Layout) Move(from Ref, by int) Ref {
	rank := l.Rank(from)
	if rank < 0 {
		return from
	}
	return l.At(l.LaneOf(from), rank+by)
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
		row = b.Y - seen[l.Lanes[l.LaneOf(from)].Prompt].Top
	}
	row += seen[l.Lanes[lane].Prompt].Top
	var best Ref
	nearest := 0
	for _, b := range l.Lanes[lane].stops() {
		if d := max(row-b.Y, b.Y-row); !best.Somewhere() || d < nearest {
			best, nearest = b.Ref, d
		}
	}
	return best
}

// stops lists where the selection, or what is carried, can come.
func (l *Lane) stops() []Box {
	var out []Box
	for _, b := range l.Boxes {
		if b.Stop {
			out = append(out, b)
		}
	}
	return out
}
