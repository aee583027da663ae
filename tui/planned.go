package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
)

// plannedLines say what will be done first: the latest action in so many cells, and how many there are.
func plannedLines(st stage, width int) []string {
	if st.view.Shared == nil || len(st.view.Canvas.Actions) == 0 {
		return nil
	}
	const least = 20 // cells that tell what will be done
	t, all := st.theme, st.view.Canvas.Actions
	n, last := len(all), all[len(all)-1]
	who := st.OwnerAndDay(last)
	said := st.Count(n, "First action: %[2]s (%[3]s)", "%d first actions, the latest: %s (%s)", n, whatPlace, who)
	lead, behind, _ := strings.Cut(said, whatPlace)
	mark := t.Good.Render(t.Done + " " + lead)
	if room := width - theme.Width(mark+behind); room >= least || room >= theme.Width(last.What) {
		return []string{mark + t.Text.Render(t.Cut(last.What, room)+behind)}
	}
	said = st.Count(n, "First action: %[2]s", "%d first actions, the latest: %s", n, whatPlace)
	lead, behind, _ = strings.Cut(said, whatPlace)
	first := t.Good.Render(t.Done+" "+lead) + t.Text.Render(last.What+behind)
	return []string{t.Cut(first, width), "  " + t.Muted.Render(t.Cut(who, width-2))}
}

// whatPlace is where the action stands in a sentence about it until it is known how much room it has.
const whatPlace = "\x00"

// droppable are the actions that the person at the keyboard may drop: their own, or, for a facilitator, all.
func droppable(v workshop.View) []workshop.Planned {
	if !plans(v) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(v.Canvas.Actions), func(a workshop.Planned) bool {
		return v.MyRole != workshop.Facilitator && !slices.Contains(v.Planned, a.ID)
	})
}

// dropKeys has the key that drops a first action, where there is one to be dropped.
func dropKeys(st stage) []key.Binding {
	if len(droppable(st.view)) == 0 {
		return nil
	}
	return []key.Binding{st.keys.unplan}
}

// dropAction asks whether the only action that can be dropped should be, or which one.
func dropAction(v workshop.View) action {
	all := droppable(v)
	switch len(all) {
	case 0:
		return nil
	case 1:
		return askToDrop(in(v), all[0])
	}
	d := &pickDialog{title: tongue.Mark("Which first action is dropped?")}
	for _, a := range all {
		d.items = append(d.items, pickItem{label: a.What, note: in(v).Owner(a), then: askToDrop(in(v), a)})
	}
	return show{d}
}

func askToDrop(l tongue.Tongue, a workshop.Planned) action {
	return show{&askDialog{
		question: "Drop this first action?", detail: l.Planned(a),
		yes: send{command: workshop.DropAction{Action: a.ID}, said: "Dropped."},
	}}
}
