package room

import (
	"context"
	"errors"

	"convene/workshop"
)

// Unreadable says from which record on the workshop's log could not be read, or was gone, when the room looked last, which is
// when it was opened and after an append that failed; nil when all of it could. Such a room shows what it has, and takes no
// command: nothing is appended behind a record that may come back with a backup.
func (r *Room) Unreadable() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.unreadable
}

// stops lets the room take no command any more, and tells everyone.
func (r *Room) stops(unreadable error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.unreadable, r.stirred = unreadable, true
	if !r.isClosing() {
		r.show(r.newest.Load().snapshot)
	}
}

// recall loads a workshop. What is unreadable in it is no error as long as something can be read.
func recall(ctx context.Context, log Log, id workshop.ID) (s workshop.State, unreadable, err error) {
	records, unreadable := log.Load(ctx, id, 0)
	if unreadable != nil && !isUnreadable(unreadable) {
		return workshop.State{}, nil, unreadable
	}
	s, err = workshop.Salvage(id, records...)
	switch {
	case isUnreadable(err): // it is before what Load could not read
		unreadable = err
	case err != nil:
		return workshop.State{}, nil, err
	}
	if !s.Open() {
		return workshop.State{}, nil, unreadable
	}
	return s, unreadable, nil
}

func isUnreadable(err error) bool {
	unreadable := (*workshop.UnreadableError)(nil)
	return errors.As(err, &unreadable)
}
