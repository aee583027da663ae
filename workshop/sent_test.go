package workshop_test

import (
	"time"

	. "convene/workshop"
)

// guide is somebody who facilitates.
func guide(s State) PersonID {
	for p := range s.People.All() {
		if p.Role == Facilitator && !p.Removed {
			return p.ID
		}
	}
	return ""
}

// sent is a command as it comes from where its sender sits: their own terminal or, if they have none, a booth.
func sent(s State, by PersonID, at time.Time, c Command) Envelope {
	e := Envelope{By: by, At: at, Command: c}
	if p, _ := s.Person(by); p.Booth {
		e.Via = guide(s)
	}
	return e
}
