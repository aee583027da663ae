package tui

import (
	"fmt"
	"slices"

	"convene/workshop"
)

// voteWords says what v does now; empty when it does nothing.
func voteWords(v workshop.View) string {
	switch {
	case v.Vote.ID != 0 && v.Vote.Purpose == workshop.Strengths:
		return "count the weights"
	case v.Vote.ID != 0:
		return "close the vote"
	case v.At.Phase == workshop.PhaseAlign && !v.HandsShown:
		return "show the hands"
	case choosesMethod(v):
		return "ballot or consent"
	case v.At.Phase != workshop.PhaseConverge:
		return ""
	case seeksConsent(v):
		return consentWords(v)
	case v.Tie.NeedsLot():
		return "draw the lot"
	case len(v.Tie.Options) == 1:
		return "ask about " + v.Tie.Options[0].Label
	case v.Tie.Vote != 0:
		return "open the runoff"
	case v.At.Step == workshop.StepLeader && v.Leadership.Decided():
		return "reopen the election"
	case v.At.Step == workshop.StepName && v.Name.Chosen != "":
		return "vote again"
	case v.At.Step == workshop.StepForces:
		return "weigh the forces"
	case v.At.Step == workshop.StepLeader && !slices.ContainsFunc(v.Nominees, func(n workshop.Nominee) bool { return n.Accepted }):
		return ""
	case v.At.Step == workshop.StepName, v.At.Step == workshop.StepLeader:
		return "open the vote"
	default:
		return "dot vote"
	}
}

// vote is what v does: it opens what can be decided here, or closes it.
func vote(v workshop.View) action {
	switch words := voteWords(v); {
	case words == "":
		return nil
	case v.Vote.ID != 0 && v.Missing > 0 && workshop.FewBallots(v.Vote):
		return say{"So few ballots would tell who voted what. Wait for more, or give the vote up with b.", sorry}
	case v.Vote.ID != 0 && v.Missing > 0:
		return show{&askDialog{
			question: fmt.Sprintf("%s not voted. Close the vote all the same?", people(v.Missing, "has", "have")),
			detail:   "A vote that is closed is counted, and cannot be opened again.",
			yes:      send{command: workshop.CloseVote{Vote: v.Vote.ID, Early: true}},
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
		return reopenElection()
	case v.At.Step == workshop.StepName && v.Name.Chosen != "":
		return show{&askDialog{
			question: "Vote on the name again?",
			detail:   v.Name.Chosen + " stays the name until another is chosen.",
			yes:      show{newVotesDialog()},
		}}
	case v.At.Step == workshop.StepName && v.Tie.Vote == 0:
		return show{newVotesDialog()}
	case v.At.Step == workshop.StepLeader && v.Tie.Vote == 0 && len(candidateNames(v)) > 2:
		return show{newMethodDialog()}
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
	return send{
		command: workshop.OpenVote{Among: keys},
		said:    fmt.Sprintf("Everyone has %s for these %d.", count(workshop.DotsFor(len(keys)), "dot"), len(keys)),
	}
}

func revealHands(v workshop.View) action {
	reveal := send{command: workshop.RevealHands{}}
	missing := countHandless(v)
	if missing == 0 {
		return reveal
	}
	return show{&askDialog{
		question: fmt.Sprintf("%s not shown a hand. Show the others?", people(missing, "has", "have")),
		yes:      reveal,
	}}
}
