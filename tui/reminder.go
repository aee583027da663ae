package tui

import (
	"strings"

	"convene/workshop"
	"convene/workshop/tongue"
)

// reminder is something that a community needs in order to live and that is easily forgotten: it is offered at the closing as
// a first action, until one is planned about it.
type reminder struct {
	label   string // where it is one of a list
	what    string // the action that it is offered as, to be changed at will
	help    string // says what to think of
	missing string // what is missing as long as it isn't planned, in a list of such things
	mark    string // an action in which this occurs is about it
	leader  bool   // it is the leader's to see to
}

func reminders() []reminder {
	return []reminder{
		{
			label: tongue.Mark("A sponsor in management"), what: tongue.Mark("Find a sponsor in management"),
			missing: tongue.Mark("a sponsor"), mark: tongue.Mark("sponsor"),
			help: tongue.Mark("Somebody in management who stands behind the community, and says so."),
		},
		{
			label: tongue.Mark("Time for the leader"), what: tongue.Mark("Agree the leader's dedicated time with their manager"),
			missing: tongue.Mark("time to lead"), mark: tongue.Mark("dedicated time"), leader: true,
			help: tongue.Mark("How many hours a week, as part of the job."),
		},
		{
			label: tongue.Mark("A place for the minutes"), what: tongue.Mark("Say where the minutes and the measures are published"),
			missing: tongue.Mark("a place for minutes"), mark: tongue.Mark("publish"),
			help: tongue.Mark("A page, a channel or a wall that everyone can see, without asking."),
		},
		{
			label: tongue.Mark("The first event"), what: tongue.Mark("Set the date of the first event"),
			missing: tongue.Mark("a first event"), mark: tongue.Mark("first event"),
			help: tongue.Mark("A brown bag (one speaker, one topic), lightning talks, a lean coffee or a book club: say which."),
		},
	}
}

// forgotten are the reminders about which nothing is planned yet. Whoever has no leader yet needs no time for one.
func forgotten(v workshop.View) []reminder {
	var out []reminder
	for _, r := range reminders() {
		if r.leader && v.Leadership.Leader == "" || r.planned(in(v), v.Canvas.Actions) {
			continue
		}
		out = append(out, r)
	}
	return out
}

func (r reminder) planned(l tongue.Tongue, all []workshop.Planned) bool {
	for _, a := range all {
		if strings.Contains(strings.ToLower(a.What), l.Marked(r.mark)) {
			return true
		}
	}
	return false
}

// forgottenWords say which of the reminders have no action yet, all four of them in one line of a small terminal; empty when all
// have.
func forgottenWords(v workshop.View) string {
	var missing []string
	for _, r := range forgotten(v) {
		missing = append(missing, in(v).Marked(r.missing))
	}
	if len(missing) == 0 {
		return ""
	}
	return in(v).Say("Still to plan: %s.", listed(in(v), missing))
}
