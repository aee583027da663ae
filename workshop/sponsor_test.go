package workshop_test

import (
	"testing"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

func TestACommunityHasASponsorAndItsLeaderTime(t *testing.T) {
	Given(t, led()).
		When("ada", NameSponsor{Name: "M"}).ThenRefused(ErrSteering).
		When("ada", GrantTime{Weekly: 60}).ThenRefused(ErrSteering).
		When(Fay, NameSponsor{}).ThenRefused(ErrAlreadyThere).
		When(Fay, NameSponsor{Name: " Ms  Moneypenny"}).Then(SponsorNamed{Name: "Ms Moneypenny"}).
		When("cal", NameSponsor{Name: "M"}).Then(SponsorNamed{Name: "M"}).
		When("cal", GrantTime{}).ThenRefused(ErrAlreadyThere).
		When("cal", GrantTime{Weekly: -1}).ThenRefused(ErrWeekly).
		When("cal", GrantTime{Weekly: 240}).Then(TimeGranted{Weekly: 240}).
		ThenView("ada", func(t testing.TB, v View) {
			if c := v.Community; c.Sponsor != "M" || c.Weekly != 240 || c.Leader != "Cal" {
				t.Errorf("the community: %+v", c)
			}
		}).
		When(Fay, NameSponsor{}).ThenAccepted().
		When(Fay, GrantTime{}).ThenAccepted().
		ThenView("ada", func(t testing.TB, v View) {
			if c := v.Community; c.Sponsor != "" || c.Weekly != 0 {
				t.Errorf("the community: %+v", c)
			}
		})
	Given(t, community("ada")).When(Fay, GrantTime{Weekly: 60}).ThenRefused(ErrNoLeaderYet)
}
