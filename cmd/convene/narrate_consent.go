package main

import (
	"fmt"
	"slices"
	"strings"

	"convene/workshop"
)

// consent tells how the group comes to a leader whom nobody objects to. Nominations are told without their authors also when
// they are changed; what somebody answers to a proposal is their open word, and told with their name.
func (n narrator) consent() string {
	switch v := n.record.Event.(type) {
	case workshop.MethodChosen:
		if v.Method == workshop.Consent {
			return n.actor() + " chose that the group comes to its leader by consent"
		}
		return n.actor() + " chose that the group elects its leader by secret ballot"
	case workshop.NominationChanged:
		return n.changed(v)
	case workshop.LeaderProposed:
		out := fmt.Sprintf("%s proposed %s as the leader", n.actor(), n.name(v.Person))
		if v.Terms != "" {
			out += ": " + v.Terms
		}
		return out
	case workshop.ConsentSignalled:
		switch {
		case n.private:
			return "somebody answered the proposal"
		case v.Objects:
			return fmt.Sprintf("%s objected: %s", n.actor(), v.Reason)
		default:
			return n.actor() + " consented"
		}
	case workshop.SignalsRevealed:
		return n.answers()
	default:
		return n.record.Event.Kind()
	}
}

// answers tells what everyone answered, at the moment when all see it.
func (n narrator) answers() string {
	told := "all answers to the proposal were shown"
	if n.nameless {
		return told + ": " + n.counts()
	}
	between := ": "
	for _, p := range n.after.Participants() {
		signal, answered := n.after.Signals.Of(p.ID)
		switch {
		case !answered:
			continue
		case signal.Objects:
			told += fmt.Sprintf("%s%s objected (%s)", between, p.Name, signal.Reason)
		default:
			told += between + p.Name + " consented"
		}
		between = "; "
	}
	return told
}

// counts says how many consented and how many objected, and what the objections were, in an order that says nothing.
func (n narrator) counts() string {
	consented, missing, objections := 0, 0, []string(nil)
	for _, p := range n.after.Participants() {
		switch signal, answered := n.after.Signals.Of(p.ID); {
		case !answered && p.ID == n.after.Proposal.Person: // who is asked last
		case !answered:
			missing++
		case signal.Objects:
			objections = append(objections, signal.Reason)
		default:
			consented++
		}
	}
	told := fmt.Sprintf("%d consented, %d objected", consented, len(objections))
	if missing > 0 {
		told += fmt.Sprintf(", %d without an answer", missing)
	}
	if slices.Sort(objections); len(objections) > 0 {
		told += ": " + strings.Join(objections, "; ")
	}
	return told
}

// changed tells somebody's turn in the round after the reasons were read.
func (n narrator) changed(v workshop.NominationChanged) string {
	switch {
	case v.To == "":
		return "a nomination of " + n.name(v.From) + " was taken back"
	case v.From == "":
		return fmt.Sprintf("%s was nominated: %s", n.name(v.To), v.Reason)
	case v.From == v.To:
		return fmt.Sprintf("a nomination of %s got another reason: %s", n.name(v.To), v.Reason)
	default:
		return fmt.Sprintf("a nomination of %s became one of %s: %s", n.name(v.From), n.name(v.To), v.Reason)
	}
}
