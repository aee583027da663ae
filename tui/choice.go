package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// choice is which row of a list is selected, and which line of the list is seen first when it is longer than its place.
type choice struct{ at, top int }

// step moves the selection among so many rows, or answers that the key is not for moving.
func (c *choice) step(k *keyMap, msg tea.KeyPressMsg, rows int) bool {
	switch {
	case key.Matches(msg, k.up):
		c.at--
	case key.Matches(msg, k.down):
		c.at++
	case key.Matches(msg, k.pageUp):
		c.at -= 5
	case key.Matches(msg, k.pageDown):
		c.at += 5
	default:
		return false
	}
	c.at = max(0, min(c.at, rows-1))
	return true
}

// scroll moves the lines of a list in which nothing is selected, or answers that the key is not for moving.
func (c *choice) scroll(k *keyMap, msg tea.KeyPressMsg) bool {
	switch {
	case key.Matches(msg, k.up), key.Matches(msg, k.pageUp):
		c.top = max(0, c.top-3)
	case key.Matches(msg, k.down), key.Matches(msg, k.pageDown):
		c.top += 3
	default:
		return false
	}
	return true
}

// keep moves the lines so far that those from first to last are seen.
func (c *choice) keep(first, last, room int) { c.top = max(min(c.top, first), last-room+2) }

// page returns what is seen of the lines. When not all of them are, the last line says so.
func (c *choice) page(st stage, lines []string, room int) []string {
	if len(lines) <= room {
		c.top = 0
		return lines
	}
	room = max(1, room-1)
	c.top = max(0, min(c.top, len(lines)-room))
	more := "more below"
	switch {
	case c.top+room == len(lines):
		more = "more above"
	case c.top > 0:
		more = "more above and below"
	}
	shown := append([]string{}, lines[c.top:c.top+room]...)
	return append(shown, st.theme.Muted.Render(st.theme.Ellipsis+" "+more))
}
