package workshop_test

import (
	"slices"
	"testing"
	"time"

	. "convene/workshop"
)

func TestACommunityIsRemindedOfWhatItLacks(t *testing.T) {
	founded := time.Date(2026, time.March, 2, 11, 0, 0, 0, time.UTC)
	well := func() Community {
		return Community{
			Founded: founded, Leader: "Cal", Weekly: 60, Sponsor: "M", NextCheck: "2026-09-01",
			Occasions: []Occasion{{On: "2026-06-01"}, {On: "2026-05-01"}},
		}
	}
	open, closed := HealthCheck{ID: 1, Cards: make([]HealthCard, 1)}, HealthCheck{ID: 1, Cards: make([]HealthCard, 1), Closed: founded}
	over := closed
	over.Turned = 2
	action := func(state ActionState, due Day) FollowUp {
		return FollowUp{Planned: Planned{Due: due}, State: state}
	}
	for name, c := range map[string]struct {
		change func(*Community)
		today  Day
		want   []Reminder
	}{
		"nothing":       {func(*Community) {}, "2026-06-10", nil},
		"no time":       {func(c *Community) { c.Weekly = 0 }, "2026-06-10", []Reminder{RemindTime}},
		"nobody leads":  {func(c *Community) { c.Weekly, c.Leader = 0, "" }, "2026-06-10", []Reminder{RemindLeader}},
		"no sponsor":    {func(c *Community) { c.Sponsor = "" }, "2026-06-10", []Reminder{RemindSponsor}},
		"a quarter":     {func(*Community) {}, "2026-08-31", nil},
		"more than one": {func(*Community) {}, "2026-09-01", []Reminder{RemindOccasion}},
		"none so far":   {func(c *Community) { c.Occasions = nil }, "2026-06-01", nil},
		"none for long": {func(c *Community) { c.Occasions = nil }, "2026-06-02", []Reminder{RemindOccasion}},
		"one to come":   {func(c *Community) { c.Occasions = append(c.Occasions, Occasion{On: "2026-10-01"}) }, "2026-09-01", nil},
		"older than it": {func(c *Community) { c.Occasions = []Occasion{{On: "2020-01-01"}} }, "2026-06-01", nil},
		"no check":      {func(c *Community) { c.NextCheck = "" }, "2026-06-10", []Reminder{RemindPlan}},
		"after a check": {func(c *Community) { c.NextCheck, c.Checks = "", []HealthCheck{over} }, "2026-06-10", []Reminder{RemindPlan}},
		"during one":    {func(c *Community) { c.NextCheck, c.Checks = "", []HealthCheck{open} }, "2026-06-10", nil},
		"its last day": {func(c *Community) {
			open := open
			open.Until = "2026-06-10"
			c.Checks = []HealthCheck{open}
		}, "2026-06-10", nil},
		"after that day": {func(c *Community) {
			open := open
			open.Until = "2026-06-09"
			c.Checks = []HealthCheck{open}
		}, "2026-06-10", []Reminder{RemindCount}},
		"over its cards": {func(c *Community) { c.NextCheck, c.Checks = "", []HealthCheck{closed} }, "2026-06-10", nil},
		"a check today":  {func(c *Community) { c.NextCheck = "2026-06-10" }, "2026-06-10", nil},
		"a check missed": {func(c *Community) { c.NextCheck = "2026-06-09" }, "2026-06-10", []Reminder{RemindCheck}},
		"actions": {func(c *Community) {
			c.Actions = []FollowUp{action(ActionOpen, ""), action(ActionOpen, "2026-06-10"), action(ActionDone, "2026-03-03"), action(ActionGone, "2026-03-03")}
		}, "2026-06-10", nil},
		"a late one": {
			func(c *Community) {
				c.Actions = []FollowUp{action(ActionOpen, "2026-06-09"), action(ActionOpen, "2026-06-08")}
			},
			"2026-06-10",
			[]Reminder{RemindActions},
		},
		"all at once": {func(c *Community) {
			*c = Community{Founded: founded, Leader: "Cal", NextCheck: "2026-03-09", Actions: []FollowUp{action(ActionOpen, "2026-03-03")}}
		}, "2026-09-01", []Reminder{RemindTime, RemindSponsor, RemindOccasion, RemindCheck, RemindActions}},
	} {
		t.Run(name, func(t *testing.T) {
			is := well()
			c.change(&is)
			if got := Reminders(is, c.today); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// The day is that of the place: a workshop that ends late in Auckland was founded a day later than in London.
func TestTheQuarterBeginsWhereTheCommunityIs(t *testing.T) {
	c := Community{Founded: time.Date(2026, time.March, 3, 1, 0, 0, 0, time.FixedZone("", 13*3600)), Leader: "Cal", Weekly: 60, Sponsor: "M", NextCheck: "2027-01-01"}
	if got := Reminders(c, "2026-06-02"); got != nil {
		t.Errorf("reminded too early: %v", got)
	}
	if got := Reminders(c, "2026-06-03"); !slices.Equal(got, []Reminder{RemindOccasion}) {
		t.Errorf("got %v", got)
	}
}
