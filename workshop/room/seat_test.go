package room_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"

	"convene/workshop"
	"convene/workshop/room"
)

func TestAReaderWhoNeverReadsHoldsNobodyUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		for i := range 50 {
			g.do(g.ben, vision("%d", i))
		}
		if !news(g.ann) {
			t.Fatal("there is no notice")
		}
		if seq, newest := g.ann.View().Seq, g.State().Seq; seq != newest {
			t.Errorf("the view is of record %d, the newest is %d", seq, newest)
		}
		if news(g.ann) {
			t.Error("there is a second notice without news")
		}
		g.do(g.ben, workshop.AskMinute{})
		if !news(g.ann) {
			t.Error("there is no notice of what came later")
		}
	})
}

func TestSeatsOfOnePersonHaveTheSameRights(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		second := g.Seat("ann")
		g.do(g.ann, vision("from the desk"))
		g.do(second, workshop.RewordNote{Note: 1, Text: "from the sofa"})
		for _, s := range []*room.Seat{g.ann, second} {
			if !news(s) || len(s.View().Notes) != 1 || s.View().Notes[0].Text != "from the sofa" {
				t.Errorf("a seat sees %+v", s.View().Notes)
			}
		}
		second.Leave()
		g.do(g.ann, vision("still here"))
		if !news(g.ann) {
			t.Error("when one seat is left the other hears nothing")
		}
	})
}

func TestLeaveStopsTheNotices(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		g.ann.Leave()
		g.ann.Leave()
		g.do(g.ben, vision("anything"))
		if news(g.ann) {
			t.Error("a seat that was left gets notices")
		}
		if p, here := g.State().Person("ann"); !here || p.Removed {
			t.Error("who leaves a terminal has lost the seat in the workshop")
		}
	})
}

func TestWhatWasWrittenInTheBoothIsThePersons(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		g.do(g.boo, vision("by hand"))
		records := g.stored()
		if r := records[len(records)-1]; r.By != "boo" || r.Via != "fay" {
			t.Errorf("the record is by %q via %q", r.By, r.Via)
		}
		if len(g.boo.View().Notes) != 1 || len(g.fac.View().Notes) != 0 {
			t.Error("the note isn't Boo's alone")
		}
	})
}

func TestTheBoothIsAFacilitatorsAndForWhoHasNoTerminal(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		g.do(g.ann, vision("canary"))
		g.do(g.boo, vision("canary"))
		cases := []struct {
			name  string
			booth *room.Seat
			want  error
		}{
			{"for somebody with a terminal", g.fac.Booth("ann"), workshop.ErrOwnTerminal},
			{"for the facilitator", g.fac.Booth("fay"), workshop.ErrOwnTerminal},
			{"for somebody with a terminal, on a participant's", g.ben.Booth("ann"), workshop.ErrFacilitatorOnly},
			{"on a participant's terminal", g.ben.Booth("boo"), workshop.ErrFacilitatorOnly},
			{"in the booth", g.boo.Booth("boo"), workshop.ErrFacilitatorOnly},
			{"in a booth that pretends to be the facilitator's", g.ben.Booth("fay").Booth("boo"), workshop.ErrFacilitatorOnly},
			{"on a stranger's terminal", g.Seat("eve").Booth("boo"), workshop.ErrFacilitatorOnly},
			{"on the wall", g.Seat("").Booth("boo"), workshop.ErrFacilitatorOnly},
			{"for a stranger", g.fac.Booth("eve"), workshop.ErrStranger},
		}
		for _, c := range cases {
			if err := c.booth.Do(t.Context(), vision("in another's name")); !errors.Is(err, c.want) {
				t.Errorf("%s: got %v", c.name, err)
			}
			if strings.Contains(printed(c.booth.View()), "canary") {
				t.Errorf("%s: it shows the person's private note", c.name)
			}
			if err := c.booth.Point(workshop.Spot{}, false); !errors.Is(err, workshop.ErrFacilitatorOnly) && err != workshop.ErrStranger {
				t.Errorf("%s: it points in another's name: %v", c.name, err)
			}
		}
	})
}

