package room

import (
	"errors"

	"convene/workshop"
)

// saves takes down how an append went. As long as the log takes nothing, everyone is told, and not only those whose commands are
// refused: who is about to write must know. A log that has moved on is well; one that has become shorter is not.
func (r *Room) saves(failed error) {
	conflict := (*workshop.ConflictError)(nil)
	movedOn := errors.As(failed, &conflict) && conflict.Actual > conflict.Expected
	unsaved := failed != nil && !movedOn
	r.mu.Lock()
	defer r.mu.Unlock()
	if unsaved == r.unsaved {
		return
	}
	r.unsaved, r.stirred = unsaved, true
	if !r.isClosing() {
		r.show(r.newest.Load().snapshot)
	}
}
