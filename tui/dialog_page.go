package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// pageDialog is the community's page in full: its health checks side by side, what became of its actions, and what it has held.
type pageDialog struct{ reader reader }

func (d *pageDialog) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok, d.reader.move(st.keys, m):
		return nil
	case key.Matches(m, st.keys.back, st.keys.enter, pageKey()):
		return dismiss{}
	}
	return nil
}

func (d *pageDialog) draw(st stage) []string {
	if st.view.Community == nil {
		return nil
	}
	c := st.community()
	width := max(1, st.width-6)
	lines := slices.Concat(
		[]string{headingLine(st, st.Say("Health checks"))}, trendLines(st, tableOf(st), width),
		[]string{"", headingLine(st, st.Say("Actions"))}, settledLines(st, c, width),
		[]string{"", headingLine(st, st.Say("Events"))}, heldLines(st, c, width))
	return d.reader.window(st, lines, st.height)
}

// settledLines are all actions, the open ones first, each with what was said when something became of it.
func settledLines(st stage, c workshop.Community, width int) []string {
	t := st.theme
	if len(c.Actions) == 0 {
		return []string{t.Muted.Render(st.Say("none yet"))}
	}
	settled := slices.DeleteFunc(slices.Clone(c.Actions), func(a workshop.FollowUp) bool { return a.State == workshop.ActionOpen })
	var out []string
	for _, a := range slices.Concat(openActions(c), settled) {
		out = append(out, t.Spread(stateMark(st, a)+" "+t.Text.Render(a.What), t.Muted.Render(st.OwnerAndDay(a.Planned)), width))
		if a.Why != "" {
			out = append(out, styled(t.Muted, indented(theme.Wrap(becameWords(st, a), max(1, width-4)), "    "))...)
		}
	}
	return out
}

// stateMark is a sign for what has become of an action.
func stateMark(st stage, a workshop.FollowUp) string {
	t := st.theme
	switch a.State {
	case workshop.ActionDone:
		return t.Good.Render(t.Done)
	case workshop.ActionGone:
		return t.Muted.Render(t.Refused)
	default:
		return t.Muted.Render(t.Ahead)
	}
}

// becameWords are what was said of an action last, and when.
func becameWords(st stage, a workshop.FollowUp) string {
	switch a.State {
	case workshop.ActionDone:
		return st.Say("done on %s: %s", st.Due(a.On), a.Why)
	case workshop.ActionGone:
		return st.Say("dropped on %s: %s", st.Due(a.On), a.Why)
	default:
		return st.Say("moved on %s: %s", st.Due(a.On), a.Why)
	}
}

// indented puts so much before each line.
func indented(lines []string, by string) []string {
	for i := range lines {
		lines[i] = by + lines[i]
	}
	return lines
}

// heldLines are all that the community has held, the latest first, by year.
func heldLines(st stage, c workshop.Community, width int) []string {
	t := st.theme
	if len(c.Occasions) == 0 {
		return []string{t.Muted.Render(st.Say("none is noted yet"))}
	}
	var out []string
	for _, o := range slices.Backward(c.Occasions) {
		out = append(out, t.Spread(t.Text.Render(occasionName(st.Tongue, o.Kind)+": "+o.Topic), t.Muted.Render(st.Due(o.On)), width))
		if o.Minutes != "" {
			out = append(out, t.Muted.Render("    "+t.Cut(o.Minutes, max(1, width-4))))
		}
	}
	return out
}

func (d *pageDialog) bindings(st stage) []key.Binding {
	return append([]key.Binding{named(st.keys.back, "close")}, d.reader.bindings(st)...)
}
