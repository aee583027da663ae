package tui

import (
	"crypto/rand"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// A finished workshop is listed as the community that it has founded: how its next health check stands, how much it has to do, and
// since when it is there.
func TestTheLobbyListsCommunities(t *testing.T) {
	day := func(n int) workshop.Day { return workshop.DayOf(Morning()).Plus(n) }
	for _, c := range []struct {
		then []Line
		says []string
	}{
		{nil, []string{"✓ finished", "0 to do", "2 Mar 2026"}},
		{[]Line{By(Fay, workshop.PlanCheck{On: day(30)})}, []string{"check 1 Apr 2026"}},
		{[]Line{By(Fay, workshop.PlanCheck{On: day(30)}), Wait(40 * 24 * time.Hour)}, []string{"! check overdue"}},
		{then([]Line{opened("")}, manyAnswer()), []string{"check: 6 answered"}},
		{then([]Line{opened("")}, manyAnswer(), turned(2)), []string{"cards to turn over"}},
		{lived(), []string{"check 1 Sep 2026", "2 to do"}},
	} {
		s := founded()
		if err := s.Play(c.then...); err != nil {
			t.Fatal(err)
		}
		made, _ := s.State.Community()
		h := houseOf(2)
		h.list[1].Community = &made
		for _, width := range []int{60, 80, 120} {
			a := New(t.Context(), Config{Lobby: h, Now: func() time.Time { return s.Now }})
			a.Update(tea.WindowSizeMsg{Width: width, Height: 24})
			says(t, a, append(c.says, "w2")...)
		}
	}
}

// On a community, the key for a workshop asks which one; what is still to be done comes first.
func TestTheNextWorkshopBeginsInTheLobby(t *testing.T) {
	s := founded()
	if err := s.Play(lived()...); err != nil {
		t.Fatal(err)
	}
	made, _ := s.State.Community()
	for _, c := range []struct {
		community *workshop.Community
		keys      []string
		asked     string
	}{
		{&made, []string{"down", "n", "down", "enter", "enter"}, "go on from w2 for 120"},
		{&made, []string{"down", "n", "enter"}, "enter w2"},
		{&made, []string{"down", "n", "down", "down", "enter", "T", "e", "a", "enter", "enter"}, `create "Tea" for 120`},
		{&workshop.Community{}, []string{"down", "n", "enter", "enter"}, "go on from w2 for 120"},
		{&made, []string{"down", "n", "down", "enter"}, "enter w1"},                     // when it goes on from w2
		{&made, []string{"n", "T", "e", "a", "enter", "enter"}, `create "Tea" for 120`}, // w1 is no community
	} {
		h := houseOf(2)
		h.list[1].Community = c.community
		if c.asked == "enter w1" {
			h.list[0].After = "w2"
		}
		a := New(t.Context(), Config{Lobby: h, Now: func() time.Time { return s.Now }, Rand: rand.Reader})
		a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		typeKeys(a, c.keys...)
		if !slices.Contains(h.asked, c.asked) {
			t.Errorf("%q: asked for %q, want %q", c.keys, h.asked, c.asked)
		}
	}
}
