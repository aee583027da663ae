package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/ballot"
	"convene/workshop/tongue"
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
		return layDown(st.Tongue)
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
		said := st.Say("Nobody has accepted.")
		if len(v.Nominees) == 0 {
			said = st.Say("Nobody was nominated.")
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
		blank = wrapped(st, st.Say("Nobody got a vote: all ballots were blank. You can vote once more."))
	}
	return []part{
		gap(),
		{lines: []string{t.Strong.Render(candidateWords(st.Tongue, len(names)))}},
		gap(),
		{list: func(room int) []string { return s.list.reel(st, stand, room) }},
		gap(),
		{lines: styled(t.Warn, blank)},
		rulePart(st, rule, 1), mutedPart(st, secretWords(st.Tongue, len(names)), 2), gap(),
		{lines: opensVote(st)},
	}
}

// secretWords say how everyone votes, whatever the rule, and that there is another one to choose.
func secretWords(l tongue.Tongue, candidates int) string {
	words := l.Say("Secret, and everyone at the same time.")
	if candidates > 2 {
		words += " " + l.Say("Ranked ballots are the other way.")
	}
	return words
}

// candidates lists who stands, with the reasons; then, in a line each, who does not.
func candidates(st stage) []string {
	t := st.theme
	var stand, others []string
	for _, n := range st.view.Nominees {
		if !n.Accepted {
			others = append(others, t.Muted.Render(st.Say("%s:", n.Name)+" ")+nomineeWords(st, n))
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

func candidateWords(l tongue.Tongue, n int) string {
	if n == 1 {
		return l.Say("One candidate, with time for it")
	}
	return l.Say("%d candidates, each with time for it", n)
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
	names := listed(st.Tongue, labels(v.Tie.Options))
	said, goesOn = majorityWords(st.Tongue, r)+" "+st.Say("Nobody has that yet."), st.Say("goes on")
	switch {
	case v.Tie.NeedsLot():
		return st.Say("The runoff is a tie: the group trusts %s equally. A lot decides, drawn so that everyone can check it.", names),
			drawsLot(st), st.Say("equal")
	case len(v.Tie.Options) == 1:
		return said + " " + st.Say("The other ballots were blank."),
			facilitatorWill(st, st.keys.vote, st.Say("asks everyone about %s: yes or no", names),
				st.Say("The facilitator asks everyone about %s: yes or no", names)), goesOn
	default:
		return said, facilitatorWill(st, st.keys.vote, st.Say("opens the runoff between %s", names),
			st.Say("The facilitator opens the runoff between %s", names)), goesOn
	}
}

// majorityWords says how many ballots are more than half.
func majorityWords(l tongue.Tongue, r workshop.Result) string {
	cast := r.Outcome.Cast
	return l.Count(cast, "More than half of %d ballot is %d.", "More than half of %d ballots is %d.", cast, cast/2+1)
}

// notConfirmedWords say that the only candidate has no majority, and what that would have been.
func notConfirmedWords(st stage, r workshop.Result) string {
	return st.Say("%s was not confirmed.", nameOf(st.view, r.For)) + " " + majorityWords(st.Tongue, r)
}

// notConfirmed is a single candidate without a majority, and what can be done.
func (s *leaderScreen) notConfirmed(st stage, r workshop.Result) []part {
	return []part{
		gap(),
		{lines: styled(st.theme.Warn.Bold(true), wrapped(st, notConfirmedWords(st, r)))},
		gap(),
		{lines: facilitatorWill(st, st.keys.vote, st.Say("opens the vote once more, after you have talked"),
			st.Say("The facilitator opens the vote once more, after you have talked"))},
		{lines: waysOut(st)},
		gap(), resultPart(st, &s.list, r, resultRows(st.view, r, "", "")),
	}
}

// elected is the leader, large, and how it came about.
func (s *leaderScreen) elected(st stage, r workshop.Result) []part {
	t, v := st.theme, st.view
	leader := nameOf(v, v.Leadership.Leader)
	rows := resultRows(v, r, st.Say("elected"), st.Say("equal"))
	var fair []string
	if v.Leadership.How == workshop.ByLot {
		fair = lotWords(st)
		for i := range rows {
			if rows[i].label == leader {
				rows[i].word = st.Say("elected by lot")
			}
		}
	}
	parts := []part{
		gap(),
		{lines: centred(st, t.Muted, []string{st.Say("Our leader")}), gives: 2},
		{lines: plaque(st, leader)},
		{lines: centred(st, t.Good, []string{t.Done + " " + st.Say("has dedicated time for it")})},
		{lines: centred(st, t.Strong, wrapped(st, electedWords(v, r)))},
	}
	if v.Leadership.How == workshop.ByConsent {
		return append(parts, gap(), part{lines: centred(st, t.Text, wrapped(st, v.Leadership.Terms))})
	}
	return append(parts, part{lines: centred(st, t.Muted, fair), gives: 1}, gap(), resultPart(st, &s.list, r, rows))
}

// electedWords says how the leader was elected, with the numbers.
func electedWords(v workshop.View, r workshop.Result) string {
	l := in(v)
	if v.Leadership.How == workshop.ByConsent {
		return l.Say("by consent: no objection stands")
	}
	if len(r.Outcome.Tally) == 0 {
		return l.Marked(howWords(v.Leadership.How))
	}
	top := r.Outcome.Tally[0]
	switch {
	case v.Leadership.How == workshop.ByLot:
		return l.Say("elected by lot, after the runoff was a tie")
	case r.For != "":
		return l.Say("confirmed by %d of %d, more than half", top.Votes, r.Outcome.Cast)
	case v.Leadership.How == workshop.ByRunoff:
		return l.Count(r.Outcome.Cast, "elected in the runoff, with %d of %d ballot", "elected in the runoff, with %d of %d ballots",
			top.Votes, r.Outcome.Cast)
	case top.Votes <= r.Outcome.Cast/2: // an instant runoff that ended with others level
		return l.Say("elected with %d of %d, and more than half whoever goes next", top.Votes, r.Outcome.Cast)
	default:
		return l.Say("elected with %d of %d, more than half", top.Votes, r.Outcome.Cast)
	}
}

// none is the other valid outcome.
func (s *leaderScreen) none(st stage) []part {
	t := st.theme
	return []part{
		gap(), gap(),
		{lines: plaque(st, st.Say("No leader yet"))},
		gap(),
		{lines: centred(st, t.Strong, theme.Wrap(st.view.Leadership.Reason, min(st.width, 70)))},
		gap(),
		{lines: centred(st, t.Muted, wrapped(st, st.Say("A valid outcome: it is on the canvas, with its reason."))), gives: 1},
		gap(),
		{lines: centred(st, theme.Style{}, facilitatorWill(st, st.keys.vote,
			st.Say("reopens the election when somebody is ready"), st.Say("The facilitator reopens the election when somebody is ready")))},
	}
}
