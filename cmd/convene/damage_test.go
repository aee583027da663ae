package main

import (
	"bytes"
	"errors"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"convene/store"
	"convene/workshop"
	"convene/workshop/room"
)

// A house with a workshop that is damaged goes on: that one is shown as far as it can be read, and takes nothing, and in the
// others people work as ever.
func TestADamagedWorkshopIsShownAndTheOthersGoOn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "convene.db")
	s, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []workshop.ID{"brave-otter", "calm-newt"} {
		r, err := room.Create(t.Context(), s, host, workshop.OpenWorkshop{ID: id, Topic: "Craft", Facilitator: "Fay"}, time.Now)
		if err != nil {
			t.Fatal(err)
		}
		for _, who := range []workshop.PersonID{"ana", "ben"} {
			if err := r.Seat(who).Do(t.Context(), workshop.Join{Name: string(who)}); err != nil {
				t.Fatal(err)
			}
		}
		r.Close()
	}
	before, err := s.Load(t.Context(), "brave-otter", 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := damageRecord(path, "brave-otter", uint64(len(before))); err != nil { // ben is lost
		t.Fatal(err)
	}
	if s, err = store.Open(path); err != nil {
		t.Fatal(err)
	}
	var logged bytes.Buffer
	h, err := openHouse(t.Context(), s, slog.New(slog.NewTextHandler(&logged, nil)))
	if err != nil {
		t.Fatal(err)
	}
	join := workshop.Join{Name: "Cleo"}
	if err := enter(t, h, "calm-newt", "cleo").Seat.Do(t.Context(), join); err != nil {
		t.Errorf("in the other workshop: %v", err)
	}
	hurt := enter(t, h, "brave-otter", "ana")
	if v := hurt.Seat.View(); v.Standing != workshop.Seated || len(v.People) != 2 {
		t.Errorf("ana sees %+v", v.People)
	}
	if err := hurt.Seat.Do(t.Context(), workshop.DeclareDone{Done: true}); !errors.Is(err, workshop.ErrUnreadable) {
		t.Errorf("ana was told %v", err)
	}
	if err := enter(t, h, "brave-otter", "cleo").Seat.Do(t.Context(), join); !errors.Is(err, workshop.ErrUnreadable) {
		t.Errorf("cleo was told %v", err)
	}
	listings, err := localLobby(h).List(t.Context())
	if unreadable := (*workshop.UnreadableError)(nil); len(listings) != 2 || !errors.As(err, &unreadable) {
		t.Errorf("the lobby lists %+v, %v", listings, err)
	}
	stranger := lobby{h, "Guy", func(workshop.ID) workshop.PersonID { return "guy" }, h.guests}
	if seat, err := stranger.Enter(t.Context(), "brave-otter"); err != nil || len(seat.View().People) != 2 {
		t.Errorf("another facilitator sees %v", err)
	}
	if n := strings.Count(logged.String(), "a workshop is damaged, and takes nothing new"); n != 1 {
		t.Errorf("logged %d times: %s", n, logged.String())
	}
	h.close()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	a, err := store.Verify(t.Context(), path)
	if err != nil || len(a.Troubles) != 1 || a.Records != 2*len(before)+1 {
		t.Errorf("then the file has %+v, %v", a, err)
	}
}
