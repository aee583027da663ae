package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
)

// inputDialog asks for one line of text. It stays open, with what was typed, until what follows from it has worked.
type inputDialog struct {
	title string
	hint  string
	field field
	then  func(text string) action
}

func newInputDialog(title, hint, value string, then func(string) action) *inputDialog {
	d := &inputDialog{title: title, hint: hint, field: newField(), then: then}
	d.field.set(value)
	return d
}

func (d *inputDialog) update(st stage, msg tea.Msg) action {
	if m, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case key.Matches(m, st.keys.back):
			return dismiss{}
		case key.Matches(m, st.keys.enter):
			return attempt{d.then(d.field.text())}
		}
	}
	d.field.update(msg)
	return nil
}

func (d *inputDialog) draw(st stage) []string {
	t := st.theme
	width := min(st.width-6, 64)
	lines := []string{t.Strong.Render(t.Cut(d.title, width))}
	for _, l := range theme.Wrap(d.hint, width) {
		lines = append(lines, t.Muted.Render(l))
	}
	lines = append(lines, "")
	lines = append(lines, d.field.draw(t, width, 3)...)
	return append(lines, "", t.Key.Render("enter")+" keep    "+t.Key.Render("esc")+" cancel")
}

func (d *inputDialog) bindings(st stage) []key.Binding {
	return []key.Binding{named(st.keys.enter, "keep"), named(st.keys.back, "cancel")}
}
