package rehearsal

import (
	"context"

	"convene/workshop"
)

// Seat is one person's place in a workshop, bound to who they are.
type Seat interface {
	// Do sends a command as the seat's person and waits until it is carried out, or refused.
	Do(ctx context.Context, c workshop.Command) error
	// View is the newest that the person may see.
	View() workshop.View
}

// Host hands out the seats of a workshop that is open and has a facilitator.
type Host interface {
	// Facilitator is the seat from which the play is led.
	Facilitator() Seat
	// Seat is a place at a terminal of one's own, for somebody who will join from it. It is asked for once per person.
	Seat(person workshop.PersonID) Seat
}
