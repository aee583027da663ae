package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	"convene/workshop/text"
	"convene/workshop/tongue"
)

// writeScreen is where a person writes alone: the questions, their own notes for the one that is chosen, and the note
// that they are writing. What is typed and not sent is kept as a draft. write_draw.go draws it.
type writeScreen struct {
	field   field
	at      int             // which of the step's prompts
	editing workshop.NoteID // the own note that is being changed; zero for a new one
	given   string          // its text before
	me      workshop.PersonID
	kept    string // the draft as this screen knows it; another terminal of the person may have changed it since
}

func newWriteScreen(st stage) *writeScreen {
	s := &writeScreen{field: newField(), me: st.view.Me}
	s.turnToDraft(st)
	return s
}

func (s *writeScreen) typing() bool { return true }

func (s *writeScreen) prompt(v workshop.View) workshop.Prompt { return v.At.Step.Prompts()[s.at] }

// load shows the draft of the present prompt; keep remembers it. What is on a note already is no draft.
func (s *writeScreen) load(st stage) {
	s.kept = st.drafts.resume(s.me, s.prompt(st.view))
	s.field.set(s.kept)
}

func (s *writeScreen) keep(st stage) {
	if s.editing == 0 {
		s.kept = s.field.text()
		st.drafts.keep(s.me, s.prompt(st.view), s.kept)
	}
}

// catchUp shows what the person has typed or sent at another terminal of theirs, so that one thought is not sent twice.
func (s *writeScreen) catchUp(st stage) {
	if s.editing == 0 && st.drafts.of(s.me, s.prompt(st.view)) != s.kept {
		s.load(st)
	}
}

func (s *writeScreen) update(st stage, msg tea.Msg) action {
	s.catchUp(st)
	if iAmDone(st.view) {
		return s.rest(st, msg)
	}
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
	case key.Matches(m, k.edit, k.after) && s.editing != 0 && !s.changed(st.view):
		return s.editOther(st.view, key.Matches(m, k.edit))
	case key.Matches(m, k.edit) && s.editing != 0 && s.field.atTop(),
		key.Matches(m, k.after) && s.editing != 0 && s.field.atBottom(),
		key.Matches(m, k.prompt) && s.editing != 0:
		return say{text: "Keep the change with enter, or leave the note as it was with esc, first.", tone: plainly}
	case key.Matches(m, k.edit) && s.hasNotes(st.view) && s.field.text() == "":
		notes := s.editable(st.view)
		s.edit(notes[len(notes)-1])
	case key.Matches(m, k.edit) && s.hasNotes(st.view) && s.field.atTop():
		return say{text: "Add this note with enter first; then up edits the latest.", tone: plainly}
	case key.Matches(m, k.prompt):
		s.turn(st)
	case key.Matches(m, k.done):
		return s.done(st)
	case key.Matches(m, k.minute):
		return askMinute()
	case key.Matches(m, k.back) && s.editing != 0:
		s.editing = 0
		s.load(st)
		return say{text: "The note stays as it was.", tone: plainly}
	case key.Matches(m, k.back):
		return nil
	default:
		s.field.update(m)
		s.keep(st)
	}
	return nil
}

// rest answers the keys of somebody who is done: they can look at what they wrote, or go on.
func (s *writeScreen) rest(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	switch k := st.keys; {
	case ok && key.Matches(m, k.done):
		return goOn()
	case ok && key.Matches(m, k.prompt):
		s.turn(st)
		return nil
	case ok && key.Matches(m, k.back):
		return nil
	default:
		return say{text: "You are done. Press ctrl+d to go on writing.", tone: plainly}
	}
}

// turn goes to the step's other question.
func (s *writeScreen) turn(st stage) {
	s.editing = 0
	s.at = (s.at + 1) % len(st.view.At.Step.Prompts())
	s.load(st)
}

// editable are the person's own notes for the prompt that nobody else has seen, the latest last.
func (s *writeScreen) editable(v workshop.View) []workshop.Note {
	return slices.DeleteFunc(slices.Clone(v.Notes), func(n workshop.Note) bool { return n.Prompt != s.prompt(v) || n.Revealed })
}

func (s *writeScreen) hasNotes(v workshop.View) bool { return len(s.editable(v)) > 0 }

// countMine counts the person's own notes for a prompt.
func countMine(v workshop.View, p workshop.Prompt) int {
	n := 0
	for _, note := range v.Notes {
		if note.Prompt == p {
			n++
		}
	}
	return n
}

