package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/text"
)

// plans says whether this person may plan first actions from the diagram that they see.
func plans(v workshop.View) bool {
	return v.MyRole == workshop.Facilitator && v.Ended.IsZero() && v.Vote.ID == 0 && v.At.Plan() && v.Canvas.Forces != nil
}

// planKeys has the key that plans a first action, where there is one to be planned.
func planKeys(st stage) []key.Binding {
	switch {
	case !plans(st.view):
		return nil
	case len(st.view.Canvas.Actions) > 0:
		return []key.Binding{named(st.keys.plan, "first actions")}
	default:
		return []key.Binding{st.keys.plan}
	}
}

// planAction is what enter does on the diagram: it plans a first action against the strongest restraining force. Where
// some are planned, they can be dropped here as well.
func planAction(v workshop.View) action {
	if len(v.Canvas.Actions) == 0 {
		return show{askWhat(v)}
	}
	d := &pickDialog{title: "First actions"}
	if len(v.Canvas.Actions) < workshop.MaxActions {
		d.items = append(d.items, pickItem{label: "Plan another", then: show{askWhat(v)}})
	}
	for _, a := range v.Canvas.Actions {
		d.items = append(d.items, pickItem{label: "Drop: " + a.What, note: ownerName(a), then: show{&askDialog{
			question: "Drop this first action?", detail: plannedWords(a),
			yes: send{command: workshop.DropAction{Action: a.ID}, said: "Dropped."},
		}}})
	}
	return show{d}
}

// askWhat asks what is to be done first, and then who sees to it. It proposes to weaken the strongest restraining force
// against which nothing is planned yet.
func askWhat(v workshop.View) *inputDialog {
	proposal := ""
	for _, f := range strongest(v.Canvas.Forces.SlowDown) {
		if f.Strength > 0 && !weakened(v, f.Title) {
			proposal = text.Clip("Weaken: "+f.Title, workshop.MaxActionLen)
			break
		}
	}
	return newInputDialog("A first action: what will be done?", "The smallest step that eases what holds us back. Next: who sees to it.",
		"choose who", proposal, func(what string) action { return askOwner(v, what) })
}

// weakened says whether there is an action against a force already.
func weakened(v workshop.View, title string) bool {
	return slices.ContainsFunc(v.Canvas.Actions, func(a workshop.Planned) bool { return strings.Contains(a.What, title) })
}

// askOwner asks who sees to an action. What the rules would refuse is refused before anybody is picked.
func askOwner(v workshop.View, what string) action {
	what = text.Line(what)
	switch {
	case what == "":
		return say{sentence(workshop.ErrActionEmpty), sorry}
	case text.Len(what) > workshop.MaxActionLen:
		return say{sentence(workshop.ErrActionLong), sorry}
	}
	d := &pickDialog{title: "Who sees to it? " + what}
	for _, p := range participants(v) {
		d.items = append(d.items, pickItem{label: p.Name, then: send{
			command: workshop.PlanAction{What: what, Owner: p.ID}, said: fmt.Sprintf("Planned: %s sees to it.", p.Name),
		}})
	}
	if len(d.items) == 0 {
		return say{"Nobody is here yet.", sorry}
	}
	return show{d}
}

// ownerName is who sees to an action.
func ownerName(a workshop.Planned) string {
	if a.Owner == "" {
		return "nobody yet"
	}
	return a.Owner
}

func plannedWords(a workshop.Planned) string { return fmt.Sprintf("%s (%s)", a.What, ownerName(a)) }

// plannedLines say what will be done first: the latest action in so many cells, and how many there are.
func plannedLines(st stage, width int) []string {
	if st.view.Shared == nil || len(st.view.Canvas.Actions) == 0 {
		return nil
	}
	t, all := st.theme, st.view.Canvas.Actions
	lead := "First action: "
	if len(all) > 1 {
		lead = fmt.Sprintf("%d first actions, the latest: ", len(all))
	}
	last := all[len(all)-1]
	owner := " (" + ownerName(last) + ")"
	what := t.Cut(last.What, max(10, width-theme.Width(t.Done+" "+lead+owner)))
	return []string{t.Cut(t.Good.Render(t.Done+" "+lead)+t.Text.Render(what+owner), width)}
}
