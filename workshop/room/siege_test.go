package room_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"convene/workshop"
	"convene/workshop/text"
)

// Somebody who puts the whole wall into one cluster and carries it, keeps everybody else but the facilitator from moving
// anything, for as long as they press a key now and then at their terminal; when that goes, all is free.
func TestWhoCarriesEverythingHoldsTheWallWhileTheyAreThere(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheWall(t)
		g.do(g.ben, workshop.FormCluster{Notes: []workshop.NoteID{1, 2}})
		second := g.Seat("ben")
		g.point(g.ben, workshop.Spot{Cluster: 1}, true)
		for range 60 {
			time.Sleep(time.Minute)
			g.ben.Touch()
		}
		move := workshop.MoveNotes{Notes: []workshop.NoteID{1}}
		if err := g.ann.Do(context.Background(), move); !errors.Is(err, workshop.ErrHeld) {
			t.Errorf("Ann moves what Ben carries: %v", err)
		}
		if err := g.ann.Point(one, true); !errors.Is(err, workshop.ErrHeld) {
			t.Errorf("Ann grabs what Ben carries: %v", err)
		}
		second.Leave() // another terminal than the one that carries
		if err := g.ann.Do(context.Background(), move); !errors.Is(err, workshop.ErrHeld) {
			t.Errorf("Ann moves what Ben still carries: %v", err)
		}
		g.ben.Leave()
		if err := g.ben.Point(workshop.Spot{Cluster: 1}, true); !errors.Is(err, workshop.ErrStranger) {
			t.Errorf("Ben carries on from a place that was left: %v", err)
		}
		g.do(g.ann, move)
	})
}

// Nobody but whoever has the pen writes the sentence, and what they write is clean and short.
func TestOnlyThePenWritesTheSentence(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheWall(t)
		refused := func(err, want error) {
			t.Helper()
			if !errors.Is(err, want) {
				t.Errorf("%v, want %v", err, want)
			}
		}
		refused(g.ann.Draft("x"), workshop.ErrNoPen)
		g.do(g.fac, workshop.TakePen{Section: workshop.SectionVision})
		g.do(g.fac, workshop.HandPen{To: "ann"})
		refused(g.fac.Draft("x"), workshop.ErrPenOut)
		refused(g.ben.Draft("x"), workshop.ErrPenOut)
		refused(g.boo.Draft("x"), workshop.ErrPenOut)
		refused(g.Seat("").Draft("x"), workshop.ErrPenOut)
		refused(g.Seat("eve").Draft("x"), workshop.ErrPenOut)
		refused(g.fac.Booth("ann").Draft("x"), workshop.ErrPenOut)
		for _, hostile := range []string{
			strings.Repeat("a\u0301", 1) + strings.Repeat("\u0301", 10_000), "\x1b]0;title\x07\x1b[2J", "\u202eabc\u2066", "a\u200b\u200bb",
			strings.Repeat("\xff", 1<<20), strings.Repeat("👩🏽‍👩🏽‍👧🏽‍👦🏽", 1<<14), strings.Repeat("ᄀ", 1<<16),
		} {
			if err := g.ann.Draft(hostile); err != nil {
				t.Fatal(err)
			}
			got := g.live().Draft
			if got != text.Line(got) || text.Len(got) > workshop.MaxStatementLen || strings.ContainsAny(got, "\x1b\u202e\u200b") {
				t.Errorf("%.40q is shown as %.80q", hostile, got)
			}
		}
		g.do(g.fac, workshop.RemovePerson{Person: "ann"})
		refused(g.ann.Draft("x"), workshop.ErrNoPen)
		if l := g.live(); l.Drafting || l.Draft != "" {
			t.Errorf("a sentence without a pen is shown: %+v", l)
		}
		if l := g.ann.View().Live; l.Drafting || len(l.Here) > 0 {
			t.Errorf("who was removed sees %+v", l)
		}
		if l := g.Seat("eve").View().Live; len(l.Here) > 0 {
			t.Errorf("a stranger sees %+v", l)
		}
	})
}
