package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"convene/store"
	"convene/tui"
	"convene/workshop"
	"convene/workshop/format"
	"convene/workshop/room"
)

// furnished is a house with so many workshops, whose codes are calm-aa, calm-ab and so on.
func furnished(t *testing.T, workshops int) (*house, []workshop.ID) {
	t.Helper()
	s, err := store.Open(filepath.Join(t.TempDir(), "convene.db"))
	if err != nil {
		t.Fatal(err)
	}
	h, err := openHouse(t.Context(), s, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		h.close()
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	var ids []workshop.ID
	for n := range workshops {
		id := workshop.ID(fmt.Sprintf("calm-%c%c", 'a'+n/26, 'a'+n%26))
		r, err := room.Create(t.Context(), s, host, workshop.OpenWorkshop{ID: id, Topic: "Craft", Facilitator: "Fay"}, time.Now)
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		ids = append(ids, id)
	}
	return h, ids
}

func enter(t *testing.T, h *house, id workshop.ID, who workshop.PersonID) tui.Visit {
	t.Helper()
	v, err := h.enter(t.Context(), id, who, terms{})
	if err != nil {
		t.Fatalf("enter %s: %v", id, err)
	}
	return v
}

func TestARoomStaysWhenEverybodyHasLeft(t *testing.T) {
	h, ids := furnished(t, 1)
	first := enter(t, h, ids[0], "ana")
	first.Seat.Leave()
	first.Seat.Leave() // leaving twice is leaving
	if again := enter(t, h, ids[0], "ana"); again.Drafts != first.Drafts {
		t.Error("what was typed and not sent is gone")
	}
	if n := h.held[ids[0]].seats; n != 1 {
		t.Errorf("%d seats are taken, want 1", n)
	}
}

func TestTheRoomThatIsEmptyForLongestMakesPlace(t *testing.T) {
	h, ids := furnished(t, maxRooms+2)
	for _, id := range ids[:maxRooms] {
		enter(t, h, id, "ana")
	}
	if _, err := h.enter(t.Context(), ids[maxRooms], "ana", terms{}); !errors.Is(err, errFullHouse) {
		t.Fatalf("a room more than the house has: %v", err)
	}
	later, sooner := h.held[ids[3]], h.held[ids[7]]
	h.release(sooner)
	h.release(later)
	sooner.left = later.left.Add(-time.Minute)
	enter(t, h, ids[maxRooms], "ana")
	if h.held[ids[7]] != nil || h.held[ids[3]] == nil {
		t.Error("another room was closed than the one that was empty for longest")
	}
	if r, _ := sooner.open(); !isClosed(r) {
		t.Error("the room that made place is still open")
	}
}

func isClosed(r *room.Room) bool {
	select {
	case <-r.Closed():
		return true
	default:
		return false
	}
}

func TestAClosedHouseOpensNothing(t *testing.T) {
	h, ids := furnished(t, 2)
	enter(t, h, ids[0], "ana")
	r, _ := h.held[ids[0]].open()
	h.close()
	if !isClosed(r) {
		t.Error("a room is still open")
	}
	for _, id := range ids {
		if _, err := h.enter(t.Context(), id, "ana", terms{}); !errors.Is(err, room.ErrClosed) {
			t.Errorf("%s: %v", id, err)
		}
	}
}

func TestAWorkshopHasTenWalls(t *testing.T) {
	h, ids := furnished(t, 1)
	var walls []tui.Visit
	for range maxWalls {
		walls = append(walls, enter(t, h, ids[0], ""))
	}
	if _, err := h.enter(t.Context(), ids[0], "", terms{}); !errors.Is(err, errWalls) {
		t.Errorf("another wall: %v", err)
	}
	enter(t, h, ids[0], "ana")
	walls[0].Seat.Leave()
	enter(t, h, ids[0], "")
}

func TestWhoeverIsNotAtThisKeyboardIsAGuest(t *testing.T) {
	h, ids := furnished(t, 2)
	enter(t, h, ids[0], host)
	ana, wall := enter(t, h, ids[0], "ana"), enter(t, h, ids[1], "")
	if n := localLobby(h).Guests(); n != 2 {
		t.Errorf("%d guests, want 2", n)
	}
	ana.Seat.Leave()
	wall.Seat.Leave()
	wall.Seat.Leave()
	if n := localLobby(h).Guests(); n != 0 {
		t.Errorf("%d guests have stayed", n)
	}
}

func TestAnUnknownWorkshopIsTriedAnew(t *testing.T) {
	h, _ := furnished(t, 0)
	for range 2 {
		if _, err := h.enter(t.Context(), "brave-otter", "ana", terms{}); !errors.Is(err, workshop.ErrNotOpen) {
			t.Fatal(err)
		}
	}
	if len(h.held) > 0 {
		t.Error("a workshop that isn't there is held")
	}
}

func TestOnALaptopEverythingLeadsToTheOnlyWorkshop(t *testing.T) {
	h, ids := furnished(t, 2)
	leads := func() bool {
		_, err := h.find(context.Background(), "whatever")
		return err == nil
	}
	fay := enter(t, h, ids[0], host)
	if leads() {
		t.Error("on a server any word leads to a workshop")
	}
	h.single = true
	if s, err := h.find(t.Context(), "whatever"); err != nil || s.ID != ids[0] {
		t.Errorf("any word leads to %q", s.ID)
	}
	if err := fay.Seat.Do(t.Context(), workshop.LockDoor{Locked: true}); err != nil {
		t.Fatal(err)
	}
	if leads() {
		t.Error("any word leads through a locked door")
	}
	if _, err := h.find(t.Context(), ids[0]); err != nil {
		t.Error("the code doesn't lead to a locked door")
	}
	if err := fay.Seat.Do(t.Context(), workshop.LockDoor{}); err != nil {
		t.Fatal(err)
	}
	enter(t, h, ids[1], host)
	if leads() {
		t.Error("any word leads to one of two workshops")
	}
}

// What the package comment of workshop says about the house is what the house does.
func TestTheHouseKeepsToTheLimitsOfThePackageComment(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("..", "..", "workshop", "doc.go"))
	if err != nil {
		t.Fatal(err)
	}
	page := strings.ReplaceAll(string(raw), "\n// ", " ")
	for _, says := range []string{
		fmt.Sprintf("%d workshops are held at once", maxRooms), fmt.Sprintf("with up to %d walls", maxWalls),
		fmt.Sprintf("%d kilobytes in all", format.MaxBytes>>10),
	} {
		if !strings.Contains(page, says) {
			t.Errorf("the package comment does not say %q", says)
		}
	}
	if much := newLimits(time.Now).commands; time.Second/much.forgive != 10 || !strings.Contains(page, "ten commands in a second") {
		t.Errorf("a guest sends a command every %s", much.forgive)
	}
	for limit, refusal := range map[int]error{maxRooms: errFullHouse, maxWalls: errWalls} {
		if n := strconv.Itoa(limit); !strings.HasPrefix(refusal.Error(), n+" ") || len(refusal.Error()) > 75 {
			t.Errorf("%q does not say in a line that %d are the limit", refusal, limit)
		}
	}
}
