package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// dialog stands in front of the screen and gets the keys first. It answers with dismiss when it is through.
type dialog interface {
	update(st stage, msg tea.Msg) action
	// draw returns the dialog's lines, at most st.width-6 cells wide; App draws the box around them.
	draw(st stage) []string
	bindings(st stage) []key.Binding
}
