package tui

import (
	"slices"
	"strings"

	"convene/workshop"
	"convene/workshop/tongue"
)

// atMost lists so many names, and says how many more there are: "Ada, Ben and 3 more".
func atMost(l tongue.Tongue, most int, names []string) string {
	if n := len(names) - most; n > 1 {
		return l.Count(n, "%s and %d more", "%s and %d more", strings.Join(names[:most], ", "), n)
	}
	return listed(l, names)
}

// counted says how far something is: "3 of 12".
func counted(l tongue.Tongue, at, of int) string { return l.Say("%d of %d", at, of) }

// participants lists those who take part.
func participants(v workshop.View) []workshop.Presence {
	out := make([]workshop.Presence, 0, len(v.People))
	for _, p := range v.People {
		if p.Role == workshop.Participant {
			out = append(out, p)
		}
	}
	return out
}

// present lists those who take part and are in the room: at their terminals, or without one.
func present(v workshop.View) []workshop.Presence {
	return slices.DeleteFunc(participants(v), v.Live.Away)
}

// countPresent counts them: every screen does, at every change.
func countPresent(v workshop.View) int {
	type key struct{ of *workshop.Shared }
	return v.Once(key{v.Shared}, func() any { return countHere(v) }).(int)
}

func countHere(v workshop.View) int {
	n := 0
	for i := range v.People {
		if p := &v.People[i]; p.Role == workshop.Participant && !v.Live.Away(*p) {
			n++
		}
	}
	return n
}

// countVoters counts those in the room who may vote in the open vote.
func countVoters(v workshop.View) int {
	n := 0
	for _, p := range participants(v) {
		if slices.Contains(v.Vote.Electorate, p.ID) {
			n++
		}
	}
	return n
}

// countUndone counts those who have not said that they are done, here or away.
func countUndone(v workshop.View) int {
	n := 0
	for _, p := range participants(v) {
		if !p.Done {
			n++
		}
	}
	return n
}

// countHandless counts those who have not shown a hand.
func countHandless(v workshop.View) int {
	n := 0
	for _, p := range participants(v) {
		if !p.Showed {
			n++
		}
	}
	return n
}

// nameOf is what a person is called.
func nameOf(v workshop.View, id workshop.PersonID) string {
	for _, p := range v.People {
		if p.ID == id {
			return p.Name
		}
	}
	return in(v).Say("somebody who left")
}

// doneWords says what a person is up to.
func doneWords(v workshop.View, p workshop.Presence) string {
	l, done := in(v), hasDone(v, p)
	switch todo := boothTask(v); {
	case todo == noTask:
		return ""
	case done && v.Vote.ID != 0 && !p.Voted:
		return l.Say("came later")
	case todo == toVote && done:
		return l.Say("has voted")
	case todo == toWeigh && done:
		return l.Say("has weighed")
	case todo == toShowHand && done:
		return l.Say("has shown a hand")
	case todo == toAnswer && p.ID == v.Proposal.Person:
		return l.Say("asked last")
	case todo == toAnswer && done:
		return l.Say("has answered")
	case todo == toRenominate, todo == toPlan, todo == toLook && !done && len(openCheck(v).Roll) == 0:
		return ""
	case todo == toAccept && done:
		return answerWords(v, p.ID)
	case done:
		return l.Say("done")
	case v.Live.Away(p):
		return l.Say("away")
	case p.Minute:
		return l.Say("wants a minute")
	case p.Booth:
		return l.Say("not yet")
	case todo == toWrite:
		return l.Say("writing")
	case todo == toNominate:
		return l.Say("thinking")
	default:
		return l.Say("not yet")
	}
}

// answerWords says what somebody who need not answer a nomination any more has said.
func answerWords(v workshop.View, id workshop.PersonID) string {
	l := in(v)
	for _, n := range v.Nominees {
		switch {
		case n.ID != id:
		case n.Accepted:
			return l.Say("has accepted")
		default:
			return l.Say("has declined")
		}
	}
	return l.Say("not nominated")
}
