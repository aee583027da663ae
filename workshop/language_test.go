package workshop_test

import (
	"encoding/json"
	"strings"
	"testing"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestAWorkshopSpeaksOneLanguage(t *testing.T) {
	Given(t).When("fay", open(func(c *OpenWorkshop) { c.Lang = French })).
		ThenState(func(t testing.TB, s State) {
			if s.Lang != French || Share(s).Lang != French || s.Canvas().Lang != French {
				t.Errorf("state %q, view %q, canvas %q, want French in all", s.Lang, Share(s).Lang, s.Canvas().Lang)
			}
			if stranger := ViewFor(Share(s), s, "eve"); stranger.Lang != French {
				t.Errorf("who stands outside reads %q, want French", stranger.Lang)
			}
		})
	for _, lang := range []Language{"de", "FR", "fr-CA", "\x1b"} {
		Given(t).When("fay", open(func(c *OpenWorkshop) { c.Lang = lang })).ThenRefused(ErrLanguage)
	}
}

// A record of an English workshop is the same as one from before there was a choice, and reads as English.
func TestEnglishIsWhatIsNotSaid(t *testing.T) {
	for _, lang := range []Language{"", English} {
		Given(t).When("fay", open(func(c *OpenWorkshop) { c.Lang = lang })).
			ThenState(func(t testing.TB, s State) {
				if s.Lang != English {
					t.Errorf("opened in %q, it speaks %q", lang, s.Lang)
				}
			})
	}
	stored, err := json.Marshal(WorkshopOpened{ID: "brave-otter", Topic: "Software Craft"})
	if err != nil || strings.Contains(string(stored), "lang") {
		t.Errorf("stored as %s (%v), want nothing about a language", stored, err)
	}
}
