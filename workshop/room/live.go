package room

import (
	"maps"
	"time"

	"convene/workshop"
)

// How long presence and pointers are gathered after they were shown: everyone's screen is drawn anew for them at most four
// times a second, and less often where that means many screens. Two who walk to and fro without end would else keep the server
// at work for a hall of five hundred all the time.
const (
	livePause = time.Second / 4 // and as long again
	liveHall  = 200             // for so many terminals each
)

// pointer is where somebody is on the board.
type pointer struct {
	seat  *Seat // the terminal that said so
	on    workshop.Spot
	holds bool
	seen  bool // was there when the room looked last

	touched time.Time // when they were at the terminal last, if they carry what they are on
	lapsed  bool      // it was put down for them, because they were away
}

// Point tells the others where on the board the seat's person is, and whether they carry what they are on; the zero
// Spot is nowhere. It is forgotten when the group moves on, and when this terminal is left; what is carried is also put down
// when they don't Touch this terminal for two minutes. What counts is where a person pointed last, on whichever of their
// terminals; another terminal's "nowhere" changes nothing. It never waits.
//
// It returns a *workshop.HeldError, which is workshop.ErrHeld, when somebody else carries that, or a note in it, or the
// cluster that it is in: then the person is shown there, and carries nothing. A person without a seat, or from a place that was
// left, gets workshop.ErrStranger; see workshop.State.MayPoint for the other refusals.
func (s *Seat) Point(on workshop.Spot, holds bool) error {
	r := s.room
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.State()
	switch _, sits := r.seats[s]; {
	case r.isClosing():
		return ErrClosed
	case !sits:
		return workshop.ErrStranger
	case s.viewer(&now) != s.person:
		return workshop.ErrFacilitatorOnly // a booth that would be refused
	}
	if err := now.MayPoint(s.person, on); err != nil {
		return err
	}
	by, held := r.held(on, s.person)
	r.move(pointer{seat: s, on: on, holds: holds && !held, touched: time.Now()})
	if held {
		return &workshop.HeldError{Person: by}
	}
	return nil
}

// held finds who, other than the person, carries something that has a note in common with a place: of several,
// any of them. It needs mu.
func (r *Room) held(on workshop.Spot, person workshop.PersonID) (workshop.PersonID, bool) {
	s := r.State()
	for who, p := range r.pointers {
		if p.holds && who != person && s.Overlap(p.on, on) {
			return who, true
		}
	}
	return "", false
}

// carried is what people carry on the board of a state, which may be one that is not on disk yet: nobody has a hand on a
// board to which the group has only just turned, nor who has just lost the seat.
func (r *Room) carried(s workshop.State) []workshop.Pointer {
	r.mu.Lock()
	defer r.mu.Unlock()
	if s.At != r.State().At {
		return nil
	}
	var out []workshop.Pointer
	for who, p := range r.pointers {
		if p.holds && s.Standing(who) == workshop.Seated {
			out = append(out, workshop.Pointer{Person: who, On: p.on, Holds: true})
		}
	}
	return out
}

// free lets go of what a facilitator has taken out of people's hands.
func (r *Room) free(taken []workshop.Pointer) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, t := range taken {
		if p, still := r.pointers[t.Person]; still && p.on == t.On && p.holds {
			p.holds = false
			r.pointers[t.Person] = p
			r.stirred = true
		}
	}
}

// move takes a person to where a terminal of theirs says. It needs mu.
func (r *Room) move(p pointer) {
	person := p.seat.person
	before, was := r.pointers[person]
	if p.on == (workshop.Spot{}) {
		if was && before.seat == p.seat {
			delete(r.pointers, person)
			r.stir()
		}
		return
	}
	p.seen = before.seen && before.on == p.on
	r.pointers[person] = p
	r.watch()
	r.mindHolds()
	if before.on != p.on || before.holds != p.holds || before.lapsed {
		r.stir()
	}
}

// forget drops what was carried, and pointed at, from a seat that is left. Another terminal of the same person says anew
// where they are. It needs mu.
func (r *Room) forget(s *Seat) {
	if p, was := r.pointers[s.person]; was && p.seat == s {
		delete(r.pointers, s.person)
	}
}

// forgetStrangers drops what people point at who have no seat in the workshop any more. It needs mu.
func (r *Room) forgetStrangers(now workshop.State) {
	maps.DeleteFunc(r.pointers, func(who workshop.PersonID, _ pointer) bool {
		return now.Standing(who) != workshop.Seated
	})
}

// live is what is true now of the people who have a seat in the workshop. It needs mu.
func (r *Room) live(now workshop.State) *workshop.Live {
	l := &workshop.Live{Here: make(map[workshop.PersonID]int), Opened: r.opened, Unsaved: r.unsaved, Unreadable: r.unreadable != nil}
	if now.Pen.Out() {
		l.Draft, l.Drafting = r.drafts[now.Pen.Section]
	}
	for p := range now.People.All() {
		if p.Removed {
			continue
		}
		l.Here[p.ID] = 0
		if q, points := r.pointers[p.ID]; points {
			l.Pointers = append(l.Pointers, workshop.Pointer{Person: p.ID, On: q.on, Holds: q.holds, Lapsed: q.lapsed})
		}
	}
	for seat := range r.seats {
		if _, seated := l.Here[seat.person]; seated && seat.host == nil {
			l.Here[seat.person]++
		}
	}
	maps.DeleteFunc(l.Here, func(_ workshop.PersonID, terminals int) bool { return terminals == 0 })
	return l
}

// stir shows everyone that presence or pointers have changed: at once when it was quiet, or else when the pause is over.
// It needs mu.
func (r *Room) stir() {
	r.stirred = true
	if r.pause == nil {
		r.tell()
	}
}

// tell shows what is stirred, and begins a pause. In a room that closes nobody is told any more. It needs mu.
func (r *Room) tell() {
	if r.isClosing() {
		return
	}
	r.show(r.newest.Load().snapshot)
	r.pause = time.AfterFunc(livePause*time.Duration(1+len(r.seats)/liveHall), r.pauseOver)
}

func (r *Room) pauseOver() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.pause = nil; r.stirred {
		r.tell()
	}
}

// hush ends the pauses of a room that has closed.
func (r *Room) hush() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, t := range []*time.Timer{r.pause, r.resting, r.lapsing} {
		if t != nil {
			t.Stop()
		}
	}
}
