package export

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"convene/workshop"
)

// anyCommunity is one with checks of any cards and answers, open ones, ones of few people and ones with cards that lie face down
// included.
func anyCommunity(t *rapid.T) workshop.Community {
	c := flourishing()
	c.Lang = rapid.SampledFrom(workshop.Languages()).Draw(t, "language")
	c.Checks = nil
	for i := range rapid.IntRange(0, 6).Draw(t, "checks") {
		id := func(c workshop.HealthCard) workshop.CardID { return c.ID }
		cards := rapid.SliceOfNDistinct(rapid.SampledFrom(suggested()), 0, 4, id).Draw(t, "cards")
		h := workshop.HealthCheck{
			ID: workshop.CheckID(i + 1), Cards: cards, Closed: time.Date(2026, time.Month(i+1), 7, 9, 0, 0, 0, time.UTC),
			Took: rapid.IntRange(0, 9).Draw(t, "took"), Turned: rapid.IntRange(0, len(cards)+1).Draw(t, "turned"), Roll: anyRoll(t),
		}
		for _, card := range cards {
			h.Spread = append(h.Spread, anyCount(t, card.ID))
		}
		if rapid.IntRange(0, 5).Draw(t, "open") == 0 {
			h.Closed = time.Time{}
		}
		c.Checks = append(c.Checks, h)
	}
	return c
}

func anyCount(t *rapid.T, id workshop.CardID) workshop.Spread {
	n := rapid.IntRange(0, 4)
	some := rapid.SliceOfN(rapid.SampledFrom([]string{"b", "a", "=1", "*c*"}), 0, 3).Draw(t, "sentences")
	return counted(id, n.Draw(t, "red"), n.Draw(t, "yellow"), n.Draw(t, "green"), some...)
}

func anyRoll(t *rapid.T) []workshop.PersonID {
	return rapid.SliceOfN(rapid.SampledFrom([]workshop.PersonID{"p1", "p2", "p3"}), 0, 3).Draw(t, "roll")
}

// otherwise is the same community where everything that is hidden is something else: what a card got that few answered, or that
// lies face down, or that belongs to an open check; and who took part in a check of few.
func otherwise(t *rapid.T, c workshop.Community) workshop.Community {
	c.Checks = slices.Clone(c.Checks)
	for i := range c.Checks {
		h := &c.Checks[i]
		if h.Took < workshop.MinAnswers {
			h.Roll = anyRoll(t)
		}
		h.Spread = slices.Clone(h.Spread)
		for j, s := range h.Spread {
			other := anyCount(t, s.Card)
			if j < h.Turned && !h.Closed.IsZero() {
				if s.Told() {
					continue
				}
				other.Answered = s.Answered
			}
			h.Spread[j] = other
		}
	}
	return c
}

func TestNothingHiddenIsInAPage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCommunity(t)
		other := otherwise(t, c)
		for _, f := range Formats() {
			if diff := cmp.Diff(string(pageOf(t, f, c)), string(pageOf(t, f, other))); diff != "" {
				t.Errorf("%s: %s", f, diff)
			}
		}
	})
}

// The order in which sentences lie in the box is nobody's order on a page.
func TestSentencesComeSorted(t *testing.T) {
	c, turned := flourishing(), flourishing()
	for _, s := range turned.Checks[5].Spread {
		slices.Reverse(s.Sentences)
	}
	for _, f := range Formats() {
		if diff := cmp.Diff(string(pageOf(t, f, c)), string(pageOf(t, f, turned))); diff != "" {
			t.Errorf("%s: %s", f, diff)
		}
	}
}

// Of the people a page has the number, and the names of those who answer for something.
func TestAPageNamesNobodyWhoOnlyBelongs(t *testing.T) {
	c, others := flourishing(), flourishing()
	others.People = []string{"Z1", "Z2", "Z3", "Z4", "Z5", "Z6", "Z7", "Z8", "Z9", "Z10", "Z11", "Z12"}
	for _, f := range Formats() {
		if diff := cmp.Diff(string(pageOf(t, f, c)), string(pageOf(t, f, others))); diff != "" {
			t.Errorf("%s: %s", f, diff)
		}
	}
}
