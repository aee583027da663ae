package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/text"
)

// writeScreen is where a person writes alone: the questions, their own notes for the one that is chosen, and the note
// that they are writing. What is typed and not sent is kept as a draft.
type writeScreen struct {
	field   field
	at      int             // which of the step's prompts
	editing workshop.NoteID // the own note that is being changed; zero for a new one
	me      workshop.PersonID
}

func newWriteScreen(st stage) *writeScreen {
	s := &writeScreen{field: newField(), me: st.view.Me}
	for i, p := range st.view.At.Step.Prompts() {
		if st.drafts[draftKey{s.me, p}] != "" {
			s.at = i
			break
		}
	}
	s.load(st)
	return s
}

func (s *writeScreen) typing() bool { return true }

func (s *writeScreen) prompt(v workshop.View) workshop.Prompt { return v.At.Step.Prompts()[s.at] }

// load shows the draft of the present prompt; keep remembers it.
func (s *writeScreen) load(st stage) { s.field.set(st.drafts[draftKey{s.me, s.prompt(st.view)}]) }

func (s *writeScreen) keep(st stage) {
	k := draftKey{s.me, s.prompt(st.view)}
	if s.editing != 0 || s.field.text() == "" {
		delete(st.drafts, k)
		return
	}
	st.drafts[k] = s.field.text()
}

func (s *writeScreen) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok {
		s.field.update(msg)
		s.keep(st)
		return nil
	}
	k := st.keys
	switch {
	case key.Matches(m, k.write):
		return s.write(st)
	case key.Matches(m, k.edit) && s.field.text() == "" && s.editing == 0:
		s.editLatest(st)
	case key.Matches(m, k.prompt) && s.editing != 0:
		return say{"Keep the change with enter, or leave the note as it was with esc, first.", plainly}
	case key.Matches(m, k.prompt):
		s.editing = 0
		s.at = (s.at + 1) % len(st.view.At.Step.Prompts())
		s.load(st)
	case key.Matches(m, k.done):
		return s.done(st)
	case key.Matches(m, k.minute):
		return send{command: workshop.AskMinute{}, said: "The facilitator knows that you would like a minute more."}
	case key.Matches(m, k.back) && s.editing != 0:
		s.editing = 0
		s.load(st)
		return say{"The note stays as it was.", plainly}
	case key.Matches(m, k.back):
		return nil
	default:
		s.field.update(m)
		s.keep(st)
	}
	return nil
}

// write adds the note, or changes or withdraws the one that is being edited. What was typed stays in the field until
// it is on disk.
func (s *writeScreen) write(st stage) action {
	typed := s.field.text()
	var c workshop.Command
	said := ""
	switch {
	case s.editing != 0 && typed == "":
		c, said = workshop.WithdrawNote{Note: s.editing}, "The note is gone."
	case s.editing != 0:
		c, said = workshop.RewordNote{Note: s.editing, Text: typed}, "Changed."
	case typed == "":
		return nil
	default:
		c = workshop.WriteNote{Prompt: s.prompt(st.view), Text: typed}
	}
	return send{command: c, said: said, then: clear{func() {
		s.editing = 0
		s.field.set("")
		s.keep(st)
	}}}
}

// editLatest takes the person's latest note for the prompt into the field.
func (s *writeScreen) editLatest(st stage) {
	for _, n := range st.view.Notes {
		if n.Prompt == s.prompt(st.view) && !n.Revealed {
			s.editing = n.ID
			s.field.set(n.Text)
		}
	}
}

// done says that the person is done, or takes it back. A text that was typed and not added is offered as a note first.
func (s *writeScreen) done(st stage) action {
	isDone := false
	for _, p := range st.view.People {
		if p.ID == st.view.Me {
			isDone = p.Done
		}
	}
	finish := action(send{command: workshop.DeclareDone{Done: !isDone}, then: closeBooth{}})
	if isDone {
		finish = send{command: workshop.DeclareDone{Done: false}, said: "Take your time."}
	}
	if s.field.text() == "" || isDone {
		return finish
	}
	add, ok := s.write(st).(send)
	if !ok {
		return finish
	}
	add.then = both{add.then, finish}
	question := "Add what you were writing as a note?"
	if s.editing != 0 {
		question = "Keep the change to your note?"
	}
	return show{&askDialog{
		question:  question,
		detail:    text.Clip(s.field.text(), workshop.MaxNoteLen),
		yes:       add,
		no:        both{clear{func() { s.field.set(""); s.editing = 0; s.keep(st) }}, finish},
		yesIsSafe: true,
	}}
}

