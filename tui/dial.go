package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// dial is a number in a dialog, from 1 to the most there may be, that + and - change. It begins at the usual one.
type dial struct{ at, usual, most int }

func dialAt(usual, most int) dial { return dial{at: usual, usual: usual, most: most} }

// turn changes the number, or answers that the key is not for that. Nothing is selected beside it, so that arrows turn it too.
func (d *dial) turn(k *keyMap, m tea.KeyPressMsg) bool {
	switch {
	case key.Matches(m, k.more, k.right, k.up):
		d.at = min(d.at+1, d.most)
	case key.Matches(m, k.less, k.left, k.down):
		d.at = max(d.at-1, 1)
	default:
		return false
	}
	return true
}

// draw has the number in dots and digits and, while it is the usual one, why that is usual.
func (d *dial) draw(st stage, why string) string {
	t := st.theme
	s := t.Accent.Render(strings.Repeat(t.Dot+" ", d.at)) + t.Strong.Render(fmt.Sprint(d.at))
	if d.at == d.usual {
		s += t.Muted.Render("  " + why)
	}
	return s
}

// turns are the two keys, with what each of them does.
func (d *dial) turns(k *keyMap, more, less string) []key.Binding {
	return []key.Binding{named(k.more, more), named(k.less, less)}
}
