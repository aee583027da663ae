package rehearsal

import (
	"slices"

	"convene/workshop"
	"convene/workshop/rehearsal/script"
)

// plan lets two or three people say, one after the other, what they will do first. What is planned already, by whomever, is not
// said again.
func (a *attendance) plan(v workshop.View, here []person) errand {
	if a.intends == 0 {
		a.intends = a.between(2, 3)
	}
	ours := 0
	for _, did := range v.Canvas.Actions {
		if slices.ContainsFunc(a.script.Intents, func(i script.Intent) bool { return i.What == did.What }) {
			ours++
		}
	}
	if ours >= a.intends || len(v.Canvas.Actions) >= workshop.MaxActions || !a.oneIn(3) {
		return errand{}
	}
	for _, i := range shuffled(a.chance, a.script.Intents) {
		one, owner := here[0], here[0].id
		if i.Leader {
			owner = v.Leadership.Leader
		}
		there := func(did workshop.Planned) bool { return did.What == i.What }
		if owner != "" && !slices.ContainsFunc(v.Canvas.Actions, there) {
			due := workshop.DayOf(v.Canvas.Date).Plus(7 * i.Weeks)
			return errand{one, workshop.PlanAction{What: i.What, Owner: owner, Due: due}}
		}
	}
	return errand{}
}
