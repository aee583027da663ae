package main

import (
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
			return n.Say("%s chose that the group comes to its leader by consent", n.actor())
		}
		return n.Say("%s chose that the group elects its leader by secret ballot", n.actor())
	case workshop.NominationChanged:
		return n.changed(v)
	case workshop.LeaderProposed:
		out := n.Say("%s was proposed as the leader", n.name(v.Person))
		if n.to == toKeeper {
			out = n.Say("%s proposed %s as the leader", n.actor(), n.name(v.Person))
		}
		if v.Terms != "" {
			out = n.Say("%s: %s", out, v.Terms)
		}
		return out
	case workshop.ConsentSignalled:
		switch {
		case n.private:
			return n.Say("somebody answered the proposal")
		case v.Objects:
			return n.Say("%s objected: %s", n.actor(), v.Reason)
		default:
			return n.Say("%s consented", n.actor())
		}
	case workshop.SignalsRevealed:
		return n.answers()
	default:
		return n.record.Event.Kind()
	}
}

// answers tells what everyone answered, at the moment when all see it.
func (n narrator) answers() string {
	told := n.Say("all answers to the proposal were shown")
	if n.to == toPublic {
		return n.Say("%s: %s", told, n.counts())
	}
	var all []string
	for _, p := range n.after.Participants() {
		signal, answered := n.after.Signals.Of(p.ID)
		switch {
		case !answered:
			continue
		case signal.Objects:
			all = append(all, n.Say("%s objected (%s)", p.Name, signal.Reason))
		default:
			all = append(all, n.Say("%s consented", p.Name))
		}
	}
	if len(all) == 0 {
		return told
	}
	return n.Say("%s: %s", told, n.list(all))
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
	told := n.Count(consented, "%d consented", "%d consented") + ", " + n.Count(len(objections), "%d objected", "%d objected")
	if missing > 0 {
		told += ", " + n.Count(missing, "%d without an answer", "%d without an answer")
	}
	if slices.Sort(objections); len(objections) > 0 {
		told = n.Say("%s: %s", told, n.list(objections))
	}
	return told
}

// list is several things that can be sentences, one after the other.
func (n narrator) list(all []string) string { return strings.Join(all, n.SayAs("list", "; ")) }

// changed tells somebody's turn in the round after the reasons were read.
func (n narrator) changed(v workshop.NominationChanged) string {
	switch {
	case v.To == "":
		return n.Say("a nomination of %s was taken back", n.name(v.From))
	case v.From == "":
		return n.Say("%s was nominated: %s", n.name(v.To), v.Reason)
	case v.From == v.To:
		return n.Say("a nomination of %s got another reason: %s", n.name(v.To), v.Reason)
	default:
		return n.Say("a nomination of %s became one of %s: %s", n.name(v.From), n.name(v.To), v.Reason)
	}
}
