package room_test

import (
	"errors"
	"maps"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"convene/workshop"
	"convene/workshop/room"
)

var (
	one = workshop.Spot{Note: 1}
	two = workshop.Spot{Note: 2}
)

// atTheWall is a group with two notes on the wall, and everything told.
func atTheWall(t *testing.T) *group {
	t.Helper()
	g := gather(t, diverge)
	g.do(g.ann, vision("one"))
	g.do(g.ben, vision("two"))
	g.goTo(wall)
	g.settle()
	return g
}

// settle lets everything be told, and every seat take its notice.
func (g *group) settle() {
	time.Sleep(time.Second)
	for _, s := range []*room.Seat{g.fac, g.ann, g.ben, g.boo} {
		news(s)
	}
}

// point must succeed.
func (g *group) point(s *room.Seat, on workshop.Spot, holds bool) {
	g.t.Helper()
	if err := s.Point(on, holds); err != nil {
		g.t.Fatalf("point at %+v: %v", on, err)
	}
}

// live is what everyone sees of the people after a while.
func (g *group) live() workshop.Live {
	g.settle()
	return g.fac.View().Live
}

// shows checks where everyone is seen.
func (g *group) shows(want ...workshop.Pointer) {
	g.t.Helper()
	if got := g.live().Pointers; !slices.Equal(got, want) {
		g.t.Errorf("seen are %+v, want %+v", got, want)
	}
}

func TestPresenceIsPeopleWithASeatAtTerminalsOfTheirOwn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		g.do(g.fac, workshop.LockDoor{Locked: true})
		here := func(want map[workshop.PersonID]int) {
			t.Helper()
			if got := g.live().Here; !maps.Equal(got, want) {
				t.Errorf("here are %v, want %v", got, want)
			}
		}
		second, wallSeat, eve, kim := g.Seat("ann"), g.Seat(""), g.Seat("eve"), g.Seat("kim")
		g.do(eve, workshop.Join{Name: "Eve"})
		here(map[workshop.PersonID]int{"fay": 1, "ann": 2, "ben": 1})
		if live := wallSeat.View().Live; live.Here["ann"] != 2 {
			t.Errorf("the wall sees %+v", live)
		}
		for _, outside := range []*room.Seat{eve, kim} {
			if live := outside.View().Live; live.Here != nil || live.Pointers != nil {
				t.Errorf("from outside one sees %+v", live)
			}
		}
		g.ann.Leave()
		g.ann.Leave()
		here(map[workshop.PersonID]int{"fay": 1, "ann": 1, "ben": 1})
		second.Leave()
		g.do(g.fac, workshop.AdmitPerson{Person: "eve"})
		g.do(g.fac, workshop.RemovePerson{Person: "ben"})
		here(map[workshop.PersonID]int{"fay": 1, "eve": 1})
	})
}

func TestWhatSomebodyCarriesIsTheirs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheWall(t)
		g.point(g.ann, one, false)
		g.point(g.ben, one, false) // looking together
		g.point(g.ann, one, true)
		g.shows(workshop.Pointer{Person: "ann", On: one, Holds: true}, workshop.Pointer{Person: "ben", On: one})
		for _, holds := range []bool{true, false} {
			if err := g.ben.Point(one, holds); !errors.Is(err, workshop.ErrHeld) {
				t.Errorf("holds %v: %v", holds, err)
			}
		}
		g.point(g.ben, two, true)
		if err := g.ben.Point(one, true); !errors.Is(err, workshop.ErrHeld) {
			t.Errorf("got %v", err)
		}
		g.shows(workshop.Pointer{Person: "ann", On: one, Holds: true}, workshop.Pointer{Person: "ben", On: one})
		g.point(g.ann, one, true) // it is hers still
		g.point(g.ann, one, false)
		g.point(g.ben, one, true)
	})
}

