package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/workshop"
)

// communityScreen is where a community looks after itself once it is founded: what it lacks, what is to be done, its health checks and
// what it has held.
type communityScreen struct{ todo todo }

func (s *communityScreen) typing() bool { return false }

// The community's keys.
func holdCheck() key.Binding    { return bind("hold a health check", "", "h") }
func noteKey() key.Binding      { return bind("note an event", "", "e") }
func backingKey() key.Binding   { return bind("sponsor and time", "", "w") }
func besideKey() key.Binding    { return bind("the community's page", "", "d") }
func pageKey() key.Binding      { return bind("checks and record", "", "d") }
func nextCheckKey() key.Binding { return bind("plan the next check", "", "t") }
func strikeKey() key.Binding    { return bind("strike an event", "", "x") }
func newActionKey() key.Binding { return bind("plan an action", "", "a") }

func (s *communityScreen) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	c := st.view.Community
	if !ok || c == nil {
		return nil
	}
	v, open := st.view, openActions(*c)
	seated := v.Me != ""
	switch {
	case key.Matches(m, st.keys.canvas):
		return show{&canvasDialog{canvas: v.Canvas}}
	case key.Matches(m, pageKey()):
		return show{&pageDialog{}}
	case facilitates(v) && openCheck(v) == nil && key.Matches(m, holdCheck()):
		return show{newDeckDialog(st)}
	case backs(v) && key.Matches(m, nextCheckKey()):
		return planCheck(st)
	case seated && key.Matches(m, noteKey()):
		return noteOccasion(st)
	case seated && key.Matches(m, newActionKey()):
		return planLater(st)
	case backs(v) && key.Matches(m, backingKey()):
		return askBacking(st)
	case len(v.Strikes) > 0 && key.Matches(m, strikeKey()):
		return strikeOccasion(st)
	case seated && len(open) > 0 && key.Matches(m, st.keys.enter):
		return followUp(st, s.todo.selected(open))
	default:
		s.todo.walk(st.keys, m, open)
	}
	return nil
}

func (s *communityScreen) draw(st stage) []string {
	if st.view.Community == nil {
		return nil
	}
	t, c := st.theme, st.community()
	parts := []part{gap(), {lines: []string{t.Text.Render(standsWords(st, c))}}}
	if lacks := lackLines(st, c); len(lacks) > 0 {
		parts = append(parts, part{lines: lacks, gives: 5})
	}
	open := openActions(*st.view.Community)
	title := st.Say("Actions")
	if len(open) > 0 {
		title = st.Count(len(open), "%d open action", "%d open actions")
	}
	parts = append(parts, gap(), part{lines: []string{headingLine(st, title)}},
		part{list: func(room int) []string { return s.todo.draw(st, open, room) }}, gap(),
		part{lines: checkLines(st, c)}, trendPart(st, c), gap(), part{lines: recordLines(st, c, 3), gives: 4})
	return arrange(st, min(3, max(1, len(open))), parts...)
}

// headingLine is what stands over a part of the page.
func headingLine(st stage, s string) string { return st.theme.Accent.Render(s) }

// checkLines say which health checks there were, and when the next one is.
func checkLines(st stage, c workshop.Community) []string {
	t := st.theme
	said, next := t.Muted.Render(st.Say("none yet")), st.Say("The next one is not planned.")
	held := slices.DeleteFunc(slices.Clone(c.Checks), workshop.HealthCheck.Open)
	if n := len(held); n > 0 {
		last := held[n-1]
		said = t.Text.Render(st.Say("%s: %s", st.Count(n, "%d held, on %s", "%d held, the last on %s", n, st.Due(st.view.Today(last.Closed))),
			st.Count(last.Took, "%d person answered", "%d people answered")))
	}
	switch {
	case c.NextCheck != "":
		next = st.Say("The next one is on %s.", st.Due(c.NextCheck))
	case len(held) < len(c.Checks):
		next = st.Say("One is open now.")
	}
	return []string{headingLine(st, st.Say("Health checks")), "  " + said, "  " + t.Muted.Render(next)}
}

// trendPart sets the checks side by side where there is room for all of that.
func trendPart(st stage, c workshop.Community) part {
	if !slices.ContainsFunc(c.Checks, func(h workshop.HealthCheck) bool { return !h.Open() }) {
		return part{gives: 10}
	}
	return part{lines: append([]string{""}, indented(trendLines(st, tableOf(st), st.width-2), "  ")...), gives: 10} // before the gaps: it can be read elsewhere
}

