package workshop

import "time"

// ReadingTime is what a group takes to read one note and to ask about it, all of them together. It is the format's own
// measure: people × notes × 8 seconds.
const ReadingTime = Span(8 * time.Second)

// Capacity says whether there is time to read what was written. It counts notes and nothing else: as long as they are
// private, how many there are is all that anybody knows.
type Capacity struct {
	Notes int  // of all people together
	Needs Span // at ReadingTime for each note
	Has   Span // for sharing; below zero when its time is over
}

// Fits says whether there is time for every note.
func (c Capacity) Fits() bool { return c.Needs <= c.Has }

// Capacity is whether the sharing of the present step has time for so many notes: as the clock stands while the group
// shares, and as it is planned before.
func (t Timing) Capacity(notes int, now time.Time) Capacity {
	has := t.Agenda.Box(Position{t.At.Step, PhaseShare})
	if t.At.Phase == PhaseShare {
		has = t.Clock.Remaining(now)
	}
	return Capacity{Notes: notes, Needs: Span(notes) * ReadingTime, Has: has}
}
