package tui

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// scroll is which part of a long text is seen.
type scroll struct {
	top  int
	page int // lines that were seen, when it was drawn last
}

// move answers the keys that scroll.
func (s *scroll) move(k *keyMap, m tea.KeyPressMsg) bool {
	switch {
	case key.Matches(m, k.up):
		s.top--
	case key.Matches(m, k.down):
		s.top++
	case key.Matches(m, k.pageUp):
		s.top -= max(1, s.page-1)
	case key.Matches(m, k.pageDown):
		s.top += max(1, s.page-1)
	default:
		return false
	}
	return true
}

// window is the part that is seen: at most so many lines, the last of which says how much there is when that is more.
func (s *scroll) window(st stage, lines []string, height int) []string {
	s.page = height
	if len(lines) <= height {
		s.top = 0
		return lines
	}
	s.page = max(1, height-1)
	s.top = max(0, min(s.top, len(lines)-s.page))
	t := st.theme
	where := fmt.Sprintf("lines %d to %d of %d", s.top+1, s.top+s.page, len(lines))
	return append(lines[s.top:s.top+s.page:s.top+s.page], t.Muted.Render(t.Cut(where, st.width)))
}
