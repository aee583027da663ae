package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/canvas"
	"convene/tui/theme"
	"convene/workshop"
)

// canvasScreen is the end of the way: the canvas that the group has made, and its exports one key away.
type canvasScreen struct{ reader reader }

func (s *canvasScreen) typing() bool { return false }

func (s *canvasScreen) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok || s.reader.move(st.keys, m) {
		return nil
	}
	if leads(st.view) && key.Matches(m, st.keys.decline) {
		return layDown()
	}
	if st.view.MyRole != workshop.Facilitator {
		return nil
	}
	if plans(st.view) && key.Matches(m, st.keys.plan) {
		return planAction(st.view)
	}
	return exporting(st, m, st.view.Canvas)
}

// exporting answers the keys that save a canvas.
func exporting(st stage, m tea.KeyPressMsg, c workshop.Canvas) action {
	switch {
	case !st.saves:
		return nil
	case key.Matches(m, st.keys.markdown):
		return exportCanvas{c, "markdown"}
	case key.Matches(m, st.keys.html):
		return exportCanvas{c, "html"}
	case key.Matches(m, st.keys.json):
		return exportCanvas{c, "json"}
	}
	return nil
}

// first puts saving before the facilitator's keys: it is what one is here for.
func (s *canvasScreen) first() bool { return true }

func (s *canvasScreen) draw(st stage) []string {
	t := st.theme
	closing := styled(t.Strong, theme.Wrap(closingWords(st), st.width))
	room := max(1, st.height-len(closing))
	lines := s.reader.window(st, canvas.Lines(t, st.view.Canvas, st.width), room)
	for len(lines) < room {
		lines = append(lines, "")
	}
	return append(lines, closing...)
}

// closingWords says what is left to do.
func closingWords(st stage) string {
	v := st.view
	switch {
	case v.Ended.IsZero() && !v.Leadership.Decided() && v.MyRole == workshop.Facilitator:
		return "The election is open again. b goes back to it: find a leader, or record that there is none yet."
	case v.Ended.IsZero() && !v.Leadership.Decided():
		return "The election is open again. The facilitator goes back to it."
	case !st.saves && v.MyRole == workshop.Facilitator:
		return "This is what they made together. ctrl+c leaves."
	case !v.Ended.IsZero() && v.MyRole == workshop.Facilitator:
		return "Finished. The canvas stays: m saves it, esc leads back."
	case !v.Ended.IsZero():
		return "Thank you for taking part. ctrl+c leaves."
	case v.MyRole == workshop.Facilitator:
		return "m saves it, n finishes the workshop. Read it out together first."
	default:
		return "This is what you made together."
	}
}

func (s *canvasScreen) bindings(st stage) []key.Binding {
	k := st.keys
	out := slices.Concat(planKeys(st), s.reader.bindings(st), leadBindings(st))
	if st.view.MyRole == workshop.Facilitator && st.saves {
		out = append([]key.Binding{k.markdown, k.html, k.json}, out...)
	}
	return out
}
