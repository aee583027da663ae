package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/board"
	"convene/tui/theme"
	"convene/workshop"
)

// pairsDialog offers the notes that say nearly the same, one pair after the other. Nothing is put together unless somebody
// says so.
type pairsDialog struct {
	later map[[2]workshop.NoteID]bool // left for another time
	read  [2]workshop.NoteID          // the pair that was on the screen when it was drawn last
}

func newPairsDialog() *pairsDialog { return &pairsDialog{later: make(map[[2]workshop.NoteID]bool)} }

func (d *pairsDialog) outlives(stage) bool { return false }

// pair is the one that is asked about, and how many are left with it.
func (d *pairsDialog) pair(v workshop.View) (first, second workshop.Card, left int) {
	w := board.Wall{Columns: v.Columns}
	for _, p := range v.Pairs {
		if d.later[p.Notes] {
			continue
		}
		if left++; left == 1 {
			first, _ = w.Card(p.Notes[0])
			second, _ = w.Card(p.Notes[1])
		}
	}
	return first, second, left
}

// The keys of the dialog.
func together() key.Binding { return bind("put together", "", "y", "Y") }
func parkOne() key.Binding  { return bind("park the second", "", "p") }
func apart() key.Binding    { return bind("two ideas", "", "n", "N") }

func (d *pairsDialog) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	first, second, left := d.pair(st.view)
	switch {
	case key.Matches(m, st.keys.back), left == 0:
		return dismiss{}
	case d.read != [2]workshop.NoteID{} && d.read != [2]workshop.NoteID{first.ID, second.ID}:
		return say{text: "Somebody has just answered that one. Here is the next.", tone: plainly}
	case key.Matches(m, together()) && first.Cluster == 0 && second.Cluster != 0:
		return send{command: workshop.DropOn{Notes: []workshop.NoteID{first.ID}, On: second.ID}, said: "Together."}
	case key.Matches(m, together()):
		return send{command: workshop.DropOn{Notes: []workshop.NoteID{second.ID}, On: first.ID}, said: "Together."}
	case key.Matches(m, parkOne()):
		park := workshop.ParkNotes{Notes: []workshop.NoteID{second.ID}}
		return send{command: park, said: "The second one is parked: off the canvas, not lost."}
	case key.Matches(m, apart()):
		keep := workshop.KeepApart{Notes: [2]workshop.NoteID{first.ID, second.ID}}
		return send{command: keep, said: "Two ideas. Nobody is asked about them again."}
	case key.Matches(m, st.keys.enter, st.keys.down, st.keys.next):
		d.later[[2]workshop.NoteID{first.ID, second.ID}] = true
	}
	return nil
}

// draw shows both notes in full, or as much of them as the window has room for, and where they stand.
func (d *pairsDialog) draw(st stage) []string {
	const least = 2 // lines of each note
	t, v := st.theme, st.view
	width := min(st.width-6, 64)
	first, second, left := d.pair(v)
	if left == 0 {
		return []string{t.Strong.Render(st.Say("That was all of them.")), "", t.Key.Render(st.Say("enter")) + " " + st.Say("close")}
	}
	d.read = [2]workshop.NoteID{first.ID, second.ID}
	keys := keyRows(st, d.bindings(st), width)
	lines := styled(t.Strong, theme.Wrap(st.Say("Do these two say the same?"), width))
	lines = append(lines, t.Muted.Render(fitting(t, width,
		st.Count(left, "%d pair to look at; nothing happens by itself", "%d pairs to look at; nothing happens by itself"),
		st.Count(left, "%d pair to look at", "%d pairs to look at"))))
	rows := st.height + frameLines - 4 // without the box itself and the two lines at the bottom
	rows -= len(lines) + len(keys) + 2
	air := st.height >= roomyBody
	if air {
		rows -= 3
	}
	for _, c := range []workshop.Card{first, second} {
		if air {
			lines = append(lines, "")
		}
		for _, l := range clipped(t, theme.Wrap(c.Text, width-2), max(least, rows/2), width-2) {
			lines = append(lines, t.Accent.Bold(false).Render(t.Bar)+" "+t.Text.Render(l))
		}
		lines = append(lines, "  "+t.Muted.Render(t.Cut(d.place(v, c), width-2)))
	}
	if air {
		lines = append(lines, "")
	}
	return append(lines, keys...)
}

// clipped are the first of some wrapped lines; the last one says when there are more.
func clipped(t *theme.Theme, lines []string, most, width int) []string {
	if len(lines) <= most {
		return lines
	}
	last := strings.TrimSuffix(t.Cut(lines[most-1], width-theme.Width(t.Ellipsis)), t.Ellipsis) + t.Ellipsis
	return append(append([]string{}, lines[:most-1]...), last)
}

// keyRows are keys with what they do, in as many rows as they need.
func keyRows(st stage, keys []key.Binding, width int) []string {
	const between = "   "
	var rows []string
	for _, b := range keys {
		word := keyWords(st, b)
		if n := len(rows); n > 0 && theme.Width(rows[n-1]+between+word) <= width {
			rows[n-1] += between + word
			continue
		}
		rows = append(rows, word)
	}
	return rows
}

// place says where a note stands.
func (d *pairsDialog) place(v workshop.View, c workshop.Card) string {
	p, ok := board.Wall{Columns: v.Columns}.Pile(c.Cluster)
	switch {
	case ok && p.Title != "":
		return in(v).Say("in \"%s\"", p.Title)
	case ok:
		return in(v).Say("in a cluster without a title")
	default:
		return in(v).Say("alone, under %s", wordsFor(v, c.Prompt).label)
	}
}

func (d *pairsDialog) bindings(st stage) []key.Binding {
	if _, _, left := d.pair(st.view); left == 0 {
		return []key.Binding{named(st.keys.enter, "close")}
	}
	return []key.Binding{together(), parkOne(), apart(), named(st.keys.enter, "ask later"), named(st.keys.back, "close")}
}
