package board

import "convene/workshop"

// headRows is what a lane's head takes.
const headRows = 1

// Windows says what is seen of each lane.
type Windows map[workshop.Prompt]Window

// Window is the part of a lane that is seen. It hangs on a box, so that what one looks at stays in its row when others
// insert rows above it.
type Window struct {
	Top    int // the first row of the lane that is seen
	anchor Ref
	row    int // of the anchor on the screen
}

// Follow moves the windows, for a wall that is drawn so many rows high, so that the focus is seen: by as little as
// possible, and not at all where nothing asks for it.
func (l Layout) Follow(seen Windows, w Wall, height int) {
	for i := range l.Lanes {
		lane := &l.Lanes[i]
		seen[lane.Prompt] = seen[lane.Prompt].over(lane, lane.rows(height), w.Focus)
	}
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
	if from, to, ok := l.span(focus, rows); ok {
		v.Top = min(max(v.Top, to-rows), from)
	}
	v.Top = max(0, min(v.Top, l.Height-rows))
	v.anchor = Ref{}
	if b, ok := l.find(focus); ok {
		v.anchor, v.row = b.Ref, b.Y-v.Top
		return v
	}
	for _, b := range l.Boxes {
		if b.Ref.Somewhere() && b.Kind != Preview && b.Y >= v.Top {
			v.anchor, v.row = b.Ref, b.Y-v.Top
			break
		}
	}
	return v
}

// span is the rows of the focus, with what should be seen with it where that fits: the title above a cluster's first
// note, and the place under a cluster where something would go.
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
	if at > 0 && l.Boxes[at].Kind == Member && l.Boxes[at-1].Kind == Title && to-l.Boxes[at-1].Y <= rows {
		from = l.Boxes[at-1].Y
	}
	return from, to, at >= 0
}
