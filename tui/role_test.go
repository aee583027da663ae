package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestMakingACoFacilitator(t *testing.T) {
	s := gathered("Ada", "Ben")
	ada := personCalled("Ada")
	fay, her := hostOf(t, s, 120, 30), visitorOf(t, &porter{stage: s, who: ada}, "brave-otter")
	typeKeys(fay, "C")
	says(t, fay, "Who guides? A facilitator neither writes nor votes meanwhile.", "▸   Ada", "facilitate too", "Ben")
	if strings.Contains(bodyOf(fay), "take part again") {
		t.Error("the only facilitator could stop")
	}
	typeKeys(fay, "enter")
	says(t, fay, "Make Ada a facilitator beside you?", "n no (enter)")
	typeKeys(fay, "y")
	says(t, fay, "✓ Ada facilitates too.", "1 person is here")
	news(her)
	says(t, her, "✓ You facilitate now", "n on to: Vision", "To join, open a terminal and type")
	if strings.Contains(bodyOf(her), seatCode) {
		t.Errorf("her seat code is where it may be projected:\n%s", bodyOf(her))
	}
	typeKeys(her, "C")
	if strings.Contains(bodyOf(her), "Fay") {
		t.Errorf("she could turn out who asked her to help:\n%s", bodyOf(her))
	}
	typeKeys(fay, names("C down enter")...)
	says(t, fay, "✓ Ada takes part again.")
	news(her)
	says(t, her, "✓ You take part now", "Welcome, Ada.")
}

func TestGivingTheFacilitatingUp(t *testing.T) {
	s := gathered("Ada", "Ben")
	if err := s.Play(By(Fay, workshop.AppointFacilitator{Person: personCalled("Ada")})); err != nil {
		t.Fatal(err)
	}
	a := hostOf(t, s, 120, 30)
	typeKeys(a, names("C enter")...)
	says(t, a, "Give the facilitating up?", "n no (enter)")
	typeKeys(a, "n")
	if viewOf(s, Fay).MyRole != workshop.Facilitator {
		t.Fatal("she no longer facilitates")
	}
	typeKeys(a, names("C enter y")...)
	says(t, a, "✓ You take part now", "Welcome, Fay.")
}

// A role can only be given to somebody who has a terminal to guide at, and not while a vote is open.
func TestWhoCanFacilitate(t *testing.T) {
	s := NewStage()
	if err := s.Play(Group("ada", "ben")); err != nil { // both without a terminal
		t.Fatal(err)
	}
	a := hostOf(t, s, 120, 30)
	if typeKeys(a, "C"); len(a.dialogs) > 0 {
		t.Errorf("it is offered:\n%s", bodyOf(a))
	}
	s = SampleStage(workshop.StepVision, workshop.PhaseConverge)
	if err := s.Play(By(Fay, workshop.OpenVote{})); err != nil {
		t.Fatal(err)
	}
	a = hostOf(t, s, 120, 30)
	if typeKeys(a, "C"); len(a.dialogs) > 0 {
		t.Errorf("it is offered during a vote:\n%s", bodyOf(a))
	}
}

// The booth closes when whoever is in it loses their seat, or its host no longer facilitates.
func TestTheBoothClosesWithItsRight(t *testing.T) {
	for name, line := range map[string]Line{
		"the guest":  By("ada", workshop.RemovePerson{Person: "yusuf"}),
		"the keeper": By(Fay, workshop.ReleaseFacilitator{Person: Fay}), // at another terminal of hers
	} {
		s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
		if err := s.Play(By(Fay, workshop.AppointFacilitator{Person: "ada"})); err != nil {
			t.Fatal(err)
		}
		a := hostOf(t, s, 100, 30)
		typeKeys(a, names("o enter pause enter")...)
		says(t, a, "booth: Yusuf", "one idea")
		typeText(a, "Mine alone")
		play(t, a, s, line)
		if strings.Contains(bodyOf(a), "Mine alone") || a.booth.part != handing {
			t.Errorf("%s: the booth is still open:\n%s", name, bodyOf(a))
		}
		typeKeys(a, names("pause esc")...)
		if a.booth != nil || strings.Contains(bodyOf(a), "Mine alone") {
			t.Errorf("%s: the screen is not back:\n%s", name, bodyOf(a))
		}
	}
}

// Drafts of people at their own terminals are named before the reveal as well, at most a few of them by name; what they
// say is nobody else's.
func TestDraftsFromEverywhereAreNamed(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	shared := NewDrafts()
	a := New(t.Context(), Config{
		Seat: stageSeat{stage: s, by: Fay}, Now: func() time.Time { return s.Now },
		Drafts: func(workshop.ID) *Drafts { return shared },
	})
	a.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	for n, want := range []string{
		"12 people are still writing.", "Ada began a note", "Ada and José began", "Ada, José and Łukasz began",
		"Ada, José, Łukasz and ", "Ada, José, Łukasz and 2 more began",
	} {
		if n > 0 {
			shared.keep(participants(viewOf(s, Fay))[n-1].ID, workshop.PromptVision, "Half an idea")
		}
		typeKeys(a, "n")
		says(t, a, want)
		if strings.Contains(bodyOf(a), "Half an idea") {
			t.Errorf("it says what they write:\n%s", bodyOf(a))
		}
		typeKeys(a, "n")
	}
}
