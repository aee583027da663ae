package main

import (
	"context"
	"math"
	"sync"
	"time"
)

// rehearsalStart is when every rehearsal begins, so that the same seed gives the same canvas.
func rehearsalStart() time.Time { return time.Date(2026, time.January, 15, 9, 0, 0, 0, time.UTC) }

// farFuture is as much time as a clock can have flowed at once, and as anybody can have to wait for it, in nanoseconds: more than
// anybody waits.
const farFuture = 1 << 62

// clock is the time in a rehearsal. It stands until it is told to pass, and flows at its speed while it does; once it is free
// it flows by itself. Paused, it stands in any case, and whoever waits for it waits on. It is safe for concurrent use.
type clock struct {
	mu      sync.Mutex
	time    time.Time // in the rehearsal
	since   time.Time // when that was, in real time
	speed   float64   // how many times faster than real time; zero is as fast as it goes
	until   time.Time // the clock flows up to here, unless it is free
	isFree  bool
	paused  bool
	changed chan struct{} // closed when those who wait have to reckon anew
}

func newClock(start time.Time, speed float64) *clock {
	return &clock{time: start, until: start, since: time.Now(), speed: speed, changed: make(chan struct{})}
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.read()
}

// read needs mu.
func (c *clock) read() time.Time {
	if c.paused {
		return c.time
	}
	gone := float64(time.Since(c.since)) * c.speed
	now := c.time.Add(time.Duration(min(gone, farFuture)))
	if !c.isFree && now.After(c.until) {
		return c.until
	}
	return now
}

// change sets the clock in another way from now on.
func (c *clock) change(how func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.time, c.since = c.read(), time.Now()
	how()
	close(c.changed)
	c.changed = make(chan struct{})
}

// pass lets time pass, and takes the time that this needs at the clock's speed. When the context ends first it returns its
// error, and the clock stands where it was then.
func (c *clock) pass(ctx context.Context, d time.Duration) error {
	var until time.Time
	c.change(func() {
		until = c.time.Add(d)
		if c.speed == 0 {
			c.time = until
		}
		c.until = until
	})
	for {
		left, changed := c.waits(until)
		if left <= 0 || ctx.Err() != nil {
			break
		}
		wait := time.NewTimer(left)
		select {
		case <-wait.C:
		case <-changed:
		case <-ctx.Done():
		}
		wait.Stop()
	}
	if err := ctx.Err(); err != nil {
		c.change(func() { c.until = c.time })
		return err
	}
	return nil
}

// waits is how long it really takes until then, as the clock is set now, and what is closed when it is set anew.
func (c *clock) waits(until time.Time) (time.Duration, <-chan struct{}) {
	c.mu.Lock()
	defer c.mu.Unlock()
	left := until.Sub(c.read())
	switch {
	case left <= 0:
		return 0, c.changed
	case c.paused:
		return math.MaxInt64, c.changed
	}
	return max(1, time.Duration(math.Ceil(min(float64(left)/c.speed, farFuture)))), c.changed
}

// free lets time flow by itself from now on, at that speed, whether anything is to pass or not. It ends a pause.
func (c *clock) free(speed float64) {
	c.change(func() { c.isFree, c.speed, c.paused = true, speed, false })
}

// pause stops the clock, or lets it go on.
func (c *clock) pause() {
	c.change(func() { c.paused = !c.paused })
}

// quicken sets another speed, above zero.
func (c *clock) quicken(speed float64) {
	c.change(func() { c.speed = speed })
}

// pace is the clock's speed, and whether it is paused.
func (c *clock) pace() (speed float64, paused bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.speed, c.paused
}
