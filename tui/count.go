package tui

import (
	"fmt"
	"slices"

	"convene/workshop"
)

// people says how many, with the verb that goes with it: "1 person is", "3 people are".
func people(n int, one, many string) string {
	if n == 1 {
		return "1 person " + one
	}
	return fmt.Sprintf("%d people %s", n, many)
}

// count says how many of a thing: "1 note", "3 notes".
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// atMost lists so many names, and says how many more there are: "Ada, Ben and 3 more".
func atMost(most int, names []string) string {
	if n := len(names) - most; n > 1 {
		names = append(slices.Clone(names[:most]), fmt.Sprintf("%d more", n))
	}
	return listed(names)
}

func counted(at, of int) string { return fmt.Sprintf("%d of %d", at, of) }

// participants lists those who take part.
func participants(v workshop.View) []workshop.Presence {
	var out []workshop.Presence
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

// countWriting counts those who have not said that they are done.
func countWriting(v workshop.View) int {
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
	return "somebody who left"
}

// doneWords says what a person is up to.
func doneWords(v workshop.View, p workshop.Presence) string {
	done := hasDone(v, p)
	switch task := boothTask(v); {
	case task == "":
		return ""
	case done && v.Vote.ID != 0 && !p.Voted:
		return "came later"
	case task == "vote" && done:
		return "has voted"
	case task == "weigh" && done:
		return "has weighed"
	case task == "show a hand" && done:
		return "has shown a hand"
	case task == "answer the proposal" && p.ID == v.Proposal.Person:
		return "asked last"
	case task == "answer the proposal" && done:
		return "has answered"
	case task == "change a nomination":
		return ""
	case task == "accept or decline" && done:
		return answerWords(v, p.ID)
	case done:
		return "done"
	case v.Live.Away(p):
		return "away"
	case p.Minute:
		return "wants a minute"
	case p.Booth:
		return "not yet"
	case task == "write":
		return "writing"
	case task == "nominate":
		return "thinking"
	default:
		return "not yet"
	}
}

// answerWords says what somebody who need not answer a nomination any more has said.
func answerWords(v workshop.View, id workshop.PersonID) string {
	for _, n := range v.Nominees {
		switch {
		case n.ID != id:
		case n.Accepted:
			return "has accepted"
		default:
			return "has declined"
		}
	}
	return "not nominated"
}
