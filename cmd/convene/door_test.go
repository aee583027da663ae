package main

import (
	"errors"
	"net/netip"
	"strconv"
	"testing"
	"time"

	"convene/tui"
	"convene/tui/sshd"
	"convene/workshop"
)

// doorOf is the door as a visitor finds it: with a key, or with none when it is empty.
func doorOf(h *house, l *limits, key string) door {
	return door{h, l, sshd.Visitor{Key: key, Address: netip.MustParseAddr("192.0.2.1")}}
}

func join(t *testing.T, v tui.Visit, name string) {
	t.Helper()
	if err := v.Seat.Do(t.Context(), workshop.Join{Name: name}); err != nil {
		t.Fatalf("join as %s: %v", name, err)
	}
}

func come(t *testing.T, d door, code workshop.ID) tui.Visit {
	t.Helper()
	v, err := d.Enter(t.Context(), string(code))
	if err != nil {
		t.Fatalf("enter %s: %v", code, err)
	}
	return v
}

// wasTooMuch says whether there was too much of that.
func wasTooMuch(err error, of excess) bool {
	var e tooMuch
	return errors.As(err, &e) && e.of == of
}

func TestACodeIsReadHoweverItIsTyped(t *testing.T) {
	for _, typed := range []string{"brave-otter", "Brave Otter", " brave\u00a0otter ", "BRAVE\u2003OTTER", "brave\totter"} {
		if got := codeOf(typed); got != "brave-otter" {
			t.Errorf("%q is read as %q", typed, got)
		}
	}
}

// Whatever people put between the words: a wrong code is a guess, and guesses come to an end.
func TestEveryWrongCodeIsCounted(t *testing.T) {
	h, _ := furnished(t, 1)
	for _, between := range []string{"-", " ", "\t", "\u00a0", "\u2003", "\u3000"} {
		d := doorOf(h, newLimits(time.Now), "")
		for range 30 {
			if _, err := d.Enter(t.Context(), "wrong"+between+"code"); !errors.Is(err, errNoSuchCode) {
				t.Fatalf("%q: %v", between, err)
			}
		}
		if _, err := d.Enter(t.Context(), "wrong"+between+"code"); !wasTooMuch(err, wrongCodes) {
			t.Errorf("%q: the 31st guess: %v", between, err)
		}
	}
}

func TestAWordThatIsNoCodeIsNoGuess(t *testing.T) {
	h, ids := furnished(t, 1)
	d := doorOf(h, newLimits(time.Now), "")
	for range 100 {
		if _, err := d.Enter(t.Context(), "root"); !errors.Is(err, errNoSuchCode) {
			t.Fatal(err)
		}
	}
	come(t, d, ids[0])
}

func TestWhoeverHasASeatIsNotKeptOutByGuesses(t *testing.T) {
	h, ids := furnished(t, 1)
	l := newLimits(time.Now)
	ana := doorOf(h, l, "SHA256:ana")
	join(t, come(t, ana, ids[0]), "Ana")
	for range 40 {
		_, _ = doorOf(h, l, "").Enter(t.Context(), "wrong-code")
	}
	come(t, ana, ids[0])
	if _, err := doorOf(h, l, "SHA256:eve").Enter(t.Context(), string(ids[0])); !wasTooMuch(err, wrongCodes) {
		t.Errorf("somebody who has guessed comes in: %v", err)
	}
}

func TestASeatCodeBringsBackItsOwnerAlone(t *testing.T) {
	h, ids := furnished(t, 2)
	l := newLimits(time.Now)
	d := doorOf(h, l, "")
	v := come(t, d, ids[0])
	join(t, v, "Dot")
	me := v.Seat.View().Me
	again, err := d.Return(t.Context(), come(t, d, ids[0]), " "+plainSeatCode(v.SeatCode)+" ")
	if err != nil || again.Seat.View().Me != me || again.SeatCode != v.SeatCode {
		t.Errorf("back as %q with %q, %v; want %q with %q", again.Seat.View().Me, again.SeatCode, err, me, v.SeatCode)
	}
	if _, err := d.Return(t.Context(), come(t, d, ids[1]), v.SeatCode); !errors.Is(err, errNoSuchSeat) {
		t.Errorf("in another workshop: %v", err)
	}
	for range 29 {
		if _, err := d.Return(t.Context(), v, "aaaa-aaaa-aa"); !errors.Is(err, errNoSuchSeat) {
			t.Fatalf("a seat code that doesn't exist: %v", err)
		}
	}
	if _, err := d.Return(t.Context(), v, v.SeatCode); !wasTooMuch(err, wrongSeatCodes) {
		t.Errorf("the right one after 30 wrong ones: %v", err)
	}
	come(t, d, ids[0]) // wrong seat codes keep nobody from coming in
}

