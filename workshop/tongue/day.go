package tongue

import "time"

// Day is a day as it stands under a title, with its year: "14 March 2026".
func (t Tongue) Day(d time.Time) string {
	month := t.Marked(months[d.Month()-1])
	if d.Day() == 1 {
		return t.Say("1 %s %d", month, d.Year())
	}
	return t.Say("%d %s %d", d.Day(), month, d.Year())
}

// Date is a day in figures: "2026-03-14".
func (t Tongue) Date(d time.Time) string {
	return t.Say("%04[1]d-%02[2]d-%02[3]d", d.Year(), int(d.Month()), d.Day())
}

var months = [...]string{
	Mark("January"), Mark("February"), Mark("March"), Mark("April"), Mark("May"), Mark("June"), Mark("July"),
	Mark("August"), Mark("September"), Mark("October"), Mark("November"), Mark("December"),
}

// MonthShort is a month where there is little room: "Mar".
func (t Tongue) MonthShort(m time.Month) string { return t.Marked(shortMonths[m-time.January]) }

var shortMonths = [...]string{
	Mark("Jan"), Mark("Feb"), Mark("Mar"), Mark("Apr"), Mark("May"), Mark("Jun"),
	Mark("Jul"), Mark("Aug"), Mark("Sep"), Mark("Oct"), Mark("Nov"), Mark("Dec"),
}

// WeekdayShort is a day of the week where there is little room: "Fri".
func (t Tongue) WeekdayShort(d time.Weekday) string { return t.Marked(shortWeekdays[d]) }

var shortWeekdays = [...]string{
	Mark("Sun"), Mark("Mon"), Mark("Tue"), Mark("Wed"), Mark("Thu"), Mark("Fri"), Mark("Sat"),
}

// Month is a month with its year: "March 2026".
func (t Tongue) Month(d time.Time) string {
	return t.Say("%s %d", t.Marked(months[d.Month()-1]), d.Year())
}
