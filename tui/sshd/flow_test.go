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
			t.Errorf("a book took %v", took)
		}
		c.slow(flowBurst + flowRate)
		if took, want := time.Since(begun), time.Second*(flowBurst+flowRate)/flowRate; took != want {
			t.Errorf("two books took %v and not %v", took, want)
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
