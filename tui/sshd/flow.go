package sshd

import (
	"time"

	"golang.org/x/time/rate"
)

// How much of one connection is read, in bytes: its handshakes, its keys, and all that is dropped. Every packet costs the
// server time, whatever is in it, and some cost it far more than their sender, such as a request for new session keys. What
// comes faster waits in the client's system. Nobody may notice it: a terminal sends a hundred bytes a second. What somebody
// pastes by mistake is a book at most, and has come before a keyboard hears again that was flooded with it (pace.go). If much
// more could come at once, a few people who do that together would make everyone's screen stand still.
const (
	flowRate  = 128 << 10 // a second
	flowBurst = 256 << 10
)

func newFlow() *rate.Limiter { return rate.NewLimiter(flowRate, flowBurst) }

// slow waits until so many bytes more may be read, or the connection has closed.
func (c *connection) slow(n int) {
	for n > 0 {
		some := min(n, flowBurst)
		n -= some
		wait := c.flow.ReserveN(time.Now(), some).Delay()
		if wait == 0 {
			continue
		}
		turn := time.NewTimer(wait)
		select {
		case <-turn.C:
		case <-c.closed:
			turn.Stop()
			return
		}
	}
}
