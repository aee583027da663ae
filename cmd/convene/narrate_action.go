package main

import "convene/workshop"

// action tells of a first action: what is to be done, by whom and by when, and to the keeper of the log also whose
// idea it was.
func (n narrator) action() string {
	switch v := n.record.Event.(type) {
	case workshop.ActionPlanned:
		return n.Say("%s: %s", n.planned(v), v.What)
	case workshop.ActionDropped:
		which := n.Say("a first action")
		for _, a := range n.before.Actions {
			if a.ID == v.Action {
				which = n.Say("the first action: %s", a.What)
			}
		}
		if n.to != toKeeper {
			return n.Say("dropped: %s", which)
		}
		return n.Say("%s dropped %s", n.actor(), which)
	default:
		return n.record.Event.Kind()
	}
}

// plannedLater is planned for an action of the community.
func (n narrator) plannedLater(owner, due string) string {
	if due == "" {
		return n.Say("%s planned an action for %s", n.actor(), owner)
	}
	return n.Say("%s planned an action for %s by %s", n.actor(), owner, due)
}

// planned says for whom a first action was planned and, where a day is set, by when.
func (n narrator) planned(v workshop.ActionPlanned) string {
	owner, due := n.name(v.Owner), n.Due(v.Due)
	if n.before.Closed() {
		return n.plannedLater(owner, due)
	}
	switch {
	case n.to != toKeeper && v.Due == "":
		return n.Say("a first action was planned for %s", owner)
	case n.to != toKeeper:
		return n.Say("a first action was planned for %s by %s", owner, due)
	case v.Due == "":
		return n.Say("%s planned a first action for %s", n.actor(), owner)
	default:
		return n.Say("%s planned a first action for %s by %s", n.actor(), owner, due)
	}
}