// A booth is no way in for somebody who stands outside.
func TestFromABoothAStrangerSeesTheDoorstep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, wall)
		g.do(g.fac, workshop.LockDoor{Locked: true})
		g.do(g.Seat("eve"), workshop.Join{Name: "Eve"})
		g.do(g.fac, workshop.RemovePerson{Person: "ben"})
		for _, s := range []*room.Seat{
			g.Seat("eve"), g.Seat("eve").Booth("boo"), g.Seat("eve").Booth("ann").Booth("boo"), g.Seat("kim").Booth("fay"),
			g.ben, g.ben.Booth("boo"),
		} {
			v := s.View()
			want := workshop.Shared{ID: "brave-otter", Topic: "Testing", Lang: workshop.English, Locked: true}
			if !reflect.DeepEqual(*v.Shared, want) || v.Live.Here != nil {
				t.Errorf("seen from outside: %s, %+v", printed(v), v.Live)
			}
		}
	})
}

func TestNobodyElseSeesAPrivateNote(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		g.do(g.ann, vision("canary"))
		g.do(g.boo, vision("booth canary"))
		seats := []struct {
			name  string
			seat  *room.Seat
			sees  string // the private note that is the viewer's own
			other string
		}{
			{"Ann", g.ann, "{ID:#1", "booth canary"},
			{"Ann's second terminal", g.Seat("ann"), "{ID:#1", "booth canary"},
			{"Boo in the booth", g.boo, "booth canary", "Text:canary"},
			{"Ben", g.ben, "", "canary"},
			{"the facilitator", g.fac, "", "canary"},
			{"the wall", g.Seat(""), "", "canary"},
			{"a stranger", g.Seat("eve"), "", "canary"},
		}
		for _, s := range seats {
			view := printed(s.seat.View())
			if !strings.Contains(view, s.sees) {
				t.Errorf("%s doesn't see the own note", s.name)
			}
			if strings.Contains(view, s.other) {
				t.Errorf("%s sees somebody else's: %s", s.name, view)
			}
		}
		g.goTo(wall)
		for _, s := range seats {
			if strings.Contains(printed(s.seat.View()), "canary") != (s.name != "a stranger") {
				t.Errorf("%s doesn't see what was revealed, or isn't to see it", s.name)
			}
		}
	})
}

func TestAViewStaysAsItWas(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		var views []workshop.View
		var states []workshop.State
		var texts []string
		look := func() {
			views, states = append(views, g.ann.View()), append(states, g.State())
			texts = append(texts, printed(views[len(views)-1]))
		}
		act := func(s *room.Seat, c workshop.Command) { t.Helper(); g.do(s, c); look() }
		look()
		act(g.ann, vision("one"))
		act(g.ann, vision("two"))
		act(g.boo, vision("three"))
		act(g.ann, workshop.RewordNote{Note: 1, Text: "uno"})
		act(g.ann, workshop.WithdrawNote{Note: 2})
		g.goTo(wall)
		act(g.ben, workshop.FormCluster{Notes: []workshop.NoteID{1}, Title: "first"})
		act(g.ann, workshop.MoveNotes{Notes: []workshop.NoteID{3}, Cluster: 1})
		act(g.ben, workshop.TitleCluster{Cluster: 1, Title: "renamed"})
		act(g.ann, workshop.ParkNotes{Notes: []workshop.NoteID{3}})
		act(g.ann, workshop.UndoLast{})
		act(g.fac, workshop.WriteStatement{Section: workshop.SectionVision, Text: "We test"})
		act(g.fac, workshop.WriteStatement{Section: workshop.SectionVision, Text: "We test what matters"})
		act(g.fac, workshop.OpenVote{})
		act(g.ann, cast("c1"))
		act(g.ben, cast("c1"))
		act(g.boo, cast("c1"))
		act(g.fac, workshop.CloseVote{Vote: 1, Early: true})
		act(g.fac, workshop.Advance{From: wall})
		act(g.ann, workshop.ShowHand{Level: 1, Concern: "too vague"})
		act(g.ben, workshop.ShowHand{Level: 5})
		act(g.boo, workshop.ShowHand{Level: 4})
		act(g.fac, workshop.RemovePerson{Person: "ben"})
		act(g.fac, workshop.Advance{From: g.State().At, Despite: true})
		act(g.fac, workshop.StepBack{From: g.State().At})

		for i, want := range texts {
			if got := printed(views[i]); got != want {
				t.Errorf("view %d has changed from\n%s\nto\n%s", i, want, got)
			}
			if got := printed(workshop.ViewFor(workshop.Share(states[i]), states[i], "ann")); got != want {
				t.Errorf("state %d has changed from\n%s\nto\n%s", i, want, got)
			}
		}
	})
}
