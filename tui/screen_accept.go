package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
)

// acceptScreen shows the nominees with all reasons and where each stands. A nominee at the keyboard accepts or
// declines here.
type acceptScreen struct{ list choice }

func (s *acceptScreen) typing() bool { return false }

func (s *acceptScreen) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok || s.list.scroll(st.keys, m) {
		return nil
	}
	return answer(st, m)
}

func (s *acceptScreen) bindings(st stage) []key.Binding {
	return append(answerBindings(st), s.list.scrolls(st.keys)...)
}

func (s *acceptScreen) draw(st stage) []string {
	t, v := st.theme, st.view
	if len(v.Nominees) == 0 {
		nobody := []string{t.Strong.Render(st.Say("Nobody was nominated."))}
		return arrange(st, 0, gap(), part{lines: nobody}, gap(), part{lines: waysOut(st)})
	}
	sum := awaited(st)
	title := []string{t.Strong.Render(nominatedWords(st.Tongue, len(v.Nominees))), sum}
	if theme.Width(title[0]+sum) < st.width {
		title = []string{t.Spread(title[0], sum, st.width)}
	}
	parts := []part{
		gap(),
		{lines: title},
		gap(),
		{fill: true, list: func(room int) []string { return s.list.reel(st, nominees(st, room), room) }},
	}
	return arrange(st, 3, append(parts, answerParts(st)...)...)
}

// awaited says how many of those who were nominated have not answered.
func awaited(st stage) string {
	t, waiting := st.theme, 0
	for _, n := range st.view.Nominees {
		if !n.Accepted && !n.Declined {
			waiting++
		}
	}
	if waiting == 0 {
		return t.Good.Render(t.Done + " " + st.Say("everyone has answered"))
	}
	return t.Warn.Render(t.Waiting + " " + st.Count(waiting, "%d answer to come", "%d answers to come"))
}

func nominatedWords(l tongue.Tongue, n int) string {
	if n == 1 {
		return l.Say("One person was nominated")
	}
	return l.Say("%d people were nominated", n)
}

// nominees lists everyone who was nominated, with the reasons and where they stand, and an empty line between people
// when there is room.
func nominees(st stage, room int) []string {
	t := st.theme
	var tight, airy []string
	for _, n := range st.view.Nominees {
		lines := append([]string{t.Spread(t.Title.Render(n.Name), nomineeWords(st, n), st.width)}, reasonLines(st, n)...)
		if airy != nil {
			airy = append(airy, "")
		}
		tight, airy = append(tight, lines...), append(airy, lines...)
	}
	if len(airy) > room {
		return tight
	}
	return airy
}

// reasonLines are the reasons for somebody; a reason counts, not who gave it.
func reasonLines(st stage, n workshop.Nominee) []string {
	var lines []string
	for _, r := range n.Reasons {
		lines = append(lines, bulleted(st.theme, r, st.width-2)...)
	}
	return lines
}

// waysOut says what can be done when there is nobody to elect.
func waysOut(st stage) []string {
	k := st.keys
	return append(
		facilitatorWill(st, k.stepBack, st.Say("goes back to the nominations"), st.Say("The facilitator goes back to the nominations")),
		facilitatorWill(st, k.noLeader, st.Say("records that there is no leader yet, and why: that is a valid outcome"),
			st.Say("The facilitator records that there is no leader yet, and why: that is a valid outcome"))...)
}
