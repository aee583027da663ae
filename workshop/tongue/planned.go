package tongue

import "convene/workshop"

// Owner is who sees to a first action: somebody has to, when the owner's seat was taken away.
func (t Tongue) Owner(a workshop.Planned) string {
	if a.Owner == "" {
		return t.Say("nobody yet")
	}
	return a.Owner
}

// Planned is a first action with who sees to it and by when: "Ask the CTO (Ada, by Fri 4 Dec 2026)".
func (t Tongue) Planned(a workshop.Planned) string { return t.Say("%s (%s)", a.What, t.OwnerAndDay(a)) }

// OwnerAndDay is who sees to a first action and, where a day is set, by when.
func (t Tongue) OwnerAndDay(a workshop.Planned) string {
	day := ""
	if a.Due != "" {
		day = t.Due(a.Due)
	}
	return t.ByDay(t.Owner(a), day)
}

// ByDay is OwnerAndDay with an owner and a day that have been written already; the day may be empty.
func (t Tongue) ByDay(owner, day string) string {
	if day == "" {
		return owner
	}
	return t.Say("%s, by %s", owner, day)
}

// Due is a day by which something is to be done, "Fri 4 Dec 2026". What is no day stays what it is.
func (t Tongue) Due(d workshop.Day) string {
	if !d.Valid() {
		return string(d)
	}
	at := d.Date()
	return t.Say("%s %d %s %d", t.WeekdayShort(at.Weekday()), at.Day(), t.MonthShort(at.Month()), at.Year())
}
