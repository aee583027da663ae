package tui

import (
	"strings"

	"convene/workshop"
	"convene/workshop/tongue"
)

// helpWords say in a line or two what one does here, and with which keys. The keys of the facilitator are said to the
// facilitator alone; the wall has nothing to do.
func helpWords(st stage) []string {
	v := st.view
	switch {
	case v.ID == "" || outside(v):
		return nil
	case facilitates(v):
		words := []string{guidingWords(st)}
		switch {
		case v.Break.On():
		case v.Behind(st.now).Minutes() > 0 && hasRepairs(st):
			words = append(words, st.Say("r shows what can give: each way to make up for lost time with what it saves, and when the workshop would end."))
		}
		return words
	case v.MyRole == workshop.Participant:
		return []string{takingPartWords(v)}
	default:
		return nil
	}
}

// takingPartWords say what somebody who takes part does here.
func takingPartWords(v workshop.View) string {
	l := in(v)
	switch sceneOf(v).kind {
	case "gather":
		return l.Say("Here you see who has come. There is nothing to do yet: it begins when everyone is here.")
	case "brief":
		return l.Say("This is what the step is for. In a moment everyone writes alone.")
	case "write":
		return writingWords(l, v.At.Step)
	case "nominate":
		return l.Say("Choose somebody with the arrows and press enter: you nominate them, and say why. Everyone reads the reasons, without names.")
	case "board":
		return wallWords(v)
	case "statement":
		return statementWords(v)
	case "align":
		return l.Say("0 to 5 shows how far you stand behind it; under 3 you say what would have to change. All hands are shown at the same moment.")
	case "ballot":
		return l.Say("space gives, or takes back. enter asks once more, and then your ballot is in the box: secret, and final.")
	case "elect":
		return l.Say("Choose with the arrows; enter asks once more, and then your ballot is in the box: secret, and final.")
	case "rank":
		return l.Say("space makes the one you are on your next choice, or takes the number away. enter asks once more, and then your ballot is in " +
			"the box: secret, and final.")
	case "weigh":
		return l.Say("1 to 5 says how strong the force is on which you are; 0 leaves it out. enter puts all of them into the box: secret, and final.")
	case "check", "check-roll", "cards", "community":
		return communityHelp(v)
	case "roll":
		return l.Say("The box is open until the facilitator counts. Nobody, the facilitator included, sees who voted what.")
	case "accept":
		if _, nominated := asked(v); nominated {
			return l.Say("You are nominated: y accepts, d declines. Accept only with dedicated time for it.")
		}
		return l.Say("Those who were nominated accept or decline now. Only who has accepted can be elected.")
	case "reasons":
		return l.Say("Read why each of them was nominated. enter on a person nominates them, in the place of your other nomination; x takes yours back.")
	case "proposal":
		if v.Proposal.Person == v.Me {
			return l.Say("You are proposed, and asked last. You are free to decline: d, and nobody asks why.")
		}
		return l.Say("c consents, o objects and says why. All answers are shown at the same moment, with names; an objection changes the proposal.")
	case "name":
		return l.Say("All proposals are here. When the facilitator opens the vote, everyone votes in secret.")
	case "leader":
		return l.Say("Those who have accepted can be elected. When the facilitator opens the vote, everyone votes in secret.")
	default:
		if plans(v) {
			return l.Say("This is the canvas that you made together. The arrows scroll it. enter plans a first action: what, who sees to it, and by when.")
		}
		return l.Say("This is the canvas that you made together. The arrows scroll it.")
	}
}

// statementWords say what one does while a sentence is written before everyone's eyes.
func statementWords(v workshop.View) string {
	l := in(v)
	switch {
	case hasPen(v):
		return l.Say("Everyone sees what you write. tab takes the chosen proposal in, ctrl+p hands the pen on, enter keeps the sentence for " +
			"the canvas, esc lays the pen down without changing it.")
	case proposes(v):
		return l.Say("Somebody writes the sentence that you all agree on. Propose one, or words for it: everyone sees them, without your name.")
	default:
		return l.Say("Somebody else has the pen. w takes it back; what was written stays.")
	}
}

func writingWords(l tongue.Tongue, s workshop.Step) string {
	if s == workshop.StepName {
		return l.Say("Type a name and add it with enter, one at a time. Nobody sees yours until all are revealed.")
	}
	return l.Say("Type an idea and add it with enter, one per note. up changes what you wrote. Nobody sees yours until all are revealed.")
}

