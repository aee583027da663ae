package room

import (
	"context"
	"sync/atomic"

	"convene/workshop"
)

// Seat is one person's place in a room, on one terminal. Several seats of the same person have the same rights. Its
// methods may be called by any goroutine.
type Seat struct {
	room    *Room
	person  workshop.PersonID
	host    *Seat // in the booth: whose keyboard it is; nil for one's own
	changed chan struct{}
	drawn   atomic.Pointer[drawing] // by View, for the next time
}

// drawing is what the seat's person may see of a snapshot. What is live isn't in it.
type drawing struct {
	of     *snapshot
	shared *workshop.Shared
	mine   workshop.Mine
	inside bool // what is live is theirs to see
}

// Seat takes a place for a person at their own terminal. Whether they may do anything there is decided command by
// command. Leave must be called when the terminal goes.
func (r *Room) Seat(person workshop.PersonID) *Seat { return r.sit(person, nil) }

// Booth takes a place for a person without a terminal, on this seat's keyboard, which must be a facilitator's. For
// anyone else it is refused command by command, and its View shows no more than the wall; on the keyboard of somebody
// without a seat, no more than their doorstep. Leave must be called when they hand it back.
func (s *Seat) Booth(person workshop.PersonID) *Seat { return s.room.sit(person, s) }

func (r *Room) sit(person workshop.PersonID, host *Seat) *Seat {
	s := &Seat{room: r, person: person, host: host, changed: make(chan struct{}, 1)}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.seats[s] = struct{}{}
	r.stir()
	return s
}

// Leave gives the place up. The person keeps their seat in the workshop; what they carry from here is dropped.
func (s *Seat) Leave() {
	r := s.room
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, sits := r.seats[s]; !sits {
		return
	}
	delete(r.seats, s)
	r.forget(s)
	r.stir()
}

// Do sends a command as the seat's person and waits until it is on disk, or refused. A refusal is one of package
// workshop's sentinels; a *workshop.HeldError when it would move what somebody else carries. When the context ends while
// it waits, the command may still be carried out. Who opens a workshop, and who facilitates without being appointed, is
// for the house to say (see Create and Welcome): from a seat either is workshop.ErrFacilitatorOnly.
func (s *Seat) Do(ctx context.Context, c workshop.Command) error {
	switch c.(type) {
	case workshop.OpenWorkshop, workshop.JoinAsFacilitator:
		return workshop.ErrFacilitatorOnly
	default:
	}
	e := workshop.Envelope{By: s.person, Command: c}
	if s.host != nil {
		if !s.host.canHost() {
			return workshop.ErrFacilitatorOnly
		}
		e.Via = s.host.person
	}
	return s.room.do(ctx, e)
}

// View is the newest that the person may see. It is immutable, and cheap: what only this person may see is drawn once
// for each state.
func (s *Seat) View() workshop.View {
	m := s.room.newest.Load()
	last := s.drawn.Load()
	if last == nil || last.of != m.snapshot {
		viewer := s.viewer(&m.state)
		view := workshop.ViewFor(s.room.share(m.snapshot), m.state, viewer)
		last = &drawing{of: m.snapshot, shared: view.Shared, mine: view.Mine, inside: viewer == "" || view.Standing == workshop.Seated}
		s.drawn.Store(last)
	}
	v := workshop.View{Shared: last.shared, Mine: last.mine}
	if last.inside {
		v.Live, v.Memo = *m.live, m.memo
	}
	return v
}

// canHost says whether the seat is somebody's own terminal. The wall is nobody's, and an envelope via nobody would pass
// for the guest's own; a booth is its host's, whoever sits in it.
func (s *Seat) canHost() bool { return s.host == nil && s.person != "" }

// hosts says whether the guest may sit in a booth here: the seat is a facilitator's, and they have no terminal.
func (s *Seat) hosts(guest workshop.PersonID, now *workshop.State) bool {
	host, _ := now.Person(s.person)
	p, _ := now.Person(guest)
	return s.canHost() && host.Role == workshop.Facilitator && !host.Removed && p.Booth
}

// viewer is whose private things the seat may show: its person's; but in a booth that would be refused, nobody's.
// Whoever has no seat doesn't come further than the doorstep by way of a booth.
func (s *Seat) viewer(now *workshop.State) workshop.PersonID {
	if s.host == nil || s.host.hosts(s.person, now) {
		return s.person
	}
	if host := s.host.viewer(now); now.Standing(host) != workshop.Seated {
		return host
	}
	return ""
}

// Changed has one slot. A value in it means that View has news since it was last taken from here.
func (s *Seat) Changed() <-chan struct{} { return s.changed }

func (s *Seat) nudge() {
	select {
	case s.changed <- struct{}{}:
	default:
	}
}
