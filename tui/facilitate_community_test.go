package tui

import (
	"fmt"
	"testing"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// communityScenes are the places in which a facilitator guides a community.
func communityScenes() map[string][]Line {
	return map[string][]Line{
		"the canvas":   nil,
		"the page":     lived(),
		"the answers":  {opened("")},
		"the cards":    then([]Line{opened("")}, manyAnswer(), turned(2)),
		"somebody new": {knock("Zoe")},
	}
}

// No key of a facilitator is one of the screen's as well.
func TestNoKeyMeansTwoThingsInACommunity(t *testing.T) {
	for name, lines := range communityScenes() {
		s := founded()
		if err := s.Play(lines...); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := s.Play(By(Fay, workshop.AddPerson{Person: "otto", Name: "Otto"})); err != nil {
			t.Fatal(err)
		}
		a := appOf(t, s, Fay, 160, 45)
		st, had := a.stage(), map[string]string{}
		for _, b := range append(facilitatorBindings(st), a.screen.bindings(st)...) {
			for _, k := range b.Keys() {
				if was, twice := had[k]; twice {
					t.Errorf("%s: %q is %q and %q", name, k, was, b.Help().Desc)
				}
				had[k] = b.Help().Desc
			}
		}
	}
}

// The keys of the door and of the people go on working on every screen of a community.
func TestThePeopleOfACommunityComeAndGo(t *testing.T) {
	for name, lines := range communityScenes() {
		s := founded()
		if err := s.Play(lines...); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		a := appOf(t, s, Fay, 100, 30)
		if len(a.dialogs) > 0 { // somebody is at the door, and will be asked about later
			typeKeys(a, names("pause esc")...)
		}
		typeKeys(a, "K")
		says(t, a, "Who belongs to the community?", "Somebody new, without a terminal", "Ada")
		typeKeys(a, "enter")
		says(t, a, "Who joins you?")
		typeText(a, "Otto")
		typeKeys(a, "enter")
		says(t, a, "Otto is in.")
		typeKeys(a, "K", "down", "enter")
		says(t, a, "Take Ada's seat away?")
		typeKeys(a, "y")
		if p, _ := s.State.Person("ada"); !p.Removed {
			t.Errorf("%s: Ada still has her seat", name)
		}
		typeKeys(a, "C")
		says(t, a, "Who guides? A facilitator answers no cards meanwhile.")
		typeKeys(a, "enter")
		says(t, a, "Meanwhile they don't answer the cards")
		typeKeys(a, "esc", "esc")
		for _, dead := range []string{"T", "r", "+", "g", "N", "B", "V"} {
			typeKeys(a, dead)
			if len(a.dialogs) > 0 {
				t.Errorf("%s: %q does something:\n%s", name, dead, bodyOf(a))
			}
		}
	}
}

// The door is locked from the closing on; where there is one, it can be opened and locked again.
func TestTheDoorOfACommunityIsLockedAndCanBeOpened(t *testing.T) {
	s := founded()
	a := appOf(t, s, Fay, 100, 30)
	typeKeys(a, "L")
	if !s.State.Door.Locked {
		t.Error("a door that isn't there was opened")
	}
	a.invite = Invite{Commands: []string{"ssh -p 2222 brave-otter@192.168.1.7"}}
	typeKeys(a, "L")
	says(t, a, "The door is open: whoever has the code comes in.")
	if err := s.Play(By("zoe", workshop.Join{Name: "Zoe"})); err != nil || s.State.Standing("zoe") != workshop.Seated {
		t.Errorf("Zoe stands %q, %v", s.State.Standing("zoe"), err)
	}
	typeKeys(a, "L")
	if !s.State.Door.Locked {
		t.Error("it can't be locked again")
	}
}

// Somebody without a terminal answers the cards in the booth, and only then there is one.
func TestTheBoothIsForAnsweringCards(t *testing.T) {
	s := founded()
	a := appOf(t, s, Fay, 100, 30)
	typeKeys(a, "o")
	saysNot(t, a, "Whose turn is it?")
	if err := s.Play(opened("")); err != nil {
		t.Fatal(err)
	}
	news(a)
	says(t, a, "v close and count", "o booth: answer the cards")
	typeKeys(a, "o")
	says(t, a, "Whose turn is it?", "Yusuf")
	typeKeys(a, names("enter pause enter")...)
	says(t, a, "Nobody can tell who answered what.")
	typeKeys(a, "g", "g", "g", "g", "g", "enter", "enter")
	says(t, a, "Thank you, Yusuf.")
	if c, _ := s.State.OpenCheck(); c.Took != 1 {
		t.Errorf("%d have answered", c.Took)
	}
	typeKeys(a, names("pause o")...)
	saysNot(t, a, "not yet", "done") // who has answered is nobody's to see yet
}

// A health check has so many cards and no more: with cards of the house too many, some have to be taken out first.
func TestADeckHoldsOnlySoManyCards(t *testing.T) {
	s := founded()
	a := appOf(t, s, Fay, 100, 30)
	for i := range workshop.MaxCards - 10 { // with the eleven usual ones, one too many
		id := fmt.Sprintf("own-%d", i)
		a.config.Cards = append(a.config.Cards, workshop.HealthCard{ID: workshop.CardID(id), About: "Own " + id, Green: "G", Red: "R"})
	}
	typeKeys(a, names("h h enter")...)
	says(t, a, "31 of", "These would be 31 cards, and a health check has 30 at most: take some out.")
	typeKeys(a, names("space down up space")...)
	says(t, a, "30 of", "These would be 31 cards")
	typeKeys(a, names("enter enter")...)
	if c, _ := s.State.OpenCheck(); len(c.Cards) != workshop.MaxCards {
		t.Errorf("a check of %d cards is open:\n%s", len(c.Cards), bodyOf(a))
	}
}
