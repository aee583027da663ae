package tui

import (
	"convene/tui/board"
	"convene/workshop"
)

// action is what a screen or a dialog wants to happen. Only App carries it out.
type action interface{ isAction() }

type (
	// send carries a command out at the active seat. Said is shown when it worked; it may be empty. Then, when set,
	// follows only when it worked; what refused returns, only when it didn't.
	send struct {
		command workshop.Command
		said    string
		then    action
		refused func(workshop.View) action
	}
	// show opens a dialog in front of everything.
	show struct{ dialog dialog }
	// dismiss closes the front dialog, and then does something else (nil: nothing).
	dismiss struct{ then action }
	// attempt does something, and closes the front dialog if it worked. If it was refused, the dialog stays, with what was
	// typed in it.
	attempt struct{ action action }
	// say tells the person something, for a few seconds.
	say struct {
		text string
		tone tone
		err  error // is said as a sentence, in the place of the text
	}
	// both does one thing after the other.
	both struct{ first, second action }
	// point tells the others on what of the board the person is, and whether they carry it; then follows only when nobody
	// else does.
	point struct {
		on    workshop.Spot
		holds bool
		then  action
	}
	// draft shows everyone the sentence that the person is writing.
	draft struct{ sentence string }
	// goTo selects something on the board, if the board is what the person sees.
	goTo struct{ ref board.Ref }
	// clear lets a screen tidy up once what it sent is on disk.
	clear struct{ tidy func() }
	// openBooth calls a person to the keyboard; beginBooth shows their screen once they are there; closeBooth draws the
	// curtain again; endBooth opens it for the facilitator, or for the next person to be called.
	openBooth  struct{ person workshop.PersonID }
	beginBooth struct{}
	closeBooth struct{}
	endBooth   struct{ next bool }
	// enterRoom goes from the lobby into a workshop; createRoom makes it first. leaveRoom goes back to the lobby.
	enterRoom  struct{ id workshop.ID }
	createRoom struct {
		topic   string      // of a new community
		after   workshop.ID // or the workshop on whose canvas it goes on
		minutes int
	}
	leaveRoom struct{}
	// beginRehearsal goes from the lobby into a rehearsal with so many simulated people, of a workshop or of none in particular.
	beginRehearsal struct {
		id     workshop.ID
		people int
	}
	// relist takes the newest list into the lobby.
	relist struct{}
	// lookAt opens a canvas in front of the lobby.
	lookAt struct{ id workshop.ID }
	// exportCanvas writes a canvas into a file.
	exportCanvas struct {
		canvas workshop.Canvas
		format string
	}
	// enterByCode goes to a workshop's doorstep, or to the seat that the visitor has there. Join asks for a seat under a
	// name. TakeSeat goes to the seat that a code belongs to.
	enterByCode struct{ code string }
	join        struct{ name string }
	takeSeat    struct{ code string }
	// openDoor asks about whoever waits at the locked door; putOff stops asking about one of them.
	openDoor struct{}
	putOff   struct{ person workshop.PersonID }
	// addPerson sends the command with a fresh ID.
	addPerson struct{ name string }
	// quit ends the program.
	quit struct{}
)

// refuse tells the person why something does not work.
func refuse(err error) say { return say{tone: sorry, err: err} }

func (send) isAction()           {}
func (show) isAction()           {}
func (dismiss) isAction()        {}
func (attempt) isAction()        {}
func (say) isAction()            {}
func (both) isAction()           {}
func (point) isAction()          {}
func (draft) isAction()          {}
func (goTo) isAction()           {}
func (clear) isAction()          {}
func (openBooth) isAction()      {}
func (beginBooth) isAction()     {}
func (endBooth) isAction()       {}
func (closeBooth) isAction()     {}
func (enterRoom) isAction()      {}
func (createRoom) isAction()     {}
func (leaveRoom) isAction()      {}
func (beginRehearsal) isAction() {}
func (relist) isAction()         {}
func (lookAt) isAction()         {}
func (exportCanvas) isAction()   {}
func (enterByCode) isAction()    {}
func (join) isAction()           {}
func (takeSeat) isAction()       {}
func (openDoor) isAction()       {}
func (putOff) isAction()         {}
func (addPerson) isAction()      {}
func (quit) isAction()           {}

// tone is how something is said.
type tone int

const (
	plainly tone = iota
	gladly       // it worked
	sorry        // it was refused
)
