package room_test

import (
	"context"
	"errors"
	"maps"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"convene/workshop"
	"convene/workshop/room"
)

// deed is something that somebody in a crowd does to the board; what a and b pick depends on how the board then is.
type deed struct{ verb, a, b int }

// script is what one person in a crowd does, one deed after the other.
func script(t *rapid.T) []deed {
	number := rapid.IntRange(0, 1<<16)
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) deed {
		return deed{number.Draw(t, "verb"), number.Draw(t, "a"), number.Draw(t, "b")}
	}), 5, 40).Draw(t, "script")
}

// hand is one person of a crowd.
type hand struct {
	room    *room.Room
	person  workshop.PersonID
	seat    *room.Seat
	carries workshop.Spot
	done    int // commands that were carried out
	trouble []error
}

// place is where a note stands; that it has one place is the type's, that the wall shows it once is checked.
type place struct {
	cluster workshop.ClusterID
	parked  bool
}

func places(s workshop.State) map[workshop.NoteID]place {
	out := make(map[workshop.NoteID]place)
	for n := range s.Notes.All() {
		out[n.ID] = place{n.Cluster, n.Parked}
	}
	return out
}

// act does one deed, and notes whatever a person should never meet.
func (h *hand) act(d deed) {
	s := h.room.State()
	pick := func(n int) workshop.NoteID { return workshop.NoteID(1 + n%s.Notes.Len()) }
	group := func(n int) workshop.ClusterID { return workshop.ClusterID(1 + n%max(1, s.Clusters.Len())) }
	notes := []workshop.NoteID{pick(d.a), pick(d.b)}
	if notes[0] == notes[1] {
		notes = notes[:1]
	}
	switch d.verb % 16 {
	case 0, 1:
		h.do(workshop.FormCluster{Notes: notes})
	case 2, 3, 4:
		h.do(workshop.MoveNotes{Notes: notes, Cluster: group(d.verb)})
	case 5:
		h.do(workshop.MoveNotes{Notes: notes[:1]})
	case 6, 7:
		h.do(workshop.MergeClusters{Into: group(d.a), From: group(d.b)})
	case 8:
		h.do(workshop.TitleCluster{Cluster: group(d.a), Title: string(rune('a' + d.b%26))})
	case 9:
		h.do(workshop.ParkNotes{Notes: notes[:1]})
	case 10, 11:
		h.do(workshop.UndoLast{})
	case 12:
		h.carry(workshop.Spot{Note: pick(d.a)})
	case 13:
		h.carry(workshop.Spot{Cluster: group(d.a)})
	case 14:
		_ = h.seat.Point(workshop.Spot{}, false)
		h.carries = workshop.Spot{}
	default: // the connection breaks, and comes back
		h.seat.Leave()
		h.carries = workshop.Spot{}
		h.seat = h.room.Seat(h.person)
	}
}

// do sends a command. It is carried out, or refused with a sentence about the board.
func (h *hand) do(c workshop.Command) {
	err := h.seat.Do(context.Background(), c)
	for _, known := range []error{
		workshop.ErrAlreadyThere, workshop.ErrHeld, workshop.ErrNoSuchCluster,
		workshop.ErrNothingToUndo, workshop.ErrBuiltUpon,
	} {
		if errors.Is(err, known) {
			return
		}
	}
	if err != nil {
		h.trouble = append(h.trouble, err)
		return
	}
	h.done++
}

// carry grabs something, and checks that it stays where it is as long as it is in the hand.
func (h *hand) carry(on workshop.Spot) {
	switch err := h.seat.Point(on, true); {
	case errors.Is(err, workshop.ErrHeld): // the hand is there now, and empty
		h.carries = workshop.Spot{}
		return
	case err != nil: // it is gone, and the hand where it was
		return
	}
	h.carries = on
	// What was decided before the grab is on disk when this is answered.
	_ = h.seat.Do(context.Background(), workshop.Advance{})
	before := h.inHand()
	for range 3 {
		_ = h.seat.Do(context.Background(), workshop.Advance{})
	}
	for note, was := range before {
		if now := places(h.room.State())[note]; now != was {
			h.trouble = append(h.trouble, errors.New(note.String()+" was moved while "+string(h.person)+" carried it"))
		}
	}
}

