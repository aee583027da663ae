package board

import (
	"convene/tui/theme"
	"convene/workshop"
)

// Sizes, in cells.
const (
	narrow = 56 // below this only one column is shown
	widest = 84 // a column is never wider: longer lines are hard to read
	gutter = 3  // between columns
)

// Kind is what a box holds.
type Kind int

// The kinds.
const (
	Title   Kind = iota // of a cluster
	Member              // a note in a cluster
	Lone                // a note that stands alone
	Parked              // a note out of the canvas
	Opening             // the gap, while something is carried
	Preview             // what is carried, where it would go
	Caption             // words of ours
)

// Box is one thing in a lane: its rows, counted from the lane's top.
type Box struct {
	Ref    Ref
	Kind   Kind
	Y      int
	Height int
	Stop   bool // the selection, or what is carried, can come here

	lines  []string // plain text, one for each row
	right  string   // counts at the right end of the first row
	focus  bool
	ghost  bool // is being carried away
	held   bool // somebody else carries it
	others tag  // who else is here
	marked bool
	hint   bool // a title is missing
}

// Lane is one column: its boxes from the top down.
type Lane struct {
	Prompt workshop.Prompt
	X      int // its first cell
	Width  int // in cells
	Height int // in rows
	Shown  bool
	Boxes  []Box

	label           string
	notes, clusters int
	active          bool
}

// Layout is a wall laid out for a width.
type Layout struct {
	Width int
	Lanes []Lane
	other string
}

// Lay lays a wall out. The same wall, width and glyphs give the same layout.
func Lay(t *theme.Theme, w Wall, width int) Layout {
	l := Layout{Width: width}
	n := len(w.Columns)
	if n == 0 {
		return l
	}
	one := width < narrow && n > 1
	each := width
	if !one {
		each = (width - gutter*(n-1)) / n
	}
	each = max(1, min(each, widest))
	active := l.activeColumn(w)
	for i, col := range w.Columns {
		p := pour{theme: t, wall: w, lane: Lane{
			Prompt: col.Prompt, Width: each, Shown: !one || i == active, label: w.label(col.Prompt), active: i == active,
		}}
		if !one {
			p.lane.X = i * (each + gutter)
		}
		p.column(col)
		l.Lanes = append(l.Lanes, p.lane)
	}
	if one && w.Other != "" {
		l.other = w.Other
	}
	return l
}

// activeColumn is the number of the column in which one is.
func (l Layout) activeColumn(w Wall) int {
	for i, c := range w.Columns {
		if c.Prompt == w.Active {
			return i
		}
	}
	return 0
}

// Find is the box of a place.
func (l Layout) Find(r Ref) (Box, bool) {
	for i := range l.Lanes {
		if b, ok := l.Lanes[i].find(r); ok {
			return b, true
		}
	}
	return Box{}, false
}

func (l *Lane) find(r Ref) (Box, bool) {
	if r.Somewhere() {
		for _, b := range l.Boxes {
			if b.Ref == r && b.Kind != Preview {
				return b, true
			}
		}
	}
	return Box{}, false
}
