package tui

import (
	"fmt"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
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
	lines := styled(t.Strong, theme.Wrap("Dot vote: what matters most here?", width))
	lines = append(lines, styled(t.Muted, theme.Wrap(
		fmt.Sprintf("On %s. Secret, all at once, and nobody sees a count before it is closed.", count(countIdeas(st.view), "idea")), width))...)
	on := "yes, as many as one likes"
	if d.single {
		on = "no, one each"
	}
	lines = append(lines, "",
		t.Key.Render("- +")+"    "+t.Text.Render("dots for everyone  ")+d.dots.draw(st, "a quarter of the ideas"),
		t.Key.Render("space")+"  "+t.Text.Render("several on one     ")+t.Strong.Render(on))
	return append(lines, "", t.Key.Render("enter")+" open the vote    "+t.Key.Render("esc")+" not now")
}

func (d *dotsDialog) bindings(st stage) []key.Binding {
	k := st.keys
	return slices.Concat([]key.Binding{named(k.enter, "open the vote")}, d.dots.turns(k, "dot"), []key.Binding{several(), named(k.back, "not now")})
}

// countIdeas counts what a dot vote is about: clusters, and notes that stand alone.
func countIdeas(v workshop.View) int {
	n := 0
	for _, c := range v.Columns {
		n += len(c.Clusters) + len(c.Lone)
	}
	return n
}
