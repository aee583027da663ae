package room_test

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"convene/workshop"
	"convene/workshop/room"
)

// atTheBoard is a group at a wall of seven notes: cluster 1 has 1 and 2, cluster 2 has 3 and 4; 5, 6 and 7 stand alone.
func atTheBoard(t *testing.T) *group {
	t.Helper()
	g := gather(t, diverge)
	for i := range 7 {
		g.do(g.ann, vision("note %d", i+1))
	}
	g.goTo(wall)
	g.do(g.ben, workshop.FormCluster{Notes: []workshop.NoteID{1, 2}})
	g.do(g.ben, workshop.FormCluster{Notes: []workshop.NoteID{3, 4}})
	g.settle()
	return g
}

func note(n workshop.NoteID) workshop.Spot       { return workshop.Spot{Note: n} }
func cluster(c workshop.ClusterID) workshop.Spot { return workshop.Spot{Cluster: c} }

func move(to workshop.ClusterID, notes ...workshop.NoteID) workshop.Command {
	return workshop.MoveNotes{Notes: notes, Cluster: to}
}

func TestWhatSomebodyCarriesNobodyElseMoves(t *testing.T) {
	merge := workshop.MergeClusters{Into: 2, From: 1}
	title := workshop.TitleCluster{Cluster: 1, Title: "Ours"}
	park := func(n ...workshop.NoteID) workshop.Command { return workshop.ParkNotes{Notes: n} }
	form := func(n ...workshop.NoteID) workshop.Command { return workshop.FormCluster{Notes: n} }
	for _, c := range []struct {
		name    string
		held    workshop.Spot
		command workshop.Command
		refused bool
	}{
		{"a note, moved", note(5), move(1, 5), true},
		{"a note, moved among others", note(5), move(1, 6, 5), true},
		{"a note, with which a cluster is formed", note(5), form(5, 6), true},
		{"a note, parked", note(5), park(5), true},
		{"a note of a cluster, split off", note(1), move(0, 1), true},
		{"a note of a cluster that is merged away", note(1), merge, true},
		{"a note of the cluster that takes another in", note(3), merge, false},
		{"a note of a cluster that gets a title", note(1), title, false},
		{"a note beside the one that moves", note(1), move(0, 2), false},
		{"a note that is where it is to go", note(1), move(1, 1, 5), false},
		{"a cluster that is merged away", cluster(1), merge, true},
		{"a cluster from which a note is taken", cluster(1), move(2, 2), true},
		{"a cluster of which a note is parked", cluster(1), park(2), true},
		{"a cluster of which a note is clustered anew", cluster(1), form(6, 2), true},
		{"a cluster that takes another in", cluster(2), merge, false},
		{"a cluster that takes a note in", cluster(1), move(1, 5), false},
		{"a cluster that gets a title", cluster(1), title, false},
		{"a cluster beside", cluster(2), move(0, 1, 2), false},
		{"a cluster whose forming is undone", cluster(2), workshop.UndoLast{}, true},
		{"a note of it", note(3), workshop.UndoLast{}, true},
		{"a cluster beside one whose forming is undone", cluster(1), workshop.UndoLast{}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				g := atTheBoard(t)
				g.point(g.ann, c.held, false)
				seq := g.State().Seq
				g.point(g.ann, c.held, true)
				err := g.ben.Do(t.Context(), c.command)
				held := (*workshop.HeldError)(nil)
				switch {
				case !c.refused && err != nil:
					t.Errorf("refused: %v", err)
				case c.refused && (!errors.As(err, &held) || held.Person != "ann" || !errors.Is(err, workshop.ErrHeld)):
					t.Errorf("got %v", err)
				case c.refused && g.State().Seq != seq:
					t.Error("refused, and yet something is in the log")
				case c.refused:
					g.point(g.ann, c.held, false)
					g.do(g.ben, c.command) // now nobody carries it
				}
				g.isItsLog()
			})
		})
	}
}

