package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop/tongue"
)

// helpDialog shows every key that does something now, and what the phase is about. Both are said anew when the group moves on
// while somebody reads.
type helpDialog struct {
	groups func(stage) []helpGroup
	top    int
	more   bool // lines below what is shown
}

type helpGroup struct {
	title string
	keys  []key.Binding
}

func newHelpDialog(groups func(stage) []helpGroup) *helpDialog { return &helpDialog{groups: groups} }

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
		for _, l := range theme.Wrap(st.Say("Your seat code is %s. It brings you back to your seat, from any terminal.", st.seatCode), width) {
			lines = append(lines, t.Text.Render(l))
		}
		lines = append(lines, "")
	}
	for _, words := range helpWords(st) {
		lines = append(append(lines, styled(t.Text, theme.Wrap(words, width))...), "")
	}
	for _, g := range d.groups(st) {
		if len(g.keys) > 0 {
			lines = append(append(append(lines, t.Title.Render(st.Marked(g.title))), helpRows(st, g.keys, width)...), "")
		}
	}
	room := max(3, st.height-4)
	d.top = max(0, min(d.top, len(lines)-room))
	d.more = d.top+room < len(lines)
	return lines[d.top:min(len(lines), d.top+room)]
}

// helpRows are keys with what they do, in pairs: side by side where both of them fit, and otherwise one under the other, so
// that what belongs together (before and next, slower and faster) is never torn apart.
func helpRows(st stage, keys []key.Binding, width int) []string {
	const gap = 2 // cells between the columns
	var rows []string
	for pair := range slices.Chunk(keys, 2) {
		row := helpRow(st, pair[0])
		if len(pair) == 2 {
			beside := helpRow(st, pair[1])
			if max(theme.Width(row), theme.Width(beside)) <= width/2-gap {
				rows = append(rows, st.theme.Pad(row, width/2)+beside)
				continue
			}
			rows = append(rows, st.theme.Cut(row, width))
			row = beside
		}
		rows = append(rows, st.theme.Cut(row, width))
	}
	return rows
}

func helpRow(st stage, b key.Binding) string {
	t := st.theme
	return t.Pad(t.Key.Render(keyName(st.Tongue, b)), 11) + t.Text.Render(st.Marked(b.Help().Desc))
}

func (d *helpDialog) bindings(st stage) []key.Binding {
	out := []key.Binding{named(st.keys.back, "close")}
	if d.more {
		out = append(out, named(st.keys.down, "more"))
	}
	return out
}

// page is a dialog that is as much as a screen, with more keys than the foot has room for.
type page interface {
	helps()
	bindings(st stage) []key.Binding
}

// frontPage is the dialog in front, if it is such a page; nil otherwise.
func (a *App) frontPage() page {
	if len(a.dialogs) == 0 {
		return nil
	}
	p, _ := a.front().(page)
	return p
}

// helpBindings gathers the keys that do something now.
func (a *App) helpBindings(st stage) []helpGroup {
	groups := []helpGroup{{tongue.Mark("Here"), a.screen.bindings(st)}}
	if many, ok := a.screen.(interface{ helpGroups(stage) []helpGroup }); ok {
		groups = many.helpGroups(st)
	}
	if a.facilitates(st) {
		groups = append(groups, helpGroup{"Facilitating", facilitatorBindings(st)})
	}
	if keys := a.rehearsalKeys(); keys != nil {
		groups = append(groups, helpGroup{"The rehearsal", keys})
	}
	k, help := a.keys, a.keys.help
	if a.screen.typing() {
		help = a.keys.helpF1
	}
	return append(groups, helpGroup{"Everywhere", []key.Binding{
		help, k.back, k.leave, k.shade, st.mouseKey(), a.muteKey(), k.pageUp, k.pageDown,
	}})
}
