package main

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

// passed lets time pass on a clock, in a bubble, and says when that was over.
func passed(t *testing.T, k *clock, d time.Duration) <-chan error {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- k.pass(t.Context(), d) }()
	synctest.Wait()
	return done
}

func gone(k *clock) time.Duration { return k.now().Sub(rehearsalStart()) }

// The clock must not jump when whoever waits for it is called away: somebody else goes by it from then on.
func TestTimeStandsWhereItWasInterrupted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithTimeout(t.Context(), time.Second)
		defer stop()
		k := newClock(rehearsalStart(), 10)
		if err := k.pass(ctx, time.Minute); err == nil {
			t.Error("it passed")
		}
		time.Sleep(time.Hour)
		if gone(k) != 10*time.Second {
			t.Errorf("the clock has moved by %v", gone(k))
		}
	})
}

func TestAPauseStopsTheClockAndWhoeverWaitsForIt(t *testing.T) {
	for name, free := range map[string]bool{"led by the script": false, "led by somebody": true} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				k := newClock(rehearsalStart(), 60)
				if free {
					k.free(60)
				}
				begun := time.Now()
				done := passed(t, k, time.Minute)
				time.Sleep(500 * time.Millisecond)
				k.pause()
				time.Sleep(time.Hour)
				if gone(k) != 30*time.Second {
					t.Errorf("paused, the clock has moved by %v", gone(k))
				}
				select {
				case <-done:
					t.Error("somebody has gone on in the pause")
				default:
				}
				k.pause()
				if err := <-done; err != nil {
					t.Fatal(err)
				}
				if real := time.Since(begun) - time.Hour; real != time.Second || gone(k) != time.Minute {
					t.Errorf("a minute took %v, and the clock has moved by %v", real, gone(k))
				}
			})
		})
	}
}

func TestAnotherSpeedCountsAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := newClock(rehearsalStart(), 1)
		begun := time.Now()
		done := passed(t, k, time.Minute)
		time.Sleep(30 * time.Second)
		k.quicken(10)
		if err := <-done; err != nil {
			t.Fatal(err)
		}
		if real := time.Since(begun); real != 33*time.Second {
			t.Errorf("it took %v", real)
		}
	})
}

func TestTimeStandsBetweenScenesUntilTheClockIsFree(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := newClock(rehearsalStart(), 60)
		time.Sleep(time.Hour)
		if gone(k) != 0 {
			t.Errorf("the clock has moved by %v", gone(k))
		}
		k.free(1)
		time.Sleep(time.Minute)
		if gone(k) != time.Minute {
			t.Errorf("free, the clock has moved by %v", gone(k))
		}
	})
}

// At the lowest speeds what there is to wait is more than a duration can hold. It must not become none at all.
func TestASlowClockHoldsOut(t *testing.T) {
	for _, speed := range []float64{1e-8, 1e-300, 5e-324} {
		k := newClock(rehearsalStart(), speed)
		if wait, _ := k.waits(rehearsalStart().Add(time.Hour)); wait != farFuture {
			t.Errorf("at speed %v an hour takes %v", speed, wait)
		}
	}
}

// At the highest speed nobody can wait so long that the clock loses its mind.
func TestAFastClockHoldsOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := newClock(rehearsalStart(), maxSpeed)
		if err := k.pass(t.Context(), time.Minute); err != nil {
			t.Fatal(err)
		}
		time.Sleep(1000 * time.Hour)
		if gone(k) != time.Minute {
			t.Errorf("the clock has moved by %v", gone(k))
		}
	})
}