// Whoever reaches for what somebody carries, a note in it, or the cluster that it is in, hears whose it is.
func TestReachingForWhatIsCarriedNamesWhoCarriesIt(t *testing.T) {
	for name, c := range map[string]struct {
		held, wanted workshop.Spot
		refused      bool
	}{
		"the same note":                {note(5), note(5), true},
		"the same cluster":             {cluster(1), cluster(1), true},
		"a note of a cluster":          {cluster(1), note(2), true},
		"the cluster of a note":        {note(2), cluster(1), true},
		"another note":                 {note(5), note(6), false},
		"a note beside it":             {note(1), note(2), false},
		"another cluster":              {cluster(1), cluster(2), false},
		"a note of another cluster":    {cluster(1), note(3), false},
		"the cluster beside a note":    {note(1), cluster(2), false},
		"a note that stands by itself": {cluster(1), note(5), false},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				g := atTheBoard(t)
				g.point(g.ann, c.held, true)
				err := g.ben.Point(c.wanted, true)
				held := (*workshop.HeldError)(nil)
				if c.refused && (!errors.As(err, &held) || held.Person != "ann" || !errors.Is(err, workshop.ErrHeld)) {
					t.Errorf("got %v", err)
				}
				if !c.refused && err != nil {
					t.Errorf("refused: %v", err)
				}
			})
		})
	}
}

func TestWhoCarriesSomethingMovesIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheBoard(t)
		g.point(g.ann, note(5), true)
		g.do(g.ann, move(1, 5))
		g.do(g.Seat("ann"), move(2, 5)) // at another terminal of hers too
		if err := g.ben.Do(t.Context(), move(0, 5)); !errors.Is(err, workshop.ErrHeld) {
			t.Errorf("it is in her hand still: %v", err)
		}
	})
}

// They need not wait until somebody comes back who has turned away with a note in hand.
func TestAFacilitatorFreesWhatIsCarried(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheBoard(t)
		g.point(g.ann, note(5), true)
		g.point(g.ben, note(6), true)
		if err := g.fac.Point(note(5), true); !errors.Is(err, workshop.ErrHeld) {
			t.Errorf("a facilitator takes it out of her hand by a slip: %v", err)
		}
		g.do(g.fac, move(1, 5))
		live := g.ben.View().Live // at once, with the note in its new place
		if _, held := live.Held(note(5)); held {
			t.Errorf("it is carried still: %+v", live.Pointers)
		}
		if who, _ := live.Held(note(6)); who != "ben" {
			t.Errorf("what Ben carries is %s's", who)
		}
		g.do(g.ben, move(2, 5))
	})
}

func TestAFacilitatorWhoseActIsNotSavedFreesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheBoard(t)
		g.point(g.ann, note(5), true)
		g.log.outcomes = []outcome{{err: errDisk}}
		if err := g.fac.Do(t.Context(), move(1, 5)); !errors.Is(err, room.ErrNotSaved) {
			t.Errorf("got %v", err)
		}
		if err := g.ben.Do(t.Context(), move(1, 5)); !errors.Is(err, workshop.ErrHeld) {
			t.Errorf("got %v", err)
		}
	})
}

func TestWhatIsLetGoIsFreeToMove(t *testing.T) {
	for name, release := range map[string]func(g *group){
		"her terminal drops off":   func(g *group) { g.ann.Leave() },
		"she loses her seat":       func(g *group) { g.do(g.fac, workshop.RemovePerson{Person: "ann"}) },
		"the group goes on":        func(g *group) { g.do(g.fac, workshop.StepBack{From: wall}) },
		"she takes something else": func(g *group) { g.point(g.ann, note(6), true) },
		"she puts it back":         func(g *group) { g.point(g.ann, workshop.Spot{}, false) },
		"it never was in her hand, because it was in Ben's": func(g *group) {
			g.point(g.ann, note(6), false)
			g.point(g.ben, note(5), true)
			if err := g.ann.Point(note(5), true); !errors.Is(err, workshop.ErrHeld) {
				g.t.Errorf("got %v", err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				g := atTheBoard(t)
				g.point(g.ann, note(5), true)
				if err := g.ben.Do(t.Context(), move(1, 5)); !errors.Is(err, workshop.ErrHeld) {
					t.Fatalf("got %v", err)
				}
				release(g)
				g.do(g.ben, move(1, 5))
			})
		})
	}
}

