package main

import (
	"fmt"
	"slices"
	"strings"

	"convene/workshop"
	"convene/workshop/ballot"
)

// decision tells what happened about hands and votes.
func (n narrator) decision() string {
	switch v := n.record.Event.(type) {
	case workshop.HandShown:
		switch {
		case n.private:
			return n.actor() + " has a hand ready"
		case v.Concern != "":
			return fmt.Sprintf("%s showed %d: %s", n.actor(), v.Level, v.Concern)
		default:
			return fmt.Sprintf("%s showed %d", n.actor(), v.Level)
		}
	case workshop.StepSettled:
		return n.settled(v)
	case workshop.VoteOpened:
		sealed := ""
		if len(v.Seal) > 0 {
			sealed = fmt.Sprintf("; the chance of a lot is sealed as %x", v.Seal)
		}
		ranked := ""
		if v.Rule.Ranked {
			ranked = " by ranked ballots"
		}
		return fmt.Sprintf("%s opened %s%s%s", n.actor(), voteName(v.Purpose, v.Round), ranked, sealed)
	case workshop.BallotCast:
		return n.actor() + " voted"
	case workshop.VoteClosed:
		return n.counted(v)
	case workshop.VoteAbandoned:
		return n.actor() + " abandoned the vote; nothing was counted"
	case workshop.LotDrawn:
		return fmt.Sprintf("the lot was drawn among %s (nonce %x)", labels(v.Among), v.Nonce)
	case workshop.NameChosen:
		return fmt.Sprintf("the community is called %s (by %s)", v.Name, v.How)
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
	out := "settled: " + stepName(n.after, v.Step)
	if len(hands) > 0 {
		out += ", with " + strings.Join(hands, ", ")
	}
	if v.Missing > 0 {
		out += fmt.Sprintf(", %d without a hand", v.Missing)
	}
	concerns := n.concerns(v)
	heard := strings.Join(concerns, "; ")
	switch many := len(concerns); {
	case v.Despite && many == 1:
		return out + "; went on all the same, with 1 concern: " + heard
	case v.Despite && many > 1:
		return out + fmt.Sprintf("; went on all the same, with %d concerns: %s", many, heard)
	case v.Despite:
		return out + "; went on all the same"
	case many > 0: // from before the decision was recorded
		return out + "; " + heard
	}
	return out
}

// concerns are those of a step, by whoever had them, or by nobody's name and then in an order that says nothing.
func (n narrator) concerns(v workshop.StepSettled) []string {
	var out []string
	for _, c := range v.Concerns {
		if n.nameless {
			out = append(out, fmt.Sprintf("%d: %s", c.Level, c.Sentence))
		} else {
			out = append(out, fmt.Sprintf("%s (%d): %s", n.name(c.Person), c.Level, c.Sentence))
		}
	}
	if n.nameless {
		slices.Sort(out)
	}
	return out
}

// counted tells how a vote ended: what each option got, and never who gave it.
func (n narrator) counted(v workshop.VoteClosed) string {
	vote := n.before.Vote
	labels := make(map[string]string)
	for _, o := range vote.Options {
		if labels[o.Key] = o.Label; vote.For != "" {
			labels[o.Key] = o.Key // yes and no are about one person
		}
	}
	var got []string
	for _, c := range v.Outcome.Tally {
		got = append(got, fmt.Sprintf("%s %d", labels[c.Option], c.Votes))
	}
	for _, c := range v.Scores {
		got = append(got, fmt.Sprintf("%s %d", labels[c.Option], c.Median))
	}
	if len(v.Rounds) > 0 {
		got = rounds(v.Rounds, labels)
	}
	out := fmt.Sprintf("%s was counted: %s", voteName(vote.Purpose, vote.Round), strings.Join(got, ", "))
	if v.Outcome.Blank > 0 {
		out += fmt.Sprintf("; %d blank", v.Outcome.Blank)
	}
	if len(v.Outcome.Tied) > 0 {
		out += "; still open: " + tied(v.Outcome, labels)
	}
	return out
}

func tied(r ballot.Result, labels map[string]string) string {
	all := make([]string, len(r.Tied))
	for i, key := range r.Tied {
		all[i] = labels[key]
	}
	return enumerate(all)
}

func voteName(p workshop.Purpose, round int) string {
	switch {
	case p == workshop.Dots:
		return "the dot vote"
	case p == workshop.Strengths:
		return "the weighing of the forces"
	case p == workshop.ForName && round > 1:
		return "the runoff for the name"
	case p == workshop.ForName:
		return "the vote for the name"
	case round > 1:
		return "the runoff for the leader"
	default:
		return "the election of the leader"
	}
}

func labels(all []workshop.Option) string {
	out := make([]string, len(all))
	for i, o := range all {
		out[i] = o.Label
	}
	return enumerate(out)
}

// rounds tells every count of ranked ballots, so that anyone can follow it: with whom how many ballots were, and who was dropped.
func rounds(all []ballot.Round, labels map[string]string) []string {
	named := func(keys []string) string {
		names := make([]string, len(keys))
		for i, k := range keys {
			names[i] = labels[k]
		}
		return strings.Join(names, " and ")
	}
	var out []string
	for i, r := range all {
		var with []string
		for _, c := range r.Tally {
			with = append(with, fmt.Sprintf("%s %d", labels[c.Option], c.Votes))
		}
		if r.Exhausted > 0 {
			with = append(with, fmt.Sprintf("no choice left %d", r.Exhausted))
		}
		said := fmt.Sprintf("round %d (%s)", i+1, strings.Join(with, ", "))
		switch {
		case len(r.Dropped) > 0:
			said += " dropped " + named(r.Dropped)
		case len(r.Level) > 0:
			said += " left " + named(r.Level) + " level"
		}
		out = append(out, said)
	}
	return out
}
