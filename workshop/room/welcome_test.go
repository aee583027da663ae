package room_test

import (
	"errors"
	"testing"
	"testing/synctest"

	"convene/workshop"
	"convene/workshop/room"
)

func TestTheHouseWelcomesAFacilitator(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		g.do(g.fac, workshop.LockDoor{Locked: true})
		if err := g.Welcome(t.Context(), "dan", "Dan"); err != nil {
			t.Fatal(err)
		}
		dan := g.Seat("dan")
		if v := dan.View(); v.MyRole != workshop.Facilitator {
			t.Errorf("Dan sits there as %+v", v.Mine)
		}
		g.do(dan, workshop.LockDoor{})
		if err := g.Welcome(t.Context(), "dan", "Dan"); !errors.Is(err, workshop.ErrSeatTaken) {
			t.Errorf("a second time: %v", err)
		}
		if err := g.Welcome(t.Context(), "eve", "Ann"); !errors.Is(err, workshop.ErrNameTaken) {
			t.Errorf("under a name that is taken: %v", err)
		}
		g.isItsLog()
	})
}

func TestNoScreenMakesItselfAFacilitator(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		for _, c := range []workshop.Command{
			workshop.JoinAsFacilitator{Name: "Eve"},
			&workshop.JoinAsFacilitator{Name: "Eve"},
			workshop.OpenWorkshop{ID: "calm-heron", Topic: "Mine", Facilitator: "Eve"},
		} {
			for _, s := range []*room.Seat{g.Seat("eve"), g.fac, g.Seat(""), g.fac.Booth("eve")} {
				if err := s.Do(t.Context(), c); err == nil {
					t.Errorf("%T was accepted", c)
				}
			}
		}
		if err := g.Seat("eve").Do(t.Context(), workshop.JoinAsFacilitator{Name: "Eve"}); !errors.Is(err, workshop.ErrFacilitatorOnly) {
			t.Errorf("got %v", err)
		}
	})
}
