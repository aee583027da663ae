package sshd

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestAConnectionIsReadNoFasterThanAnybodyTypes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := &connection{flow: newFlow(), closed: make(chan struct{})}
		begun := time.Now()
		c.slow(flowBurst)
		if took := time.Since(begun); took != 0 {
			t.Errorf("a chapter took %v", took)
		}
		c.slow(flowBurst + flowRate)
		if took, want := time.Since(begun), time.Second*(flowBurst+flowRate)/flowRate; took != want {
			t.Errorf("two chapters and a half took %v and not %v", took, want)
		}
	})
}

// Whoever pastes a book by mistake waits no longer than for their keyboard, which takes in the queue of what it has kept.
func TestABookHasComeBeforeTheKeyboardHearsAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const book = 800 << 10
		c := &connection{flow: newFlow(), closed: make(chan struct{})}
		begun := time.Now()
		c.slow(book)
		if took := time.Since(begun); took > eventQueue*time.Second/eventRate {
			t.Errorf("a book took %v", took)
		}
	})
}

func TestAConnectionThatIsClosedWaitsForNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := &connection{flow: newFlow(), closed: make(chan struct{})}
		begun := time.Now()
		time.AfterFunc(time.Second, func() { close(c.closed) })
		c.slow(3 * flowBurst)
		if took := time.Since(begun); took != time.Second {
			t.Errorf("it waited %v", took)
		}
	})
}
