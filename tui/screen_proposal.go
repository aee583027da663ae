package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/workshop"
)

// proposalScreen is a leader who is proposed, and how everyone answers: consent or an objection, all shown at the same moment.
// Whoever is proposed is asked last.
type proposalScreen struct{ list choice }

func (s *proposalScreen) typing() bool { return false }

func (s *proposalScreen) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	v, k := st.view, st.keys
	switch {
	case !ok || s.list.scroll(k, m):
	case v.MyRole != workshop.Participant:
	case v.Proposal.Person == v.Me:
		return answerProposed(st, m)
	case key.Matches(m, k.consent) && (!v.HasSignal || v.Signal.Objects):
		return send{
			command: workshop.SignalConsent{Proposal: v.Proposal.Number}, said: "You consent.", then: closeBooth{},
		}
	case key.Matches(m, k.object):
		return show{objection(v)}
	}
	return nil
}

// objection asks what speaks against the proposal. The dialog goes when there is another proposal, unless somebody is typing.
func objection(v workshop.View) *inputDialog {
	l := in(v)
	hint := l.Say("Everyone reads it, with your name, when all answers are shown. It helps to make the proposal better.")
	if v.Answers.Revealed {
		hint = l.Say("Everyone reads it at once, with your name. It helps to make the proposal better.")
	}
	number := v.Proposal.Number
	d := newInputDialog(l.Say("What speaks against it?"), hint, l.Say("object"), v.Signal.Reason, func(reason string) action {
		return send{
			command: workshop.SignalConsent{Proposal: number, Objects: true, Reason: reason},
			said:    "Your objection is noted.", then: closeBooth{},
		}
	})
	d.left = func() action { return say{text: "Your answer stays as it was.", tone: plainly} }
	return d
}

func (s *proposalScreen) draw(st stage) []string {
	t, v := st.theme, st.view
	parts := []part{
		gap(),
		{lines: centred(st, t.Muted, []string{st.Say("Proposed as our leader")}), gives: 3},
		{lines: plaque(st, nameOf(v, v.Proposal.Person))},
		{lines: centred(st, t.Strong, wrapped(st, v.Proposal.Terms))},
		gap(),
	}
	if v.Answers.Revealed {
		parts = append(parts, part{lines: answersTitle(st)}, part{fill: true, list: func(room int) []string {
			return s.list.page(st, s.shown(st), room)
		}})
	} else {
		parts = append(parts, part{fill: true, list: func(room int) []string { return s.list.page(st, s.reasons(st), room) }})
	}
	return arrange(st, 3, append(append(parts, part{lines: []string{t.Line(st.width)}, gives: 4}), s.asks(st)...)...)
}

// reasons are what was said against the proposals before, which this one answers, and for the person proposed.
func (s *proposalScreen) reasons(st stage) []string {
	lines := heardLines(st)
	if len(lines) > 0 {
		lines = append(lines, "")
	}
	for _, n := range st.view.Nominees {
		if n.ID == st.view.Proposal.Person && len(n.Reasons) > 0 {
			lines = append(append(lines, st.theme.Muted.Render(st.Say("What speaks for %s", n.Name))), reasonLines(st, n)...)
		}
	}
	return lines
}

// shown are all answers: the objections in full, then who consents.
func (s *proposalScreen) shown(st stage) []string {
	lines := objectionLines(st, st.view.Answers.Objections)
	if names := consenting(st.view); len(names) > 0 {
		said := st.Count(len(names), "%s consents", "%s consent", listed(st.Tongue, names))
		lines = append(lines, styled(st.theme.Good, wrapped(st, st.theme.Done+" "+said))...)
	}
	return append(append(lines, ""), s.reasons(st)...)
}

// asks is what the person who looks is asked, or waits for.
func (s *proposalScreen) asks(st stage) []part {
	t, v := st.theme, st.view
	waits := part{lines: styled(t.Muted, wrapped(st, answersWords(st))), gives: 2}
	switch {
	case v.MyRole != workshop.Participant:
		return []part{{lines: styled(t.Strong, wrapped(st, answersWords(st)))}, {lines: proposalNext(st)}}
	case v.Proposal.Person == v.Me:
		if v.Answers.Reached() && v.Answers.Missing == 0 {
			return proposedParts(st)
		}
		return append(proposedParts(st), waits)
	}
	parts := []part{{lines: styled(t.Strong, wrapped(st, st.Say("Does anything speak against it that we have to heed?")))}}
	if v.HasSignal {
		parts = []part{{lines: signalLines(st)}}
	}
	switch {
	case !v.HasSignal:
		parts = append(parts, mutedPart(st, consentMeans(st.Tongue), 3))
	case !v.Answers.Revealed:
		parts = append(parts, mutedPart(st, st.Say("Nobody sees it until all answers are shown; until then you can change it."), 3))
	}
	return append(parts, keysPart(st, s.bindings(st)), waits)
}

func (s *proposalScreen) bindings(st stage) []key.Binding {
	v, k := st.view, st.keys
	var out []key.Binding
	switch {
	case v.MyRole != workshop.Participant:
	case v.Proposal.Person == v.Me:
		out = proposedBindings(st)
	case !v.HasSignal:
		out = []key.Binding{k.consent, k.object}
	case v.Signal.Objects:
		out = []key.Binding{named(k.consent, "consent after all"), named(k.object, "other words")}
	default:
		out = []key.Binding{named(k.object, "object after all")}
	}
	return append(out, s.list.scrolls(k)...)
}
