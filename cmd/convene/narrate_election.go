package main

import (
	"fmt"

	"convene/workshop"
)

// election tells what happened about the leader. Reasons are told without their authors, as the screen promises.
func (n narrator) election() string {
	switch v := n.record.Event.(type) {
	case workshop.Nominated:
		if n.private {
			return "somebody was nominated in private"
		}
		return fmt.Sprintf("%s was nominated: %s", n.name(v.Person), v.Reason)
	case workshop.NominationWithdrawn:
		return "a private nomination was taken back"
	case workshop.NominationAccepted:
		return n.actor() + " accepted, and has the time for it"
	case workshop.NominationDeclined:
		if n.before.Leadership.Leader == n.record.By {
			return n.actor() + " declined to lead after all"
		}
		return n.actor() + " declined"
	case workshop.LeaderElected:
		out := fmt.Sprintf("%s was elected leader (by %s)", n.name(v.Person), v.How)
		if terms := n.after.Leadership.Terms; terms != "" {
			out += ": " + terms
		}
		return out
	case workshop.NoLeaderRecorded:
		return "there is no leader yet: " + v.Reason
	case workshop.ElectionReopened:
		if v.Reason == "" {
			return n.actor() + " reopened the election"
		}
		return fmt.Sprintf("%s reopened the election: %s", n.actor(), v.Reason)
	default:
		return n.record.Event.Kind()
	}
}
