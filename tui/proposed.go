package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// answerEarly is what somebody who was nominated can say before anybody is proposed: that it can't be them, or that it can
// after all. A yes is asked for last.
func answerEarly(st stage, msg tea.KeyPressMsg) action {
	n, ok := asked(st.view)
	switch {
	case !ok:
		return nil
	case key.Matches(msg, st.keys.decline) && !n.Declined:
		return show{&askDialog{
			question: "Say now that it can't be you?",
			detail:   "Everyone sees that you declined; nobody asks why, and nobody will propose you. You can take it back.",
			yes:      declined(),
		}}
	case key.Matches(msg, st.keys.accept) && n.Declined:
		return show{&askDialog{
			question: "Take your no back?",
			detail:   "You can be proposed then, and are asked last. A leader has dedicated time for it.",
			yes:      send{command: workshop.AcceptNomination{HasTime: true}, said: "You can be proposed.", then: closeBooth{}},
		}}
	}
	return nil
}

// earlyBindings lists the keys of answerEarly.
func earlyBindings(st stage) []key.Binding {
	n, ok := asked(st.view)
	switch {
	case !ok:
		return nil
	case n.Declined:
		return []key.Binding{named(st.keys.accept, "take my no back")}
	default:
		return []key.Binding{named(st.keys.decline, "it can't be me")}
	}
}

// earlyParts say to somebody who was nominated that they are asked last.
func earlyParts(st stage) []part {
	t := st.theme
	n, ok := asked(st.view)
	if !ok {
		return nil
	}
	said := st.Say("You are nominated, %s. If you are proposed, you are asked last.", n.Name)
	if n.Declined {
		said = st.Say("You have declined, %s.", n.Name)
	}
	return []part{{lines: []string{t.Line(st.width)}, gives: 2}, {lines: styled(t.Strong, theme.Wrap(said, st.width))}}
}

// answerProposed is what y and d do for whom the group would have as a leader: y only when everyone has answered.
func answerProposed(st stage, msg tea.KeyPressMsg) action {
	switch v := st.view; {
	case key.Matches(msg, st.keys.accept) && v.Answers.Reached():
		return show{&askDialog{
			question: "Do you have dedicated time for it?",
			detail:   "As part of your job, and agreed with whoever gives the time. With your yes, you lead.",
			yes:      send{command: workshop.AcceptNomination{HasTime: true}, said: "You lead.", then: closeBooth{}},
			no:       show{askToDecline()},
		}}
	case key.Matches(msg, st.keys.decline):
		return show{askToDecline()}
	}
	return nil
}

func askToDecline() *askDialog {
	return &askDialog{
		question: "Decline the proposal?",
		detail:   "You are free to. Nobody asks why, and the group goes on to another proposal.",
		yes:      declined(),
	}
}

// proposedBindings lists the keys of answerProposed.
func proposedBindings(st stage) []key.Binding {
	if st.view.Answers.Reached() {
		return []key.Binding{st.keys.accept, st.keys.decline}
	}
	return []key.Binding{st.keys.decline}
}

// proposedParts ask the person proposed, when it is their turn, and say what the role is.
func proposedParts(st stage) []part {
	t, v := st.theme, st.view
	if !v.Answers.Reached() {
		said := st.Say("You are proposed, %s. You are asked last, when all others have answered.", nameOf(v, v.Me))
		if len(v.Answers.Objections) > 0 {
			said = st.Say("You are proposed, %s. The objections are heard first; you are asked when there are none.", nameOf(v, v.Me))
		}
		return []part{{lines: styled(t.Strong, wrapped(st, said))}, keysPart(st, proposedBindings(st))}
	}
	return []part{
		{lines: ticked(t, st.Say("The group consents, %s. Will you lead?", nameOf(v, v.Me)), st.width)},
		keysPart(st, proposedBindings(st)),
		{lines: leaderRole(st, st.width)[1:], gives: 1},
	}
}

// keysPart says in the body which keys answer what is asked there.
func keysPart(st stage, keys []key.Binding) part {
	line := ""
	for _, b := range keys {
		if line != "" {
			line += "    "
		}
		line += st.theme.Key.Render(keyName(st.Tongue, b)) + " " + st.theme.Text.Render(st.Marked(b.Help().Desc))
	}
	return part{lines: []string{line}, gives: 1}
}
