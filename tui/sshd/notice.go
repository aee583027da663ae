package sshd

import "convene/workshop/tongue"

// notice is what the server says by itself. In English it is ASCII, so that terminals of every kind show it.
type notice int

const (
	nothing notice = iota

	// Why a terminal has ended.
	closing
	sorry
	unused
	displaced

	// Why there is none.
	noTerminal
	noWall
	noFiles
	badCommand
	failed
)

// in is the notice as a sentence.
func (n notice) in(l tongue.Tongue) string {
	switch n {
	case closing:
		return l.Say("The server is closing. What you did is kept; connect again when it is back.")
	case sorry:
		return l.Say("Something broke here, and your terminal had to end. It has been logged; connect again to go on.")
	case unused:
		return l.Say("You have not pressed a key for a long time, so your terminal has ended. Connect again to go on.")
	case displaced:
		return l.Say("You have opened more than four terminals, so this one, your oldest, has ended. Go on in one of the others.")
	case noTerminal:
		return l.Say("This is shown on a terminal: connect without a pipe, or with ssh -t.")
	case noWall:
		return l.Say("The wall needs a terminal: ssh -t HOST wall")
	case noFiles:
		return l.Say("There are no files here, only terminals.")
	case badCommand:
		return l.Say("That command can't be read: it has no words, or too many.")
	case failed:
		return l.Say("That did not work.")
	default:
		return ""
	}
}
