package tui

import (
	"context"
	"time"

	"convene/workshop"
)

// Seat is one person's place in a room: what App needs of it. Its commands are the person's and nobody else's.
type Seat interface {
	// Do sends a command and returns when it is on disk, or refused.
	Do(ctx context.Context, c workshop.Command) error
	// View is the newest that the person may see.
	View() workshop.View
	// Changed has a value when View has news.
	Changed() <-chan struct{}
	// Booth is a seat for a person without a terminal, at this keyboard.
	Booth(p workshop.PersonID) Seat
	// Point tells the others where on the board the person is, and whether they carry what they are on. It returns a
	// *workshop.HeldError when somebody else carries that or a part of it: it is theirs until they drop it.
	Point(on workshop.Spot, holds bool) error
	// Touch says that the person is at this terminal. Without it, what they carry is put down after two minutes.
	Touch()
	// Draft shows everyone the sentence that the person is writing, who must have the pen.
	Draft(sentence string) error
	// Leave gives the place up.
	Leave()
}

// Listing is one workshop in the lobby.
type Listing struct {
	ID     workshop.ID
	Title  string // the community's name, or the topic
	Opened time.Time
	At     workshop.Position
	Begun  bool
	Closed bool
	People int

	Community *workshop.Community // nil until it is founded
	After     workshop.ID         // the workshop on whose canvas it goes on; empty when it is the first of its community

	Wording workshop.Wording // what it says in words of its own
}

// Heir is a Seat that knows what became of the community under its earlier canvases; nil when this is its first.
type Heir interface {
	Before() *workshop.Community
}

// Lobby is what App needs of the house beyond the room: the list of workshops, new ones, and their canvases.
type Lobby interface {
	// List returns the workshops, newest first.
	List(ctx context.Context) ([]Listing, error)
	// Create makes a workshop and returns its code.
	Create(ctx context.Context, topic string, minutes int) (workshop.ID, error)
	// Next makes the workshop that goes on from the canvas of a finished one, and returns its code.
	Next(ctx context.Context, after workshop.ID, minutes int) (workshop.ID, error)
	// Enter takes the facilitator's seat.
	Enter(ctx context.Context, id workshop.ID) (Seat, error)
	// Canvas is the canvas so far.
	Canvas(ctx context.Context, id workshop.ID) (workshop.Canvas, error)
	// Export writes the canvas into a file and returns its path.
	Export(ctx context.Context, c workshop.Canvas, format string) (string, error)
	// Guests counts the terminals of other people that close with this program, whatever workshop they are in. In a lobby
	// that is served it is 0: the program stays.
	Guests() int
}
