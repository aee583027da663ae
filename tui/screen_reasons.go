package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// reasonsScreen is where a group that decides by consent reads who was nominated and why, without tallies and without the
// names of those who nominated. Whoever takes part changes their nomination here.
type reasonsScreen struct {
	at     workshop.PersonID // who is selected, wherever they stand in the list by now
	cursor choice
}

func (s *reasonsScreen) typing() bool { return false }

// changes says whether the person at the keyboard can change a nomination.
func (s *reasonsScreen) changes(v workshop.View) bool {
	return v.MyRole == workshop.Participant && !v.Leadership.Decided()
}

// everyone lists those who were nominated, and then all the others who could be.
func everyone(v workshop.View) []workshop.Nominee {
	out := slices.Clone(v.Nominees)
	for _, p := range participants(v) {
		if !slices.ContainsFunc(v.Nominees, func(n workshop.Nominee) bool { return n.ID == p.ID }) {
			out = append(out, workshop.Nominee{ID: p.ID, Name: p.Name})
		}
	}
	return out
}

// follow points the cursor at the selected person again; the list has another order when somebody is nominated.
func (s *reasonsScreen) follow(all []workshop.Nominee) {
	if i := slices.IndexFunc(all, func(n workshop.Nominee) bool { return n.ID == s.at }); i >= 0 {
		s.cursor.at = i
	}
	s.cursor.at = max(0, min(s.cursor.at, len(all)-1))
}

func (s *reasonsScreen) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	v, k := st.view, st.keys
	switch {
	case !ok:
		return nil
	case !s.changes(v):
		s.cursor.scroll(k, m)
		return nil
	}
	all := everyone(v)
	if len(all) == 0 {
		return nil
	}
	s.follow(all)
	n := all[s.cursor.at]
	_, mine := nominationOf(v, n.ID)
	switch {
	case s.cursor.step(k, m, len(all)):
		s.at = all[s.cursor.at].ID
	case key.Matches(m, k.nominate):
		return changeNomination(v, n)
	case key.Matches(m, withdraw()) && mine:
		return send{command: workshop.ChangeNomination{From: n.ID}, said: "Taken back."}
	default:
		return answerEarly(st, m)
	}
	return nil
}

// changeNomination asks for the reason of a nomination: in the place of the person's only other one, or one more.
func changeNomination(v workshop.View, n workshop.Nominee) action {
	mine, again := nominationOf(v, n.ID)
	l := in(v)
	hint := l.Say("In a sentence. Everyone will read it, without your name.")
	change := workshop.ChangeNomination{To: n.ID}
	switch {
	case again:
		change.From = n.ID
	case len(v.Nominations) == 1:
		change.From = v.Nominations[0].Person
		hint = l.Say("In the place of your nomination of %s. Everyone will read it, without your name.", nameOf(v, change.From))
	}
	return show{newInputDialog(whyWords(v, n.ID, n.Name), hint, l.Say("nominate"), mine.Reason, func(reason string) action {
		change.Reason = reason
		return send{command: change, said: l.Say("%s is nominated.", n.Name), then: closeBooth{}}
	})}
}

func (s *reasonsScreen) draw(st stage) []string {
	t, v := st.theme, st.view
	parts := []part{gap(), {lines: styled(t.Strong, wrapped(st, reasonsQuestion(v)))}, mutedPart(st, reasonsHint(v), 2)}
	if len(v.Heard) > 0 {
		parts = append(parts, gap(), part{lines: heardLines(st), gives: 1})
	}
	parts = append(parts, gap(), part{fill: true, list: func(room int) []string { return s.list(st, room) }})
	if v.At.Phase == workshop.PhaseConverge && v.MyRole != workshop.Participant {
		parts = append(parts, part{lines: s.next(st)})
	}
	return arrange(st, 7, append(parts, earlyParts(st)...)...)
}

// next is what the facilitator does now.
func (s *reasonsScreen) next(st stage) []string {
	if len(proposable(st.view)) == 0 {
		return waysOut(st)
	}
	return facilitatorWill(st, st.keys.vote, st.Say("proposes somebody, on the strength of the reasons"),
		st.Say("The facilitator proposes somebody, on the strength of the reasons"))
}

// list has a block for each person. Whoever can change nothing sees those who were nominated alone.
func (s *reasonsScreen) list(st stage, room int) []string {
	v := st.view
	if !s.changes(v) {
		if len(v.Nominees) == 0 {
			return []string{st.theme.Muted.Render(st.Say("Nobody was nominated."))}
		}
		return s.cursor.page(st, nominees(st, room), room)
	}
	all := everyone(v)
	s.follow(all)
	var lines []string
	first, last := 0, 0
	for i, n := range all {
		if i > 0 && i <= len(v.Nominees) {
			lines = append(lines, "")
		}
		if i == s.cursor.at {
			first = len(lines)
		}
		lines = append(lines, s.person(st, n, i == s.cursor.at)...)
		if i == s.cursor.at {
			last = len(lines) - 1
		}
	}
	s.cursor.keep(first, last, room)
	return s.cursor.page(st, lines, room)
}

// person is a row and, under it, the reasons; the person's own is marked.
func (s *reasonsScreen) person(st stage, n workshop.Nominee, selected bool) []string {
	t, v := st.theme, st.view
	point, style := "  ", t.Title
	switch {
	case selected:
		point, style = t.Accent.Render(t.Point+" "), t.Strong
	case len(n.Reasons) == 0:
		style = t.Text
	}
	name := n.Name
	if n.ID == v.Me {
		name = st.Say("%s (you)", name)
	}
	stands := nomineeWords(st, n)
	lines := []string{t.Spread(point+style.Render(t.Cut(name, max(6, st.width-theme.Width(stands)-4))), stands, st.width)}
	mine, named := nominationOf(v, n.ID)
	for _, r := range n.Reasons {
		own := ""
		if named && r == mine.Reason {
			own, named = "  "+st.Say("(yours)"), false
		}
		for _, l := range bulleted(t, r, st.width-2-theme.Width(own)) {
			lines = append(lines, "  "+l)
		}
		lines[len(lines)-1] += t.Muted.Render(own)
	}
	return lines
}

func (s *reasonsScreen) bindings(st stage) []key.Binding {
	v, k := st.view, st.keys
	if !s.changes(v) {
		return s.cursor.scrolls(k)
	}
	all := everyone(v)
	if len(all) == 0 {
		return nil
	}
	s.follow(all)
	out := []key.Binding{k.nominate}
	if _, mine := nominationOf(v, all[s.cursor.at].ID); mine {
		out = []key.Binding{named(k.nominate, "other words"), withdraw()}
	}
	return slices.Concat(out, earlyBindings(st), s.cursor.moves(k, len(all)))
}
