package tui

import (
	"fmt"
	"time"

	"convene/workshop"
)

// clock is the one clock of the header: what is left of the phase's time box, that it stands, or that it is over; in a
// break, when that ends.
func (a *App) clock(st stage) string {
	t, c := a.theme, st.view.Clock
	left := c.Remaining(st.now)
	switch {
	case !st.view.Ended.IsZero():
		return t.Muted.Render(afterWords(st))
	case st.view.Break.Over(st.now):
		return t.Warn.Bold(true).Render(t.Clock + " " + breakWords(st))
	case st.view.Break.On():
		return t.Accent.Render(t.Paused + " " + breakWords(st))
	case left <= 0 && c.Runs() && st.narrow():
		return t.Warn.Bold(true).Render(t.Clock + " " + st.Say("over %s", clockWords(left)))
	case left <= 0 && c.Runs():
		return t.Warn.Bold(true).Render(t.Clock + " " + st.Say("time is up %s", clockWords(left)))
	case !c.Runs():
		return t.Muted.Render(t.Paused + " " + clockWords(left))
	case left <= workshop.Minutes(1):
		return t.Warn.Render(t.Clock + " " + clockWords(left))
	default:
		return t.Text.Render(t.Clock + " " + clockWords(left))
	}
}

// afterWords stand in the clock's place once the workshop is finished: until when a health check is open, if one is.
func afterWords(st stage) string {
	switch c := openCheck(st.view); {
	case c == nil && lively(st.view):
		return ""
	case c == nil:
		return st.Say("finished")
	case c.Open() && c.Until != "":
		return st.Say("until %s", st.Due(c.Until))
	default:
		return ""
	}
}

// breakWords say when the break ends, or since when there is one whose end is open.
func breakWords(st stage) string {
	b := st.view.Break
	switch {
	case b.Until.IsZero():
		return st.Say("break since %s", hourWords(st, b.Since))
	case b.Over(st.now) && st.narrow():
		return st.Say("back? %s", clockWords(workshop.Span(b.Until.Sub(st.now))))
	case b.Over(st.now):
		return st.Say("break is over %s", clockWords(workshop.Span(b.Until.Sub(st.now))))
	default:
		return st.Say("break %s", clockWords(workshop.Span(b.Until.Sub(st.now))))
	}
}

// clockTime is a span as a clock shows it: the second that is running counts as whole.
type clockTime struct {
	seconds int
	over    bool
}

func clockTimeOf(s workshop.Span) clockTime {
	if s < 0 {
		return clockTime{int(-time.Duration(s) / time.Second), true}
	}
	return clockTime{int((time.Duration(s) + time.Second - 1) / time.Second), false}
}

// clockWords is a span as minutes and seconds, from a hundred minutes on with its hours.
func clockWords(s workshop.Span) string {
	t, sign := clockTimeOf(s), ""
	if t.over {
		sign = "+"
	}
	seconds := t.seconds
	if hours := seconds / 3600; seconds >= 6000 {
		return fmt.Sprintf("%s%d:%02d:%02d", sign, hours, seconds/60%60, seconds%60)
	}
	return fmt.Sprintf("%s%02d:%02d", sign, seconds/60, seconds%60)
}

// hourWords is a time of day, to the nearest minute, where the workshop is held, wherever the screen is; on another day
// than today with the day, and far from it with the date.
func hourWords(st stage, at time.Time) string {
	place := st.view.Canvas.Date.Location()
	at, now := at.Round(time.Minute).In(place), st.now.In(place)
	const week = 7 * 24 * time.Hour
	if far := now.Sub(at); far > week || far < -week {
		return dayAndHour(st.Tongue, at)
	}
	if at.YearDay() != now.YearDay() || at.Year() != now.Year() {
		return weekdayAndHour(st.Tongue, at)
	}
	return at.Format("15:04")
}
