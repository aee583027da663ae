package room_test

import (
	"maps"
	"testing"
	"testing/synctest"
	"time"

	"convene/workshop"
	"convene/workshop/room"
)

// opened checks on which notes somebody has rested.
func (g *group) opened(want ...workshop.NoteID) {
	g.t.Helper()
	notes := make(map[workshop.NoteID]bool)
	for _, id := range want {
		notes[id] = true
	}
	if got := g.live().Opened; !maps.Equal(got, notes) {
		g.t.Errorf("opened are %v, want %v", got, notes)
	}
}

func TestANoteIsOpenedWhenSomebodyRestsOnIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheWall(t)
		g.opened()
		g.point(g.ann, one, false)
		g.opened(1)
		g.point(g.ann, two, false)
		g.point(g.ann, workshop.Spot{}, false)
		g.opened(1)
		g.point(g.ann, two, false)
		g.opened(1, 2)
	})
}

func TestWhoPassesOverANoteHasNotOpenedIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheWall(t)
		for range 40 { // an arrow key that is held down
			g.point(g.ann, one, false)
			time.Sleep(50 * time.Millisecond)
			g.point(g.ann, two, false)
			time.Sleep(50 * time.Millisecond)
		}
		g.point(g.ann, workshop.Spot{}, false)
		g.opened()
	})
}

func TestGrabbingANoteIsNoWayToRestLonger(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheWall(t)
		g.point(g.ann, one, false)
		time.Sleep(600 * time.Millisecond)
		g.point(g.ann, one, true) // still the same note
		time.Sleep(600 * time.Millisecond)
		g.point(g.ann, two, false)
		g.point(g.ann, workshop.Spot{}, false)
		g.opened(1)
	})
}

// What was opened stays so for the step; the next one begins anew, and so does a room after a restart.
func TestWhatWasOpenedIsForgottenWithTheStep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheWall(t)
		g.point(g.ann, one, false)
		before := g.live().Opened
		g.do(g.fac, workshop.StepBack{From: wall})
		g.opened(1)
		g.point(g.ann, two, false)
		g.opened(1, 2)
		if len(before) != 1 {
			t.Errorf("what was handed out has changed: %v", before)
		}
		for g.State().At.Step == wall.Step {
			g.do(g.fac, workshop.Advance{From: g.State().At, Despite: true})
		}
		g.opened()
		g.Close()
		again, err := room.Open(t.Context(), g.log, g.ID(), time.Now)
		if err != nil {
			t.Fatal(err)
		}
		defer again.Close()
		if got := again.Seat("ann").View().Live.Opened; len(got) > 0 {
			t.Errorf("after a restart: %v", got)
		}
	})
}

// Nobody can point before the reveal, so nothing is opened.
func TestNothingIsOpenedBeforeTheReveal(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		g.do(g.ann, vision("one"))
		_ = g.ann.Point(one, false)
		g.opened()
	})
}

// A pointer that stays where it is tells nobody anything: the room falls silent.
func TestRestingIsToldOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheWall(t)
		g.point(g.ann, one, false)
		g.settle()
		time.Sleep(time.Minute)
		if news(g.fac) {
			t.Error("there is news although nobody moves")
		}
	})
}
