package tui

import (
	"strconv"
	"strings"

	"convene/workshop"
	"convene/workshop/text"
	"convene/workshop/tongue"
)

// stands says who stands behind the community, and how much time its leader has for it.
func standsWords(st stage, c workshop.Community) string {
	var out []string
	switch {
	case c.Leader == "":
		out = append(out, st.Say("No leader yet"))
	case c.Weekly == 0:
		out = append(out, st.Say("Led by %s", c.Leader))
	default:
		out = append(out, st.Say("Led by %s, %s a week", c.Leader, hoursWords(st.Tongue, c.Weekly)))
	}
	if c.Sponsor != "" {
		out = append(out, st.Say("sponsor: %s", c.Sponsor))
	}
	return strings.Join(out, " "+st.theme.Bullet+" ")
}

// hoursWords is a time in a week: "4 h", "2 h 30" or "45 min".
func hoursWords(l tongue.Tongue, minutes int) string {
	switch h, m := minutes/60, minutes%60; {
	case h == 0:
		return l.Say("%d min", m)
	case m == 0:
		return l.Say("%d h", h)
	default:
		return l.Say("%d h %02d", h, m)
	}
}

// backs says whether the person at the keyboard may say who stands behind the community: whoever facilitates, and the leader.
func backs(v workshop.View) bool {
	return facilitates(v) || v.Me != "" && v.Leadership.Leader == v.Me
}

// askBacking asks for what a community lives on: a sponsor, and time for its leader.
func askBacking(st stage) action {
	l, c := in(st.view), st.view.Community
	hours := ""
	if c.Weekly > 0 {
		hours = strconv.FormatFloat(float64(c.Weekly)/60, 'f', -1, 64)
	}
	sponsor := newInputDialog("Who in management stands behind the community?", l.Say("A name; nothing when there is nobody any more."), "write it down",
		c.Sponsor, func(typed string) action {
			return send{command: workshop.NameSponsor{Name: text.Line(typed)}, said: l.Say("Written down.")}
		})
	grant := newInputDialog("How many hours a week does the leader have for it?", l.Say("A number, such as 4 or 2.5, as part of the job."), "write it down",
		hours, func(typed string) action {
			h, err := strconv.ParseFloat(strings.ReplaceAll(text.Line(typed), ",", "."), 64)
			if err != nil || h < 0 || h > workshop.MaxLeaderWeekly/60 {
				return say{text: l.Say("Write a number of hours, such as 4 or 2.5."), tone: sorry}
			}
			return send{command: workshop.GrantTime{Weekly: int(h*60 + 0.5)}, said: l.Say("Written down.")}
		})
	d := &pickDialog{title: tongue.Mark("What the community lives on"), items: []pickItem{
		{label: l.Say("A sponsor in management"), note: c.Sponsor, then: show{sponsor}},
	}}
	if c.Leader != "" {
		d.items = append(d.items, pickItem{label: l.Say("Time for the leader"), note: hoursNote(l, c.Weekly), then: show{grant}},
			pickItem{label: l.Say("%s no longer leads", c.Leader), then: show{endLead(st.view)}})
	}
	return show{d}
}

// endLead asks why somebody no longer leads the community. Whoever leads says it of themselves; a facilitator of whoever has left.
func endLead(v workshop.View) *inputDialog {
	l := in(v)
	return newInputDialog(l.Say("%s no longer leads: why?", v.Community.Leader),
		l.Say("convene log keeps it; the canvas stays as it was. The next workshop elects somebody."), "write it down", "",
		func(reason string) action {
			var c workshop.Command = workshop.ReopenElection{Reason: reason}
			if v.Leadership.Leader == v.Me {
				c = workshop.DeclineLeadership{Reason: reason}
			}
			return send{command: c, said: l.Say("Nobody leads the community any more.")}
		})
}

func hoursNote(l tongue.Tongue, minutes int) string {
	if minutes == 0 {
		return ""
	}
	return hoursWords(l, minutes)
}