// inHand is where the notes are that the person carries.
func (h *hand) inHand() map[workshop.NoteID]place {
	out := places(h.room.State())
	maps.DeleteFunc(out, func(n workshop.NoteID, p place) bool {
		return h.carries != workshop.Spot{Note: n} && (h.carries.Cluster == 0 || p.cluster != h.carries.Cluster)
	})
	return out
}

// Many people who cluster at the same time, drop off and come back, and take things back, lose no note and double none;
// what they carry nobody else moves; everyone sees the same in the end; and the log tells all of it.
func TestACrowdAtTheBoardLosesNothing(t *testing.T) {
	var done, trips int
	rapid.Check(t, func(rt *rapid.T) {
		const notes = 24
		scripts := make([][]deed, rapid.IntRange(2, 8).Draw(rt, "people"))
		for i := range scripts {
			scripts[i] = script(rt)
		}
		g := gather(t, diverge)
		defer g.Close()
		for i := range notes {
			g.do(g.ann, vision("note %d", i))
		}
		g.goTo(wall)
		hands := make([]*hand, len(scripts))
		var all, lookers sync.WaitGroup
		over := make(chan struct{})
		seen := make([]workshop.Seq, len(hands))
		for i, script := range scripts {
			h := &hand{room: g.Room, person: person(i), seat: g.Seat(person(i))}
			g.do(h.seat, workshop.Join{Name: string(h.person)})
			hands[i] = h
			watching := g.Seat(h.person) // at a second terminal, which stays
			first := watching.View().Seq
			lookers.Go(func() { seen[i] = max(first, readAll(t, watching, over)) })
			all.Go(func() {
				for _, d := range script {
					h.act(d)
				}
			})
		}
		all.Wait()
		close(over)
		lookers.Wait()

		for i, h := range hands {
			for _, err := range h.trouble {
				rt.Errorf("%s: %v", h.person, err)
			}
			if seen[i] != g.State().Seq {
				rt.Errorf("%s has seen record %d last, the newest is %d", h.person, seen[i], g.State().Seq)
			}
			done, trips = done+h.done, trips+1
		}
		g.isItsLog()
		shown := make(map[workshop.NoteID]int)
		for _, n := range onTheWall(g.fac.View()) {
			shown[n]++
		}
		for n := workshop.NoteID(1); n <= notes; n++ {
			if shown[n] != 1 {
				rt.Errorf("%s is on the wall %d times", n, shown[n])
			}
		}
		if len(shown) != notes {
			rt.Errorf("%d notes are on the wall, %d were written", len(shown), notes)
		}
		sameForAll(rt, g, hands)
	})
	if done < trips {
		t.Errorf("%d people had %d commands carried out: this tests too little", trips, done)
	}
}

// onTheWall lists the notes as often as the wall shows them.
func onTheWall(v workshop.View) []workshop.NoteID {
	var out []workshop.NoteID
	for _, c := range v.Columns {
		cards := slices.Concat(c.Lone, c.Parked)
		for _, p := range c.Clusters {
			cards = append(cards, p.Notes...)
		}
		for _, card := range cards {
			out = append(out, card.ID)
		}
	}
	return out
}

// sameForAll checks that everyone sees the same board, which is that of the log, and the same hands on it, which are
// those of the people who say so.
func sameForAll(t *rapid.T, g *group, hands []*hand) {
	var want []workshop.Pointer
	for _, h := range hands {
		if h.carries != (workshop.Spot{}) {
			want = append(want, workshop.Pointer{Person: h.person, On: h.carries, Holds: true})
		}
	}
	late := time.After(10 * time.Second)
	holding := func(l workshop.Live) []workshop.Pointer {
		return slices.DeleteFunc(slices.Clone(l.Pointers), func(p workshop.Pointer) bool { return !p.Holds })
	}
	for !slices.Equal(holding(g.fac.View().Live), want) {
		select {
		case <-g.fac.Changed():
		case <-late:
			t.Fatalf("seen are %+v, want %+v", g.fac.View().Live.Pointers, want)
		}
	}
	board := workshop.Share(workshop.Replay(workshop.State{}, g.stored()...))
	for _, h := range hands {
		v := h.seat.View()
		if !reflect.DeepEqual(v.Columns, board.Columns) {
			t.Errorf("%s sees %+v, the log says %+v", h.person, v.Columns, board.Columns)
		}
		if !slices.Equal(holding(v.Live), want) {
			t.Errorf("%s sees %+v, want %+v", h.person, v.Live.Pointers, want)
		}
	}
}