// wallWords say what is done with notes: reading, clustering, weighing up forces.
func wallWords(v workshop.View) string {
	l := in(v)
	switch {
	case v.At.Phase == workshop.PhaseShare:
		return l.Say("Read on your own first, then ask about what is not clear. Nothing is judged yet.")
	case weighed(v):
		return l.Say("The longer an arrow, the stronger the force. tab turns between the diagram and the board.")
	case !v.At.Step.Clusters():
		return l.Say("Read what is there; p parks what is not meant for now.")
	default:
		return l.Say("space grabs a note, the arrows carry it, space drops it: on another note it forms a cluster. Or without carrying: " +
			"M marks some, i and a few letters of a title send them there.")
	}
}

// guidingWords say what the facilitator does here.
func guidingWords(st stage) string {
	v, l := st.view, st.Tongue
	switch sceneOf(v).kind {
	case "break":
		return l.Say("Everyone rests, and the time is not counted. T ends the break, and the clock goes on where it was; n goes on to the next phase.")
	case "gather":
		begins := l.Say("n begins when everyone is here.")
		if plansTime(v) {
			begins = l.Say("g plans the time, block by block; n begins when everyone is here.")
		}
		return following(l.Say("People come in from their own terminals; a gives a seat to somebody without one."), begins)
	case "brief":
		return l.Say("Read the questions out and see that everyone understands them. n lets everyone write alone.")
	case "quiet":
		return l.Say("Everyone works in silence, and you see only who is done. + gives a minute more; n goes on when they are ready.")
	case "board":
		return guidingWall(v)
	case "statement":
		return statementWords(v)
	case "align":
		words := l.Say("v shows all hands at the same moment; then hear those under 3. n settles the step, b goes back to the notes: " +
			"hands are shown afresh afterwards.")
		if plans(v) {
			return following(words, l.Say("enter plans a first action."))
		}
		return words
	case "roll":
		if v.Vote.Purpose == workshop.Strengths {
			return l.Say("v counts the weights when everyone has weighed; b gives the vote up, uncounted.")
		}
		return l.Say("v counts when everyone has voted; b gives the vote up, uncounted.")
	case "accept":
		return l.Say("Wait for the answers, then n goes on to the election. N records that there is no leader yet: that is a valid outcome.")
	case "reasons":
		if v.At.Phase == workshop.PhaseShare {
			return l.Say("Let them read, and change their nominations. n goes on to the proposal. N records that there is no leader yet.")
		}
		return l.Say("v proposes somebody, on the strength of the reasons. b goes back to the reasons; N records that there is no leader yet.")
	case "proposal":
		return l.Say("The last answer shows them all; v shows them before. Then hear the objections, and v changes the proposal. " +
			"b takes it off the table.")
	case "name":
		return l.Say("v opens the vote, %s each; a tie leads to a runoff, and then to a lot.", words(v).Votes(v.Votes))
	case "leader":
		return l.Say("v opens the secret vote. N records that there is no leader yet: that is a valid outcome.")
	case "check", "check-roll", "cards", "community":
		return communityHelp(v)
	default:
		words := closingWords(st)
		if !st.saves && v.Ended.IsZero() { // where it can be saved, they say so
			words = following(l.Say("Read the canvas out together."), words)
		}
		if plans(v) {
			words = following(words, l.Say("enter plans a first action, which everyone can: what, who sees to it, and by when."))
		}
		return words
	}
}

func guidingWall(v workshop.View) string {
	l := in(v)
	switch {
	case v.At.Phase == workshop.PhaseShare:
		return l.Say("Let them read first. On a note, enter is the spotlight: everyone sees it large; tab goes on to what nobody has " +
			"read yet, the arrows to the next, esc puts it out.")
	case v.At.Step == workshop.StepForces && !weighed(v):
		return following(wallWords(v), l.Say("v asks everyone how strong each force is."))
	case v.At.Step == workshop.StepForces:
		return following(wallWords(v),
			l.Say("Talk about which slowing force could be weakened; enter turns that into a first action with an owner."))
	default:
		return following(wallWords(v), l.Say("v opens a dot vote; V lets the top few be voted on again."))
	}
}

// communityHelp says what one does in a health check, and on the community's page.
func communityHelp(v workshop.View) string {
	l, c := in(v), openCheck(v)
	switch {
	case c == nil:
		return l.Say("What the community lacks, what is to be done, how it is doing and what it has held. enter on an action says what became of it.")
	case c.Open() && facilitates(v):
		return l.Say("v counts the answers when everyone has given theirs; b gives the check up, uncounted. o is for whoever has no terminal.")
	case c.Open():
		return l.Say("Answer each card with a letter, and leave out what you have no opinion on. enter puts all answers into the box.")
	case facilitates(v):
		return l.Say("n turns the cards over, one by one. Talk about each before the next, first where you see it differently.")
	default:
		return l.Say("The cards are turned over one by one. enter plans an action that follows from the one that you see.")
	}
}

// following puts whole sentences after one another.
func following(all ...string) string { return strings.Join(all, " ") }
