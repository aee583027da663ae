package board

import (
	"cmp"

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
	Foot                // the lower edge of a cluster
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
	card   bool // it is drawn with the edges of a card
	lit    bool // the selection is in this card
	folded bool // its notes are not shown
	of     workshop.ClusterID
	find   *Search // what is to be marked in the text
}

// LaneID names a lane: the column that it belongs to, and which of its lanes it is, from the left.
type LaneID struct {
	Prompt workshop.Prompt
	Part   int
}

// Compare orders lanes, those of a column from the left.
func (l LaneID) Compare(with LaneID) int {
	return cmp.Or(cmp.Compare(l.Prompt, with.Prompt), cmp.Compare(l.Part, with.Part))
}

// Lane is one column or, where there is room for several beside one another, a part of one: its boxes from the top down.
type Lane struct {
	LaneID
	X      int // its first cell
	Width  int // in cells
	Height int // in rows
	Shown  bool
	Boxes  []Box

	label         string
	counts, fewer string // what is in it, and the same where there is less room
	active        bool   // it is of the column in which one is
	gap           bool   // what is carried could stand alone here
	parted        bool   // a line stands at its left
}

// Layout is a wall laid out for a width.
type Layout struct {
	Width int
	Lanes []Lane
	other string
	wall  Wall
}

// Lay lays a wall out. The same wall, width and glyphs give the same layout.
func Lay(t *theme.Theme, w Wall, width int) Layout {
	w.Focus = w.Visible(w.Focus)
	l := Layout{Width: width, wall: w}
	n := len(w.Columns)
	if n == 0 {
		return l
	}
	one := width < narrow && n > 1
	each := width
	if !one {
		each = (width - gutter*(n-1)) / n
	}
	each = max(1, each)
	active := l.activeColumn(w)
	x := 0
	for i, col := range w.Columns {
		all := strips(col, each)
		cells := max(1, min((each-inner*(len(all)-1))/len(all), widest))
		for part, strip := range all {
			p := pour{theme: t, wall: w, lane: Lane{
				LaneID: LaneID{col.Prompt, part}, X: x, Width: cells, Shown: !one || i == active, active: i == active,
				parted: part == 0 && i > 0 && each >= beside,
			}}
			switch {
			case part == 0:
				p.lane.label = w.label(col.Prompt)
				p.lane.counts, p.lane.fewer = w.counts(col)
			case strip.alone:
				p.lane.label = w.SayAs("heading", "stand alone")
				p.lane.counts, p.lane.fewer = w.counts(strip.Column)
			}
			p.column(strip)
			l.Lanes = append(l.Lanes, p.lane)
			x += cells + inner
		}
		x += gutter - inner
		if one {
			x = 0
		}
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
	r = l.wall.Visible(r)
	for i := range l.Lanes {
		if b, ok := l.Lanes[i].find(r); ok {
			return b, true
		}
	}
	return Box{}, false
}

func (l *Lane) find(r Ref) (Box, bool) {
	if r.Somewhere() {
		for i := range l.Boxes {
			if b := &l.Boxes[i]; b.Ref == r && b.Kind != Preview {
				return *b, true
			}
		}
	}
	return Box{}, false
}
