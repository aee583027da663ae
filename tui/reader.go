package tui

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// reader remembers which part of a long text is seen. The zero reader begins at the top.
type reader struct {
	top  int
	page int // lines that were seen, when it was drawn last
}

// move answers the keys that scroll.
func (r *reader) move(k *keyMap, m tea.KeyPressMsg) bool {
	switch {
	case key.Matches(m, k.up):
		r.top--
	case key.Matches(m, k.down):
		r.top++
	case key.Matches(m, k.pageUp):
		r.top -= max(1, r.page-1)
	case key.Matches(m, k.pageDown):
		r.top += max(1, r.page-1)
	default:
		return false
	}
	return true
}

// window is the part that is seen: at most so many lines, the last of which says how much there is when that is more.
func (r *reader) window(st stage, lines []string, height int) []string {
	r.page = height
	if len(lines) <= height {
		r.top = 0
		return lines
	}
	r.page = max(1, height-1)
	r.top = max(0, min(r.top, len(lines)-r.page))
	t := st.theme
	where := fmt.Sprintf("lines %d to %d of %d", r.top+1, r.top+r.page, len(lines))
	return append(lines[r.top:r.top+r.page:r.top+r.page], t.Muted.Render(t.Cut(where, st.width)))
}
