package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/board"
	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/text"
	"convene/workshop/tongue"
)

// intoDialog sends notes to a cluster without carrying them: one types a few letters of its title, or the title of a new
// one.
type intoDialog struct {
	sends  []board.Ref // notes and clusters
	field  field
	chosen workshop.ClusterID // zero: none yet, or a new one
	fresh  bool               // a new one is chosen
	top    int
	first  int  // line of the list, when it was drawn last
	moved  bool // the group has moved on meanwhile
	sent   func()
}

func newIntoDialog(sends []board.Ref, sent func()) *intoDialog {
	return &intoDialog{sends: sends, field: newField(), sent: sent}
}

func (d *intoDialog) outlives(stage) bool {
	d.moved = d.field.text() != ""
	return d.moved
}

// still lists what is sent and is on the wall yet: what others have emptied or merged meanwhile keeps nothing else back.
func (d *intoDialog) still(w board.Wall) []board.Ref {
	return slices.DeleteFunc(slices.Clone(d.sends), func(r board.Ref) bool { return !w.Has(r) })
}

// itself is a cluster that is sent and whose title was typed, or a part of it when no other cluster has that. One rarely
// wants a second cluster of that name: none is chosen then unless one goes to it with the arrows.
func (d *intoDialog) itself(v workshop.View, targets []workshop.Pile) (workshop.Pile, bool) {
	typed := text.Fold(d.field.text())
	w := board.Wall{Columns: v.Columns}
	for _, r := range d.sends {
		p, ok := w.Pile(r.Cluster)
		if ok && typed != "" && (typed == text.Fold(p.Label()) || len(targets) == 0 && text.Finds(typed, p.Label())) {
			return p, true
		}
	}
	return workshop.Pile{}, false
}

// itselfWords say why nothing is chosen when somebody types the title of what they are sending.
func itselfWords(l tongue.Tongue, p workshop.Pile) string {
	return l.Say("\"%s\" is what you are sending.", p.Label())
}

// targets are the clusters in which everything that was typed is found, those that begin with it first and the ones that
// are sent left out.
func (d *intoDialog) targets(v workshop.View) []workshop.Pile {
	typed := text.Fold(d.field.text())
	var first, rest []workshop.Pile
	for _, c := range v.Columns {
		for _, p := range c.Clusters {
			switch {
			case !text.Finds(typed, p.Label()) || slices.Contains(d.sends, board.Cluster(p.ID)):
			case strings.HasPrefix(text.Fold(p.Label()), typed):
				first = append(first, p)
			default:
				rest = append(rest, p)
			}
		}
	}
	return append(first, rest...)
}

// rows is how many rows there are to choose from: the clusters, and a new one once it has a title.
func (d *intoDialog) rows(targets []workshop.Pile) int {
	n := len(targets)
	if d.field.text() != "" {
		n++
	}
	return n
}

// at is the row that is chosen; at first, the first. It is none, -1, when what was chosen is gone: then nothing else takes
// its place unasked; and none at first where the title of what is sent was typed.
func (d *intoDialog) at(v workshop.View, targets []workshop.Pile) int {
	if d.chosen == 0 && !d.fresh && d.rows(targets) > 0 {
		if _, itself := d.itself(v, targets); itself {
			return -1
		}
		d.choose(targets, 0)
	}
	if d.fresh {
		return len(targets)
	}
	return slices.IndexFunc(targets, func(p workshop.Pile) bool { return p.ID == d.chosen })
}

// choose takes a row.
func (d *intoDialog) choose(targets []workshop.Pile, row int) {
	if d.chosen, d.fresh = 0, row >= len(targets); !d.fresh {
		d.chosen = targets[max(0, row)].ID
	}
}

func (d *intoDialog) update(st stage, msg tea.Msg) action {
	k, v := st.keys, st.view
	if m, ok := msg.(tea.KeyPressMsg); ok {
		targets := d.targets(v)
		at, rows := d.at(v, targets), d.rows(targets)
		switch {
		case key.Matches(m, k.back):
			return dismiss{}
		case key.Matches(m, k.enter):
			return d.send(v)
		case m.Text == "" && key.Matches(m, k.up, k.down, k.next) && rows == 0:
			return nil
		case m.Text == "" && key.Matches(m, k.up):
			d.choose(targets, max(0, at-1))
			return nil
		case m.Text == "" && key.Matches(m, k.down, k.next):
			d.choose(targets, min(rows-1, at+1))
			return nil
		}
	}
	before := d.field.text()
	if d.field.update(msg); d.field.text() != before {
		d.chosen, d.fresh = 0, false
	}
	return nil
}

// click chooses a row of the list, and sends there when it is chosen already.
func (d *intoDialog) click(st stage, x, y int) action {
	targets := d.targets(st.view)
	row := y - d.first + d.top
	if x < 0 || x >= min(st.width-6, 64) || y < d.first || row >= d.rows(targets) {
		return nil
	}
	if row == d.at(st.view, targets) {
		return d.send(st.view)
	}
	d.choose(targets, row)
	return nil
}

