package room_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"convene/workshop"
	"convene/workshop/room"
)

// A hundred people send twenty commands each while everyone looks, and now and then the disk fails. In the end the
// room is what its log says, and the log holds what was acknowledged and nothing else.
func TestAHundredPeopleAtOnce(t *testing.T) {
	const people, commands = 100, 20
	g := gather(t, diverge)
	for i := range people {
		g.do(g.Seat(person(i)), workshop.Join{Name: string(person(i))})
	}
	for i := range people * commands {
		if i%5 == 4 {
			g.log.outcomes = append(g.log.outcomes, outcome{err: errDisk})
		} else {
			g.log.outcomes = append(g.log.outcomes, outcome{})
		}
	}

	acknowledged := make([][]string, people)
	seen := make([]workshop.Seq, people)
	done := make(chan struct{})
	var writers, readers sync.WaitGroup
	for i := range people {
		seat := g.Seat(person(i))
		writers.Go(func() { acknowledged[i] = writeAll(t, seat, commands) })
		readers.Go(func() { seen[i] = readAll(t, seat, done) })
	}
	writers.Wait()
	close(done)
	readers.Wait()

	g.isItsLog()
	if slices.Min(seen) != g.State().Seq {
		t.Errorf("somebody has seen record %d last, the newest is %d", slices.Min(seen), g.State().Seq)
	}
	var want []string
	for _, texts := range acknowledged {
		want = append(want, texts...)
	}
	got := g.texts()
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(want, got) {
		t.Errorf("%d notes were acknowledged, the log has %d", len(want), len(got))
	}
	if failed := people*commands - len(want); failed == 0 || len(want) == 0 {
		t.Errorf("%d commands failed and %d didn't: this tests only a half", failed, len(want))
	}
}

func person(i int) workshop.PersonID {
	return workshop.PersonID(fmt.Sprintf("person %02d", i))
}

// writeAll writes notes and returns the acknowledged ones. Each must be in the writer's view at once.
func writeAll(t *testing.T, s *room.Seat, n int) []string {
	var acknowledged []string
	for i := range n {
		note := vision("%p %d", s, i)
		switch err := s.Do(context.Background(), note); {
		case err == nil:
			acknowledged = append(acknowledged, note.Text)
			if mine := s.View().Notes; mine[len(mine)-1].Text != note.Text {
				t.Errorf("%q was acknowledged and isn't in the view", note.Text)
			}
		case !errors.Is(err, room.ErrNotSaved):
			t.Errorf("got %v", err)
		}
	}
	return acknowledged
}

// readAll follows the news until done, to the last of it, and returns how far it came. A view never goes back, is of
// one moment, and holds no notes but its viewer's own.
func readAll(t *testing.T, s *room.Seat, done <-chan struct{}) (newest workshop.Seq) {
	for {
		select {
		case <-s.Changed():
		case <-done:
			if !news(s) {
				return newest
			}
		}
		v := s.View()
		if v.Seq < newest {
			t.Errorf("the view went back from %d to %d", newest, v.Seq)
		}
		newest = v.Seq
		if slices.ContainsFunc(v.Notes, func(n workshop.Note) bool { return n.Author != v.Me }) {
			t.Error("a view holds somebody else's note")
		}
		if n := len(v.Notes); n > 0 && int(v.Notes[n-1].ID) > v.Written[workshop.PromptVision] {
			t.Error("a view shows an own note that isn't counted yet")
		}
	}
}

func TestSeatsComeAndGoWhileNewsIsSpread(t *testing.T) {
	g := gather(t, diverge)
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			for range 50 {
				s := g.Seat("ann")
				s.View()
				s.Leave()
			}
		})
	}
	for i := range 50 {
		g.do(g.boo, workshop.DeclareDone{Done: i%2 == 0})
	}
	all.Wait()
	if !news(g.ann) {
		t.Error("a seat that stayed has no notice")
	}
	g.isItsLog()
}
