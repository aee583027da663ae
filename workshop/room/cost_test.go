package room_test

import (
	"context"
	"testing"

	"convene/workshop"
	"convene/workshop/room"
	"convene/workshop/workshoptest"
)

// One command and everybody's look at it, with 500 people and 5,000 notes: a few kilobytes for each of them, whatever is on
// the wall. The reasons are in package workshop, whose tests bound each part.
func TestTheCostOfAChangeIsBounded(t *testing.T) {
	const people, notes = workshop.MaxPeople - 1, 5000
	s := workshoptest.NewStage()
	if err := s.Play(workshoptest.Piled(people, notes)); err != nil {
		t.Fatal(err)
	}
	log := workshoptest.NewLog()
	if err := log.Append(t.Context(), s.State.ID, 0, s.Records...); err != nil {
		t.Fatal(err)
	}
	r, err := room.Open(t.Context(), log, s.State.ID, workshoptest.Morning)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var seats []*room.Seat
	for i := range people {
		seats = append(seats, r.Seat(workshoptest.Member(i)))
	}
	done := false
	bytes := workshoptest.Spent(func() {
		done = !done
		if err := seats[7].Do(context.Background(), workshop.DeclareDone{Done: done}); err != nil {
			t.Fatal(err)
		}
		for _, seat := range seats {
			seat.View()
		}
	})
	t.Logf("%d bytes for each person", bytes/people)
	if bytes > 2600*people {
		t.Errorf("a change costs %d bytes for each person, want 2600 at most", bytes/people)
	}
}
