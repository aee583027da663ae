package main

import (
	"context"

	"convene/tui"
	"convene/workshop"
	"convene/workshop/room"
)

// seat is a room's seat as the screens know it.
type seat struct {
	*room.Seat
	terms terms
	leave func() // what else happens when it is left; may be nil
	// before is what became of the community under its earlier canvases; nil when nobody knows.
	before func() *workshop.Community
}

// Before is what became of the community under its earlier canvases; nil when this is the first, or when they can't be read.
func (s seat) Before() *workshop.Community {
	if s.before == nil {
		return nil
	}
	return s.before()
}

// terms are what else is true of a visitor's seat. The zero terms are those of whoever sits at this keyboard.
type terms struct {
	allow func(workshop.Command) error            // whether a command may be sent now; may be nil
	after func(context.Context, workshop.Command) // what else happens when one was carried out; may be nil

	refused func(error) // is told why one was not; may be nil
}

// Do sends a command as the seat's person.
func (s seat) Do(ctx context.Context, c workshop.Command) error {
	err := s.do(ctx, c)
	switch {
	case err != nil && s.terms.refused != nil:
		s.terms.refused(err)
	case err == nil && s.terms.after != nil:
		s.terms.after(ctx, c)
	}
	return err
}

func (s seat) do(ctx context.Context, c workshop.Command) error {
	if s.terms.allow != nil {
		if err := s.terms.allow(c); err != nil {
			return err
		}
	}
	return s.Seat.Do(ctx, c)
}

// Booth is a seat for a person without a terminal, at the same keyboard.
func (s seat) Booth(p workshop.PersonID) tui.Seat { return seat{Seat: s.Seat.Booth(p)} }

// Leave gives the place up.
func (s seat) Leave() {
	s.Seat.Leave()
	if s.leave != nil {
		s.leave()
	}
}
