package deck_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	. "convene/workshop/deck"
	"convene/workshop/text"
)

// ids are the standard cards in the order of the format.
var ids = []workshop.CardID{
	"learning", "help", "safety", "collaboration", "sharing", "strategy", "ways-of-working", "fun", "feedback", "deciding", "motivation",
}

func idsOf(cards []workshop.HealthCard) (out []workshop.CardID) {
	for _, c := range cards {
		out = append(out, c.ID)
	}
	return out
}

// failer is a test, or one run of a property.
type failer interface {
	Helper()
	Errorf(format string, args ...any)
}

// valid checks that a card says everything, within the limits of the domain.
func valid(t failer, c workshop.HealthCard) {
	t.Helper()
	for _, part := range []struct {
		what, says string
		most       int
	}{
		{"about", c.About, workshop.MaxCardLen}, {"red", c.Red, workshop.MaxCardTextLen}, {"green", c.Green, workshop.MaxCardTextLen},
	} {
		if n := text.Len(text.Line(part.says)); n == 0 || n > part.most {
			t.Errorf("%s of %q has %d characters, want 1 to %d: %q", part.what, c.ID, n, part.most, part.says)
		}
	}
	if text.Line(c.Red) == text.Line(c.Green) {
		t.Errorf("red and green of %q are the same: %q", c.ID, c.Red)
	}
	if c.ID == "" || len(c.ID) > 40 || strings.Trim(string(c.ID), "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		t.Errorf("%q is no id", c.ID)
	}
}

// unique checks that no two cards have the same id.
func unique(t failer, cards []workshop.HealthCard) {
	t.Helper()
	had := map[workshop.CardID]bool{}
	for _, c := range cards {
		if had[c.ID] {
			t.Errorf("two cards are %q", c.ID)
		}
		had[c.ID] = true
	}
}

func TestTheStandardCardsAreTheSameInEveryLanguage(t *testing.T) {
	for _, l := range workshop.Languages() {
		if diff := cmp.Diff(ids, idsOf(Standard(l))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", l, diff)
		}
	}
	if diff := cmp.Diff(Standard(workshop.English), Standard("de")); diff != "" {
		t.Errorf("a language that is not built in has other cards than English:\n%s", diff)
	}
}

// Red and green are about as long as each other, so that neither looks like the right answer.
func TestTheStandardCardsAreValidAndBalanced(t *testing.T) {
	for _, l := range workshop.Languages() {
		for _, c := range Standard(l) {
			valid(t, c)
			red, green := text.Len(c.Red), text.Len(c.Green)
			if 4*min(red, green) < 3*max(red, green) {
				t.Errorf("%s: %s has %d characters of red and %d of green", l, c.ID, red, green)
			}
		}
	}
}

// No French line ends before its colon, and its apostrophes and quotation marks are those of print.
func TestTheFrenchCardsAreSetAsInPrint(t *testing.T) {
	page := string(Page(workshop.French))
	for _, torn := range []string{" :", " ;", " !", " ?", " »", "« "} {
		if strings.Contains(page, torn) {
			t.Errorf("there is %q", torn)
		}
	}
	if strings.Contains(page, "'") {
		t.Error("there is a straight apostrophe")
	}
}

// Whoever changes the cards they got leaves the others' as they are.
func TestTheStandardCardsAreACopy(t *testing.T) {
	Standard(workshop.English)[0].About = "Mine"
	if Standard(workshop.English)[0].About == "Mine" {
		t.Error("they are shared")
	}
}

func TestThePagesSayTheLimits(t *testing.T) {
	for _, l := range workshop.Languages() {
		for _, limit := range []string{
			fmt.Sprintf(" %d c", workshop.MaxCardLen), fmt.Sprintf(" %d c", workshop.MaxCardTextLen),
			" 40 c", fmt.Sprintf(" %d c", workshop.MaxCards),
		} { // characters, caractères; cards, cartes
			if !strings.Contains(string(Page(l)), limit) {
				t.Errorf("%s: no comment says%q", l, limit)
			}
		}
	}
}
