package workshop

import "time"

// Day is a day of the calendar, "2026-12-04", wherever the group is. The empty Day means that none was set. Valid days
// compare as they follow one another.
type Day string

// maxDue is how far ahead a first action may be due, in days: a year, and one more where it is a leap year.
const maxDue = 366

// DayOf is the day that a moment falls on, where its clock is.
func DayOf(t time.Time) Day { return Day(t.Format(time.DateOnly)) }

// Date is the day's first moment by UTC, or the zero time for what is no day.
func (d Day) Date() time.Time {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Time{}
	}
	return t
}

// Valid says whether there is such a day. The empty Day is none.
func (d Day) Valid() bool {
	_, err := time.Parse(time.DateOnly, string(d))
	return err == nil
}

// Plus is the day so many days later, or earlier when n is negative. What is no day stays what it is.
func (d Day) Plus(n int) Day {
	if !d.Valid() {
		return d
	}
	return DayOf(d.Date().AddDate(0, 0, n))
}

// zone is that of a place so far east of UTC.
func (offset Span) zone() *time.Location {
	if offset == 0 {
		return time.UTC
	}
	return time.FixedZone("", int(time.Duration(offset)/time.Second))
}

// Zone is the time of the place where the workshop is held; UTC when nobody has said which it is.
func (s State) Zone() *time.Location { return s.Offset.zone() }

// today is the day that it is where the group is.
func (s State) today(now time.Time) Day { return DayOf(now.In(s.Zone())) }

// Today is the day that it is where the group is.
func (v *Shared) Today(now time.Time) Day { return DayOf(now.In(v.Offset.zone())) }
