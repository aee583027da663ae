package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop/tongue"
)

// pickItem is one thing to pick, and what follows.
type pickItem struct {
	label string
	note  string // said beside the label
	done  bool   // has a tick; is not offered first
	then  action
}

// pickDialog lets one thing be picked from a list.
type pickDialog struct {
	title string // in English, or said already
	items []pickItem
	left  func() action // what follows from esc; nil: nothing
	at    int
	top   int
}

func (d *pickDialog) outlives(stage) bool { return false }

func (d *pickDialog) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	k := st.keys
	switch {
	case key.Matches(m, k.back) && d.left != nil:
		return dismiss{d.left()}
	case key.Matches(m, k.back):
		return dismiss{}
	case key.Matches(m, k.up):
		d.at = max(0, d.at-1)
	case key.Matches(m, k.down), key.Matches(m, k.next):
		d.at = min(len(d.items)-1, d.at+1)
	case key.Matches(m, k.enter):
		return dismiss{d.items[d.at].then}
	}
	return nil
}

// click selects the item in a row of the dialog's lines, and picks it when it is selected already.
func (d *pickDialog) click(st stage, x, y int) action {
	width, rows := d.space(st)
	row := y - len(theme.Wrap(st.Marked(d.title), width)) - 1
	at := d.top + row
	if x < 0 || x >= width || row < 0 || row >= rows || at >= len(d.items) {
		return nil
	}
	if at == d.at {
		return dismiss{d.items[at].then}
	}
	d.at = at
	return nil
}

// space is how wide the dialog is, in cells, and how many of its items are shown.
func (d *pickDialog) space(st stage) (width, rows int) {
	width = min(st.width-6, 64)
	rows = st.height - 8
	if low := st.height + frameLines - 7 - len(theme.Wrap(d.title, width)); rows < 6 { // all that a low window has
		rows = max(3, rows, min(6, low))
	}
	return width, min(len(d.items), rows)
}

func (d *pickDialog) draw(st stage) []string {
	t := st.theme
	width, rows := d.space(st)
	d.top = max(min(d.top, d.at), d.at-rows+1)
	lines := append(styled(t.Strong, theme.Wrap(st.Marked(d.title), width)), "")
	for i := d.top; i < min(len(d.items), d.top+rows); i++ {
		it := d.items[i]
		mark := " "
		if it.done {
			mark = t.Good.Render(t.Done)
		}
		note := t.Cut(it.note, max(width/3, width-theme.Width(it.label)-6)) // what can be picked comes before what is said of it
		point, label := "  ", t.Cut(it.label, max(10, width-theme.Width(note)-6))
		if i == d.at {
			point, label = t.Accent.Render(t.Point+" "), t.Strong.Render(label)
		}
		left := point + mark + " " + label
		lines = append(lines, t.Spread(left, t.Muted.Render(note), width))
	}
	if len(d.items) > rows {
		lines = append(lines, t.Muted.Render(counted(st.Tongue, d.at+1, len(d.items))))
	}
	return append(lines, "", t.Key.Render(st.Say("enter"))+" "+st.Say("choose")+"    "+t.Key.Render("esc")+" "+st.Marked(d.leaves()))
}

func (d *pickDialog) bindings(st stage) []key.Binding {
	return []key.Binding{st.keys.enter, st.keys.up, st.keys.down, named(st.keys.back, d.leaves())}
}

// leaves says what esc does.
func (d *pickDialog) leaves() string {
	if d.left != nil {
		return tongue.Mark("back")
	}
	return tongue.Mark("close")
}

// someoneWaits says whether an item has no tick yet.
func (d *pickDialog) someoneWaits() bool {
	for _, it := range d.items {
		if !it.done {
			return true
		}
	}
	return false
}

// startAtFirstOpen points at the first item without a tick.
func (d *pickDialog) startAtFirstOpen() {
	for i, it := range d.items {
		if !it.done {
			d.at = i
			return
		}
	}
}
