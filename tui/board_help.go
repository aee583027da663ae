package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
)

// helpGroups are the keys of the board by what one wants to do with them: there are too many for one list.
func (s *boardScreen) helpGroups(st stage) []helpGroup {
	k := st.keys
	together := helpGroup{title: "Put together"}
	aside, look := helpGroup{title: "Set aside, take back"}, helpGroup{title: "Look around"}
	one := func(b key.Binding, of ...key.Binding) bool {
		return slices.ContainsFunc(of, func(o key.Binding) bool { return slices.Equal(o.Keys(), b.Keys()) })
	}
	if s.carried.Somewhere() || s.finder != nil {
		here := helpGroup{title: "Here", keys: s.bindings(st)}
		return []helpGroup{here}
	}
	for _, b := range s.bindings(st) {
		switch {
		case one(b, k.park, k.split, k.undo):
			aside.keys = append(aside.keys, b)
		case one(b, k.grab, k.into, k.mark, k.merge, k.title, k.pairs, k.earlier, k.later, k.back):
			together.keys = append(together.keys, b)
		default:
			look.keys = append(look.keys, b)
		}
	}
	if !spotlit(st.view).Somewhere() && !s.diagram(st.view) {
		look.keys = append([]key.Binding{bind("move", "↑↓←→", "up", "down", "left", "right")}, look.keys...)
	}
	return []helpGroup{together, aside, look}
}
