package sshd

import (
	"context"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Screen is one terminal's user interface: a tea.Model whose picture is asked for line by line, by the painter. Its View
// is never called. Everything but Close is called on the program's goroutine, or after it has ended. Its Cmds may be batched, and
// not put into a sequence.
//
// A Screen that has methods Awaits() (news <-chan struct{}, due time.Time) and Wake(news bool) tea.Cmd is woken when something has come
// from that channel, which is news, and at that moment: it needs no goroutine that waits for either. Both are asked for anew after every call; a nil
// channel and the zero time are nothing.
//
// A Screen that also has a method Bell() bool is asked after Lines; when it says true the terminal rings once. One that
// has a method Mouse() bool is asked as well: as long as it says true the terminal reports its mouse, and the Screen's
// Update gets what that does. Otherwise its mouse selects text, as people are used to. One that has a method Speaks()
// workshop.Language is told goodbye in that language.
type Screen interface {
	tea.Model // whose Update returns the Screen again

	// Lines is the picture: at most as many lines as the window is high, each complete in its styles (SGR only, in true
	// colour; the painter makes of them what the terminal can show). The strings may be shared with other Screens.
	Lines() []string
	// Farewell is what stands on the normal screen after leaving: how to come back. It may be empty.
	Farewell() []string
	// Close gives the seat up, because the terminal has gone. It is called once, after the program has ended.
	Close()
}

// waking is a Screen that is woken.
type waking interface {
	Awaits() (news <-chan struct{}, due time.Time)
	Wake(news bool) tea.Cmd
}

// ringing is a Screen that may want the terminal to ring.
type ringing interface{ Bell() bool }

// pointing is a Screen that may want to know what the mouse does.
type pointing interface{ Mouse() bool }

// Host is who is visited: it makes the screens and carries out the verbs.
type Host interface {
	// Screen makes what a terminal shows. The context ends with the terminal. An error is shown as one sentence, in the
	// server's language if the catalogues have it, and the visit ends with status 1.
	Screen(ctx context.Context, v Visitor, t Terminal) (Screen, error)
	// Verb carries out what was asked for without a screen, "ssh host canvas", and returns the exit status. The context
	// ends with the visit. There is at least one argument; they are as hostile as whoever typed them.
	Verb(ctx context.Context, v Visitor, args []string, stdout, stderr io.Writer) int
}
