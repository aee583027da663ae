package sshd

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/time/rate"
)

// How many keys and pastes of one person reach their programs, whatever number of terminals they have. Each has to be
// acted on and drawn, which takes a server much longer than to read it: without a limit, a few people who lean on their
// keyboards take all of its time. A verb, a terminal, or another size of it, that they ask for counts as one: a client can ask a
// thousand times a second. What takes long counts as several (effort.go).
const (
	eventRate  = 50  // a second: fast typists press fifteen keys, and a key that is held down repeats thirty times
	eventBurst = 200 // at once: what a bad line has held up for some seconds
	eventQueue = 250 // wait at one terminal, for five seconds if it is the only one. With the burst, the longest note fits that comes as single keys
)

// pace hands events on in their order, and delays those that come faster than a program bears. Nothing is lost of what
// people can type. Behind a full queue events are dropped, because something must be: unread, they would stay in the
// channel's buffer of two megabytes, and whoever pasted a book by mistake would be deaf for hours.
//
// It belongs to one goroutine, which calls next whenever turn fires.
type pace struct {
	send  func(tea.Msg)
	limit func() *rate.Limiter // of the person, who may turn out to be somebody else
	turn  *time.Timer          // of the first in the queue
	queue []tea.Msg
	last  func() // is called behind the queue
}

func newEventLimit() *rate.Limiter { return rate.NewLimiter(eventRate, eventBurst) }

func newPace(send func(tea.Msg), limit func() *rate.Limiter) *pace {
	p := &pace{send: send, limit: limit, turn: time.NewTimer(0)}
	p.turn.Stop()
	return p
}

// take hands an event on when its turn has come.
func (p *pace) take(msg tea.Msg) {
	switch {
	case len(p.queue) == 0 && p.limit().Allow():
		p.send(msg)
	case len(p.queue) > 0 && same(p.queue[len(p.queue)-1], msg):
	case len(p.queue) < eventQueue:
		p.queue = append(p.queue, msg)
		if len(p.queue) == 1 {
			p.turn.Reset(p.limit().Reserve().Delay())
		}
	}
}

// next hands the first of the queue on.
func (p *pace) next() {
	msg := p.queue[0]
	p.queue = p.queue[1:]
	p.send(msg)
	if len(p.queue) > 0 {
		p.turn.Reset(p.limit().Reserve().Delay())
		return
	}
	p.queue = nil
	if p.last != nil {
		p.last()
	}
}

// finish calls f when everything has been handed on that has come.
func (p *pace) finish(f func()) {
	if len(p.queue) == 0 {
		f()
		return
	}
	p.last = f
}
