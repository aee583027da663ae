package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
)

// scroller remembers which row of a list is selected, and which line stands first when the list is longer than its
// place.
type scroller struct{ at, top int }

// step moves the selection among so many rows, or answers that the key is not for moving.
func (s *scroller) step(k *keyMap, msg tea.KeyPressMsg, rows int) bool {
	switch {
	case key.Matches(msg, k.up):
		s.at--
	case key.Matches(msg, k.down):
		s.at++
	case key.Matches(msg, k.pageUp):
		s.at -= 5
	case key.Matches(msg, k.pageDown):
		s.at += 5
	default:
		return false
	}
	s.at = max(0, min(s.at, rows-1))
	return true
}

// scroll moves the lines of a list without selection, or answers that the key is not for moving.
func (s *scroller) scroll(k *keyMap, msg tea.KeyPressMsg) bool {
	switch {
	case key.Matches(msg, k.up), key.Matches(msg, k.pageUp):
		s.top = max(0, s.top-3)
	case key.Matches(msg, k.down), key.Matches(msg, k.pageDown):
		s.top += 3
	default:
		return false
	}
	return true
}

// keep moves the lines so far that those from first to last are seen.
func (s *scroller) keep(first, last, room int) { s.top = max(min(s.top, first), last-room+2) }

// page returns what is seen of the lines. When not all of them are, the last line says so.
func (s *scroller) page(t *theme.Theme, lines []string, room int) []string {
	if len(lines) <= room {
		s.top = 0
		return lines
	}
	room = max(1, room-1)
	s.top = max(0, min(s.top, len(lines)-room))
	more := "more below"
	switch {
	case s.top+room == len(lines):
		more = "more above"
	case s.top > 0:
		more = "more above and below"
	}
	shown := append([]string{}, lines[s.top:s.top+room]...)
	return append(shown, t.Muted.Render(t.Ellipsis+" "+more))
}
