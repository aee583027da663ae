package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	"convene/workshop/text"
	"convene/workshop/tongue"
)

// openActions are the actions that are still to be done, those that are due first before the others.
func openActions(c workshop.Community) []workshop.FollowUp {
	open := slices.DeleteFunc(slices.Clone(c.Actions), func(a workshop.FollowUp) bool { return a.State != workshop.ActionOpen })
	slices.SortStableFunc(open, func(a, b workshop.FollowUp) int {
		switch {
		case a.Due == b.Due:
			return 0
		case a.Due == "" || b.Due != "" && b.Due < a.Due:
			return 1
		default:
			return -1
		}
	})
	return open
}

// followUp asks what has become of an action: done, another day or dropped, each with a word why.
func followUp(st stage, a workshop.FollowUp) action {
	l, today := in(st.view), st.view.Today(st.now)
	if !slices.Contains(st.view.Settles, a.ID) {
		return say{text: l.Say("%s sees to it. They, or a facilitator, say what becomes of it.", l.Owner(a.Planned)), tone: sorry}
	}
	d := &pickDialog{title: a.What}
	again := func() action { return show{d} }
	d.items = []pickItem{
		{label: l.Say("It is done"), then: show{why(l, a, l.Say("What has come of it?"), workshop.ActionDone, "", again)}},
		{label: l.Say("It takes longer"), then: pickDay{
			title: l.Say("By when? %s", a.What), today: today, ahead: weeksAhead(l), verb: l.Say("choose"), left: again,
			then: func(due workshop.Day, _ bool) action {
				return show{why(l, a, l.Say("What keeps it waiting?"), workshop.ActionMove, due, again)}
			},
		}.ask(l)},
		{label: l.Say("We drop it"), then: show{why(l, a, l.Say("Why is it dropped?"), workshop.ActionGone, "", again)}},
	}
	return show{d}
}

// why asks for the word that goes with what becomes of an action.
func why(l tongue.Tongue, a workshop.FollowUp, question string, as workshop.ActionState, due workshop.Day, left func() action) *inputDialog {
	said := map[workshop.ActionState]string{
		workshop.ActionDone: l.Say("Done."), workshop.ActionMove: l.Say("Moved to %s.", l.Due(due)), workshop.ActionGone: l.Say("Dropped."),
	}[as]
	d := newInputDialog(question, a.What, "write it down", "", func(typed string) action {
		if typed = text.Line(typed); typed == "" {
			return say{text: l.Say("A word or two say enough."), tone: sorry}
		}
		return send{command: workshop.SettleAction{Action: a.ID, As: as, Why: typed, Due: due}, said: said}
	})
	d.left, d.leaves = left, tongue.Mark("back")
	return d
}

// actionLine is an open action in a line of so many cells: what, who, by when, and whether that has passed.
func actionLine(st stage, a workshop.FollowUp, width int, selected bool) string {
	t, style, point := st.theme, st.theme.Text, "  "
	if selected {
		style, point = t.Strong, t.Accent.Render(t.Point+" ")
	}
	who := st.OwnerAndDay(a.Planned)
	note := t.Muted.Render(who)
	if a.Late(st.view.Today(st.now)) {
		note = t.Warn.Render(st.Say("late: %s", who))
	}
	return t.Spread(point+style.Render(strings.TrimSpace(a.What)), note, width)
}

// todo is the list of the open actions, one of them selected by whoever has a seat. The selection stays with its action while others
// come and go; when that one goes, whatever stands in its place is selected.
type todo struct {
	choice
	on workshop.ActionID // zero before anything was selected
}

// selected is the selected action of the list, which must not be empty.
func (d *todo) selected(open []workshop.FollowUp) workshop.FollowUp {
	if i := slices.IndexFunc(open, func(a workshop.FollowUp) bool { return a.ID == d.on }); i >= 0 {
		d.at = i
	}
	d.at = max(0, min(d.at, len(open)-1))
	d.on = open[d.at].ID
	return open[d.at]
}

// walk moves the selection, or answers that the key is not for moving.
func (d *todo) walk(k *keyMap, msg tea.KeyPressMsg, open []workshop.FollowUp) bool {
	if len(open) == 0 {
		return false
	}
	d.selected(open)
	moved := d.step(k, msg, len(open))
	d.on = open[d.at].ID
	return moved
}

// draw is the list in so many lines.
func (d *todo) draw(st stage, open []workshop.FollowUp, room int) []string {
	if len(open) == 0 {
		return []string{"  " + st.theme.Muted.Render(st.Say("Nothing is left to do."))}
	}
	d.selected(open)
	lines := make([]string, len(open))
	for i, a := range open {
		lines[i] = actionLine(st, a, st.width, i == d.at && st.view.Me != "")
	}
	d.keep(d.at, d.at, room)
	return d.page(st, lines, room)
}
