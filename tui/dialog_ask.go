package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
)

// askDialog asks a question that is answered with y or n, or with the letter of its language. Enter takes the safe answer: no,
// unless yesIsSafe. Esc answers nothing and goes back to where the question came from.
type askDialog struct {
	question  string
	detail    string // may have several lines
	yes, no   action
	yesIsSafe bool
	stays     bool // is about something else than what the group does, and stays when it moves on
}

func (d *askDialog) outlives(stage) bool { return d.stays }

func (d *askDialog) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch {
	case agrees(st, m), d.yesIsSafe && key.Matches(m, st.keys.enter):
		return dismiss{d.yes}
	case key.Matches(m, st.keys.back):
		return dismiss{}
	case key.Matches(m, st.keys.no), key.Matches(m, st.keys.enter):
		return dismiss{d.no}
	}
	return nil
}

func (d *askDialog) draw(st stage) []string {
	t := st.theme
	width := min(st.width-6, 64)
	var lines []string
	for _, l := range theme.Wrap(st.Marked(d.question), width) {
		lines = append(lines, t.Strong.Render(l))
	}
	if d.detail != "" {
		lines = append(lines, "")
		for _, part := range strings.Split(st.Marked(d.detail), "\n") {
			for _, l := range theme.Wrap(part, width) {
				lines = append(lines, t.Muted.Render(l))
			}
		}
	}
	letter := yesLetter(st)
	yes, no := t.Key.Render(letter)+" "+st.Say("yes"), t.Key.Bold(true).Render("n")+" "+t.Strong.Render(st.Say("no (enter)"))
	if d.yesIsSafe {
		yes, no = t.Key.Bold(true).Render(letter)+" "+t.Strong.Render(st.Say("yes (enter)")), t.Key.Render("n")+" "+st.Say("no")
	}
	return append(lines, "", yes+"    "+no)
}

func (d *askDialog) bindings(st stage) []key.Binding { return yesOrNo(st) }

// yesOrNo are the keys that answer a question, as its language has them.
func yesOrNo(st stage) []key.Binding {
	yes := st.keys.yes
	yes.SetHelp(yesLetter(st), yes.Help().Desc)
	return []key.Binding{yes, st.keys.no}
}

// yesLetter is the letter that says yes in the language of the question.
func yesLetter(st stage) string { return st.SayAs("key", "y") }

// agrees says whether a key says yes. The y does in every language.
func agrees(st stage, m tea.KeyPressMsg) bool {
	return key.Matches(m, st.keys.yes) || strings.EqualFold(m.Text, yesLetter(st))
}
