package tui

import (
	"convene/workshop"
	"convene/workshop/tongue"
)

// newRoleDialog offers who could guide beside those who do, and which of several could take part instead. Somebody
// without a terminal has nothing to guide at, and the elected leader takes part.
func newRoleDialog(st stage) *pickDialog {
	d := &pickDialog{title: "Who guides? A facilitator neither writes nor votes meanwhile."}
	v := st.view
	if !v.Ended.IsZero() {
		d.title = tongue.Mark("Who guides? A facilitator answers no cards meanwhile.")
	}
	if v.Vote.ID != 0 {
		return d // the roles stay while a vote is open
	}
	guides := 0
	for _, p := range v.People {
		if p.Role == workshop.Facilitator {
			guides++
		}
	}
	for _, p := range v.People {
		switch {
		case p.Role == workshop.Facilitator && guides > 1 && (p.Named || p.ID == v.Me):
			d.items = append(d.items, pickItem{label: p.Name, note: st.Say("take part again"), then: release(v, p)})
		case p.Role == workshop.Participant && !p.Booth && p.ID != v.Leadership.Leader:
			d.items = append(d.items, pickItem{label: p.Name, note: st.Say("facilitate too"), then: appoint(v, p)})
		}
	}
	return d
}

func appoint(v workshop.View, p workshop.Presence) action {
	detail := tongue.Mark("They get all of your keys. Meanwhile they neither write nor vote, their hand goes down, and they can't be " +
		"elected. What they wrote stays.")
	if !v.Ended.IsZero() {
		detail = tongue.Mark("They get all of your keys. Meanwhile they don't answer the cards of a health check.")
	}
	return show{&askDialog{
		question: in(v).Say("Make %s a facilitator beside you?", p.Name),
		detail:   detail,
		yes:      send{command: workshop.AppointFacilitator{Person: p.ID}, said: in(v).Say("%s facilitates too.", p.Name)},
	}}
}

func release(v workshop.View, p workshop.Presence) action {
	back := send{command: workshop.ReleaseFacilitator{Person: p.ID}, said: in(v).Say("%s takes part again.", p.Name)}
	if p.ID != v.Me {
		return back
	}
	detail := tongue.Mark("You write and vote with the others then. A facilitator can give it back to you.")
	if !v.Ended.IsZero() {
		detail = tongue.Mark("You answer the cards with the others then. A facilitator can give it back to you.")
	}
	return show{&askDialog{
		question: "Give the facilitating up?",
		detail:   detail,
		yes:      send{command: workshop.ReleaseFacilitator{Person: p.ID}},
	}}
}
