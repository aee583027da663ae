package room

import "convene/workshop"

// Draft shows everyone the sentence that the seat's person is writing, who must have the pen; whoever has it next goes on
// from there. What is too long is cut. It is forgotten when the sentence is kept, when the group goes on to another step,
// and when the room ends: what must not be lost is kept as the statement. It never waits.
//
// Somebody without the pen gets workshop.ErrPenOut, or workshop.ErrNoPen when nobody has it.
func (s *Seat) Draft(sentence string) error {
	r := s.room
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.State()
	switch _, sits := r.seats[s]; {
	case r.isClosing():
		return ErrClosed
	case !sits:
		return workshop.ErrStranger
	case !now.Pen.Out():
		return workshop.ErrNoPen
	case now.Pen.Holder != s.person || s.host != nil:
		return workshop.ErrPenOut
	}
	sentence = workshop.Written(sentence)
	if before, begun := r.drafts[now.Pen.Section]; begun && before == sentence {
		return nil
	}
	r.drafts[now.Pen.Section] = sentence
	r.stir()
	return nil
}

// keepDrafts forgets the sentences that have been kept, or given up with the step that they belong to. It needs mu.
func (r *Room) keepDrafts(before, after workshop.State) {
	for section := range r.drafts {
		if before.Statements[section] != after.Statements[section] || section.Step() != after.At.Step {
			delete(r.drafts, section)
		}
	}
}
