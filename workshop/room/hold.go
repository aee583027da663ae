package room

import "time"

// holdTime is how long somebody carries what they carry without a key or a move of the mouse. Who ponders where a note
// belongs moves it to and fro meanwhile; who has gone to lunch should keep nobody waiting for longer.
const holdTime = 2 * time.Minute

// Touch says that the seat's person is at this terminal: they have pressed a key, or moved the mouse. What they carry from
// here stays in their hand from now on for as long as if they had just grabbed it. It never waits.
func (s *Seat) Touch() {
	r := s.room
	r.mu.Lock()
	defer r.mu.Unlock()
	if p := r.pointers[s.person]; p.seat == s && p.holds {
		p.touched = time.Now()
		r.pointers[s.person] = p
	}
}

// mindHolds looks again when the first hold could lapse, as long as somebody carries something: one timer for all of
// them. It needs mu.
func (r *Room) mindHolds() {
	if r.lapsing != nil || r.isClosing() {
		return
	}
	wait := time.Duration(-1)
	for _, p := range r.pointers {
		if left := holdTime - time.Since(p.touched); p.holds && (wait < 0 || left < wait) {
			wait = max(0, left)
		}
	}
	if wait >= 0 {
		r.lapsing = time.AfterFunc(wait, r.lapse)
	}
}

// lapse puts down what people carry who are away, and tells everyone if there is any.
func (r *Room) lapse() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.lapsing = nil
	lapsed := false
	for who, p := range r.pointers {
		if p.holds && time.Since(p.touched) >= holdTime {
			p.holds, p.lapsed, lapsed = false, true, true
			r.pointers[who] = p
		}
	}
	if lapsed {
		r.stir()
	}
	r.mindHolds()
}
