package tui

import (
	"convene/tui/board"
	"convene/workshop"
)

// pointing is what the others see of the person: on what they are, and whether they carry it. What is looked at without
// a key being pressed, and what is read in a diagram, is nobody's concern.
func (s *boardScreen) pointing(st stage) (on workshop.Spot, holds bool) {
	if !s.walked {
		return workshop.Spot{}, false
	}
	s.settle(st)
	switch {
	case !mayMove(st.view) || s.diagram(st.view):
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
	by := make(map[workshop.PersonID]workshop.Pointer, len(v.Live.Pointers))
	for _, p := range v.Live.Pointers {
		by[p.Person] = p
	}
	var out []board.Pointer
	for i := range v.People {
		p := &v.People[i]
		if there, ok := by[p.ID]; ok && p.ID != v.Me {
			out = append(out, board.Pointer{Name: p.Name, On: board.Lit(there.On), Holds: there.Holds})
		}
	}
	return out
}

// pointers are where people are: by who they are, and by where that is, in the order in which they are named there.
type pointers struct {
	by map[workshop.PersonID]workshop.Pointer
	at map[workshop.Spot][]workshop.Pointer
}

// pointersIn sorts the pointers of a view, once for all who see them.
func pointersIn(v workshop.View) *pointers {
	them, people := v.Live.Pointers, v.People
	if len(them) == 0 {
		return &pointers{}
	}
	type key struct{ first *workshop.Pointer }
	return v.Once(key{&them[0]}, func() any { return sortPointers(them, people) }).(*pointers)
}

func sortPointers(them []workshop.Pointer, people []workshop.Presence) *pointers {
	all := &pointers{make(map[workshop.PersonID]workshop.Pointer), make(map[workshop.Spot][]workshop.Pointer)}
	for _, p := range them {
		all.by[p.Person] = p
	}
	for i := range people { // who came first is named first, and who carries something before them
		if p, points := all.by[people[i].ID]; points && p.Holds {
			all.at[p.On] = append([]workshop.Pointer{p}, all.at[p.On]...)
		} else if points {
			all.at[p.On] = append(all.at[p.On], p)
		}
	}
	return all
}

// carries says whether the person carries something, or did until it was put down for them.
func carries(v workshop.View) bool {
	p := pointersIn(v).by[v.Me]
	return p.Holds || p.Lapsed
}
