package tui

import "convene/workshop"

// lackWords say what a community would do well to see to, and the key that helps whoever may.
func lackWords(st stage, r workshop.Reminder) string {
	may := backs(st.view)
	switch {
	case r == workshop.RemindLeader:
		return st.Say("Nobody leads the community: the next workshop elects somebody.")
	case r == workshop.RemindTime && may:
		return st.Say("The leader has no time set aside for this: %s writes down how much.", backingKey().Keys()[0])
	case r == workshop.RemindTime:
		return st.Say("The leader has no time set aside for this.")
	case r == workshop.RemindSponsor && may:
		return st.Say("Nobody in management is named who stands behind you: %s names them.", backingKey().Keys()[0])
	case r == workshop.RemindSponsor:
		return st.Say("Nobody in management is named who stands behind you.")
	case r == workshop.RemindOccasion:
		return st.Say("Nothing was held for three months: a brown bag takes one person and one topic.")
	case r == workshop.RemindPlan && may:
		return st.Say("No health check is planned: %s chooses a day.", nextCheckKey().Keys()[0])
	case r == workshop.RemindPlan:
		return st.Say("No health check is planned.")
	case r == workshop.RemindCheck && facilitates(st.view):
		return st.Say("The health check is due: %s holds it.", holdCheck().Keys()[0])
	case r == workshop.RemindCheck:
		return st.Say("The health check is due.")
	case r == workshop.RemindCount:
		return st.Say("The last day to answer is over: it is time to count.")
	default:
		return st.Say("An action is late: done, another day, or dropped?")
	}
}

// lackLines are what a community would do well to see to, at most three of them.
func lackLines(st stage, c workshop.Community) []string {
	t := st.theme
	var out []string
	for _, r := range workshop.Reminders(c, st.view.Today(st.now)) {
		if len(out) == 3 {
			break
		}
		out = append(out, t.Warn.Render("! ")+t.Text.Render(t.Cut(lackWords(st, r), st.width-2)))
	}
	return out
}
