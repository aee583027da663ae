package sshd

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

// crowd is people, and terminals of theirs by name.
type crowd struct {
	*people
	visits map[string]*visit
}

func newCrowd() *crowd {
	return &crowd{people: &people{known: make(map[string]*person)}, visits: make(map[string]*visit)}
}

// open opens terminals of a person, and returns which of them have to end for it.
func (c *crowd) open(who string, names ...string) (ended string) {
	for _, n := range names {
		c.visits[n] = &visit{wall: n[0] == 'w'}
		ended += c.name(c.come(c.visits[n], who))
	}
	return ended
}

func (c *crowd) name(v *visit) string {
	for n, other := range c.visits {
		if v == other {
			return n
		}
	}
	return ""
}

func TestTheOldestTerminalMakesPlace(t *testing.T) {
	c := newCrowd()
	if got := c.open("ann", "a", "b", "c", "d") + c.open("ben", "e", "f", "g", "h"); got != "" {
		t.Errorf("%q have to end", got)
	}
	if got := c.open("ann", "i", "j"); got != "ab" {
		t.Errorf("%q have to end", got)
	}
	c.leave(c.visits["a"]) // it has ended by then
	c.leave(c.visits["d"])
	if got := c.open("ann", "k") + c.open("ann", "l"); got != "c" {
		t.Errorf("%q have to end", got)
	}
}

func TestWallsMakePlaceForNothing(t *testing.T) {
	c := newCrowd()
	if got := c.open("ann", "w1", "w2", "w3", "w4", "w5", "a", "b", "c", "d", "w6"); got != "" {
		t.Errorf("%q have to end", got)
	}
	if got := c.open("ann", "e"); got != "a" {
		t.Errorf("%q have to end", got)
	}
	if wall, screen := c.visits["w1"].person.Load(), c.visits["e"].person.Load(); wall.limit != screen.limit {
		t.Error("what is typed at a wall is not counted with the rest")
	}
}

func TestWhoTurnsOutToBeSomebodyIsCountedAsThem(t *testing.T) {
	c := newCrowd()
	c.open("seat", "a", "b", "c", "d")
	c.open("connection", "e")
	if got := c.name(c.become(c.visits["e"], "seat")); got != "a" {
		t.Errorf("%q has to end", got)
	}
	for _, gone := range []string{"a", "f"} { // made place, and has left: such a one takes nobody's
		if gone == "f" {
			c.open("other", "f")
			c.leave(c.visits["f"])
		}
		if got := c.become(c.visits[gone], "seat"); got != nil {
			t.Errorf("for %s, that is gone, %q has to end", gone, c.name(got))
		}
	}
	for _, n := range []string{"a", "b", "c", "d", "e"} {
		c.leave(c.visits[n])
	}
	if n := len(c.known["seat"].screens); n != 0 {
		t.Errorf("%d terminals are counted still", n)
	}
}

// Closing a terminal and opening another is no way to type more.
func TestALimitOutlivesTheTerminal(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCrowd()
		c.open("ann", "a")
		used := c.visits["a"].person.Load().limit
		used.AllowN(time.Now(), eventBurst)
		c.leave(c.visits["a"])
		time.Sleep(time.Second)
		c.open("ann", "b")
		if got := c.visits["b"].person.Load().limit; got != used {
			t.Error("the limit begins anew")
		}
		c.leave(c.visits["b"])
		time.Sleep(eventBurst / eventRate * time.Second)
		c.open("ben", "c")
		if len(c.known) != 1 {
			t.Errorf("%d people are remembered, and one is there", len(c.known))
		}
	})
}

// What somebody asks for without a terminal counts with what they type, and nobody else waits for it.
func TestWhoAsksTooOftenWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCrowd()
		c.open("ann", "a")
		c.visits["a"].person.Load().limit.AllowN(time.Now(), eventBurst-50) // are typed
		began := time.Now()
		for range 50 + 2*eventRate {
			if !c.await(t.Context(), "ann") {
				t.Fatal("it is never her turn")
			}
		}
		if took := time.Since(began); took != 2*time.Second {
			t.Errorf("it took %v", took)
		}
		began = time.Now()
		if !c.await(t.Context(), "ben") || !time.Now().Equal(began) {
			t.Errorf("somebody else waited %v", time.Since(began))
		}
	})
}

// Who hangs up waits no longer, and gives their turn back.
func TestWhoHangsUpDoesNotWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCrowd()
		for range eventBurst {
			c.await(t.Context(), "ann")
		}
		gone, hangUp := context.WithCancel(t.Context())
		hangUp()
		began := time.Now()
		for range 10 * eventRate {
			if c.await(gone, "ann") {
				t.Fatal("it was the turn of somebody who has gone")
			}
		}
		if !c.await(t.Context(), "ann") || time.Since(began) > time.Second/eventRate {
			t.Errorf("the next waited %v for those who have gone", time.Since(began))
		}
	})
}
