package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// choice is which row of a list is selected, and which line of the list is seen first when it is longer than its place.
type choice struct {
	at, top int
	more    bool // there was more than could be seen, when it was drawn last
}

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

// scrolls is the key for a list in which nothing is selected, when there is more of it than is seen.
func (c *choice) scrolls(k *keyMap) []key.Binding {
	if !c.more {
		return nil
	}
	return []key.Binding{named(k.down, "scroll")}
}

// moves is the pair of keys that move the selection among so many rows.
func (c *choice) moves(k *keyMap, rows int) []key.Binding {
	if rows < 2 {
		return nil
	}
	return []key.Binding{k.upDown("move")}
}

// keep moves the lines so far that those from first to last are seen.
func (c *choice) keep(first, last, room int) { c.top = max(min(c.top, first), last-room+2) }

// page returns what is seen of the lines. When not all of them are, the last line says so.
func (c *choice) page(st stage, lines []string, room int) []string {
	if c.more = len(lines) > room; !c.more {
		c.top = 0
		return lines
	}
	room = max(1, room-1)
	c.top = max(0, min(c.top, len(lines)-room))
	shown := append([]string{}, lines[c.top:c.top+room]...)
	return append(shown, moreLine(st, c.top, room, len(lines)))
}

// reel is page where nothing is selected: the last line says, too, what the arrows do.
func (c *choice) reel(st stage, lines []string, room int) []string {
	shown := c.page(st, lines, room)
	if c.more {
		shown[len(shown)-1] += st.theme.Muted.Render(st.Say(": arrows scroll"))
	}
	return shown
}
