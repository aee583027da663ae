package workshop

import "time"

// Outlook is how a community stands towards its next health check; its text is a stable name.
type Outlook string

// The outlooks.
const (
	NoCheck      Outlook = ""        // none is planned
	CheckAhead   Outlook = "planned" // on a day that is still to come, or today
	CheckOverdue Outlook = "overdue" // on a day that has passed
	CheckOpen    Outlook = "open"    // answers are taken
	CheckCounted Outlook = "counted" // not all of its cards were turned over yet
)

// Outlook is how the community stands towards its next health check at a moment.
func (c Community) Outlook(now time.Time) Outlook {
	if n := len(c.Checks); n > 0 {
		switch last := c.Checks[n-1]; {
		case last.Open():
			return CheckOpen
		case !last.Over():
			return CheckCounted
		}
	}
	switch today := DayOf(now.In(c.Founded.Location())); {
	case c.NextCheck == "":
		return NoCheck
	case c.NextCheck < today:
		return CheckOverdue
	default:
		return CheckAhead
	}
}

// Answered is how many have answered the health check that is open.
func (c Community) Answered() int {
	if n := len(c.Checks); n > 0 && c.Checks[n-1].Open() {
		return c.Checks[n-1].Took
	}
	return 0
}

// ToDo counts the actions that are still to be done.
func (c Community) ToDo() int {
	n := 0
	for _, a := range c.Actions {
		if a.State == ActionOpen {
			n++
		}
	}
	return n
}
