package tui

import "context"

// Door is how somebody comes in who doesn't sit at the facilitator's keyboard. It belongs to one visitor and knows who
// they are, if they can be known at all. Its errors are worded to be shown to them.
type Door interface {
	// Enter finds a workshop by its code, as typed, and takes the visitor's place in it. Whoever has no seat there yet
	// sees the doorstep until they join.
	Enter(ctx context.Context, code string) (Visit, error)
	// Return takes the place that a seat code belongs to, in the workshop of the visit.
	Return(ctx context.Context, v Visit, seatCode string) (Visit, error)
}

// Visit is a visitor's place in a workshop.
type Visit struct {
	Seat     Seat
	Name     string  // what they were called last; empty when nobody knows
	SeatCode string  // what brings back somebody without a key; empty for those with one
	Drafts   *Drafts // what they typed before and did not send
	Invite   Invite  // how others come in
}

// Invite is how people join a workshop from their own terminals. The zero Invite says that no door is open.
type Invite struct {
	Commands    []string // what to type, the most likely to work first: "ssh -p 2222 brave-otter@192.168.1.7"
	URL         string   // the same as an ssh:// address, for a QR code
	Fingerprint string   // of the host key, "SHA256:…", to be compared with what ssh shows
}

// Open says whether a door is open at all.
func (i Invite) Open() bool { return len(i.Commands) > 0 }