// What decides is what is carried when the command's turn has come, and on the board on which it is then.
func TestAHoldCountsWhenItIsDecided(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheBoard(t)
		release := g.log.hold()
		first := send(g.fac, workshop.WriteStatement{Section: workshop.SectionVision, Text: "We test"})
		moved := send(g.ben, move(1, 5))
		g.point(g.ann, note(5), true) // while his command waits
		release()
		if err := <-first; err != nil {
			t.Fatal(err)
		}
		if err := <-moved; !errors.Is(err, workshop.ErrHeld) {
			t.Errorf("got %v", err)
		}
		release = g.log.hold()
		blocks := send(g.fac, workshop.WriteStatement{Section: workshop.SectionVision, Text: "We test all"})
		back := send(g.fac, workshop.StepBack{From: wall})
		moved = send(g.ben, move(1, 5)) // in one append with the step back
		release()
		for _, answer := range []<-chan error{blocks, back, moved} {
			if err := <-answer; err != nil {
				t.Error(err)
			}
		}
	})
}

// Two minutes without a key or the mouse, on the terminal that carries: then the note is everybody's again.
func TestWhatSomebodyCarriesWhoIsAwayIsPutDown(t *testing.T) {
	put := workshop.Pointer{Person: "ann", On: note(5), Lapsed: true}
	for name, c := range map[string]struct {
		after time.Duration
		touch func(g *group)
		held  bool
	}{
		"nearly two minutes":            {2*time.Minute - time.Second, nil, true},
		"two minutes":                   {2 * time.Minute, nil, false},
		"nearly, with a key in between": {2*time.Minute - time.Second, func(g *group) { g.ann.Touch() }, true},
		"two, with a key in between":    {2 * time.Minute, func(g *group) { g.ann.Touch() }, false},
		"a key at another of her terminals": {
			2*time.Minute - time.Second, func(g *group) { g.Seat("ann").Touch() }, false,
		},
		"somebody else's key":     {2*time.Minute - time.Second, func(g *group) { g.ben.Touch() }, false},
		"she grabs another one":   {2*time.Minute - time.Second, func(g *group) { g.point(g.ann, note(6), true); g.point(g.ann, note(5), true) }, true},
		"somebody else grabs one": {2*time.Minute - time.Second, func(g *group) { g.point(g.ben, note(6), true) }, false},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				g := atTheBoard(t)
				g.point(g.ann, note(5), true)
				if c.touch != nil {
					time.Sleep(time.Minute)
					c.touch(g)
				}
				time.Sleep(c.after)
				synctest.Wait()
				g.ann.Touch() // too late, or in time
				err := g.ben.Do(t.Context(), move(1, 5))
				if c.held != errors.Is(err, workshop.ErrHeld) || !c.held && err != nil {
					t.Fatalf("Ben moves it: %v", err)
				}
				live := g.live()
				if _, held := live.Held(note(5)); held != c.held || !c.held && live.Pointers[0] != put {
					t.Errorf("seen are %+v", live.Pointers)
				}
			})
		})
	}
}

func TestEachHoldLapsesByItself(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheBoard(t)
		g.point(g.ann, note(5), true)
		time.Sleep(time.Minute)
		g.point(g.ben, note(6), true)
		for _, want := range []struct{ ann, ben bool }{{false, true}, {false, false}} {
			time.Sleep(time.Minute)
			live := g.live()
			_, ann := live.Held(note(5))
			_, ben := live.Held(note(6))
			if ann != want.ann || ben != want.ben {
				t.Errorf("Ann carries %v, Ben %v; want %+v", ann, ben, want)
			}
		}
	})
}

// Whoever comes back takes it again, and it is as good as new.
func TestWhatWasPutDownCanBeTakenAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheBoard(t)
		g.point(g.ann, note(5), true)
		time.Sleep(2 * time.Minute)
		g.point(g.ann, note(5), false) // her screen has let go of it
		g.shows(workshop.Pointer{Person: "ann", On: note(5)})
		g.point(g.ann, note(5), true)
		g.shows(workshop.Pointer{Person: "ann", On: note(5), Holds: true})
		time.Sleep(2 * time.Minute)
		g.shows(workshop.Pointer{Person: "ann", On: note(5), Lapsed: true})
	})
}

// A room that closes has no timer left that anything could come from.
func TestNothingLapsesInARoomThatIsClosed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := atTheBoard(t)
		g.point(g.ann, note(5), true)
		g.settle()
		g.Close()
		time.Sleep(time.Hour)
		if _, held := g.ann.View().Live.Held(note(5)); !held || news(g.ben) {
			t.Error("the room goes on")
		}
	})
}