// send carries out what is chosen.
func (d *intoDialog) send(v workshop.View) action {
	w := board.Wall{Tongue: in(v), Columns: v.Columns}
	targets := d.targets(v)
	after := clear{d.sent}
	sends := d.still(w)
	own, itself := d.itself(v, targets)
	switch at := d.at(v, targets); {
	case len(sends) == 0:
		return dismiss{say{text: "What you were sending is gone meanwhile: others have put it elsewhere.", tone: plainly}}
	case at < 0 && d.rows(targets) == 0:
		return say{text: "Type the title of a new cluster.", tone: plainly}
	case at < 0 && d.chosen == 0 && itself:
		return say{text: itselfWords(in(v), own), tone: plainly}
	case at < 0:
		return say{text: "That cluster is gone meanwhile. Choose another one with the arrows.", tone: plainly}
	case at < len(targets):
		into := targets[at]
		steps := gather(w, sends, into.ID)
		if len(steps) == 0 {
			return say{text: "That is where it is already.", tone: plainly}
		}
		return attempt{inTurn(steps, intoWords(w, into.ID), after)}
	default:
		form := workshop.FormCluster{Notes: allNotes(w, sends), Title: d.field.text()}
		return attempt{send{command: form, said: w.Say("A new cluster: \"%s\".", text.Line(form.Title)), then: after}}
	}
}

func (d *intoDialog) draw(st stage) []string {
	t, v := st.theme, st.view
	width := min(st.width-6, 64)
	w := board.Wall{Columns: v.Columns}
	sends := d.still(w)
	title := st.Say("Into which cluster?")
	if n := len(allNotes(w, sends)); n > 1 {
		title = st.Count(n, "Into which cluster with this %d note?", "Into which cluster with these %d notes?")
	}
	lines := styled(t.Strong, theme.Wrap(title, width))
	if d.moved {
		lines = append(lines, movedLines(st, width)...)
	}
	if len(sends) > 0 {
		more := ""
		if n := len(sends) - 1; n > 0 {
			more = fmt.Sprintf(" +%d", n)
		}
		lines = append(lines, t.Muted.Render(t.Hand+" "+t.Cut(w.Text(sends[0]), width-theme.Width(more)-4)+more))
	}
	hint, style := st.Say("A few letters of its title, or the title of a new one."), t.Muted
	if own, itself := d.itself(v, d.targets(v)); itself {
		hint, style = itselfWords(st.Tongue, own), t.Warn
	}
	lines = append(lines, style.Render(t.Cut(hint, width)), "")
	for _, l := range d.field.draw(t, width, 1) {
		lines = append(lines, t.Accent.Render(t.Point)+" "+t.Pad(l, width-2))
	}
	lines = append(lines, "")
	d.first = len(lines)
	rows, at := d.list(st, width)
	room := max(3, min(10, st.height-len(lines)-5))
	d.top = max(0, min(max(min(d.top, at), at-room+1), len(rows)-room))
	for i := range room {
		line := ""
		if d.top+i < len(rows) {
			line = rows[d.top+i]
		}
		lines = append(lines, line)
	}
	if len(rows) > room {
		lines = append(lines, t.Muted.Render(st.Say("%d of %d", max(0, at)+1, len(rows))))
	}
	return append(lines, "", t.Key.Render(st.Say("enter"))+" "+st.Say("send there")+"    "+t.Key.Render("esc")+" "+st.Say("cancel"))
}

// list is what there is to choose from, row by row, and which row is chosen.
func (d *intoDialog) list(st stage, width int) (rows []string, at int) {
	const roomy = 50 // cells: then there is room to say in which column a cluster stands
	t, v := st.theme, st.view
	targets := d.targets(v)
	at = d.at(v, targets)
	row := func(label, note string) {
		point, style := "  ", t.Text
		if len(rows) == at {
			point, style = t.Accent.Render(t.Point+" "), t.Strong
		}
		label = t.Cut(label, max(1, width-theme.Width(note)-4))
		rows = append(rows, t.Spread(point+style.Render(label), t.Muted.Render(note), width))
	}
	for _, p := range targets {
		note := st.Count(len(p.Notes), "%d note", "%d notes")
		if p.Title == "" {
			note = st.Count(len(p.Notes), "no title, %d note", "no title, %d notes")
		}
		if len(v.Columns) > 1 && width >= roomy {
			note = wordsFor(v, p.Prompt).label + " " + t.Bullet + " " + note
		}
		row(p.Label(), note)
	}
	switch {
	case d.field.text() != "":
		row(st.Say("a new cluster: \"%s\"", text.Line(d.field.text())), "")
	case len(rows) == 0 && clusters(v) > 0:
		rows = append(rows, t.Muted.Render(t.Cut(st.Say("No other cluster. Type a title for a new one."), width)))
	case len(rows) == 0:
		rows = append(rows, t.Muted.Render(t.Cut(st.Say("No clusters yet. Type a title, and enter makes the first."), width)))
	}
	return rows, at
}

func (d *intoDialog) bindings(st stage) []key.Binding {
	return []key.Binding{named(st.keys.enter, "send there"), bind("choose", "↑↓", "down", "up"), named(st.keys.back, "cancel")}
}
