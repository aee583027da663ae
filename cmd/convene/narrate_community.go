package main

import "convene/workshop"

// checked tells what happened in a health check: never what somebody answered, and who answered only to the keeper of the
// log, once enough have.
func (n narrator) checked() string {
	switch v := n.record.Event.(type) {
	case workshop.CheckOpened:
		return n.Count(len(v.Cards), "%s opened a health check with %d card", "%s opened a health check with %d cards",
			n.actor(), len(v.Cards))
	case workshop.AnswersGiven:
		if n.private {
			return n.Say("somebody answered the health check")
		}
		return n.Say("%s answered the health check", n.actor())
	case workshop.AnswersChanged:
		return n.Say("somebody changed what they had answered")
	case workshop.CheckClosed:
		return n.Count(v.Took, "%s closed the health check, in which %d person took part",
			"%s closed the health check, in which %d people took part", n.actor(), v.Took)
	case workshop.CheckAbandoned:
		return n.Say("%s abandoned the health check; nothing was counted", n.actor())
	case workshop.CardTurned:
		return n.turned(v)
	case workshop.CheckPlanned:
		if v.On == "" {
			return n.Say("%s took the day of the next health check back", n.actor())
		}
		return n.Say("%s planned the next health check for %s", n.actor(), n.Due(v.On))
	default:
		return n.record.Event.Kind()
	}
}

// turned says what was answered to a card that was turned over.
func (n narrator) turned(v workshop.CardTurned) string {
	for _, c := range n.after.Checks {
		i := v.Turned - 1
		if c.ID == v.Check && i == len(c.Cards) {
			return n.Say("the group was through with the health check")
		}
		if c.ID != v.Check || i < 0 || i >= len(c.Spread) {
			continue
		}
		about, spread := c.Cards[i].About, c.Spread[i]
		if !spread.Told() {
			return n.Say("a card was turned over: %s: too few answered to tell what", about)
		}
		return n.Say("a card was turned over: %s: %d green, %d yellow, %d red", about, spread.Green, spread.Yellow, spread.Red)
	}
	return n.Say("a card was turned over")
}

// life tells what the community keeps of its life.
func (n narrator) life() string {
	switch v := n.record.Event.(type) {
	case workshop.ActionSettled:
		return n.became(v)
	case workshop.OccasionNoted:
		return n.Say("%s noted for %s: %s", n.actor(), n.Due(v.On), v.Topic)
	case workshop.OccasionStruck:
		for _, o := range n.before.Occasions {
			if o.ID == v.Occasion {
				return n.Say("%s struck from the record: %s", n.actor(), o.Topic)
			}
		}
		return n.Say("%s struck an occasion from the record", n.actor())
	case workshop.SponsorNamed:
		if v.Name == "" {
			return n.Say("%s noted that nobody sponsors the community any more", n.actor())
		}
		return n.Say("%s noted who sponsors the community: %s", n.actor(), v.Name)
	case workshop.TimeGranted:
		return n.Count(v.Weekly, "%s noted that the leader has %d minute a week", "%s noted that the leader has %d minutes a week",
			n.actor(), v.Weekly)
	default:
		return n.record.Event.Kind()
	}
}

// became says what became of an action.
func (n narrator) became(v workshop.ActionSettled) string {
	what := n.Say("an action")
	for _, a := range n.before.Actions {
		if a.ID == v.Action {
			what = a.What
		}
	}
	switch v.As {
	case workshop.ActionDone:
		return n.Say("%s noted as done: %s (%s)", n.actor(), what, v.Why)
	case workshop.ActionMove:
		return n.Say("%s moved to %s: %s (%s)", n.actor(), n.Due(v.Due), what, v.Why)
	default:
		return n.Say("%s noted as dropped: %s (%s)", n.actor(), what, v.Why)
	}
}
