package tui

import (
	"strings"
	"time"

	"convene/workshop"
	"convene/workshop/tongue"
)

// dayAndHour is a time that is far away: "4 Dec 15:04".
func dayAndHour(l tongue.Tongue, at time.Time) string {
	return l.SayAs("date", "%d %s %s", at.Day(), l.MonthShort(at.Month()), at.Format("15:04"))
}

// weekdayAndHour is a time on another day of about this week: "Fri 15:04".
func weekdayAndHour(l tongue.Tongue, at time.Time) string {
	return l.SayAs("date", "%s %s", l.WeekdayShort(at.Weekday()), at.Format("15:04"))
}

// typedDay is the day that somebody has typed, year first or day first: "2026-12-18", "18.12.2026" or "18/12/2026". It is empty
// for anything else.
func typedDay(typed string) workshop.Day {
	for _, layout := range []string{"2006-1-2", "2.1.2006", "2/1/2006"} {
		if t, err := time.Parse(layout, strings.TrimSpace(typed)); err == nil {
			return workshop.DayOf(t)
		}
	}
	return ""
}
