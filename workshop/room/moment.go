package room

import (
	"slices"
	"sync"

	"convene/workshop"
)

// moment is what there is to see: a state that is on disk, and what is true of the people at the same time. It is
// immutable.
type moment struct {
	*snapshot
	live *workshop.Live
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

// publish shows a new state to everyone, without waiting for anyone. Nobody is shown where they were on a board that
// the group has left.
func (r *Room) publish(s workshop.State) {
	r.mu.Lock()
	defer r.mu.Unlock()
	before := r.State()
	if s.At != before.At {
		clear(r.pointers)
		r.stirred = true
	}
	if s.At.Step != before.At.Step {
		r.opened, r.stirred = nil, true
	}
	if s.Pen != before.Pen {
		r.stirred = true
	}
	r.keepDrafts(before, s)
	if !sameSeats(before, s) {
		r.forgetStrangers(s)
		r.stirred = true
	}
	r.show(&snapshot{state: s})
}

// sameSeats says whether the same people have seats in both states.
func sameSeats(a, b workshop.State) bool {
	return slices.EqualFunc(a.People, b.People, func(p, q workshop.Person) bool {
		return p.ID == q.ID && p.Removed == q.Removed
	})
}

// show lets everyone see a snapshot, together with all that is stirred. It needs mu.
func (r *Room) show(snap *snapshot) {
	m := &moment{snapshot: snap, live: r.newest.Load().live}
	if r.stirred {
		m.live, r.stirred = r.live(snap.state), false
	}
	r.newest.Store(m)
	for seat := range r.seats {
		seat.nudge()
	}
}
