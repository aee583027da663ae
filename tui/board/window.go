package board

// headRows is what a lane's head takes.
const headRows = 1

// Windows says what is seen of each lane.
type Windows map[LaneID]Window

// Window is the part of a lane that is seen. It hangs on a box, so that what one looks at stays in its row when others
// insert rows above it.
type Window struct {
	Top    int // the first row of the lane that is seen
	anchor Ref
	row    int  // of the anchor on the screen
	rows   int  // that are seen
	loose  bool // scrolled by itself: the focus need not be seen
	at     Ref  // the focus, when it was scrolled so
}

// Follow moves the windows, for a wall that is drawn so many rows high, so that the focus is seen: by as little as
// possible, and not at all where nothing asks for it. A lane that was scrolled by itself stays where it is until
// something else is selected; while something hangs on the mouse no lane moves.
func (l Layout) Follow(seen Windows, w Wall, height int) {
	focus := w.Visible(w.Focus)
	for i := range l.Lanes {
		lane := &l.Lanes[i]
		v := seen[lane.LaneID]
		if w.Aloft {
			v.loose, v.at = true, focus
		}
		v.loose = v.loose && v.at == focus
		seen[lane.LaneID] = v.over(lane, lane.rows(height), focus)
	}
}

// Scroll moves what is seen of a lane by so many rows, up when by is below zero, and leaves the selection where it is.
// It takes the height for which the windows last followed, and stays at the lane's ends.
func (l Layout) Scroll(seen Windows, lane, by int) {
	if lane < 0 || lane >= len(l.Lanes) {
		return
	}
	on := &l.Lanes[lane]
	v := seen[on.LaneID]
	v.Top = max(0, min(v.Top+by, on.Height-v.rows))
	v.loose, v.at = true, l.wall.Focus
	seen[on.LaneID] = v.hung(on)
}

// rows is how many rows of the lane are seen: all that the head leaves and, when that is not enough, the last of them
// says what is hidden.
func (l *Lane) rows(height int) int {
	rows := max(1, height-headRows)
	if l.Height > rows {
		rows = max(1, rows-1)
	}
	return rows
}

func (v Window) over(l *Lane, rows int, focus Ref) Window {
	if b, ok := l.find(v.anchor); ok {
		v.Top = b.Y - v.row
	}
	if from, to, ok := l.span(focus, rows); ok && !v.loose {
		v.Top = min(max(v.Top, to-rows), from)
	}
	v.rows = rows
	v.Top = max(0, min(v.Top, l.Height-rows))
	if b, ok := l.find(focus); ok && !v.loose {
		v.anchor, v.row = b.Ref, b.Y-v.Top
		return v
	}
	return v.hung(l)
}

// hung hangs a window on the first place that is seen in it.
func (v Window) hung(l *Lane) Window {
	v.anchor = Ref{}
	for _, b := range l.Boxes {
		if b.Ref.Somewhere() && b.Kind != Preview && b.Y >= v.Top {
			v.anchor, v.row = b.Ref, b.Y-v.Top
			break
		}
	}
	return v
}

// span is the rows of the focus, with what should be seen with it where that fits: the title above a cluster's
// notes, and the place under a cluster where something would go.
func (l *Lane) span(focus Ref, rows int) (from, to int, ok bool) {
	at := -1
	for i, b := range l.Boxes {
		switch {
		case b.Ref != focus || !focus.Somewhere():
		case b.Kind == Preview:
			if b.Y+b.Height-from <= rows {
				to = b.Y + b.Height
			}
		default:
			at, from, to = i, b.Y, b.Y+b.Height
		}
	}
	for i := at; i > 0 && l.Boxes[i].Kind == Member; i-- {
		if above := l.Boxes[i-1]; above.Kind == Title && to-above.Y <= rows {
			from = above.Y
		}
	}
	return from, to, at >= 0
}
