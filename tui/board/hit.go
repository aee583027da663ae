package board

// LaneAt is the number of the lane that is drawn at a cell's x; -1 when none is.
func (l Layout) LaneAt(x int) int {
	for i := range l.Lanes {
		if lane := &l.Lanes[i]; lane.Shown && x >= lane.X && x < lane.X+lane.Width {
			return i
		}
	}
	return -1
}

// Hit is the place that is drawn at a cell of what [Layout.Draw] draws, counted from its upper left corner (so that the
// heads of the lanes are row 0), with the windows as they last followed: a note, a cluster (its title and its edges), or
// the gap. While the gap is open, all that is free in its lane is part of it.
func (l Layout) Hit(seen Windows, x, y int) (Ref, bool) {
	b, lane := l.hit(seen, x, y)
	switch {
	case b != nil && b.of != 0 && b.Kind != Member:
		return Cluster(b.of), true
	case b != nil && b.Ref.Somewhere():
		return b.Ref, true
	case b == nil && lane != nil && lane.gap:
		return Gap(lane.Prompt), true
	default:
		return Ref{}, false
	}
}

// Target is where what is carried would be dropped at a cell. It is what [Layout.Hit] hits, but a cluster with all its
// notes is one place, and a parked note is none unless it is itself carried.
func (l Layout) Target(seen Windows, x, y int) (Ref, bool) {
	b, _ := l.hit(seen, x, y)
	switch {
	case b != nil && b.of != 0:
		return Cluster(b.of), true
	case b != nil && b.Kind == Parked && b.Ref != l.wall.Carried:
		return Ref{}, false
	default:
		return l.Hit(seen, x, y)
	}
}

// hit is the box that is drawn at a cell, and the lane that the cell is in, below its head; nil where there is none.
func (l Layout) hit(seen Windows, x, y int) (*Box, *Lane) {
	i := l.LaneAt(x)
	if i < 0 || y < headRows {
		return nil, nil
	}
	lane := &l.Lanes[i]
	v := seen[lane.LaneID]
	if lane.Height > v.rows && y-headRows >= v.rows {
		return nil, nil // the line that says what is hidden
	}
	row := v.Top + y - headRows
	for k := range lane.Boxes {
		if b := &lane.Boxes[k]; row >= b.Y && row < b.Y+b.Height {
			return b, lane
		}
	}
	return nil, lane
}
