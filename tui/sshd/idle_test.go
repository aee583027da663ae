package sshd

import (
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestTheIdleAreWarnedAndSentAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var warned, ended atomic.Int32
		i := newIdle(time.Hour, func() { warned.Add(1) }, func() { ended.Add(1) })
		ty := newTypist(t, i)
		ty.types(t, "a")
		for range 10 {
			pause(50 * time.Minute)
			ty.types(t, "a")
		}
		if warned.Load() != 0 || ended.Load() != 0 {
			t.Errorf("somebody who types was warned %d times and sent away %d times", warned.Load(), ended.Load())
		}
		pause(time.Hour - idleWarning)
		if warned.Load() != 1 || ended.Load() != 0 {
			t.Errorf("before the end: warned %d times, sent away %d times", warned.Load(), ended.Load())
		}
		pause(idleWarning)
		if ended.Load() != 1 {
			t.Errorf("sent away %d times", ended.Load())
		}
	})
}
