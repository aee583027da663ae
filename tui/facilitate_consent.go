package tui

import (
	"convene/workshop"
	"convene/workshop/tongue"
)

// consentWords says what v does for a group that comes to its leader by consent; empty when it does nothing.
func consentWords(v workshop.View) string {
	l := in(v)
	switch {
	case v.Leadership.Decided():
		return l.Say("reopen the election")
	case v.Proposal.Number == 0 && len(proposable(v)) > 0:
		return l.Say("propose somebody")
	case v.Proposal.Number == 0:
		return ""
	case v.Answers.Reached(): // the one proposed is being asked
		return ""
	case v.Answers.Revealed:
		return l.Say("change the proposal")
	case v.Answers.Missing < askedCount(v):
		return l.Say("show the answers")
	default:
		return ""
	}
}

// seekConsent is what v does then.
func seekConsent(v workshop.View) action {
	switch {
	case v.Leadership.Decided():
		return reopenElection(in(v))
	case v.Proposal.Number == 0, v.Answers.Revealed:
		return show{newProposeDialog(v)}
	}
	reveal := send{command: workshop.RevealSignals{Proposal: v.Proposal.Number}}
	if v.Answers.Missing == 0 {
		return reveal
	}
	return show{&askDialog{
		question: in(v).Count(v.Answers.Missing, "%d person has not answered. Show the others' answers?",
			"%d people have not answered. Show the others' answers?"),
		detail: "Silence isn't consent: whoever is proposed is asked when everyone has answered.",
		yes:    reveal,
	}}
}

// reopenElection takes the outcome back, with a reason.
func reopenElection(l tongue.Tongue) action {
	return show{newInputDialog(l.Say("Reopen the election: why?"), l.Say("The outcome is taken back, and the record says why."),
		l.Say("reopen"), "", func(reason string) action {
			return send{command: workshop.ReopenElection{Reason: reason}, said: "The election is open again."}
		})}
}

// seeksConsent says whether the group comes to its leader by consent, and is at it.
func seeksConsent(v workshop.View) bool {
	return v.Method == workshop.Consent && v.At == workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseConverge}
}

// byConsent says whether the group looks for a leader by consent, and has none yet.
func byConsent(v workshop.View) bool {
	read := v.At == workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseShare}
	return v.Method == workshop.Consent && (read || seeksConsent(v) && !v.Leadership.Decided())
}

// choosesMethod says whether the facilitator can choose how the group comes to its leader.
func choosesMethod(v workshop.View) bool {
	return v.At == workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseBrief} && !v.Leadership.Decided()
}

// newLeaderMethodDialog asks how the group comes to its leader, before anybody is nominated.
func newLeaderMethodDialog(v workshop.View) *pickDialog {
	l := in(v)
	items := []pickItem{
		{
			label: l.Say("By secret ballot"), note: l.Say("who accepts stands; more than half elect"), done: v.Method == workshop.SecretBallot,
			then: send{command: workshop.ChooseMethod{Method: workshop.SecretBallot}, said: "The leader is elected by secret ballot."},
		},
		{
			label: l.Say("By consent"), note: l.Say("one is proposed; objections are heard"), done: v.Method == workshop.Consent,
			then: send{command: workshop.ChooseMethod{Method: workshop.Consent}, said: "The leader is found by consent, in the open."},
		},
	}
	for i := range items {
		if items[i].done {
			items[i].then = nil
		}
	}
	d := &pickDialog{title: l.Say("How does the group come to its leader?"), items: items}
	d.startAtFirstOpen()
	return d
}
