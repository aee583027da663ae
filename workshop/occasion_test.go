package workshop_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestACommunityNotesWhatItHasHeld(t *testing.T) {
	note := func(n int, topic, minutes string) NoteOccasion {
		return NoteOccasion{Kind: BrownBag, On: day(n), Topic: topic, Minutes: minutes}
	}
	mine := func(want ...OccasionID) func(t testing.TB, v View) {
		return func(t testing.TB, v View) {
			t.Helper()
			if !slices.Equal(v.Strikes, want) {
				t.Errorf("%s may strike %v, want %v", v.Me, v.Strikes, want)
			}
		}
	}
	Given(t, Group("ada"), Reach(StepClosing, PhaseCanvas)).When("ada", note(0, "Dune", "")).ThenRefused(ErrUnfinished)
	Given(t, community("ada", "ben")).
		When("ada", NoteOccasion{Kind: "party", On: day(0), Topic: "Us"}).ThenRefused(ErrOccasionKind).
		When("ada", NoteOccasion{Kind: BrownBag, Topic: "Us"}).ThenRefused(ErrOccasionDay).
		When("ada", note(367, "Us", "")).ThenRefused(ErrOccasionDay).
		When("ada", note(-3654, "Us", "")).ThenRefused(ErrOccasionDay).
		When("ada", note(1, " ", "")).ThenRefused(ErrOccasionEmpty).
		When("ada", note(1, " Mocks,  again", "")).Then(OccasionNoted{Occasion: 1, Form: BrownBag, On: day(1), Topic: "Mocks, again"}).
		When("ben", note(-3653, "The first", "HTTPS://wiki.example/a?b=1#c ")).
		Then(OccasionNoted{Occasion: 2, Form: BrownBag, On: day(-3653), Topic: "The first", Minutes: "HTTPS://wiki.example/a?b=1#c"}).
		When("ada", note(1, "Later that day", "")).ThenAccepted().
		ThenView("ben", func(t testing.TB, v View) {
			want := []Occasion{
				{ID: 2, Kind: BrownBag, On: day(-3653), Topic: "The first", Minutes: "HTTPS://wiki.example/a?b=1#c"},
				{ID: 1, Kind: BrownBag, On: day(1), Topic: "Mocks, again"},
				{ID: 3, Kind: BrownBag, On: day(1), Topic: "Later that day"},
			}
			if diff := cmp.Diff(want, v.Community.Occasions); diff != "" {
				t.Errorf("the occasions (-want +got):\n%s", diff)
			}
		}).
		ThenView("ada", mine(1, 3)).ThenView("ben", mine(2)).ThenView(Fay, mine(1, 2, 3)).ThenView("", mine()).
		When("ada", StrikeOccasion{Occasion: 2}).ThenRefused(ErrNotYourOccasion).
		When("ada", StrikeOccasion{Occasion: 4}).ThenRefused(ErrNoSuchOccasion).
		When("ada", StrikeOccasion{Occasion: 3}).Then(OccasionStruck{Occasion: 3}).
		When(Fay, StrikeOccasion{Occasion: 2}).ThenAccepted().
		When(Fay, StrikeOccasion{Occasion: 2}).ThenRefused(ErrNoSuchOccasion).
		When("ada", note(2, "The number goes on", "")).Then(OccasionNoted{Occasion: 4, Form: BrownBag, On: day(2), Topic: "The number goes on"})
}

// A link is one that a browser can follow, and nothing that it would run.
func TestMinutesAreALink(t *testing.T) {
	c := Given(t, community("ada"))
	for _, link := range []string{
		"wiki.example", "ftp://wiki.example", "javascript://wiki.example", "http:wiki", "http://", "https:///x", "https://?x", "://x",
		"https://a b", `https://a"b`, "https://a<b", "see https://wiki.example",
	} {
		c.When("ada", NoteOccasion{Kind: BookClub, On: day(0), Topic: "Dune", Minutes: link}).ThenRefused(ErrMinutes)
	}
	for _, link := range []string{"http://wiki", "https://wiki.example:8080/é?q=1&r=[2]", "https://127.0.0.1/", "https://[::1]/"} {
		c.When("ada", NoteOccasion{Kind: BookClub, On: day(0), Topic: "Dune", Minutes: link}).ThenAccepted()
	}
}
