package tui

import (
	"fmt"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/ballot"
)

// leaderScreen is the election while no vote is open: the candidates and the rule before it, the count after it, and
// what comes next, up to one leader or none yet.
type leaderScreen struct{ list choice }

func (s *leaderScreen) typing() bool { return false }

func (s *leaderScreen) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok || s.list.scroll(st.keys, m):
		return nil
	case leads(st.view) && key.Matches(m, st.keys.decline):
		return layDown()
	default:
		return answer(st, m)
	}
}

func (s *leaderScreen) bindings(st stage) []key.Binding {
	return slices.Concat(leadBindings(st), answerBindings(st), s.list.scrolls(st.keys))
}

func (s *leaderScreen) draw(st stage) []string {
	v := st.view
	r, counted := lastResult(v, workshop.ForLeader)
	s.list.more = false // unless what follows has a list that is longer than its place
	var parts []part
	least := 4
	switch {
	case v.Leadership.Leader != "" && v.Leadership.How == workshop.ByConsent:
		parts = s.elected(st, r)
	case v.Leadership.Leader != "":
		parts, least = s.elected(st, r), leastCount(v, r)
	case v.Leadership.None:
		parts = s.none(st)
	case v.Tie.Vote != 0 && counted:
		parts, least = s.open(st, r), leastCount(v, r)
	case counted && s.refused(v, r):
		parts = s.notConfirmed(st, r)
	default:
		parts = s.before(st, counted && r.Outcome.Winner == "" && r.Outcome.Tied == nil)
	}
	return arrange(st, least, append(parts, answerParts(st)...)...)
}

// refused says whether the group has just not confirmed the only candidate there still is.
func (s *leaderScreen) refused(v workshop.View, r workshop.Result) bool {
	names := candidateNames(v)
	return r.For != "" && r.Outcome.Winner != ballot.Yes && len(names) == 1 && names[0] == nameOf(v, r.For)
}

// before is who stands, and how it will be decided.
func (s *leaderScreen) before(st stage, nobody bool) []part {
	t, v := st.theme, st.view
	names := candidateNames(v)
	stand := candidates(st)
	if len(names) == 0 {
		said := "Nobody has accepted."
		if len(v.Nominees) == 0 {
			said = "Nobody was nominated."
		}
		return []part{
			gap(),
			{lines: []string{t.Strong.Render(said)}},
			gap(),
			{lines: waysOut(st)},
			gap(),
			{fill: true, list: func(room int) []string { return s.list.reel(st, nominees(st, room), room) }},
		}
	}
	rule := workshop.Vote{Purpose: workshop.ForLeader, Round: 1}
	if len(names) == 1 {
		i := slices.IndexFunc(v.Nominees, func(n workshop.Nominee) bool { return n.Accepted })
		rule.For = v.Nominees[i].ID
	}
	var blank []string
	if nobody {
		blank = wrapped(st, "Nobody got a vote: all ballots were blank. You can vote once more.")
	}
	return []part{
		gap(),
		{lines: []string{t.Strong.Render(candidateWords(len(names)))}},
		gap(),
		{list: func(room int) []string { return s.list.reel(st, stand, room) }},
		gap(),
		{lines: styled(t.Warn, blank)},
		rulePart(st, rule, 1), mutedPart(st, secretWords(len(names)), 2), gap(),
		{lines: facilitatorWill(st, st.keys.vote, "opens the vote")},
	}
}

// secretWords say how everyone votes, whatever the rule, and that there is another one to choose.
func secretWords(candidates int) string {
	words := "Secret, and everyone at the same time."
	if candidates > 2 {
		words += " Ranked ballots are the other way."
	}
	return words
}

// candidates lists who stands, with the reasons; then, in a line each, who does not.
func candidates(st stage) []string {
	t := st.theme
	var stand, others []string
	for _, n := range st.view.Nominees {
		if !n.Accepted {
			others = append(others, t.Muted.Render(n.Name+": ")+nomineeWords(st, n))
			continue
		}
		stand = append(append(stand, t.Good.Render(t.Done)+" "+t.Title.Render(n.Name)), reasonLines(st, n)...)
	}
	return append(stand, others...)
}

// candidateNames lists those who accepted.
func candidateNames(v workshop.View) []string {
	var out []string
	for _, n := range v.Nominees {
		if n.Accepted {
			out = append(out, n.Name)
		}
	}
	return out
}

func candidateWords(n int) string {
	if n == 1 {
		return "One candidate, with time for it"
	}
	return fmt.Sprintf("%d candidates, each with time for it", n)
}

// open is a count that elected nobody: it goes on with a runoff, a question about one person, or a lot.
func (s *leaderScreen) open(st stage, r workshop.Result) []part {
	said, next, goesOn := leaderTieWords(st, r)
	return []part{
		gap(),
		{lines: styled(st.theme.Warn.Bold(true), wrapped(st, said))},
		gap(),
		{lines: next},
		gap(),
		resultPart(st, &s.list, r, resultRows(st.view, r, "", goesOn)),
	}
}