// recordLines are the last things that the community has held.
func recordLines(st stage, c workshop.Community, most int) []string {
	t := st.theme
	lines := []string{headingLine(st, st.Say("Events"))}
	if len(c.Occasions) == 0 {
		return append(lines, "  "+t.Muted.Render(st.Say("none is noted yet")))
	}
	for i, o := range slices.Backward(c.Occasions) {
		if len(c.Occasions)-i > most {
			break
		}
		lines = append(lines, t.Spread("  "+t.Text.Render(occasionName(st.Tongue, o.Kind)+": "+o.Topic), t.Muted.Render(st.Due(o.On)), st.width))
	}
	return lines
}

func (s *communityScreen) bindings(st stage) []key.Binding {
	c := st.view.Community
	if c == nil {
		return nil
	}
	var out []key.Binding
	v, open := st.view, openActions(*c)
	if facilitates(v) && openCheck(v) == nil {
		out = append(out, holdCheck())
	}
	if len(c.Checks) > 0 {
		out = append(out, pageKey())
	}
	if v.Me != "" && len(open) > 0 {
		out = append(out, named(st.keys.enter, "what became of it"))
	}
	if v.Me != "" {
		out = append(out, noteKey(), newActionKey())
	}
	if len(c.Checks) == 0 {
		out = append(out, pageKey())
	}
	out = append(out, st.keys.canvas)
	if backs(v) {
		out = append(out, nextCheckKey(), backingKey())
	}
	if len(v.Strikes) > 0 {
		out = append(out, strikeKey())
	}
	return append(out, s.todo.moves(st.keys, len(open))...)
}

// lively says whether a community has begun to look after itself: from then on its page is what people come to.
func lively(v workshop.View) bool {
	c := v.Community
	return c != nil && (len(c.Checks)+len(c.Occasions) > 0 || c.NextCheck != "" || c.Sponsor != "" || c.Weekly > 0)
}

// communityDialog is the same page in front of the canvas, before anything has been done on it, and of a health check that is open.
type communityDialog struct{ communityScreen }

// withoutPage are dialogs without that page: once something was done on it a screen has it, or one of a health check.
func withoutPage(dialogs []dialog) []dialog {
	return slices.DeleteFunc(dialogs, func(d dialog) bool {
		_, page := d.(*communityDialog)
		return page
	})
}

func (d *communityDialog) update(st stage, msg tea.Msg) action {
	if m, ok := msg.(tea.KeyPressMsg); ok && key.Matches(m, st.keys.back, st.keys.canvas) {
		return dismiss{}
	}
	return d.communityScreen.update(st, msg)
}

func (d *communityDialog) draw(st stage) []string {
	st.width -= 6
	return d.communityScreen.draw(st)
}

func (d *communityDialog) bindings(st stage) []key.Binding {
	own := d.communityScreen.bindings(st)
	if openCheck(st.view) != nil {
		return append([]key.Binding{named(st.keys.back, "health check")}, own...)
	}
	own = slices.DeleteFunc(own, func(b key.Binding) bool { return slices.Equal(b.Keys(), st.keys.canvas.Keys()) })
	return append([]key.Binding{named(st.keys.back, "canvas")}, own...)
}

// helps says that it is as much as a screen: the foot has no room for all of its keys.
func (d *communityDialog) helps() {}

// planLater plans an action once the community is founded.
func planLater(st stage) action {
	p := firstAction{
		view: st.view, today: st.view.Today(st.now), help: st.Say("The smallest step that helps. Next: who sees to it."),
	}
	return show{p.askWhat("")}
}

// planCheck asks when the next health check is.
func planCheck(st stage) action {
	l := in(st.view)
	return pickDay{
		title: l.Say("When do we look at ourselves again?"), today: st.view.Today(st.now), verb: l.Say("plan it"), none: l.Say("not yet"),
		ahead: []dayAhead{{l.Say("in a month"), 28}, {l.Say("in 2 months"), 63}, {l.Say("in 3 months"), 91}, {l.Say("in half a year"), 182}},
		then: func(day workshop.Day, _ bool) action {
			said := l.Say("No health check is planned.")
			if day != "" {
				said = l.Say("Planned: the next health check on %s.", l.Due(day))
			}
			return send{command: workshop.PlanCheck{On: day}, said: said}
		},
	}.ask(l)
}
