package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
)

// nominateScreen is where a participant, alone, nominates whom they want as a leader, each with a reason.
type nominateScreen struct {
	at     workshop.PersonID // who is selected, wherever they stand in the list by now
	cursor choice
}

func newNominateScreen() screen { return &nominateScreen{} }

func (s *nominateScreen) typing() bool { return false }

// withdraw is the key that takes a nomination back.
func withdraw() key.Binding { return bind("take back", "x", "x", "backspace", "delete") }

// follow points the cursor at the selected person again; somebody above them may have come or gone.
func (s *nominateScreen) follow(here []workshop.Presence) {
	if i := slices.IndexFunc(here, func(p workshop.Presence) bool { return p.ID == s.at }); i >= 0 {
		s.cursor.at = i
	}
	s.cursor.at = max(0, min(s.cursor.at, len(here)-1))
}

func (s *nominateScreen) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	v, k := st.view, st.keys
	here := participants(v)
	if len(here) == 0 {
		return nil
	}
	s.follow(here)
	p := here[s.cursor.at]
	mine, nominated := nominationOf(v, p.ID)
	switch {
	case s.cursor.step(k, m, len(here)):
		s.at = here[s.cursor.at].ID
	case key.Matches(m, k.nominate) && mine.Revealed:
		return refuse(workshop.ErrOnTheWall)
	case key.Matches(m, k.nominate):
		return askReason(v, p, mine.Reason)
	case key.Matches(m, withdraw()) && nominated:
		return send{command: workshop.WithdrawNomination{Person: p.ID}, said: "Taken back."}
	case key.Matches(m, k.done):
		return s.done(v)
	case key.Matches(m, k.minute):
		return askMinute()
	}
	return nil
}

// nominationOf finds the person's own nomination of somebody.
func nominationOf(v workshop.View, p workshop.PersonID) (workshop.Nomination, bool) {
	i := slices.IndexFunc(v.Nominations, func(n workshop.Nomination) bool { return n.Person == p })
	if i < 0 {
		return workshop.Nomination{}, false
	}
	return v.Nominations[i], true
}

// askReason asks why. The dialog keeps a reason that is refused.
func askReason(v workshop.View, p workshop.Presence, typed string) action {
	l := in(v)
	hint := l.Say("In a sentence. Everyone will read it, without your name.")
	d := newInputDialog(whyWords(v, p.ID, p.Name), hint, l.Say("nominate"), typed,
		func(reason string) action {
			return send{command: workshop.Nominate{Person: p.ID, Reason: reason}, said: l.Say("%s is nominated.", p.Name)}
		})
	d.late = func(st stage) string { return lateReason(st, p.ID) }
	return show{d}
}

// whyWords asks for a reason.
func whyWords(v workshop.View, id workshop.PersonID, name string) string {
	if id == v.Me {
		return in(v).Say("Why you?")
	}
	return in(v).Say("Why %s?", name)
}

// lateReason says what becomes of a reason in which somebody was when the nominations were revealed. It is no draft: it is
// in its dialog, and nowhere else. Empty when the group is back.
func lateReason(st stage, p workshop.PersonID) string {
	v, waits := st.view, " "+st.Say("It waits here in case the group comes back; esc drops it.")
	mine, nominated := nominationOf(v, p)
	left := v.GraceLeft(st.now)
	switch {
	case nominated && mine.Revealed:
		return st.Say("Everyone has read the reason that you gave before; it stays. esc drops this one.")
	case v.At == workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseDiverge}:
		return ""
	case v.At.Step != workshop.StepLeader:
		return st.Say("The group has moved on, so that it can't be sent.") + waits
	case left == 0:
		return st.Say("The nominations are revealed, and the ten seconds are over: it can't be sent.") + waits
	case v.Vote.ID != 0:
		return st.Say("A vote has opened, so that it can't be sent.") + waits
	default:
		return st.Count(secondsIn(left),
			"The nominations are revealed. enter still nominates: %d second left. After that it can't be sent; esc drops it.",
			"The nominations are revealed. enter still nominates: %d seconds left. After that it can't be sent; esc drops it.")
	}
}

// done says that the person is done, or takes it back.
func (s *nominateScreen) done(v workshop.View) action {
	if iAmDone(v) {
		return goOn()
	}
	return send{command: workshop.DeclareDone{Done: true}, then: closeBooth{}}
}

func (s *nominateScreen) draw(st stage) []string {
	t, v := st.theme, st.view
	here := participants(v)
	s.follow(here)
	var lines []string
	first, last := 0, 0
	for i, p := range here {
		if i == s.cursor.at {
			first = len(lines)
		}
		lines = append(lines, s.person(st, p, i == s.cursor.at)...)
		if i == s.cursor.at {
			last = len(lines) - 1
		}
	}
	list := part{fill: true, list: func(room int) []string {
		s.cursor.keep(first, last, room)
		return s.cursor.page(st, lines, room)
	}}
	foot := mutedPart(st, mineWords(st.Tongue, len(v.Nominations)), 2)
	if iAmDone(v) {
		foot = part{lines: ticked(t, restWords(st), st.width)}
	}
	return arrange(st, min(5, len(lines)), gap(),
		part{lines: styled(t.Strong, wrapped(st, st.Say("Who should lead this community, and why?")))},
		mutedPart(st,
			st.Say("Name anybody here, as many as you like; naming yourself is fine. Everyone will read the reasons, without names."), 1),
		gap(), list, gap(), foot)
}

// person is a row, and below it the reason for which I nominated them.
func (s *nominateScreen) person(st stage, p workshop.Presence, selected bool) []string {
	t := st.theme
	mine, nominated := nominationOf(st.view, p.ID)
	point, style := "  ", t.Text
	if selected {
		point, style = t.Accent.Render(t.Point+" "), t.Strong
	}
	name := p.Name
	if p.ID == st.view.Me {
		name = st.Say("%s (you)", name)
	}
	row := point + style.Render(t.Cut(name, st.width-20))
	if !nominated {
		return []string{row}
	}
	lines := []string{row + "  " + t.Good.Render(t.Done+" "+st.Say("nominated"))}
	for _, l := range theme.Wrap(mine.Reason, st.width-6) {
		lines = append(lines, "    "+t.Muted.Render(l))
	}
	return lines
}

func mineWords(l tongue.Tongue, n int) string {
	if n == 0 {
		return l.Say("You have nominated nobody yet.")
	}
	return l.Count(n, "You have nominated %d person.", "You have nominated %d people.")
}

func (s *nominateScreen) bindings(st stage) []key.Binding {
	k := st.keys
	here := participants(st.view)
	out := []key.Binding{k.nominate}
	if len(here) > 0 {
		s.follow(here)
		if mine, ok := nominationOf(st.view, here[s.cursor.at].ID); ok && !mine.Revealed {
			out = []key.Binding{named(k.nominate, "change it"), withdraw()}
		}
	}
	done := k.done
	if iAmDone(st.view) {
		done = named(k.done, "go on")
	}
	return slices.Concat(out, []key.Binding{done}, minuteBindings(st), s.cursor.moves(k, len(here)))
}
