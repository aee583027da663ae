package workshop

import "slices"

// Coverage is how much of the wall has been read, parked notes left out.
type Coverage struct {
	Notes  int // on the wall
	Opened int // of them, those that were in the spotlight, or on which somebody rested on the board
}

// Unread is how many notes nobody has opened yet.
func (c Coverage) Unread() int { return c.Notes - c.Opened }

// HasOpened says whether a note was in the spotlight, or somebody has rested on it on the board. The first is in the log;
// the second is forgotten when the program starts anew.
func (v View) HasOpened(id NoteID) bool { return v.Lit[id] || v.Live.Opened[id] }

// Coverage counts what has been read of the wall.
func (v View) Coverage() Coverage {
	var c Coverage
	for _, notes := range v.spots() {
		for _, id := range notes.ids {
			c.Notes++
			if v.HasOpened(id) {
				c.Opened++
			}
		}
	}
	return c
}

// NextUnread is where the spotlight goes from a place on the board: to the next cluster or lone note, in the order of the
// board and round to its beginning, that holds something unread; to the next one when everything has been read. It is
// zero when there is nowhere else to go.
func (v View) NextUnread(from Spot) Spot {
	all := v.spots()
	at := -1
	for i, s := range all {
		if s.on == from || from.Note != 0 && slices.Contains(s.ids, from.Note) {
			at = i
		}
	}
	var next Spot
	for i := 1; i <= len(all); i++ {
		s := all[(at+i+len(all))%len(all)]
		switch {
		case s.on == from:
		case s.unread(v):
			return s.on
		case next == Spot{}:
			next = s.on
		}
	}
	return next
}

// spot is a place where the spotlight can stand, with the notes that are read there.
type spot struct {
	on  Spot
	ids []NoteID
}

func (s spot) unread(v View) bool {
	return slices.ContainsFunc(s.ids, func(id NoteID) bool { return !v.HasOpened(id) })
}

// spots lists what is on the wall, in the order of the board: under each prompt the clusters, then the lone notes.
func (v View) spots() []spot {
	var out []spot
	for _, c := range v.Columns {
		for _, p := range c.Clusters {
			s := spot{on: Spot{Cluster: p.ID}}
			for _, n := range p.Notes {
				s.ids = append(s.ids, n.ID)
			}
			out = append(out, s)
		}
		for _, n := range c.Lone {
			out = append(out, spot{Spot{Note: n.ID}, []NoteID{n.ID}})
		}
	}
	return out
}
