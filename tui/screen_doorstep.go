package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// doorstepScreen is for those who have nothing to say at the door: they wait, were turned away, or have lost their seat.
type doorstepScreen struct{}

func (s *doorstepScreen) typing() bool                    { return false }
func (s *doorstepScreen) update(stage, tea.Msg) action    { return nil }
func (s *doorstepScreen) bindings(st stage) []key.Binding { return []key.Binding{st.keys.leave} }

func (s *doorstepScreen) draw(st stage) []string {
	t, in := st.theme, porch(st)
	said, more := doorstepWords(st)
	parts := append(topicParts(in), gap(), part{lines: styled(t.Strong, wrapped(in, said))})
	for _, m := range more {
		parts = append(parts, gap(), part{lines: styled(t.Text, wrapped(in, m))})
	}
	return middle(st, arrange(in, 0, parts...))
}

// doorstepWords say how it stands, and what the person can do.
func doorstepWords(st stage) (said string, more []string) {
	switch st.view.Standing {
	case workshop.Knocking:
		told := st.Say("The facilitator has been told that you are here.")
		if st.called != "" {
			told = st.Say("The facilitator has been told that you are here, %s.", st.called)
		}
		if !st.view.Ended.IsZero() {
			return st.Say("The door is locked."), []string{told, untilLetIn(st)}
		}
		return st.Say("The door is locked."), []string{told, st.Say("Stay here: the workshop opens by itself once you are let in.")}
	case workshop.Turned:
		return st.Say("The facilitator has not let you in."), []string{
			st.Say("It may be the wrong workshop, or the wrong moment. Ask them in person if you think so."),
			st.Say("ctrl+c takes you back to your own terminal."),
		}
	default:
		return st.Say("You no longer have a seat here."), []string{
			st.Say("The facilitator has taken it back. What you wrote stays on the wall. If it was a mistake, tell them."),
			st.Say("ctrl+c takes you back to your own terminal."),
		}
	}
}

// untilLetIn say how to wait where it may take days until a facilitator comes by. Whoever has no key comes back with the
// code of the seat that they will have.
func untilLetIn(st stage) string {
	if st.seatCode != "" {
		return st.Say("It opens by itself once you are let in. You may leave, and come back with this seat code: %s", st.seatCode)
	}
	return st.Say("It opens by itself once you are let in. You may leave, and come back with the same key.")
}

// porch is a stage no wider than what is read at the door.
func porch(st stage) stage {
	st.width = min(st.width, 60)
	return st
}

// topicParts say which workshop it is.
func topicParts(st stage) []part {
	said := st.Say("Founding a community of practice for")
	if !st.view.Ended.IsZero() {
		said = st.Say("The community of practice for")
	}
	return []part{
		mutedPart(st, said, 3),
		{lines: styled(st.theme.Accent, theme.Wrap(st.view.Topic, st.width))},
	}
}

// refusalParts are what was refused just now, or two empty lines that keep its place.
func refusalParts(st stage) []part {
	if st.refusal == "" {
		return []part{{lines: []string{""}}, gap()}
	}
	said := styled(st.theme.Bad.Bold(true), wrapped(st, st.theme.Refused+" "+st.refusal))
	if len(said) == 1 {
		return []part{{lines: said}, gap()}
	}
	return []part{{lines: said}}
}
