package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// reader remembers which part of a long text is seen. The zero reader begins at the top. It knows how much there is
// once it was drawn.
type reader struct {
	top  int
	page int // lines that were seen, when it was drawn last
	all  int // lines that there were
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

// bindings are the keys that scroll, when there is more than is seen.
func (r *reader) bindings(st stage) []key.Binding {
	if r.all <= r.page {
		return nil
	}
	return []key.Binding{named(st.keys.down, "scroll"), named(st.keys.pageDown, "a page")}
}

// window is the part that is seen: at most so many lines, the last of which says where there is more.
func (r *reader) window(st stage, lines []string, height int) []string {
	r.page, r.all = height, len(lines)
	if len(lines) <= height {
		r.top = 0
		return lines
	}
	r.page = max(1, height-1)
	r.top = max(0, min(r.top, len(lines)-r.page))
	return append(lines[r.top:r.top+r.page:r.top+r.page], moreLine(st, r.top, r.page, len(lines)))
}

// moreLine says where there is more than the lines that are seen.
func moreLine(st stage, top, seen, all int) string {
	more := st.Say("more below")
	switch {
	case top+seen >= all:
		more = st.Say("more above")
	case top > 0:
		more = st.Say("more above and below")
	}
	return st.theme.Muted.Render(st.theme.Ellipsis + " " + more)
}
