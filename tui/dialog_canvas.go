package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/canvas"
	"convene/workshop"
)

// canvasDialog shows a canvas in front of everything, as it was when it was opened.
type canvasDialog struct {
	canvas workshop.Canvas
	reader reader
}

func (d *canvasDialog) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok, d.reader.move(st.keys, m):
		return nil
	case key.Matches(m, st.keys.back), key.Matches(m, st.keys.canvas), key.Matches(m, st.keys.enter):
		return dismiss{}
	}
	return exporting(st, m, d.canvas)
}

// draw takes nearly the whole screen: all but the header, the toast, the footer and the box that App draws
// around it.
func (d *canvasDialog) draw(st stage) []string {
	return d.reader.window(st, canvas.Lines(st.theme, d.canvas, max(1, st.width-6)), st.height)
}

func (d *canvasDialog) bindings(st stage) []key.Binding {
	k := st.keys
	out := []key.Binding{named(k.back, "close")}
	if st.saves {
		out = append(out, k.markdown, k.html, k.json)
	}
	return append(out, d.reader.bindings(st)...)
}
