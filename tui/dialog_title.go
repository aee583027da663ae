package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/board"
	"convene/tui/theme"
	"convene/workshop"
)

// titleDialog asks for the title of a cluster.
type titleDialog struct {
	cluster workshop.ClusterID
	field   field
	given   string // what stood in the field at first
	moved   bool   // the group has moved on meanwhile
}

func newTitleDialog(cluster workshop.ClusterID, title string) *titleDialog {
	d := &titleDialog{cluster: cluster, field: newField(), given: title}
	d.field.set(title)
	return d
}

func (d *titleDialog) outlives(stage) bool {
	d.moved = typedOver(&d.field, d.given)
	return d.moved
}

// pile is the cluster, or nothing when it is gone.
func (d *titleDialog) pile(v workshop.View) workshop.Pile {
	p, _ := board.Wall{Columns: v.Columns}.Pile(d.cluster)
	return p
}

// update keeps the title; one that is refused stays in the dialog.
func (d *titleDialog) update(st stage, msg tea.Msg) action {
	p := d.pile(st.view)
	if m, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case key.Matches(m, st.keys.back), key.Matches(m, st.keys.enter) && d.field.text() == p.Title:
			return dismiss{}
		case key.Matches(m, st.keys.enter):
			return send{
				command: workshop.TitleCluster{Cluster: d.cluster, Title: d.field.text()}, said: "The cluster has its title.",
				then: dismiss{},
			}
		}
	}
	d.field.update(msg)
	return nil
}

// draw shows the first notes of the cluster: its title is what they say together.
func (d *titleDialog) draw(st stage) []string {
	const most = 4 // notes
	t := st.theme
	width := min(st.width-6, 64)
	lines := styled(t.Strong, theme.Wrap(st.Say("What do these notes say together?"), width))
	if d.moved {
		lines = append(lines, movedLines(st, width)...)
	}
	notes := d.pile(st.view).Notes
	for i, c := range notes {
		if i == most && len(notes) > most+1 {
			lines = append(lines, t.Muted.Render(t.Ellipsis+" "+st.Count(len(notes)-i, "%d more note", "%d more notes")))
			break
		}
		lines = append(lines, t.Accent.Render(t.Bullet)+" "+t.Muted.Render(t.Cut(c.Text, width-2)))
	}
	lines = append(lines, "", t.Title.Render(st.Say("Title")))
	for _, l := range d.field.draw(t, width, 2) {
		lines = append(lines, t.Pad(l, width))
	}
	for _, l := range theme.Wrap(st.Say("A few words. You can also leave it for later."), width) {
		lines = append(lines, t.Muted.Render(l))
	}
	return append(lines, "", t.Key.Render(st.Say("enter"))+" "+st.Say("keep")+"    "+t.Key.Render("esc")+" "+st.Say("later"))
}

func (d *titleDialog) bindings(st stage) []key.Binding {
	return []key.Binding{named(st.keys.enter, "keep"), named(st.keys.back, "later")}
}