// leaderTieWords say why nobody is elected yet, what comes next, and what that means for those among whom it is open.
func leaderTieWords(st stage, r workshop.Result) (said string, next []string, goesOn string) {
	v := st.view
	names := listed(labels(v.Tie.Options))
	said = fmt.Sprintf("%s Nobody has that yet.", majorityWords(r))
	switch {
	case v.Tie.NeedsLot():
		return "The runoff is a tie: the group trusts " + names + " equally. A lot decides, drawn so that everyone can check it.",
			facilitatorWill(st, st.keys.vote, "draws the lot"), "equal"
	case len(v.Tie.Options) == 1:
		return said + " The other ballots were blank.",
			facilitatorWill(st, st.keys.vote, "asks everyone about "+names+": yes or no"), "goes on"
	default:
		return said, facilitatorWill(st, st.keys.vote, "opens the runoff between "+names), "goes on"
	}
}

// majorityWords says how many ballots are more than half.
func majorityWords(r workshop.Result) string {
	return fmt.Sprintf("More than half of %s is %d.", count(r.Outcome.Cast, "ballot"), r.Outcome.Cast/2+1)
}

// notConfirmed is a single candidate without a majority, and what can be done.
func (s *leaderScreen) notConfirmed(st stage, r workshop.Result) []part {
	said := nameOf(st.view, r.For) + " was not confirmed. " + majorityWords(r)
	return []part{
		gap(),
		{lines: styled(st.theme.Warn.Bold(true), wrapped(st, said))},
		gap(),
		{lines: facilitatorWill(st, st.keys.vote, "opens the vote once more, after you have talked")},
		{lines: waysOut(st)},
		gap(), resultPart(st, &s.list, r, resultRows(st.view, r, "", "")),
	}
}

// elected is the leader, large, and how it came about.
func (s *leaderScreen) elected(st stage, r workshop.Result) []part {
	t, v := st.theme, st.view
	leader := nameOf(v, v.Leadership.Leader)
	rows := resultRows(v, r, "elected", "equal")
	var fair []string
	if v.Leadership.How == workshop.ByLot {
		fair = lotWords(st)
		for i := range rows {
			if rows[i].label == leader {
				rows[i].word = "elected by lot"
			}
		}
	}
	parts := []part{
		gap(),
		{lines: centred(st, t.Muted, []string{"Our leader"}), gives: 2},
		{lines: plaque(st, leader)},
		{lines: centred(st, t.Good, []string{t.Done + " has dedicated time for it"})},
		{lines: centred(st, t.Strong, wrapped(st, electedWords(v, r)))},
	}
	if v.Leadership.How == workshop.ByConsent {
		return append(parts, gap(), part{lines: centred(st, t.Text, wrapped(st, v.Leadership.Terms))})
	}
	return append(parts, part{lines: centred(st, t.Muted, fair), gives: 1}, gap(), resultPart(st, &s.list, r, rows))
}

// electedWords says how the leader was elected, with the numbers.
func electedWords(v workshop.View, r workshop.Result) string {
	if v.Leadership.How == workshop.ByConsent {
		return "by consent: no objection stands"
	}
	if len(r.Outcome.Tally) == 0 {
		return howWords(v.Leadership.How)
	}
	top := r.Outcome.Tally[0]
	switch {
	case v.Leadership.How == workshop.ByLot:
		return "elected by lot, after the runoff was a tie"
	case r.For != "":
		return fmt.Sprintf("confirmed by %d of %d, more than half", top.Votes, r.Outcome.Cast)
	case v.Leadership.How == workshop.ByRunoff:
		return fmt.Sprintf("elected in the runoff, with %d of %s", top.Votes, count(r.Outcome.Cast, "ballot"))
	case top.Votes <= r.Outcome.Cast/2: // an instant runoff that ended with others level
		return fmt.Sprintf("elected with %d of %d, and more than half whoever goes next", top.Votes, r.Outcome.Cast)
	default:
		return fmt.Sprintf("elected with %d of %d, more than half", top.Votes, r.Outcome.Cast)
	}
}

// none is the other valid outcome.
func (s *leaderScreen) none(st stage) []part {
	t := st.theme
	return []part{
		gap(), gap(),
		{lines: plaque(st, "No leader yet")},
		gap(),
		{lines: centred(st, t.Strong, theme.Wrap(st.view.Leadership.Reason, min(st.width, 70)))},
		gap(),
		{lines: centred(st, t.Muted, wrapped(st, "A valid outcome: it is on the canvas, with its reason.")), gives: 1},
		gap(),
		{lines: centred(st, lipgloss.NewStyle(), facilitatorWill(st, st.keys.vote, "reopens the election when somebody is ready"))},
	}
}
