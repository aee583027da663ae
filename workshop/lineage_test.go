package workshop_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	. "convene/workshop"
)

// A community that goes on from a canvas is the same one: what it has held and looked at before comes first.
func TestACommunityGoesOnWithWhatItHas(t *testing.T) {
	day := func(month time.Month) time.Time { return time.Date(2026, month, 2, 9, 0, 0, 0, time.UTC) }
	counted := func(id CheckID, month time.Month) HealthCheck {
		return HealthCheck{ID: id, Took: 5, Opened: day(month), Closed: day(month)}
	}
	action := func(id ActionID, check CheckID, state ActionState) FollowUp {
		return FollowUp{Planned: Planned{ID: id, What: "Meet"}, Check: check, State: state}
	}
	before := Community{
		Code: "calm-heron", Name: "Guild", Founded: day(1), Sponsor: "Mina", Leader: "Ana", Weekly: 60, NextCheck: "2026-05-01",
		Checks:    []HealthCheck{counted(1, 2), counted(3, 3), {ID: 4, Opened: day(4)}},
		Actions:   []FollowUp{action(1, 0, ActionDone), action(2, 3, ActionOpen), action(5, 1, ActionGone)},
		Occasions: []Occasion{{ID: 1, On: "2026-02-03"}, {ID: 2, On: "2026-09-09"}},
	}
	now := Community{
		Code: "brave-otter", Name: "Forge", Founded: day(6), Leader: "Ben",
		Checks: []HealthCheck{counted(1, 7), {ID: 2, Opened: day(8)}}, Actions: []FollowUp{action(1, 0, ActionOpen), action(2, 1, ActionDone)},
		Occasions: []Occasion{{ID: 1, On: "2026-07-07"}},
	}
	want := Community{
		Code: "brave-otter", Name: "Forge", Founded: day(1), Leader: "Ben", Sponsor: "Mina",
		Checks: []HealthCheck{counted(1, 2), counted(3, 3), counted(4, 7), {ID: 5, Opened: day(8)}},
		Actions: []FollowUp{
			action(1, 0, ActionDone), action(5, 1, ActionGone), action(6, 0, ActionOpen), action(7, 4, ActionDone),
		},
		Occasions: []Occasion{{ID: 1, On: "2026-02-03"}, {ID: 3, On: "2026-07-07"}, {ID: 2, On: "2026-09-09"}},
	}
	if diff := cmp.Diff(want, now.After(before)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if diff := cmp.Diff(now, now.After(Community{Founded: now.Founded})); diff != "" {
		t.Errorf("after nothing (-want +got):\n%s", diff)
	}
	now.Sponsor = "Nils"
	if got := now.After(before).Sponsor; got != "Nils" {
		t.Errorf("the sponsor is %q", got)
	}
}
