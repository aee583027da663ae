package room

import (
	"maps"
	"time"

	"convene/workshop"
)

// restPause is how often the room looks who is still where they were. Whoever is on a note at two looks, one after the
// other, rests there: for 0.3 to 0.6 seconds, which is less than it takes to read one, and longer than an arrow key takes to
// pass over it.
const restPause = 300 * time.Millisecond

// watch looks again after a while whether people stay where they are, as long as somebody is on a note that nobody has
// opened yet. It needs mu.
func (r *Room) watch() {
	if r.resting != nil || r.isClosing() {
		return
	}
	for _, p := range r.pointers {
		if p.on.Note != 0 && !r.opened[p.on.Note] {
			r.resting = time.AfterFunc(restPause, r.restOver)
			return
		}
	}
}

// restOver opens the notes on which somebody was at the look before, too, and tells everyone if there are any.
func (r *Room) restOver() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.resting = nil
	var opened map[workshop.NoteID]bool
	for who, p := range r.pointers {
		id := p.on.Note
		switch {
		case id == 0 || r.opened[id]:
		case !p.seen:
			p.seen = true
			r.pointers[who] = p
		case opened == nil:
			opened = maps.Clone(r.opened) // what was handed out stays as it was
			if opened == nil {
				opened = make(map[workshop.NoteID]bool)
			}
			opened[id] = true
		default:
			opened[id] = true
		}
	}
	if opened != nil {
		r.opened = opened
		r.stir()
	}
	r.watch()
}
