package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// asked finds the nomination that the person at the keyboard can say yes or no to now.
func asked(v workshop.View) (workshop.Nominee, bool) {
	if v.MyRole != workshop.Participant || v.Leadership.Decided() || v.Vote.ID != 0 {
		return workshop.Nominee{}, false
	}
	for _, n := range v.Nominees {
		if n.ID == v.Me {
			return n, true
		}
	}
	return workshop.Nominee{}, false
}

// answer is what y and d do for somebody who was nominated; nil when the key is another, or they have said just that.
func answer(st stage, msg tea.KeyPressMsg) action {
	n, ok := asked(st.view)
	switch {
	case !ok:
		return nil
	case key.Matches(msg, st.keys.accept) && !n.Accepted && st.view.Tie.Vote == 0:
		return show{&askDialog{
			question: "Do you have dedicated time for it?",
			detail:   "As part of your job, and agreed with whoever gives the time.",
			yes: send{
				command: workshop.AcceptNomination{HasTime: true},
				said:    "You are a candidate.", then: closeBooth{},
			},
			no: show{&askDialog{
				question: "Decline for now?",
				detail:   "A leader needs dedicated time for it, or the community ends up waiting. You can still accept until the vote opens.",
				yes:      declined(),
			}},
		}}
	case key.Matches(msg, st.keys.decline) && !n.Declined:
		return show{&askDialog{
			question: "Decline the nomination?",
			detail:   "Everyone sees that you declined; nobody asks why. You can still accept until the vote opens.",
			yes:      declined(),
		}}
	}
	return nil
}

func declined() action {
	return send{command: workshop.DeclineNomination{}, said: "You have declined.", then: closeBooth{}}
}

// answerBindings lists the keys of an answer that would change something.
func answerBindings(st stage) []key.Binding {
	n, ok := asked(st.view)
	var out []key.Binding
	if ok && !n.Accepted && st.view.Tie.Vote == 0 {
		out = append(out, st.keys.accept)
	}
	if ok && !n.Declined {
		out = append(out, st.keys.decline)
	}
	return out
}

// answerParts ask the person at the keyboard for their answer, and say what the role is; nothing for others.
func answerParts(st stage) []part {
	t := st.theme
	n, ok := asked(st.view)
	if !ok {
		return nil
	}
	said := st.Say("You are nominated, %s.", n.Name)
	switch {
	case n.Accepted:
		said = st.Say("You are a candidate, %s.", n.Name)
	case n.Declined:
		said = st.Say("You have declined, %s.", n.Name)
	}
	lines := styled(t.Strong, theme.Wrap(said, st.width))
	keys := ""
	for _, b := range answerBindings(st) {
		keys += "   " + t.Key.Render(keyName(st.Tongue, b)) + " " + t.Text.Render(st.Marked(b.Help().Desc))
	}
	if last := len(lines) - 1; theme.Width(lines[last]+keys) <= st.width { // elsewhere, only the footer has them
		lines[last] += keys
	}
	return []part{
		{lines: []string{t.Line(st.width)}, gives: 2},
		{lines: lines},
		{lines: leaderRole(st, st.width)[1:], gives: 1},
	}
}

// nomineeWords is where a nominee stands: a symbol and a word.
func nomineeWords(st stage, n workshop.Nominee) string {
	t := st.theme
	if st.view.Method == workshop.Consent && !n.Declined { // nobody is asked yet
		return ""
	}
	accepted, declined, waiting := st.Say("has accepted, has time"), st.Say("has declined"), st.Say("waiting for an answer")
	if st.narrow() {
		accepted, declined, waiting = st.Say("has accepted"), st.Say("declined"), st.Say("not yet")
	}
	switch {
	case n.Accepted:
		return t.Good.Render(t.Done + " " + accepted)
	case n.Declined:
		return t.Muted.Render(t.Refused + " " + declined)
	default:
		return t.Warn.Render(t.Waiting + " " + waiting)
	}
}