// Those who were there come in as ever; others knock, and see nothing of it before they are let in.
func TestWhoComesAfterTheEndKnocks(t *testing.T) {
	h, ids := furnished(t, 1)
	l := newLimits(time.Now)
	ana := doorOf(h, l, "SHA256:ana")
	join(t, come(t, ana, ids[0]), "Ana")
	finish(t, h, ids[0])
	if v := come(t, ana, ids[0]); v.Seat.View().Me == "" {
		t.Error("Ana has lost her seat")
	}
	ana.visitor.User = string(ids[0])
	if _, err := (guests{h, l, nil}).look(t.Context(), ana); err != nil {
		t.Errorf("Ana looks at the wall: %v", err)
	}
	for _, key := range []string{"SHA256:eve", ""} {
		d := doorOf(h, l, key)
		v := come(t, d, ids[0])
		if view := v.Seat.View(); view.Standing != workshop.Outside || view.Community != nil {
			t.Errorf("key %q stands %q, and sees %+v", key, view.Standing, view.Community)
		}
		if _, err := (guests{h, l, nil}).look(t.Context(), door{h, l, sshd.Visitor{
			User: string(ids[0]), Key: key, Address: d.visitor.Address,
		}}); !errors.Is(err, errMembers) {
			t.Errorf("key %q looks: %v", key, err)
		}
		join(t, v, "Eve"+strconv.Itoa(len(key)))
		if view := v.Seat.View(); view.Standing != workshop.Knocking {
			t.Errorf("key %q has asked, and stands %q", key, view.Standing)
		}
		who := h.badge.person(ids[0], byKey(key))
		if key == "" {
			who = h.badge.person(ids[0], bySeatCode(v.SeatCode))
		}
		if err := enter(t, h, ids[0], host).Seat.Do(t.Context(), workshop.AdmitPerson{Person: who}); err != nil {
			t.Fatal(err)
		}
		if back := v; key == "" {
			back, _ = d.Return(t.Context(), come(t, d, ids[0]), v.SeatCode)
			if back.Seat == nil || back.Seat.View().Me != who {
				t.Error("the seat code that was shown at the door leads nowhere")
			}
		} else if come(t, d, ids[0]).Seat.View().Me != who {
			t.Errorf("key %q was let in, and has no seat", key)
		}
	}
}

// finish leads a workshop to its end in the shortest way.
func finish(t *testing.T, h *house, id workshop.ID) {
	t.Helper()
	if err := toCanvas(t, h, id).Do(t.Context(), workshop.CloseWorkshop{}); err != nil {
		t.Fatal(err)
	}
}

// toCanvas leads a workshop to its canvas, and returns the seat of whoever leads it.
func toCanvas(t *testing.T, h *house, id workshop.ID) tui.Seat {
	t.Helper()
	fay := enter(t, h, id, host).Seat
	for fay.View().At.Phase != workshop.PhaseCanvas {
		v := fay.View()
		if v.At == (workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseConverge}) && !v.Leadership.Decided() {
			if err := fay.Do(t.Context(), workshop.RecordNoLeader{Reason: "Not yet"}); err != nil {
				t.Fatal(err)
			}
		}
		if err := fay.Do(t.Context(), workshop.Advance{From: v.At, Despite: true}); err != nil {
			t.Fatalf("at %s: %v", v.At, err)
		}
	}
	return fay
}

func TestWhoeverHasLostTheirSeatMayNotEvenLook(t *testing.T) {
	h, ids := furnished(t, 1)
	l := newLimits(time.Now)
	ana := doorOf(h, l, "SHA256:ana")
	v := come(t, ana, ids[0])
	join(t, v, "Ana")
	me := v.Seat.View().Me
	ana.visitor.User = string(ids[0])
	if _, err := (guests{h, l, nil}).look(t.Context(), ana); err != nil {
		t.Errorf("with a seat: %v", err)
	}
	if err := enter(t, h, ids[0], host).Seat.Do(t.Context(), workshop.RemovePerson{Person: me}); err != nil {
		t.Fatal(err)
	}
	if _, err := (guests{h, l, nil}).look(t.Context(), ana); !errors.Is(err, errNotYours) {
		t.Errorf("after losing it: %v", err)
	}
}

