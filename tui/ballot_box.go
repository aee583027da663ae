package tui

import (
	"strings"

	"convene/workshop"
	"convene/workshop/ballot"
)

// intoBox asks before a ballot goes into the box: from then on it is final. Said are lines with what is on it; a blank one
// needs none.
func intoBox(v workshop.View, b ballot.Ballot, said ...string) action {
	l := in(v)
	question := l.Say("Put this ballot into the box? It is final.")
	switch {
	case b == nil:
		question = l.Say("Put a blank ballot into the box? It is final.")
	case v.Vote.Purpose == workshop.Strengths:
		question = l.Say("Put these strengths into the box? They are final.")
	}
	if len(said) == 0 {
		said = []string{l.Say("It gives nothing to anybody, and it is counted as cast.")}
	}
	return show{&askDialog{question: question, detail: strings.Join(said, "\n"), yes: cast(v, b), no: notYet()}}
}

// cast puts a ballot into the box, and ends a turn in the booth.
func cast(v workshop.View, b ballot.Ballot) action {
	return send{
		command: workshop.CastBallot{Vote: v.Vote.ID, Ballot: b},
		said:    "Your ballot is in the box.",
		then:    closeBooth{},
	}
}

// notYet is what becomes of a ballot that is thought over.
func notYet() action {
	return say{text: "Not in the box yet: enter, then y, puts it there.", tone: plainly}
}

// unvoted takes back what is marked and not in the box. In the booth it asks first, because the person leaves with it.
func unvoted(st stage, tidy func()) action {
	if !st.booth {
		return both{clear{tidy}, say{text: "Nothing is marked any more, and nothing is in the box.", tone: plainly}}
	}
	return show{&askDialog{
		question: "Leave without voting?",
		detail:   "What you marked is not in the box yet, and leaves the screen with you.",
		yes:      closeBooth{},
	}}
}

// boxPart says what the box keeps, and how far the lot that the vote may come down to is sealed.
func boxPart(st stage) part {
	said := st.Say("Your ballot is secret, and final once it is in the box.") + " " + sealWords(st.Tongue, st.view.Vote)
	return mutedPart(st, strings.TrimSpace(said), 3)
}
