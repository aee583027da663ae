package main

import (
	"testing"

	"convene/workshop"
	"convene/workshop/format"
)

// What convene was started with is what its lobby begins workshops in, for whoever facilitates.
func TestTheLobbyBeginsWorkshopsInTheFormatOfTheHouse(t *testing.T) {
	begins, err := format.Parse("my.toml", []byte("lang = \"fr\"\nvotes = 3\n[steps.vision]\ntitle = \"Où aller\"\nsolo = 7\n"), "")
	if err != nil {
		t.Fatal(err)
	}
	h, _ := furnished(t, 0)
	h.begins = begins
	l := localLobby(h)
	id, err := l.Create(t.Context(), "Artisanat", 120)
	if err != nil {
		t.Fatal(err)
	}
	s, err := h.state(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if s.Lang != workshop.French || s.Votes != 3 || s.Wording.Steps[workshop.StepVision].Title != "Où aller" ||
		s.Solo[workshop.StepVision] != workshop.Minutes(7) {
		t.Errorf("begun in %s with %d votes, %v, %+v", s.Lang, s.Votes, s.Solo, s.Wording)
	}
	list, err := l.List(t.Context())
	if err != nil || len(list) != 1 || list[0].Wording.Steps[workshop.StepVision].Title != "Où aller" {
		t.Errorf("the list doesn't know its words: %+v, %v", list, err)
	}
}
