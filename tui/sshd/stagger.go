package sshd

import (
	"sync/atomic"
	"time"
)

// stagger spreads what is due on all terminals at the same moment, as the next second of a clock is: a key that is typed just then
// would wait until every one of them has been drawn. Nobody sees that a clock is 60 ms behind the one beside it.
type stagger struct{ given atomic.Uint32 }

const (
	staggers    = 16
	staggerStep = 4 * time.Millisecond
)

// next is how much later than due a terminal is drawn; the first one is on time.
func (s *stagger) next() time.Duration {
	return time.Duration((s.given.Add(1)-1)%staggers) * staggerStep
}
