package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	"convene/workshop/ballot"
	"convene/workshop/text"
	"convene/workshop/tongue"
)

// nameScreen is the choice of a name while no vote is open: the proposals and the rule before it, the count after it,
// and what comes next.
type nameScreen struct{ list choice }

func (s *nameScreen) typing() bool { return false }

func (s *nameScreen) update(st stage, msg tea.Msg) action {
	if m, ok := msg.(tea.KeyPressMsg); ok {
		s.list.scroll(st.keys, m)
	}
	return nil
}

func (s *nameScreen) bindings(st stage) []key.Binding { return s.list.scrolls(st.keys) }

func (s *nameScreen) draw(st stage) []string {
	v := st.view
	r, counted := lastResult(v, workshop.ForName)
	switch {
	case v.Tie.Vote != 0 && counted:
		return s.tie(st, r)
	case v.Name.Chosen != "":
		return s.chosen(st, r)
	default:
		return s.before(st, counted && r.Outcome.Winner == "" && len(r.Outcome.Tied) == 0)
	}
}

// before is what there is to choose from, and how it will be chosen; nobody is surprised by the rule afterwards.
func (s *nameScreen) before(st stage, nobody bool) []string {
	t := st.theme
	names := proposedNames(st.view)
	if len(names) == 0 {
		return arrange(st, 0, gap(), part{lines: []string{t.Strong.Render(st.Say("Nobody has proposed a name yet."))}}, gap(),
			part{lines: facilitatorWill(st, st.keys.stepBack, st.Say("goes back to the proposals"),
				st.Say("The facilitator goes back to the proposals"))})
	}
	var rows, blank []string
	for _, n := range names {
		row := t.Accent.Render(t.Bullet) + " " + t.Strong.Render(t.Cut(n.text, st.width-24))
		if n.times > 1 {
			row += t.Muted.Render("  " + st.Say("proposed %d times", n.times))
		}
		rows = append(rows, row)
	}
	if nobody {
		blank = wrapped(st, st.Say("All ballots were blank: no name has a vote yet. You can vote once more."))
	}
	rule := workshop.Vote{Purpose: workshop.ForName, Round: 1, Rule: ballot.Rule{Budget: st.view.Votes}}
	return arrange(st, min(3, len(rows)), gap(),
		part{lines: []string{t.Strong.Render(namesWords(st, len(names)))}}, gap(),
		part{list: func(room int) []string { return s.list.reel(st, rows, room) }}, gap(),
		part{lines: styled(t.Warn, blank)}, rulePart(st, rule, 1), mutedPart(st, st.Say("Secret, and everyone at the same time."), 2), gap(),
		part{lines: opensVote(st)})
}

// namesWords says how many names there are.
func namesWords(st stage, n int) string {
	return st.Count(n, "%d name to choose from", "%d names to choose from")
}

// proposedName is a name on the wall, and how often it was proposed.
type proposedName struct {
	text  string
	times int
}

// proposedNames puts the same names together, as the vote will.
func proposedNames(v workshop.View) []proposedName {
	var out []proposedName
	at := make(map[string]int)
	for _, c := range v.Columns {
		for _, n := range c.Lone {
			k := text.Skeleton(n.Text)
			i, known := at[k]
			if !known {
				i = len(out)
				at[k] = i
				out = append(out, proposedName{text: n.Text})
			}
			out[i].times++
		}
	}
	return out
}

// tie says that several share the first place, and that this is part of the plan.
func (s *nameScreen) tie(st stage, r workshop.Result) []string {
	t := st.theme
	said, detail, next := nameTieWords(st)
	return arrange(st, 4, gap(), part{lines: styled(t.Warn.Bold(true), wrapped(st, said))},
		part{lines: styled(t.Text, wrapped(st, detail)), gives: 1}, gap(), part{lines: next}, gap(),
		resultPart(st, &s.list, r, resultRows(st.view, r, "", st.Say("first place"))))
}

// nameTieWords say what a tie of names means, and what comes next.
func nameTieWords(st stage) (said, detail string, next []string) {
	names := listed(st.Tongue, labels(st.view.Tie.Options))
	if st.view.Tie.NeedsLot() {
		return st.Say("Still a tie: %s.", names),
			st.Say("The group likes them equally well, so you can't go wrong. A lot decides, drawn so that everyone can check it."),
			drawsLot(st)
	}
	return st.Say("A tie: %s share first place.", names),
		st.Say("That happens often with a few names, and the plan has a next step."),
		facilitatorWill(st, st.keys.vote, st.Say("opens the runoff among them, one vote each"),
			st.Say("The facilitator opens the runoff among them, one vote each"))
}

// chosen is the name, large, and how it came about.
func (s *nameScreen) chosen(st stage, r workshop.Result) []string {
	t, v := st.theme, st.view
	rows := resultRows(v, r, st.SayAs("name", "chosen"), st.Say("first place"))
	var fair []string
	if v.Name.How == workshop.ByLot {
		fair = lotWords(st)
		for i := range rows {
			if rows[i].label == v.Name.Chosen {
				rows[i].word = st.SayAs("name", "drawn by lot")
			}
		}
	}
	return arrange(st, 4, gap(), part{lines: centred(st, t.Muted, []string{st.Say("We are")}), gives: 2},
		part{lines: plaque(st, v.Name.Chosen)},
		part{lines: centred(st, t.Strong, []string{chosenWords(st.Tongue, v.Name.How)})},
		part{lines: centred(st, t.Muted, fair), gives: 1}, gap(), resultPart(st, &s.list, r, rows))
}

// chosenWords says how the name was chosen.
func chosenWords(l tongue.Tongue, how workshop.How) string {
	switch how {
	case workshop.ByRunoff:
		return l.Say("chosen by a runoff")
	case workshop.ByLot:
		return l.Say("chosen by lot, after a tie")
	default:
		return l.Say("chosen by vote")
	}
}

// lotSentence says why a lot is fair.
func lotSentence(l tongue.Tongue) string {
	return l.Say("The chance was sealed before the first ballot; convene log lets anyone check.")
}

// lotWords are that sentence on a screen.
func lotWords(st stage) []string { return wrapped(st, lotSentence(st.Tongue)) }
