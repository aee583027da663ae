package main

import (
	"convene/workshop"
	"convene/workshop/tongue"
)

// action tells of a first action: what is to be done, by whom and by when, and in the room also whose idea it was.
func (n narrator) action() string {
	switch v := n.record.Event.(type) {
	case workshop.ActionPlanned:
		planned := n.actor() + " planned a first action"
		if n.nameless {
			planned = "a first action was planned"
		}
		planned += " for " + n.name(v.Owner)
		if v.Due != "" {
			planned += " by " + tongue.Tongue{}.Due(v.Due)
		}
		return planned + ": " + v.What
	case workshop.ActionDropped:
		dropped, which := n.actor()+" dropped ", "a first action"
		for _, a := range n.before.Actions {
			if a.ID == v.Action {
				which = "the first action: " + a.What
			}
		}
		if n.nameless {
			dropped = "dropped: "
		}
		return dropped + which
	default:
		return n.record.Event.Kind()
	}
}
