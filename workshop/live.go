package workshop

import "slices"

// Live is what is true of the people at this moment and is in no log: who is connected, and what they point at. The room
// keeps it; here it is named because it is part of a View, and because where one may point is a rule. It is immutable.
type Live struct {
	Here     map[PersonID]int // how many terminals of their own people have here; nobody without one is in it
	Pointers []Pointer        // of those who are on the board, one for each person, in the order of arrival
	Drafting bool             // somebody has begun to write the sentence for which the pen is out
	Draft    string           // how far they are; may be empty
	Unsaved  bool             // the disk took nothing of what was sent last: what is shown is saved, and nothing new can be
	Opened   map[NoteID]bool  // the notes of the step on which somebody has rested for a moment on the board, since the program started

	// Unreadable says that the log can't be read to its end, or has lost it: the workshop takes nothing, and what is shown may not
	// come back.
	Unreadable bool
}

// Pointer is where on the board somebody is.
type Pointer struct {
	Person PersonID
	On     Spot
	Holds  bool // carries what they are on: it is theirs until they drop it, or are away for long
	Lapsed bool // carried what they are on, and it was put down because they were away
}

// Away says whether somebody has a terminal of their own and is not at it. Nobody can tell where people in the room
// are who have none.
func (l Live) Away(p Presence) bool { return !p.Booth && l.Here[p.ID] == 0 }

// Held finds who carries something.
func (l Live) Held(on Spot) (PersonID, bool) {
	for _, p := range l.Pointers {
		if p.Holds && p.On == on {
			return p.Person, true
		}
	}
	return "", false
}

// MayPoint checks that somebody may show that they are on something: they have a seat, and it stands on the wall that
// the group works on. Pointing at nothing is always possible for them. Where a person is before the notes are revealed
// would tell which of them are theirs.
func (s State) MayPoint(who PersonID, on Spot) error {
	switch {
	case s.Standing(who) != Seated:
		return ErrStranger
	case on == Spot{}:
		return nil
	case !slices.Contains(onBoard(), s.At.Phase):
		return ErrNotNow
	}
	return s.checkSpot(on)
}
