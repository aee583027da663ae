package board

import (
	"fmt"

	"github.com/charmbracelet/x/ansi"

	"convene/tui/theme"
)

// nameCells is how much of a name stands at a note, in cells: enough to be known by. Where the text leaves less room it is
// as many as there is room for; and initialCells of it stand over the end of a text that leaves none at all.
const nameCells, initialCells = 8, 2

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
	row   int  // in which it stands: at the end of the text, or over its end where the text leaves no room at all
}

// Point shows where the others are. It moves nothing: a name stands at the right end of a note's rows, where there is
// room, shortened rather than over what the note says, and what somebody carries is marked. Of several people at one place
// the first is named, whoever carries it before the others, and the rest are counted.
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
			b.others = b.tagOf(t, here, lane.Width)
			b.held = held || b.others.holds
			held = held || b.Kind == Title && b.others.holds
		}
	}
}

// tagOf names the first of the people, and counts the others, in the last row that has room for it; where none has room for
// all of it, in the row that has the most, with less of the name.
func (b *Box) tagOf(t *theme.Theme, here []Pointer, width int) tag {
	mark, rest := t.Theirs+" ", ""
	if here[0].Holds {
		mark = t.Hand + " "
	}
	if n := len(here) - 1; n > 0 {
		rest = fmt.Sprintf(" +%d", n)
	}
	name := t.Cut(here[0].Name, nameCells)
	row, free := b.roomiest(width, theme.Width(mark+name+rest))
	switch room := free - theme.Width(mark+rest); {
	case room <= 0:
		name = initials(t, here[0].Name, initialCells)
	case room < theme.Width(name):
		name = initials(t, here[0].Name, room)
	}
	return tag{words: mark + name + rest, holds: here[0].Holds, row: row}
}

// initials are as much of a name as goes into so few cells: without an ellipsis where that would take half of them.
func initials(t *theme.Theme, name string, cells int) string {
	if cells >= nameCells/2 {
		return t.Cut(name, cells)
	}
	return ansi.Truncate(name, cells, "")
}

// roomiest is the last row of the box with so many cells free behind its text, or the one with the most; and how many it has.
func (b *Box) roomiest(width, cells int) (row, free int) {
	for i := b.Height - 1; i >= 0; i-- {
		if has := b.free(width, i); i == b.Height-1 || has > free {
			row, free = i, has
		}
		if free >= cells {
			break
		}
	}
	return row, free
}

// free is how many cells a tag can take in a row without covering anything of its text.
func (b *Box) free(width, row int) int {
	n := width - b.around(row) - theme.Width(b.lines[row]) - 1
	if row == 0 && b.right != "" {
		n -= theme.Width(b.right) + 2
	}
	if b.edged(row) {
		n-- // for the space between the name and the edge
	}
	return n
}
