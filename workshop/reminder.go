package workshop

// Reminder is what a community would do well to see to; its text is a stable name. The words are for the screens.
type Reminder string

// The reminders, in the order in which they are given.
const (
	RemindLeader   Reminder = "leader"   // nobody leads it
	RemindTime     Reminder = "time"     // the leader has no time set aside
	RemindSponsor  Reminder = "sponsor"  // nobody in the management stands behind it
	RemindOccasion Reminder = "occasion" // nothing was held for a quarter
	RemindPlan     Reminder = "plan"     // no next health check is planned
	RemindCheck    Reminder = "check"    // the next health check should have been
	RemindCount    Reminder = "count"    // the answers should have been counted: the day until which they were taken is over
	RemindActions  Reminder = "actions"  // an action should have been done
)

// quarter is how long a community can go without an occasion before it is reminded, in days.
const quarter = 91

// Reminders are what a community would do well to see to on that day.
func Reminders(c Community, today Day) []Reminder {
	var out []Reminder
	add := func(r Reminder, needed bool) {
		if needed {
			out = append(out, r)
		}
	}
	var last HealthCheck
	if n := len(c.Checks); n > 0 {
		last = c.Checks[n-1]
	}
	asks := last.ID != 0 && !last.Over()
	add(RemindLeader, c.Leader == "")
	add(RemindTime, c.Leader != "" && c.Weekly == 0)
	add(RemindSponsor, c.Sponsor == "")
	add(RemindOccasion, c.lastHeld().Plus(quarter) < today)
	add(RemindPlan, c.NextCheck == "" && !asks)
	add(RemindCheck, c.NextCheck != "" && c.NextCheck < today && !asks)
	add(RemindCount, last.Open() && last.Until != "" && last.Until < today)
	for _, a := range c.Actions {
		if a.Late(today) {
			return append(out, RemindActions)
		}
	}
	return out
}

// lastHeld is the day of the last occasion, one that is still to come included, and that of the founding where there was none
// later.
func (c Community) lastHeld() Day {
	last := DayOf(c.Founded)
	for _, o := range c.Occasions {
		last = max(last, o.On)
	}
	return last
}

// Late says whether an action should have been done by that day.
func (a FollowUp) Late(today Day) bool { return a.State == ActionOpen && a.Due != "" && a.Due < today }
