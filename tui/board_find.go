package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/board"
	"convene/tui/theme"
	"convene/workshop"
)

// finder is what is typed to find something on the wall, and where one was before.
type finder struct {
	field  field
	search *board.Search
	from   board.Ref
}

// find begins to look for something.
func (s *boardScreen) find() {
	s.finder = &finder{field: newField(), search: board.NewSearch(""), from: s.selected}
}

// finding answers a key or a paste while something is looked for. Arrows walk over what is found; letters are text.
func (s *boardScreen) finding(st stage, msg tea.Msg) action {
	k := st.keys
	if m, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case key.Matches(m, k.back):
			s.selected = s.finder.from
			s.finder = nil
			return nil
		case key.Matches(m, k.enter) && s.look(st).Found() == 0:
			s.selected, s.finder = s.finder.from, nil
			return say{text: "Nothing says that. You are where you were.", tone: plainly}
		case key.Matches(m, k.enter):
			s.finder = nil
			delete(s.folded, s.look(st).In(s.selected))
			return nil
		case m.Text == "":
			if to, moved := s.walk(st, m, s.layout(st)); moved {
				s.selected = s.nextFound(st, to, key.Matches(m, k.up, k.pageUp))
				return nil
			}
		}
	}
	before := s.finder.field.text()
	if s.finder.field.update(msg); s.finder.field.text() != before {
		s.finder.search.Type(s.finder.field.text())
		s.column, s.rank = "", 0
		s.layout(st) // selects what is left, when what was selected isn't
		s.selected = s.nextFound(st, s.selected, false)
	}
	return nil
}

// nextFound is the place itself, when it says what is typed, or else the next one that does: what stands there only to show
// where something is found is passed over. At the end of a column it turns round.
func (s *boardScreen) nextFound(st stage, from board.Ref, up bool) board.Ref {
	w, l := s.look(st), s.layout(st)
	by := 1
	if up {
		by = -1
	}
	for _, by := range []int{by, -by} {
		at := from
		for {
			if w.Says(at) {
				return at
			}
			next := l.Move(at, by)
			if next == at {
				break
			}
			at = next
		}
	}
	return from
}

// findWords is the line in which one types, and how much is found.
func (s *boardScreen) findWords(st stage) string {
	t := st.theme
	all, some := countAll(st.view.Columns), s.look(st).Found()
	said := st.Count(all, "%d of %d note", "%d of %d notes", some, all)
	if some == 0 {
		said = st.Say("nothing says that")
	}
	room := max(1, st.width-theme.Width(said)-5)
	typed := s.finder.field.draw(t, room, 1)
	line := ""
	if len(typed) > 0 {
		line = typed[0]
	}
	return t.Spread(t.Accent.Render("/")+" "+line, t.Muted.Render(said), st.width)
}

// countAll counts what is on the wall, parked notes included.
func countAll(columns []workshop.Column) int {
	n := 0
	for _, c := range columns {
		n += len(c.Lone) + len(c.Parked)
		for _, p := range c.Clusters {
			n += len(p.Notes)
		}
	}
	return n
}

// findBindings are the keys that are no text while something is looked for; some say whether anything is found.
func findBindings(k *keyMap, some bool) []key.Binding {
	if !some {
		return []key.Binding{named(k.back, "as before")}
	}
	return []key.Binding{named(k.enter, "go there"), named(k.back, "as before"), bind("over what is found", "↑↓", "down", "up")}
}