func TestOfAllWhoGrabAtOnceOneCarries(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheWall(t)
		for range 50 {
			var grabs sync.WaitGroup
			var mu sync.Mutex
			carry := 0
			for _, s := range []*room.Seat{g.fac, g.ann, g.ben, g.boo} {
				grabs.Go(func() {
					err := s.Point(one, true)
					mu.Lock()
					defer mu.Unlock()
					if err == nil {
						carry++
					} else if !errors.Is(err, workshop.ErrHeld) {
						t.Error(err)
					}
				})
			}
			grabs.Wait()
			if carry != 1 {
				t.Fatalf("%d carry the same note", carry)
			}
			for _, s := range []*room.Seat{g.fac, g.ann, g.ben, g.boo} {
				g.point(s, workshop.Spot{}, false)
			}
		}
	})
}

func TestAPersonHasOnePointerTheLatest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheWall(t)
		second := g.Seat("ann")
		g.point(g.ann, one, true)
		g.point(second, two, false)
		g.shows(workshop.Pointer{Person: "ann", On: two})
		g.point(g.ben, one, true) // she has let go of it
		g.point(g.ann, workshop.Spot{}, false)
		g.shows(workshop.Pointer{Person: "ann", On: two}, workshop.Pointer{Person: "ben", On: one, Holds: true})
		g.point(second, workshop.Spot{}, false)
		g.shows(workshop.Pointer{Person: "ben", On: one, Holds: true})
	})
}

func TestATerminalThatDropsDropsWhatItCarries(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheWall(t)
		second := g.Seat("ann")
		g.point(g.ann, one, true)
		second.Leave()
		g.shows(workshop.Pointer{Person: "ann", On: one, Holds: true})
		third := g.Seat("ann")
		g.ann.Leave()
		g.shows()
		g.point(third, two, false) // from where she is now, she says so herself
		g.point(g.ben, one, true)
		g.shows(workshop.Pointer{Person: "ann", On: two}, workshop.Pointer{Person: "ben", On: one, Holds: true})
		third.Leave()
		g.shows(workshop.Pointer{Person: "ben", On: one, Holds: true})
		if err := third.Point(two, true); !errors.Is(err, workshop.ErrStranger) {
			t.Errorf("from a place that was left: %v", err)
		}
		g.shows(workshop.Pointer{Person: "ben", On: one, Holds: true})
	})
}

func TestWhenTheGroupMovesOnNobodyPoints(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheWall(t)
		g.point(g.ann, one, true)
		g.point(g.ben, two, false)
		g.point(g.boo, two, false)
		g.do(g.ben, workshop.DeclareDone{Done: true})
		if got := g.ann.View().Live.Pointers; len(got) != 3 {
			t.Errorf("seen are %+v", got)
		}
		g.do(g.fac, workshop.StepBack{From: wall})
		if got := g.ann.View().Live.Pointers; len(got) > 0 {
			t.Errorf("in the next phase, at once, are seen %+v", got)
		}
		g.point(g.ben, one, true)
		g.do(g.fac, workshop.StepBack{From: g.State().At})
		if err := g.ben.Point(one, true); !errors.Is(err, workshop.ErrNotNow) {
			t.Errorf("where everybody writes alone: %v", err)
		}
		g.shows()
	})
}

func TestWhoLosesTheSeatPointsAtNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheWall(t)
		g.point(g.ben, one, false)
		g.point(g.ann, one, true)
		g.do(g.fac, workshop.RemovePerson{Person: "ann"})
		if got := g.ben.View().Live; len(got.Pointers) != 1 || got.Here["ann"] != 0 {
			t.Errorf("at once is seen %+v", got)
		}
		g.point(g.ben, one, true)
		for _, s := range []*room.Seat{g.ann, g.Seat("eve"), g.Seat("")} {
			if err := s.Point(two, false); !errors.Is(err, workshop.ErrStranger) {
				t.Errorf("got %v", err)
			}
		}
		g.shows(workshop.Pointer{Person: "ben", On: one, Holds: true})
	})
}
