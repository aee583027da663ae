package tui

import (
	"charm.land/bubbles/v2/key"

	"convene/workshop"
	"convene/workshop/tongue"
)

// leads says whether the person at the keyboard is the leader, and can still say that they can't be after all.
func leads(v workshop.View) bool {
	return v.Me != "" && v.Leadership.Leader == v.Me && v.Ended.IsZero() && v.Vote.ID == 0
}

// leadBindings has the key with which a leader declines after all.
func leadBindings(st stage) []key.Binding {
	if !leads(st.view) {
		return nil
	}
	return []key.Binding{named(st.keys.decline, "can't lead after all")}
}

// layDown asks a leader who declines after all for the reason, which is recorded. The election is open again then.
func layDown(l tongue.Tongue) action {
	return show{newInputDialog(l.Say("You can't lead after all: why?"), l.Say("The election is opened again, and the record says why."),
		l.Say("lay it down"), "", func(reason string) action {
			return send{command: workshop.DeclineLeadership{Reason: reason}, said: "The election is open again."}
		})}
}