// write adds the note, or changes or withdraws the one that is being edited. What was typed stays in the field until
// it is on disk.
func (s *writeScreen) write(st stage) action {
	typed := s.field.text()
	var c workshop.Command
	said := ""
	switch {
	case s.editing != 0 && typed == "":
		c, said = workshop.WithdrawNote{Note: s.editing}, tongue.Mark("The note is gone.")
	case s.editing != 0:
		c, said = workshop.RewordNote{Note: s.editing, Text: typed}, tongue.Mark("Changed.")
	case typed == "":
		return nil
	default:
		c = workshop.WriteNote{Prompt: s.prompt(st.view), Text: typed}
	}
	return send{command: c, said: said, then: clear{func() { s.finish(st) }}}
}

// finish empties the field, of a note that was sent or dropped. A draft that a change had pushed away, or that waits, comes
// up.
func (s *writeScreen) finish(st stage) {
	s.field.set("")
	s.keep(st)
	s.editing = 0
	s.load(st)
}

// takeOver goes on with what was typed in a dialog while the group was elsewhere, with the cursor where it is. It becomes
// the draft; another one that there is waits behind it.
func (s *writeScreen) takeOver(st stage, d *lateDialog) {
	if d.draft.aside > 0 {
		st.drafts.forward(d.draft)
	}
	s.at = max(0, slices.Index(st.view.At.Step.Prompts(), d.draft.prompt))
	s.editing, s.field, s.kept = 0, d.field, d.field.text()
	s.keep(st)
}

// edit takes a note into the field.
func (s *writeScreen) edit(n workshop.Note) {
	s.editing, s.given = n.ID, n.Text
	s.field.set(n.Text)
}

// editedAt is where the note that is being changed stands among the editable ones; -1 when it is gone.
func (s *writeScreen) editedAt(notes []workshop.Note) int {
	return slices.IndexFunc(notes, func(n workshop.Note) bool { return n.ID == s.editing })
}

// changed says whether the text of the note that is being edited is another one by now.
func (s *writeScreen) changed(v workshop.View) bool {
	notes := s.editable(v)
	at := s.editedAt(notes)
	return at < 0 || notes[at].Text != s.field.text()
}

// editOther goes on to the note before the one in the field, or to the one after it.
func (s *writeScreen) editOther(v workshop.View, before bool) action {
	notes := s.editable(v)
	at := s.editedAt(notes)
	switch {
	case before && at == 0:
		return say{text: "This is the first of your notes here.", tone: plainly}
	case !before && at == len(notes)-1:
		return say{text: "This is the latest of your notes here; esc leads back to a new one.", tone: plainly}
	case before:
		s.edit(notes[at-1])
	default:
		s.edit(notes[at+1])
	}
	return nil
}

// done says that the person is done. A text that was typed and not added is offered as a note first.
func (s *writeScreen) done(st stage) action {
	finish := action(send{command: workshop.DeclareDone{Done: true}, then: closeBooth{}})
	if s.field.text() == "" {
		s.turnToDraft(st)
	}
	if s.field.text() == "" {
		return finish
	}
	add, ok := s.write(st).(send)
	if !ok {
		return finish
	}
	add.then = both{add.then, finish}
	question := tongue.Mark("Add what you were writing as a note?")
	if s.editing != 0 {
		question = tongue.Mark("Keep the change to your note?")
	}
	return show{&askDialog{
		question:  question,
		detail:    text.Clip(s.field.text(), workshop.MaxNoteLen),
		yes:       add,
		no:        both{clear{func() { s.finish(st) }}, finish},
		yesIsSafe: true,
	}}
}

// turnToDraft goes to a question for which something was typed and not added.
func (s *writeScreen) turnToDraft(st stage) {
	for i, p := range st.view.At.Step.Prompts() {
		if st.drafts.some(s.me, p) {
			s.at = i
			s.load(st)
			return
		}
	}
}

// others are the keys that lead to other notes than the one in the field, while nothing is changed.
func (s *writeScreen) others(st stage) []key.Binding {
	if s.changed(st.view) {
		return nil
	}
	notes := s.editable(st.view)
	at := s.editedAt(notes)
	var out []key.Binding
	if at > 0 {
		out = append(out, named(st.keys.edit, "the one before"))
	}
	if at < len(notes)-1 {
		out = append(out, st.keys.after)
	}
	return out
}

func (s *writeScreen) bindings(st stage) []key.Binding {
	v, k := st.view, st.keys
	var other []key.Binding
	if len(v.At.Step.Prompts()) > 1 {
		other = append(other, k.prompt)
		if st.narrow() {
			other[0] = named(k.prompt, "other")
		}
	}
	switch {
	case iAmDone(v):
		return append([]key.Binding{named(k.done, "go on writing")}, other...)
	case s.editing != 0:
		return append([]key.Binding{named(k.write, "keep"), named(k.back, "leave it as it was"), k.done}, s.others(st)...)
	}
	var edit []key.Binding
	if s.hasNotes(v) {
		edit = append(edit, named(k.edit, "edit"))
	}
	// What cannot be done without comes first.
	return slices.Concat([]key.Binding{k.write, k.done}, other, edit, minuteBindings(st))
}
