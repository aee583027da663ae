package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
)

// dotsDialog asks how a dot vote is held before it is opened: how many dots everyone has, and whether several of them may
// be put on one idea.
type dotsDialog struct {
	dots   dial
	single bool
}

func newDotsDialog(v workshop.View) *dotsDialog {
	return &dotsDialog{dots: dialAt(workshop.DotsFor(countIdeas(v)), workshop.MaxDots)}
}

func (d *dotsDialog) outlives(stage) bool { return false }

// several is the key that lets people put several dots on one idea, or no longer.
func several() key.Binding { return bind("one or several on an idea", "space", "space") }

func (d *dotsDialog) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	k := st.keys
	switch {
	case key.Matches(m, k.back):
		return dismiss{}
	case d.dots.turn(k, m):
	case key.Matches(m, several()):
		d.single = !d.single
	case key.Matches(m, k.enter, k.vote):
		return attempt{send{command: workshop.OpenVote{Dots: d.dots.at, Single: d.single}}}
	}
	return nil
}

func (d *dotsDialog) draw(st stage) []string {
	t := st.theme
	width := min(st.width-6, 60)
	lines := styled(t.Strong, theme.Wrap(st.Say("Dot vote: what matters most here?"), width))
	lines = append(lines, styled(t.Muted, theme.Wrap(st.Count(countIdeas(st.view),
		"On %d idea. Secret, all at once, and nobody sees a count before it is closed.",
		"On %d ideas. Secret, all at once, and nobody sees a count before it is closed."), width))...)
	on := st.Say("yes, as many as one likes")
	if d.single {
		on = st.Say("no, one each")
	}
	dots, shared := st.Say("dots for everyone"), st.Say("several on one")
	column, space := max(theme.Width(dots), theme.Width(shared))+2, st.Say("space")
	lines = append(lines, "",
		t.Pad(t.Key.Render("- +"), theme.Width(space))+"  "+t.Pad(t.Text.Render(dots), column)+d.dots.draw(st, st.Say("a quarter of the ideas")),
		t.Key.Render(space)+"  "+t.Pad(t.Text.Render(shared), column)+t.Strong.Render(on))
	opens, leaves := t.Key.Render(st.Say("enter"))+" "+st.Say("open the vote"), t.Key.Render("esc")+" "+st.Say("not now")
	return append(lines, "", opens+"    "+leaves)
}

func (d *dotsDialog) bindings(st stage) []key.Binding {
	k := st.keys
	return slices.Concat([]key.Binding{named(k.enter, "open the vote")}, d.dots.turns(k, tongue.Mark("a dot more"), tongue.Mark("a dot less")),
		[]key.Binding{several(), named(k.back, "not now")})
}

// countIdeas counts what a dot vote is about: clusters, and notes that stand alone.
func countIdeas(v workshop.View) int {
	n := 0
	for _, c := range v.Columns {
		n += len(c.Clusters) + len(c.Lone)
	}
	return n
}
