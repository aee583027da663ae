package board

import (
	"fmt"

	"convene/tui/theme"
)

// nameCells is how much of a name stands at a note, in cells: enough to be known by.
const nameCells = 8

// Pointer is where on the wall somebody else is, and whether they carry what they are on.
type Pointer struct {
	Name  string
	On    Ref
	Holds bool
}

// tag is what a box says about the others who are at it.
type tag struct {
	words string
	holds bool // one of them carries it
	row   int  // in which it stands: at the end of the text, or over its end where the text leaves no room
}

// Point shows where the others are. It moves nothing: a name stands at the right end of a note's rows, where there is
// room, and what somebody carries is marked. Of several people at one place the first is named, whoever carries it
// before the others, and the rest are counted.
func (l Layout) Point(t *theme.Theme, others []Pointer) {
	if len(others) == 0 {
		return
	}
	at := make(map[Ref][]Pointer, len(others))
	for _, p := range others {
		p.On = l.wall.Visible(p.On)
		switch {
		case !p.On.Somewhere():
		case p.Holds:
			at[p.On] = append([]Pointer{p}, at[p.On]...)
		default:
			at[p.On] = append(at[p.On], p)
		}
	}
	for i := range l.Lanes {
		lane := &l.Lanes[i]
		held := false // the cluster that the notes belong to
		for j := range lane.Boxes {
			b := &lane.Boxes[j]
			if b.Kind != Member {
				held = false
			}
			here := at[b.Ref]
			if b.Kind == Preview || len(here) == 0 {
				b.held = held
				continue
			}
			b.others = tagOf(t, here)
			b.others.row = b.roomiest(lane.Width, theme.Width(b.others.words))
			b.held = held || b.others.holds
			held = held || b.Kind == Title && b.others.holds
		}
	}
}

// tagOf names the first of the people, and counts the others.
func tagOf(t *theme.Theme, here []Pointer) tag {
	mark := t.Theirs
	if here[0].Holds {
		mark = t.Hand
	}
	words := mark + " " + t.Cut(here[0].Name, nameCells)
	if n := len(here) - 1; n > 0 {
		words += fmt.Sprintf(" +%d", n)
	}
	return tag{words: words, holds: here[0].Holds}
}

// roomiest is the last row of the box with so many cells free behind its text; its last one when none has them.
func (b *Box) roomiest(width, cells int) int {
	for i := b.Height - 1; i >= 0; i-- {
		used := b.around(i) + theme.Width(b.lines[i]) + 2 + cells
		if i == 0 && b.right != "" {
			used += theme.Width(b.right) + 2
		}
		if used <= width {
			return i
		}
	}
	return b.Height - 1
}
