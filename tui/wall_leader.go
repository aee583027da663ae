package tui

import (
	"slices"

	"convene/tui/theme"
	"convene/workshop"
)

// wallLeader is the election while no vote is open: who stands, the count, the leader or that there is none yet.
func wallLeader(st stage) []string {
	v := st.view
	r, counted := lastResult(v, workshop.ForLeader)
	switch {
	case v.Leadership.Leader != "":
		return wallElected(st, r).draw(st)
	case v.Leadership.None:
		return verdict{plaque: st.Say("No leader yet"), details: []string{
			v.Leadership.Reason, st.Say("A valid outcome: it is on the canvas, with its reason."),
		}}.draw(st)
	case v.Tie.Vote != 0 && counted:
		said, next, goesOn := leaderTieWords(st, r)
		return verdict{said: said, next: next, result: r, rows: resultRows(v, r, "", goesOn)}.draw(st)
	case counted && (&leaderScreen{}).refused(v, r):
		return verdict{said: notConfirmedWords(st, r), result: r, rows: resultRows(v, r, "", "")}.draw(st)
	default:
		return wallCandidates(st, counted && r.Outcome.Winner == "" && r.Outcome.Tied == nil)
	}
}

func wallElected(st stage, r workshop.Result) verdict {
	v := st.view
	leader := nameOf(v, v.Leadership.Leader)
	d := verdict{
		over: st.Say("Our leader"), plaque: leader,
		details: []string{electedWords(v, r), st.theme.Done + " " + st.Say("has dedicated time for it")},
		result:  r, rows: resultRows(v, r, st.Say("elected"), st.Say("equal")),
	}
	if v.Leadership.How == workshop.ByConsent {
		d.result, d.rows, d.details = workshop.Result{}, nil, append(d.details, v.Leadership.Terms)
	}
	if v.Leadership.How == workshop.ByLot {
		d.details = append(d.details, lotSentence(st.Tongue))
		drawnByLot(d.rows, leader, st.Say("elected by lot"))
	}
	return d
}

// wallCandidates is who stands, why, and how it will be decided.
func wallCandidates(st stage, nobody bool) []string {
	t, v := st.theme, st.view
	var stand []workshop.Nominee
	for _, n := range v.Nominees {
		if n.Accepted {
			stand = append(stand, n)
		}
	}
	if len(stand) == 0 {
		return wallNominees(st)
	}
	rule := workshop.Vote{Purpose: workshop.ForLeader, Round: 1}
	if len(stand) == 1 {
		rule.For = stand[0].ID
	}
	lines := []string{t.Strong.Render(candidateWords(st.Tongue, len(stand)))}
	if nobody {
		lines = append(lines, t.Warn.Render(t.Cut(st.Say("Nobody got a vote: all ballots were blank."), st.width)))
	}
	foot := styled(t.Text, theme.Wrap(voteRule(st.Tongue, rule), st.width))
	if st.height >= lowWall {
		foot = append(foot, styled(t.Muted, theme.Wrap(secretWords(st.Tongue, len(stand)), st.width))...)
	}
	foot = append(foot, opensVote(st)...)
	lines = append(lines, nomineeCards(st, stand, max(1, st.height-len(lines)-len(foot)-1))...)
	lines = append(lines, make([]string, max(0, st.height-len(lines)-len(foot)))...)
	return slices.Concat(lines, foot)
}
