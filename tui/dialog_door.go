package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// doorDialog asks a facilitator about somebody at the locked door. It may open by itself, and so it hears only the keys that
// it shows: n goes on everywhere else, and who is turned away can't ask again.
type doorDialog struct {
	hush
	knock workshop.Knock
}

func (d *doorDialog) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok || !d.wakes(st) {
		return nil
	}
	k := st.keys
	switch {
	case agrees(st, m):
		return attempt{send{command: workshop.AdmitPerson{Person: d.knock.Person}, said: st.Say("%s is in.", d.knock.Name)}}
	case key.Matches(m, k.decline):
		return show{&askDialog{
			question: st.Say("Turn %s away?", d.knock.Name),
			detail:   "They are told so, and can't ask again.",
			yes:      send{command: workshop.RefusePerson{Person: d.knock.Person}, said: st.Say("%s was turned away.", d.knock.Name)},
			stays:    true,
		}}
	case key.Matches(m, k.back):
		return dismiss{putOff{d.knock.Person}}
	}
	return nil
}

func (d *doorDialog) draw(st stage) []string {
	t := st.theme
	width := min(st.width-6, 64)
	lines := styled(t.Strong, theme.Wrap(st.Say("%s is at the door. Let them in?", d.knock.Name), width))
	if n := len(st.view.Knocks) - 1; n > 0 {
		lines = append(lines, t.Muted.Render(st.Count(n, "%d person waits too.", "%d people wait too.")))
	}
	keys := t.Key.Render(yesLetter(st)) + " " + st.Say("let in") + "    " + t.Key.Render("d") + " " + st.Say("turn away") +
		"    " + t.Key.Render("esc") + " " + st.Say("later")
	room := min(width, theme.Width(keys))
	if !d.hears(st) {
		keys = "" // the box is as wide as it will be
	}
	return append(lines, "", t.Pad(keys, room))
}

func (d *doorDialog) bindings(st stage) []key.Binding {
	k := st.keys
	if !d.hears(st) {
		return nil
	}
	return []key.Binding{named(yesOrNo(st)[0], "let in"), named(k.decline, "turn away"), named(k.back, "later")}
}