// A key that was taken off the list may no longer facilitate where it did; one that a facilitator appointed may.
func TestAKeyThatIsNotOnTheListFacilitatesNothing(t *testing.T) {
	h, ids := furnished(t, 1)
	l := newLimits(time.Now)
	lou, ana := doorOf(h, l, "SHA256:lou"), doorOf(h, l, "SHA256:ana")
	if err := h.welcome(t.Context(), ids[0], h.badge.person(ids[0], byKey("SHA256:lou")), "Lou"); err != nil {
		t.Fatal(err)
	}
	if _, err := lou.Enter(t.Context(), string(ids[0])); !errors.Is(err, errUnlisted) {
		t.Errorf("Lou comes in: %v", err)
	}
	v := come(t, ana, ids[0])
	join(t, v, "Ana")
	if err := enter(t, h, ids[0], host).Seat.Do(t.Context(), workshop.AppointFacilitator{Person: v.Seat.View().Me}); err != nil {
		t.Fatal(err)
	}
	if v := come(t, ana, ids[0]); v.Seat.View().MyRole != workshop.Facilitator {
		t.Error("Ana no longer facilitates")
	}
}

func TestANameIsKeptClean(t *testing.T) {
	h, ids := furnished(t, 2)
	d := doorOf(h, newLimits(time.Now), "SHA256:ana")
	typed := "  A\u202ena\u0301\u0301\u0301\u0301\u0301 "
	first := come(t, d, ids[0])
	join(t, first, typed)
	here := first.Seat.View().People
	if v := come(t, d, ids[1]); v.Name != here[len(here)-1].Name || len(v.Name) >= len(typed) {
		t.Errorf("she is %q, and remembered as %q", here[len(here)-1].Name, v.Name)
	}
	if v := come(t, doorOf(h, newLimits(time.Now), ""), ids[1]); v.Name != "" || v.SeatCode == "" {
		t.Errorf("somebody without a key is called %q and has the seat code %q", v.Name, v.SeatCode)
	}
}

func TestNobodyFloodsAWorkshop(t *testing.T) {
	h, ids := furnished(t, 1)
	now := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	l := newLimits(func() time.Time { return now })
	ana, ben := come(t, doorOf(h, l, "SHA256:ana"), ids[0]), come(t, doorOf(h, l, "SHA256:ben"), ids[0])
	join(t, ana, "Ana")
	join(t, ben, "Ben")
	var err error
	for done := true; err == nil; done = !done {
		err = ana.Seat.Do(t.Context(), workshop.DeclareDone{Done: done})
	}
	if !wasTooMuch(err, hurry) {
		t.Fatalf("Ana is stopped by %v", err)
	}
	if err := ben.Seat.Do(t.Context(), workshop.DeclareDone{Done: true}); err != nil {
		t.Errorf("Ben pays for it: %v", err)
	}
	now = now.Add(time.Second)
	if err := ana.Seat.Do(t.Context(), workshop.AskMinute{}); err != nil {
		t.Errorf("a second later: %v", err)
	}
}

// When the house is full, or its file can't be read, nobody is told that their code is wrong, and it is no guess either.
func TestARightCodeIsNeverCalledWrong(t *testing.T) {
	h, ids := furnished(t, maxRooms+1)
	d := doorOf(h, newLimits(time.Now), "")
	for _, id := range ids[:maxRooms] {
		enter(t, h, id, "ana")
	}
	for range 40 {
		if _, err := d.Enter(t.Context(), string(ids[maxRooms])); !errors.Is(err, errFullHouse) {
			t.Fatalf("the house is full: %v", err)
		}
	}
	if err := h.store.Close(); err != nil {
		t.Fatal(err)
	}
	for range 40 {
		if _, err := d.Enter(t.Context(), string(ids[0])); !errors.Is(err, errUnwell) || err.Error() != errUnwell.Error() {
			t.Fatalf("the file can't be read: %v", err)
		}
	}
}
