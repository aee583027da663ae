package main

import (
	"fmt"
	"slices"
	"strings"

	"convene/workshop"
	"convene/workshop/tongue"
)

// decision tells what happened about hands and votes.
func (n narrator) decision() string {
	switch v := n.record.Event.(type) {
	case workshop.HandShown:
		switch {
		case n.private:
			return n.Say("%s has a hand ready", n.actor())
		case v.Concern != "":
			return n.Say("%s showed %d: %s", n.actor(), v.Level, v.Concern)
		default:
			return n.Say("%s showed %d", n.actor(), v.Level)
		}
	case workshop.StepSettled:
		return n.settled(v)
	case workshop.VoteOpened:
		return n.polled(v)
	case workshop.BallotCast:
		return n.Say("%s voted", n.actor())
	case workshop.VoteClosed:
		return n.counted(v)
	case workshop.VoteAbandoned:
		return n.Say("%s abandoned the vote; nothing was counted", n.actor())
	case workshop.LotDrawn:
		return n.Say("the lot was drawn among %s (nonce %x)", labels(n.Tongue, v.Among), v.Nonce)
	case workshop.NameChosen:
		return n.Say("the community is called %s (%s)", v.Name, n.How(v.How))
	default:
		return n.record.Event.Kind()
	}
}

func (n narrator) settled(v workshop.StepSettled) string {
	var hands []string
	for level, many := range v.Hands {
		if many > 0 {
			hands = append(hands, fmt.Sprintf("%d× %d", many, level))
		}
	}
	out := n.Say("settled: %s", stepName(n.after, v.Step))
	if len(hands) > 0 {
		out = n.Say("%s, with %s", out, strings.Join(hands, ", "))
	}
	if v.Missing > 0 {
		out += ", " + n.Count(v.Missing, "%d without a hand", "%d without a hand")
	}
	concerns := n.concerns(v)
	switch many := len(concerns); {
	case v.Despite && many > 0:
		return n.Count(many, "%s; went on all the same, with %d concern: %s", "%s; went on all the same, with %d concerns: %s",
			out, many, n.list(concerns))
	case v.Despite:
		return n.Say("%s; went on all the same", out)
	case many > 0: // from before the decision was recorded
		return n.list(append([]string{out}, concerns...))
	}
	return out
}

// concerns are those of a step, by whoever had them, or by nobody's name and then in an order that says nothing.
func (n narrator) concerns(v workshop.StepSettled) []string {
	var out []string
	for _, c := range v.Concerns {
		if n.to == toPublic {
			out = append(out, n.Say("%d: %s", c.Level, c.Sentence))
		} else {
			out = append(out, n.Say("%s (%d): %s", n.name(c.Person), c.Level, c.Sentence))
		}
	}
	if n.to == toPublic {
		slices.Sort(out)
	}
	return out
}

func labels(l tongue.Tongue, all []workshop.Option) string {
	out := make([]string, len(all))
	for i, o := range all {
		out[i] = o.Label
	}
	return enumerate(l, out)
}
