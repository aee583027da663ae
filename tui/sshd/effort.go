package sshd

import (
	"time"

	"golang.org/x/time/rate"
)

// What one event may take of the server's time. A key on a wall of 300 notes, with its picture, takes half of it.
const (
	eventTime = 600 * time.Microsecond // fifty a second are 3 % of a core
	eventMost = 5 * time.Millisecond   // what takes longer has waited, for a disk or a busy processor, which costs nobody anything
)

// effort is how long one program is at work for its person: on what they do, and on the picture that shows it. One event's worth
// was paid for when the event was let through (pace.go). What takes longer, such as windows of ever another size, counts as
// several: those that follow have to wait there, at all of the person's terminals, and what nobody needs is dropped. Nothing else
// waits: news, and what others do, come to the screen as ever.
//
// It belongs to the loop's goroutine.
type effort struct {
	limit func() *rate.Limiter // of the person, who may turn out to be somebody else
	owed  time.Duration        // for what was not paid for yet
	seen  bool                 // nothing was done since the last picture
}

// acted notes how long something took that the person did.
func (e *effort) acted(took time.Duration) {
	e.owed = max(0, e.owed-eventTime)
	e.seen = false
	e.add(took)
}

// drew notes how long a picture took. One that only shows news costs its person nothing: everybody has it.
func (e *effort) drew(took time.Duration) {
	if !e.seen {
		e.seen = true
		e.add(took)
	}
}

func (e *effort) add(took time.Duration) {
	e.owed += min(took, eventMost)
	if more := e.owed/eventTime - 1; more > 0 {
		e.owed -= more * eventTime
		e.limit().ReserveN(time.Now(), int(more))
	}
}
