package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// codeScreen asks a visitor for the code of the workshop. What was typed stays when it is refused.
type codeScreen struct{ field field }

func newCodeScreen(code string) *codeScreen {
	s := &codeScreen{field: newField()}
	s.field.set(code)
	return s
}

func (s *codeScreen) typing() bool   { return true }
func (s *codeScreen) tellsRefusals() {}

func (s *codeScreen) update(st stage, msg tea.Msg) action {
	if m, ok := msg.(tea.KeyPressMsg); ok && key.Matches(m, st.keys.come) {
		if s.field.text() == "" {
			return nil
		}
		return enterByCode{s.field.text()}
	}
	s.field.update(msg)
	return nil
}

func (s *codeScreen) draw(st stage) []string {
	t, in := st.theme, porch(st)
	return middle(st, arrange(in, 0, append([]part{
		{lines: styled(t.Accent, wrapped(in, in.Say("Welcome.")))},
		gap(),
		{lines: styled(t.Strong, wrapped(in, in.Say("Which workshop have you come for?")))},
		mutedPart(in, in.Say("Its code is two words with a hyphen, like brave-otter. "+
			"You find it on the large screen, or the facilitator tells you."), 2),
		gap(),
		{lines: s.field.boxed(t, in.Say("the code"), in.width, 1)},
	}, refusalParts(in)...)...))
}

func (s *codeScreen) bindings(st stage) []key.Binding {
	return []key.Binding{st.keys.come, st.keys.leave}
}
