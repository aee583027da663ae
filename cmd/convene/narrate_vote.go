package main

import (
	"fmt"
	"strings"

	"convene/workshop"
	"convene/workshop/ballot"
	"convene/workshop/tongue"
)

// polled tells that a vote was opened.
func (n narrator) polled(v workshop.VoteOpened) string {
	vote := voteName(n.Tongue, v.Purpose, v.Round)
	out := n.Say("%s opened %s", n.actor(), vote)
	if v.Rule.Ranked {
		out = n.Say("%s opened %s by ranked ballots", n.actor(), vote)
	}
	if len(v.Seal) > 0 {
		out = n.Say("%s; the chance of a lot is sealed as %x", out, v.Seal)
	}
	return out
}

// counted tells how a vote ended: what each option got, and never who gave it.
func (n narrator) counted(v workshop.VoteClosed) string {
	vote := n.before.Vote
	labels := make(map[string]string)
	for _, o := range vote.Options {
		if labels[o.Key] = o.Label; vote.For != "" {
			labels[o.Key] = n.verdict(o.Key)
		}
	}
	var got []string
	for _, c := range v.Outcome.Tally {
		got = append(got, fmt.Sprintf("%s %d", labels[c.Option], c.Votes))
	}
	for _, c := range v.Scores {
		if c.Median == 0 { // nobody had an opinion
			got = append(got, n.Say("%s (not weighed)", labels[c.Option]))
			continue
		}
		got = append(got, fmt.Sprintf("%s %d", labels[c.Option], c.Median))
	}
	if len(v.Rounds) > 0 {
		got = n.rounds(v.Rounds, labels)
	}
	out := n.Say("%s was counted: %s", voteName(n.Tongue, vote.Purpose, vote.Round), strings.Join(got, ", "))
	if v.Outcome.Blank > 0 {
		out = n.Count(v.Outcome.Blank, "%s; %d blank", "%s; %d blank", out, v.Outcome.Blank)
	}
	if len(v.Outcome.Tied) > 0 {
		out = n.Say("%s; still open: %s", out, enumerate(n.Tongue, named(v.Outcome.Tied, labels)))
	}
	return out
}

// verdict is yes or no, where a vote is about one person.
func (n narrator) verdict(key string) string {
	switch key {
	case ballot.Yes:
		return n.SayAs("verdict", "yes")
	case ballot.No:
		return n.SayAs("verdict", "no")
	default:
		return key
	}
}

// named are the labels of some options.
func named(keys []string, labels map[string]string) []string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = labels[k]
	}
	return out
}

func voteName(l tongue.Tongue, p workshop.Purpose, round int) string {
	switch {
	case p == workshop.Dots:
		return l.Say("the dot vote")
	case p == workshop.Strengths:
		return l.Say("the weighing of the forces")
	case p == workshop.ForName && round > 1:
		return l.Say("the runoff for the name")
	case p == workshop.ForName:
		return l.Say("the vote for the name")
	case round > 1:
		return l.Say("the runoff for the leader")
	default:
		return l.Say("the election of the leader")
	}
}

// rounds tells every count of ranked ballots, so that anyone can follow it: with whom how many ballots were, and who was dropped.
func (n narrator) rounds(all []ballot.Round, labels map[string]string) []string {
	and := n.SayAs("names", " and ")
	var out []string
	for i, r := range all {
		var with []string
		for _, c := range r.Tally {
			with = append(with, fmt.Sprintf("%s %d", labels[c.Option], c.Votes))
		}
		if r.Exhausted > 0 {
			with = append(with, n.Say("no choice left %d", r.Exhausted))
		}
		said := n.Say("round %d (%s)", i+1, strings.Join(with, ", "))
		switch {
		case len(r.Dropped) > 0:
			said = n.SayAs("round", "%s dropped %s", said, strings.Join(named(r.Dropped, labels), and))
		case len(r.Level) > 0:
			said = n.SayAs("round", "%s left %s level", said, strings.Join(named(r.Level, labels), and))
		}
		out = append(out, said)
	}
	return out
}
