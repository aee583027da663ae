package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
)

// arriveScreen is where a visitor says who they are: by a name for a new seat or, when they say that they have one, by
// the code of that seat.
type arriveScreen struct {
	name, code field
	returning  bool // the code is asked for
}

func newArriveScreen(st stage) *arriveScreen {
	s := &arriveScreen{name: newField(), code: newField()}
	s.name.set(st.called)
	return s
}

func (s *arriveScreen) typing() bool   { return true }
func (s *arriveScreen) tellsRefusals() {}

func (s *arriveScreen) update(st stage, msg tea.Msg) action {
	if m, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case key.Matches(m, st.keys.seatCode):
			s.returning = !s.returning
			return nil
		case key.Matches(m, st.keys.back):
			s.returning = false
			return nil
		case key.Matches(m, st.keys.come) && s.returning && s.code.text() != "":
			return takeSeat{s.code.text()}
		case key.Matches(m, st.keys.come) && !s.returning:
			return join{s.name.text()}
		case key.Matches(m, st.keys.come):
			return nil
		}
	}
	if s.returning {
		s.code.update(msg)
	} else {
		s.name.update(msg)
	}
	return nil
}

func (s *arriveScreen) draw(st stage) []string {
	in := porch(st)
	parts := append(topicParts(in), gap())
	if s.returning {
		parts = append(parts, s.codeParts(in)...)
	} else {
		parts = append(parts, s.nameParts(in)...)
	}
	return middle(st, arrange(in, 0, append(parts, part{lines: []string{s.other(in)}})...))
}

func (s *arriveScreen) nameParts(st stage) []part {
	said := st.Say("Your first name will do. Everyone here sees it.")
	if st.view.Locked {
		said = st.Say("The door is locked: the facilitator is asked to let you in.")
	}
	return append([]part{
		{lines: styled(st.theme.Strong, wrapped(st, st.Say("What shall we call you?")))},
		mutedPart(st, said, 2),
		{lines: s.name.boxed(st.theme, st.Say("your name"), st.width, 1)},
	}, refusalParts(st)...)
}

func (s *arriveScreen) codeParts(st stage) []part {
	return append([]part{
		{lines: styled(st.theme.Strong, wrapped(st, st.Say("What is your seat code?")))},
		mutedPart(st, st.Say("It looks like k7qm-2fxd-6h, and stood on your screen while you were here."), 2),
		{lines: s.code.boxed(st.theme, st.Say("your seat code"), st.width, 1)},
	}, refusalParts(st)...)
}

// other says what else there is to do.
func (s *arriveScreen) other(st stage) string {
	t := st.theme
	said := st.Say("Been here before? Type your seat code.")
	if s.returning {
		said = st.Say("No seat yet? Say your name.")
	}
	if !s.returning && theme.Width(said)+5 > st.width {
		said = st.Say("I have a seat code.")
	}
	return t.Key.Render("tab") + "  " + t.Text.Render(said)
}

func (s *arriveScreen) bindings(st stage) []key.Binding {
	k := st.keys
	if s.returning {
		return []key.Binding{k.come, named(k.seatCode, "no seat yet"), k.leave}
	}
	return []key.Binding{k.come, k.seatCode, k.leave}
}
