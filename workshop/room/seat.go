package room

import (
	"context"
	"sync"

	"convene/workshop"
)

// Seat is one person's place in a room, on one terminal. Several seats of the same person have the same rights. Its
// methods may be called by any goroutine.
type Seat struct {
	room    *Room
	person  workshop.PersonID
	host    *Seat // in the booth: whose keyboard it is; nil for one's own
	changed chan struct{}
}

// Seat takes a place for a person at their own terminal. Whether they may do anything there is decided command by
// command. Leave must be called when the terminal goes.
func (r *Room) Seat(person workshop.PersonID) *Seat { return r.sit(person, nil) }

// Booth takes a place for a person without a terminal, on this seat's keyboard, which must be a facilitator's. For
// anyone else it is refused command by command, and its View shows no more than the wall. Leave must be called when
// they hand it back.
func (s *Seat) Booth(person workshop.PersonID) *Seat { return s.room.sit(person, s) }

func (r *Room) sit(person workshop.PersonID, host *Seat) *Seat {
	s := &Seat{room: r, person: person, host: host, changed: make(chan struct{}, 1)}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.seats[s] = struct{}{}
	return s
}

// Leave gives the place up. The person keeps their seat in the workshop.
func (s *Seat) Leave() {
	s.room.mu.Lock()
	defer s.room.mu.Unlock()
	delete(s.room.seats, s)
}

// Do sends a command as the seat's person and waits until it is on disk, or refused. A refusal is one of package
// workshop's sentinels. When the context ends while it waits, the command may still be carried out.
func (s *Seat) Do(ctx context.Context, c workshop.Command) error {
	e := workshop.Envelope{By: s.person, Command: c}
	if s.host != nil {
		if !s.host.canHost() {
			return workshop.ErrFacilitatorOnly
		}
		e.Via = s.host.person
	}
	return s.room.do(ctx, e)
}

// View is the newest that the person may see. It is immutable.
func (s *Seat) View() workshop.View {
	snap := s.room.newest.Load()
	return workshop.ViewFor(snap.share(), snap.state, s.viewer(snap.state))
}

// canHost says whether the seat is somebody's own terminal. The wall is nobody's, and an envelope via nobody would pass
// for the guest's own; a booth is its host's, whoever sits in it.
func (s *Seat) canHost() bool { return s.host == nil && s.person != "" }

// viewer is whose private things the seat may show: its person's; but in a booth that would be refused, nobody's.
func (s *Seat) viewer(now workshop.State) workshop.PersonID {
	if s.host == nil {
		return s.person
	}
	host, _ := now.Person(s.host.person)
	guest, _ := now.Person(s.person)
	if !s.host.canHost() || host.Role != workshop.Facilitator || host.Removed || !guest.Booth {
		return ""
	}
	return s.person
}

// Changed has one slot. A value in it means that View has news since it was last taken from here.
func (s *Seat) Changed() <-chan struct{} { return s.changed }

func (s *Seat) nudge() {
	select {
	case s.changed <- struct{}{}:
	default:
	}
}

// snapshot is a state that is on disk, and what everyone may see of it, drawn once for all who look.
type snapshot struct {
	state  workshop.State
	once   sync.Once
	shared *workshop.Shared
}

func (s *snapshot) share() *workshop.Shared {
	s.once.Do(func() { s.shared = workshop.Share(s.state) })
	return s.shared
}
