package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop/tongue"
)

// inputDialog asks for one line of text. It stays open, with what was typed, until what follows from it has worked.
type inputDialog struct {
	title  string
	hint   string
	verb   string // what enter does
	field  field
	then   func(text string) action
	left   func() action         // what follows from esc; nil: nothing
	leaves string                // what esc does
	given  string                // what stood in the field at first
	moved  bool                  // the group has moved on meanwhile
	late   func(st stage) string // says what the keys do then, empty for as ever; nil where enter is just tried
}

func newInputDialog(title, hint, verb, value string, then func(string) action) *inputDialog {
	d := &inputDialog{
		title: title, hint: hint, verb: verb, field: newField(), given: value, then: then, leaves: tongue.Mark("cancel"),
	}
	d.field.set(value)
	return d
}

func (d *inputDialog) outlives(stage) bool {
	d.moved = typedOver(&d.field, d.given)
	return d.moved
}

// typedOver says whether somebody has typed something into a field that is not what it began with.
func typedOver(f *field, given string) bool { return f.text() != "" && f.text() != given }

func (d *inputDialog) update(st stage, msg tea.Msg) action {
	if m, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case key.Matches(m, st.keys.back) && d.left != nil:
			return dismiss{d.left()}
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
	lines := styled(t.Strong, theme.Wrap(st.Marked(d.title), width))
	if d.moved {
		lines = append(lines, d.movedLines(st, width)...)
	}
	for _, l := range theme.Wrap(st.Marked(d.hint), width) {
		lines = append(lines, t.Muted.Render(l))
	}
	lines = append(lines, "")
	lines = append(lines, d.field.draw(t, width, 3)...)
	return append(lines, "", t.Key.Render(st.Say("enter"))+" "+st.Marked(d.verb)+"    "+t.Key.Render("esc")+" "+st.Marked(d.leaves))
}

// movedLines are those of every dialog, unless this one has its own.
func (d *inputDialog) movedLines(st stage, width int) []string {
	if d.late == nil {
		return movedLines(st, width)
	}
	if words := d.late(st); words != "" {
		return styled(st.theme.Warn, theme.Wrap(words, width))
	}
	return nil
}

func (d *inputDialog) bindings(st stage) []key.Binding {
	return []key.Binding{named(st.keys.enter, d.verb), named(st.keys.back, d.leaves)}
}
