package main

import (
	"testing"
	"time"

	"convene/tui"
	"convene/workshop"
	"convene/workshop/workshoptest"
)

// Whoever has no seat in the workshop sends what they like, from the seat that the house gives them, in every phase: nothing
// but a stranger's Join ever gets into the file. What others can send is the table of package room.
func TestNothingComesFromWhoHasNoSeat(t *testing.T) {
	h, ids := furnished(t, 1)
	id, now := ids[0], time.Now()
	l := newLimits(func() time.Time { now = now.Add(time.Second); return now }) // so that nobody is too fast
	fay := enter(t, h, id, host).Seat
	do := func(c workshop.Command) {
		t.Helper()
		if err := fay.Do(t.Context(), c); err != nil {
			t.Fatalf("%T: %v", c, err)
		}
	}
	records := func() int {
		t.Helper()
		all, err := h.store.Load(t.Context(), id, 0)
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}

	pat, rex := come(t, doorOf(h, l, "SHA256:pat"), id), come(t, doorOf(h, l, "SHA256:rex"), id)
	join(t, pat, "Pat")
	join(t, rex, "Rex")
	do(workshop.AddPerson{Person: "boo", Name: "Boo"})
	do(workshop.RemovePerson{Person: rex.Seat.View().Me})
	again := come(t, doorOf(h, l, "SHA256:rex"), id)
	eve, wall := come(t, doorOf(h, l, "SHA256:eve"), id), enter(t, h, id, "")
	seats := map[string]tui.Seat{
		"the wall": wall.Seat, "a stranger": eve.Seat, "who was removed": rex.Seat, "who was removed and came again": again.Seat,
		"a booth on the wall": wall.Seat.Booth("boo"), "a booth on a stranger's": eve.Seat.Booth("boo"),
		"a booth on a participant's": pat.Seat.Booth("boo"), "a booth for a stranger": fay.Booth("eve"),
		"a booth on the wall for the facilitator": wall.Seat.Booth(host),
	}

	phases := make(map[workshop.Phase]bool)
	for {
		at := fay.View().At
		if !phases[at.Phase] {
			before := records()
			for name, seat := range seats {
				for _, c := range workshoptest.Commands() {
					if join, joins := c.(workshop.Join); joins && name != "a stranger" {
						join.Name = "Newcomer"
						c = join
					}
					if err := seat.Do(t.Context(), c); err == nil {
						t.Errorf("%s: %s has sent %T", at, name, c)
					}
				}
			}
			if after := records(); after != before {
				t.Errorf("%s: %d records have got into the file", at, after-before)
			}
			phases[at.Phase] = true
		}
		if at.Phase == workshop.PhaseCanvas {
			break
		}
		if at.Step == workshop.StepLeader && at.Phase == workshop.PhaseConverge {
			do(workshop.RecordNoLeader{Reason: "Later"})
		}
		do(workshop.Advance{From: at, Despite: true})
	}
	if len(phases) != 7 {
		t.Errorf("they were tried in %v", phases)
	}
	join(t, eve, "Eve") // the one thing that a stranger can do
}
