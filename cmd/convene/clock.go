package main

import (
	"context"
	"math"
	"sync"
	"time"
)

// rehearsalStart is when every rehearsal begins, so that the same seed gives the same canvas.
func rehearsalStart() time.Time { return time.Date(2026, time.January, 15, 9, 0, 0, 0, time.UTC) }

// clock is the time in a rehearsal. It stands until it is told to pass, and flows at its speed while it does. It is safe
// for concurrent use.
type clock struct {
	speed float64 // how many times faster than real time; zero is as fast as it goes

	mu      sync.Mutex
	time    time.Time     // when what is passing began, or now
	passing time.Duration // zero while the clock stands
	since   time.Time     // in real time, when it began to pass
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.passing == 0 {
		return c.time
	}
	gone := time.Duration(float64(time.Since(c.since)) * c.speed)
	return c.time.Add(min(gone, c.passing))
}

// pass lets time pass, and takes the time that this needs at the clock's speed. It returns the context's error when
// that ends first.
func (c *clock) pass(ctx context.Context, d time.Duration) error {
	if c.speed > 0 {
		c.flow(d)
		wait := time.NewTimer(time.Duration(float64(d) / c.speed))
		defer wait.Stop()
		select {
		case <-wait.C:
		case <-ctx.Done():
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.passing = 0
	if err := ctx.Err(); err != nil {
		return err
	}
	c.time = c.time.Add(d)
	return nil
}

// free lets time flow as it really does from now on.
func (c *clock) free() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.speed, c.passing, c.since = 1, math.MaxInt64, time.Now()
}

// flow begins to let time pass.
func (c *clock) flow(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.passing, c.since = d, time.Now()
}
