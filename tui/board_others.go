package tui

import (
	"convene/tui/board"
	"convene/workshop"
)

// pointing is what the others see of the person: on what they are, and whether they carry it. What is looked at without
// a key being pressed, and what is read in a diagram, is nobody's concern.
func (s *boardScreen) pointing(st stage) (on workshop.Spot, holds bool) {
	s.settle(st)
	switch {
	case !s.walked || !mayMove(st.view) || s.diagram(st.view):
		return workshop.Spot{}, false
	case s.carried.Somewhere():
		return s.carried.Spot(), true
	case s.selected.Somewhere() && s.look(st).Has(s.selected):
		return s.selected.Spot(), false
	default:
		return workshop.Spot{}, false
	}
}

// theirs says whether somebody else carries something.
func theirs(v workshop.View, r board.Ref) bool {
	who, held := v.Live.Held(r.Spot())
	return held && who != v.Me
}

// otherPointers are where the others are, in the order in which they came.
func otherPointers(v workshop.View) []board.Pointer {
	if len(v.Live.Pointers) == 0 {
		return nil
	}
	at := make(map[workshop.PersonID]workshop.Pointer, len(v.Live.Pointers))
	for _, p := range v.Live.Pointers {
		at[p.Person] = p
	}
	var out []board.Pointer
	for _, p := range v.People {
		if there, ok := at[p.ID]; ok && p.ID != v.Me {
			out = append(out, board.Pointer{Name: p.Name, On: board.Lit(there.On), Holds: there.Holds})
		}
	}
	return out
}
