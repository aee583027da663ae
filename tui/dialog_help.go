package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
)

// helpDialog shows every key that does something now, and what the phase is about.
type helpDialog struct {
	groups []helpGroup
	top    int
	more   bool // lines below what is shown
}

type helpGroup struct {
	title string
	keys  []key.Binding
}

func newHelpDialog(groups []helpGroup) *helpDialog { return &helpDialog{groups: groups} }

func (d *helpDialog) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	k := st.keys
	switch {
	case key.Matches(m, k.back), key.Matches(m, k.help), key.Matches(m, k.enter):
		return dismiss{}
	case key.Matches(m, k.up), key.Matches(m, k.pageUp):
		d.top = max(0, d.top-5)
	case key.Matches(m, k.down), key.Matches(m, k.pageDown):
		d.top += 5
	}
	return nil
}

func (d *helpDialog) draw(st stage) []string {
	t := st.theme
	width := min(st.width-6, 70)
	var lines []string
	if st.seatCode != "" {
		for _, l := range theme.Wrap("Your seat code is "+st.seatCode+". It brings you back to your seat, from any terminal.", width) {
			lines = append(lines, t.Text.Render(l))
		}
		lines = append(lines, "")
	}
	for _, words := range helpWords(st) {
		lines = append(append(lines, styled(t.Text, theme.Wrap(words, width))...), "")
	}
	two := width >= 60
	for _, g := range d.groups {
		if len(g.keys) == 0 {
			continue
		}
		lines = append(lines, t.Title.Render(g.title))
		for i := 0; i < len(g.keys); i++ {
			row := helpRow(t, g.keys[i], width)
			if two && i+1 < len(g.keys) {
				row = t.Pad(helpRow(t, g.keys[i], width/2), width/2) + helpRow(t, g.keys[i+1], width/2)
				i++
			}
			lines = append(lines, row)
		}
		lines = append(lines, "")
	}
	room := max(3, st.height-4)
	d.top = max(0, min(d.top, len(lines)-room))
	d.more = d.top+room < len(lines)
	return lines[d.top:min(len(lines), d.top+room)]
}

func helpRow(t *theme.Theme, b key.Binding, width int) string {
	return t.Cut(t.Pad(t.Key.Render(b.Help().Key), 11)+t.Text.Render(b.Help().Desc), width-1)
}

func (d *helpDialog) bindings(st stage) []key.Binding {
	out := []key.Binding{named(st.keys.back, "close")}
	if d.more {
		out = append(out, named(st.keys.down, "more"))
	}
	return out
}

// helpBindings gathers the keys that do something now.
func (a *App) helpBindings(st stage) []helpGroup {
	groups := []helpGroup{{"Here", a.screen.bindings(st)}}
	if many, ok := a.screen.(interface{ helpGroups(stage) []helpGroup }); ok {
		groups = many.helpGroups(st)
	}
	if a.facilitates(st) {
		groups = append(groups, helpGroup{"Facilitating", facilitatorBindings(st)})
	}
	k, help := a.keys, a.keys.help
	if a.screen.typing() {
		help = a.keys.helpF1
	}
	return append(groups, helpGroup{"Everywhere", []key.Binding{help, k.back, k.leave, k.shade, st.mouseKey(), a.muteKey(), k.pageUp, k.pageDown}})
}
