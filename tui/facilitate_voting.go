package tui

import (
	"slices"

	"convene/workshop"
)

// voteWords says what v does now; empty when it does nothing.
func voteWords(v workshop.View) string {
	l := in(v)
	switch {
	case v.Vote.ID != 0 && v.Vote.Purpose == workshop.Strengths:
		return l.Say("count the weights")
	case v.Vote.ID != 0:
		return l.Say("close the vote")
	case v.At.Phase == workshop.PhaseAlign && !v.HandsShown:
		return l.Say("show the hands")
	case choosesMethod(v):
		return l.Say("ballot or consent")
	case v.At.Phase != workshop.PhaseConverge:
		return ""
	case seeksConsent(v):
		return consentWords(v)
	case v.Tie.NeedsLot():
		return l.Say("draw the lot")
	case len(v.Tie.Options) == 1:
		return l.Say("ask about %s", v.Tie.Options[0].Label)
	case v.Tie.Vote != 0:
		return l.Say("open the runoff")
	case v.At.Step == workshop.StepLeader && v.Leadership.Decided():
		return l.Say("reopen the election")
	case v.At.Step == workshop.StepName && v.Name.Chosen != "":
		return l.Say("vote again")
	case v.At.Step == workshop.StepForces:
		return l.Say("weigh the forces")
	case v.At.Step == workshop.StepLeader && !slices.ContainsFunc(v.Nominees, func(n workshop.Nominee) bool { return n.Accepted }):
		return ""
	case v.At.Step == workshop.StepName, v.At.Step == workshop.StepLeader:
		return l.Say("open the vote")
	default:
		return l.Say("dot vote")
	}
}

// vote is what v does: it opens what can be decided here, or closes it.
func vote(v workshop.View) action {
	l := in(v)
	switch words := voteWords(v); {
	case words == "":
		return nil
	case v.Vote.ID != 0 && v.Missing > 0 && workshop.FewBallots(v.Vote):
		return say{text: "So few ballots would tell who voted what. Wait for more, or give the vote up with b.", tone: sorry}
	case v.Vote.ID != 0 && v.Missing > 0:
		return show{&askDialog{
			question: l.Count(v.Missing, "%d person has not voted. Close the vote all the same?",
				"%d people have not voted. Close the vote all the same?"),
			detail: "A vote that is closed is counted, and cannot be opened again.",
			yes:    send{command: workshop.CloseVote{Vote: v.Vote.ID, Early: true}},
		}}
	case v.Vote.ID != 0:
		return send{command: workshop.CloseVote{Vote: v.Vote.ID}}
	case v.At.Phase == workshop.PhaseAlign:
		return revealHands(v)
	case choosesMethod(v):
		return show{newLeaderMethodDialog(v)}
	case seeksConsent(v):
		return seekConsent(v)
	case v.Tie.NeedsLot():
		return send{command: workshop.DrawLot{}}
	case v.At.Step == workshop.StepLeader && v.Leadership.Decided():
		return reopenElection(l)
	case v.At.Step == workshop.StepName && v.Name.Chosen != "":
		return show{&askDialog{
			question: "Vote on the name again?",
			detail:   l.Say("%s stays the name until another is chosen.", v.Name.Chosen),
			yes:      show{newVotesDialog(v)},
		}}
	case v.At.Step == workshop.StepName && v.Tie.Vote == 0:
		return show{newVotesDialog(v)}
	case v.At.Step == workshop.StepLeader && v.Tie.Vote == 0 && len(candidateNames(v)) > 2:
		return show{newMethodDialog(l)}
	case votesByDots(v.At.Step):
		return show{newDotsDialog(v)}
	default:
		return send{command: workshop.OpenVote{}}
	}
}

// votesByDots says whether a step's vote is a dot vote.
func votesByDots(s workshop.Step) bool {
	return s.Clusters() && s != workshop.StepForces
}

// revoteKeys are the ideas among which V lets the group vote again: the top few of the last dot vote; none when there was
// none, or when it has shown no few.
func revoteKeys(v workshop.View) []string {
	r, voted := dotted(v)
	if !voted || v.Vote.ID != 0 || v.At.Phase != workshop.PhaseConverge {
		return nil
	}
	ideas := ideaLabels(v)
	var keys []string
	for _, c := range r.Top() {
		if _, there := ideas[c.Option]; there {
			keys = append(keys, c.Option)
		}
	}
	if len(keys) < 2 {
		return nil
	}
	return keys
}

// revote is what V does: one key, no question.
func revote(v workshop.View) action {
	keys := revoteKeys(v)
	dots := workshop.DotsFor(len(keys))
	return send{
		command: workshop.OpenVote{Among: keys},
		said:    in(v).Count(dots, "Everyone has %d dot for these %d.", "Everyone has %d dots for these %d.", dots, len(keys)),
	}
}

func revealHands(v workshop.View) action {
	reveal := send{command: workshop.RevealHands{}}
	missing := countHandless(v)
	if missing == 0 {
		return reveal
	}
	return show{&askDialog{
		question: in(v).Count(missing, "%d person has not shown a hand. Show the others?",
			"%d people have not shown a hand. Show the others?"),
		yes: reveal,
	}}
}
