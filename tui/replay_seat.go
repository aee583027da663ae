package tui

import (
	"context"
	"errors"

	"convene/workshop"
	"convene/workshop/reel"
)

// errReplayed is returned to whatever would change a workshop that is only shown again.
var errReplayed = errors.New("this is a replay; nothing can be changed in it")

// reelSeat is a place from which everybody's view of a moment on a reel is seen, and nobody's. It implements Seat.
type reelSeat struct {
	reel *reel.Reel
	n    int // how many records have come
	view workshop.View
}

// turn goes to the moment after n records.
func (s *reelSeat) turn(n int) {
	if n == s.n && s.view.Shared != nil {
		return
	}
	state := s.reel.State(n)
	s.n, s.view = n, workshop.ViewFor(workshop.Share(state), state, "")
	// Nothing tells who was at their terminal: whoever had a seat counts as here.
	here := make(map[workshop.PersonID]int)
	for _, p := range s.view.People {
		here[p.ID] = 1
	}
	s.view.Live = workshop.Live{Here: here}
}

func (s *reelSeat) View() workshop.View                        { return s.view }
func (s *reelSeat) Do(context.Context, workshop.Command) error { return errReplayed }
func (s *reelSeat) Changed() <-chan struct{}                   { return nil }
func (s *reelSeat) Booth(workshop.PersonID) Seat               { return s }
func (s *reelSeat) Point(workshop.Spot, bool) error            { return errReplayed }
func (s *reelSeat) Touch()                                     {}
func (s *reelSeat) Draft(string) error                         { return errReplayed }
func (s *reelSeat) Leave()                                     {}
