package room

import (
	"sync"

	"convene/workshop"
)

// moment is what there is to see: a state that is on disk, and what is true of the people at the same time. It is
// immutable.
type moment struct {
	*snapshot
	live *workshop.Live
	memo *memo
}

// snapshot is a state that is on disk, and what everyone may see of it, drawn once for all who look.
type snapshot struct {
	state  workshop.State
	once   sync.Once
	shared *workshop.Shared
}

// share draws what everyone may see of a snapshot, on the base of the one that was drawn last.
func (r *Room) share(s *snapshot) *workshop.Shared {
	s.once.Do(func() {
		if last := r.drawn.Load(); last != nil {
			s.shared = workshop.ShareAfter(last.shared, last.state, s.state)
		} else {
			s.shared = workshop.Share(s.state)
		}
		r.drawn.Store(s)
	})
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
	if !before.SameSeats(s) {
		r.forgetStrangers(s)
		r.stirred = true
	}
	r.show(&snapshot{state: s})
}

// show lets everyone see a snapshot, together with all that is stirred. It needs mu.
func (r *Room) show(snap *snapshot) {
	m := &moment{snapshot: snap, live: r.newest.Load().live, memo: new(memo)}
	if r.stirred {
		m.live, r.stirred = r.live(snap.state), false
	}
	r.newest.Store(m)
	for seat := range r.seats {
		seat.nudge()
	}
}
