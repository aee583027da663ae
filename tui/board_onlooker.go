package tui

import (
	"maps"
	"slices"
	"unique"

	"convene/tui/board"
	"convene/workshop"
)

// boardLook is how somebody looks at the wall who carries, marks, folds and finds nothing.
type boardLook struct {
	column   workshop.Prompt
	selected board.Ref
	rank     int
	show     shown
	reader   reader
	seen     [maxSeen]seenLane

	on   board.Ref         // where the others see the person
	with workshop.PersonID // whom the person sees there first
}

// maxSeen is how many lanes there may be: as many as a wide window has.
const maxSeen = 6

// seenLane is what is seen of a lane.
type seenLane struct {
	board.LaneID
	board.Window
}

// onlooker interns the look: it is asked for at every picture, and hardly ever another.
func (s *boardScreen) onlooker(st stage) any {
	if s.carried.Somewhere() || s.finder != nil || len(s.marked)+len(s.folded) > 0 || s.hand.drags || len(s.seen) > maxSeen ||
		carries(st.view) {
		return nil
	}
	if look := s.looks(st.view); s.looking == (unique.Handle[boardLook]{}) || s.looking.Value() != look {
		s.looking = unique.Make(look)
	}
	return s.looking
}

// looks is how the person looks: whoever is pointed at besides them, on the same note, matters too, since nobody sees themselves.
func (s *boardScreen) looks(v workshop.View) boardLook {
	look := boardLook{column: s.column, selected: s.selected, rank: s.rank, show: s.show, reader: s.reader}
	n := 0
	for lane, w := range s.seen {
		look.seen[n] = seenLane{lane, w}
		n++
	}
	if mine, points := pointersIn(v).by[v.Me]; points {
		look.on = board.Lit(mine.On)
		for _, p := range pointersIn(v).at[mine.On] {
			if p.Person != v.Me {
				look.with = p.Person
				break
			}
		}
	}
	slices.SortFunc(look.seen[:n], func(a, b seenLane) int { return a.LaneID.Compare(b.LaneID) })
	return look
}

// same uses the rows into which this person's wall is broken already: until the picture is drawn, their goroutine does nothing
// else.
func (s *boardScreen) same(look any) onlooking {
	as, like := look.(unique.Handle[boardLook]).Value(), newBoardScreen().(*boardScreen)
	like.column, like.selected, like.rank, like.show, like.reader = as.column, as.selected, as.rank, as.show, as.reader
	for _, lane := range as.seen {
		if lane.LaneID != (board.LaneID{}) {
			like.seen[lane.LaneID] = lane.Window
		}
	}
	like.broken = s.broken
	return like
}

// found forgets the rows: they are one person's, and as long as everything on the wall.
func (s *boardScreen) found() screen {
	s.broken = board.Rows{}
	return s
}

func (s *boardScreen) drawn(as screen) {
	like := as.(*boardScreen)
	s.column, s.selected, s.rank, s.rows, s.reader = like.column, like.selected, like.rank, like.rows, like.reader
	if !maps.Equal(s.seen, like.seen) {
		s.seen = maps.Clone(like.seen)
	}
}
