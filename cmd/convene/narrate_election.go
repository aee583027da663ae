package main

import "convene/workshop"

// election tells what happened about the leader. Reasons are told without their authors, as the screen promises.
func (n narrator) election() string {
	switch v := n.record.Event.(type) {
	case workshop.Nominated:
		if n.private {
			return n.Say("somebody was nominated in private")
		}
		return n.Say("%s was nominated: %s", n.name(v.Person), v.Reason)
	case workshop.NominationWithdrawn:
		return n.Say("a private nomination was taken back")
	case workshop.NominationAccepted:
		return n.Say("%s accepted, and has the time for it", n.actor())
	case workshop.NominationDeclined:
		if n.before.Leadership.Leader == n.record.By {
			return n.Say("%s declined to lead after all", n.actor())
		}
		return n.Say("%s declined", n.actor())
	case workshop.LeaderElected:
		out := n.Say("%s was elected leader (%s)", n.name(v.Person), n.How(v.How))
		if terms := n.after.Leadership.Terms; terms != "" {
			out = n.Say("%s: %s", out, terms)
		}
		return out
	case workshop.NoLeaderRecorded:
		return n.Say("there is no leader yet: %s", v.Reason)
	case workshop.ElectionReopened:
		return n.reopened(v)
	default:
		return n.record.Event.Kind()
	}
}

// reopened tells that the outcome was taken back, by a facilitator or by the leader. The wall doesn't show why.
func (n narrator) reopened(v workshop.ElectionReopened) string {
	switch {
	case n.before.Closed():
		return n.laidDown(v)
	case n.to == toRoom, n.to == toPublic && v.Reason == "":
		return n.Say("the election was reopened")
	case n.to == toPublic:
		return n.Say("the election was reopened: %s", v.Reason)
	case v.Reason == "":
		return n.Say("%s reopened the election", n.actor())
	default:
		return n.Say("%s reopened the election: %s", n.actor(), v.Reason)
	}
}

// laidDown tells that the leader of a founded community no longer is, and nobody in their place.
func (n narrator) laidDown(v workshop.ElectionReopened) string {
	who := n.name(n.before.Leadership.Leader)
	if n.to == toRoom || v.Reason == "" {
		return n.Say("%s no longer leads the community", who)
	}
	return n.Say("%s no longer leads the community: %s", who, v.Reason)
}