func (s *writeScreen) draw(st stage) []string {
	t, v := st.theme, st.view
	lines := []string{""}
	for i, p := range v.At.Step.Prompts() {
		w := wordsFor(p)
		mine := 0
		for _, n := range v.Notes {
			if n.Prompt == p {
				mine++
			}
		}
		row := "   " + t.Muted.Render(t.Pad(w.label, 14)+w.question)
		if i == s.at {
			row = " " + t.Accent.Render(t.Point+" "+t.Pad(w.label, 14)) + t.Strong.Render(w.question)
		}
		lines = append(lines, t.Spread(row, t.Muted.Render(count(mine, "note")+" "), st.width))
	}
	lines = append(lines, "")
	box := s.box(st)
	lines = append(lines, s.notes(st, st.height-len(lines)-len(box))...)
	for len(lines) < st.height-len(box) {
		lines = append(lines, "")
	}
	return append(lines, box...)
}

// notes are the person's own for the chosen prompt, as cards, the newest last; the older ones give way.
func (s *writeScreen) notes(st stage, room int) []string {
	t := st.theme
	columns := max(1, st.width/28)
	width := st.width/columns - 2
	var rows [][]string
	var row [][]string
	for _, n := range st.view.Notes {
		if n.Prompt != s.prompt(st.view) {
			continue
		}
		row = append(row, noteCard(t, n, width, n.ID == s.editing))
		if len(row) == columns {
			rows = append(rows, besides(t, row, width))
			row = nil
		}
	}
	if len(row) > 0 {
		rows = append(rows, besides(t, row, width))
	}
	height := 0
	first := len(rows)
	for first > 0 && height+len(rows[first-1]) <= room {
		first--
		height += len(rows[first])
	}
	if first > 0 && height == room && first < len(rows)-1 { // one row more gives way to the line that says so
		height -= len(rows[first])
		first++
	}
	var lines []string
	if first > 0 && room > height {
		lines = append(lines, t.Muted.Render(fmt.Sprintf(" %s %s above", t.Ellipsis, count(first*columns, "note"))))
	}
	for _, r := range rows[first:] {
		lines = append(lines, r...)
	}
	return lines
}

// noteCard is a sticky note: at most four lines of text in a frame.
func noteCard(t *theme.Theme, n workshop.Note, width int, editing bool) []string {
	f, edge := t.Frame, t.Faint
	if editing {
		edge = t.Accent
	}
	body := theme.Wrap(n.Text, width-4)
	const most = 4
	if len(body) > most {
		body = append(body[:most-1], t.Cut(body[most-1]+t.Ellipsis+"...", width-4))
	}
	lines := []string{edge.Render(f.TopLeft + strings.Repeat(f.Top, width-2) + f.TopRight)}
	for _, l := range body {
		lines = append(lines, edge.Render(f.Side)+" "+t.Pad(t.Text.Render(l), width-4)+" "+edge.Render(f.Side))
	}
	return append(lines, edge.Render(f.BottomLeft+strings.Repeat(f.Top, width-2)+f.BottomRight))
}

// besides puts cards side by side.
func besides(t *theme.Theme, cards [][]string, width int) []string {
	height := 0
	for _, c := range cards {
		height = max(height, len(c))
	}
	lines := make([]string, height)
	for i := range lines {
		for _, c := range cards {
			cell := ""
			if i < len(c) {
				cell = c[i]
			}
			lines[i] += " " + t.Pad(cell, width) + " "
		}
	}
	return lines
}

// box is the note that is being written, with how much room is left on it when that becomes little.
func (s *writeScreen) box(st stage) []string {
	t, f := st.theme, st.theme.Frame
	label := " one idea "
	if s.editing != 0 {
		label = " change it, or empty it to take it back "
	}
	edge := t.Accent.Bold(false)
	width := st.width
	room := ""
	if left := workshop.MaxNoteLen - text.Len(text.Line(s.field.text())); left < 60 {
		style := t.Muted
		if left < 0 {
			style = t.Bad
		}
		room = style.Render(fmt.Sprintf(" %d left ", left))
	}
	top := edge.Render(f.TopLeft+f.Top) + t.Muted.Render(label)
	lines := []string{top + edge.Render(strings.Repeat(f.Top, max(0, width-theme.Width(top)-theme.Width(room)-2))) + room + edge.Render(f.Top+f.TopRight)}
	for _, l := range s.field.draw(t, width-4, 3) {
		lines = append(lines, edge.Render(f.Side)+" "+t.Pad(l, width-4)+" "+edge.Render(f.Side))
	}
	return append(lines, edge.Render(f.BottomLeft+strings.Repeat(f.Top, width-2)+f.BottomRight))
}

func (s *writeScreen) bindings(st stage) []key.Binding {
	k := st.keys
	if s.editing != 0 {
		return []key.Binding{named(k.write, "keep"), named(k.back, "leave it as it was"), k.done}
	}
	out := []key.Binding{k.write, named(k.edit, "edit"), k.done}
	if len(st.view.At.Step.Prompts()) > 1 {
		out = append(out, k.prompt)
	}
	return append(out, k.minute)
}
