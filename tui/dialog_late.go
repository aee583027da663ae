package tui

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/text"
	"convene/workshop/tongue"
)

// keptDraft is said of what was typed and not sent.
func keptDraft() string {
	return tongue.Mark("It is kept as a draft, and waits here if the group comes back.")
}

// lateDialog holds what somebody was writing when the group moved on, and goes on taking what they type: nobody is yanked
// out of a sentence. As long as the Grace lasts they can still add it; after that it stays a draft, and the dialog
// closes when they have stopped typing. Unlike other things that open by themselves it swallows no keys, because all of them belong into
// the text.
type lateDialog struct {
	field field
	draft draftKey // where it is kept
	kept  string   // the draft as this dialog knows it; another terminal of the person may have changed it since
}

// newLateDialog is the dialog for what is in the field of a write screen; nil when nothing is.
//
// A note that was being changed is on the wall as it was, and stays so. The changed text is offered as a new note. It is
// not put over the draft that the person may have begun at another terminal meanwhile: it waits behind that one, and comes
// up on the write screen once that one is sent. Where they type is what they go on with, though: if the group comes back
// while they do, it is the draft that waits.
func newLateDialog(st stage, at sheet) *lateDialog {
	s := at.screen
	d := &lateDialog{field: s.field, draft: draftKey{who: s.me, prompt: at.prompt}}
	if s.editing == 0 {
		d.kept = s.kept
		d.catchUp(st.drafts)
	}
	switch typed := d.field.text(); {
	case typed == "", s.editing != 0 && typed == s.given:
		return nil
	case s.editing != 0:
		d.draft, d.kept = st.drafts.setAside(s.me, at.prompt, typed), typed
	}
	return d
}

// catchUp shows what the person has typed at another terminal of theirs. What waits aside is at this terminal alone.
func (d *lateDialog) catchUp(kept *Drafts) {
	if there := kept.at(d.draft); d.draft.aside == 0 && there != d.kept {
		d.kept = there
		d.field.set(there)
	}
}

// keep remembers what is typed, at every key: a connection may break in the middle of a word.
func (d *lateDialog) keep(kept *Drafts) {
	d.kept = d.field.text()
	kept.put(d.draft, d.kept)
}

// gone says whether the text was sent, or emptied, at another terminal of the person.
func (d *lateDialog) gone(kept *Drafts) bool {
	return d.draft.aside == 0 && d.kept != "" && kept.at(d.draft) == ""
}

// sent says whether a note of the person has this text.
func (d *lateDialog) sent(v workshop.View) bool {
	return slices.ContainsFunc(v.Notes, func(n workshop.Note) bool {
		return n.Prompt == d.draft.prompt && n.Text == text.Line(d.kept)
	})
}

func (d *lateDialog) update(st stage, msg tea.Msg) action {
	if d.gone(st.drafts) {
		return nil // App closes it
	}
	d.catchUp(st.drafts)
	k := st.keys
	m, pressed := msg.(tea.KeyPressMsg)
	switch {
	case pressed && key.Matches(m, k.back):
		return d.close()
	case pressed && key.Matches(m, k.write):
		return d.add(st)
	case pressed && key.Matches(m, k.prompt, k.done, k.minute): // meant for the write screen, and no text
		return say{text: "You can end your sentence here; esc closes this, and keeps it as a draft.", tone: plainly}
	}
	d.field.update(msg)
	d.keep(st.drafts)
	return nil
}

// add sends the note while it is taken. What is refused stays in the field.
func (d *lateDialog) add(st stage) action {
	if d.field.text() == "" || d.tooLate(st) != "" {
		return d.close()
	}
	done := both{clear{func() { d.field.set(""); d.keep(st.drafts) }}, dismiss{}}
	if d.sent(st.view) { // from another terminal, a moment ago
		return both{done, say{text: "That is on the wall already.", tone: plainly}}
	}
	return send{command: workshop.WriteNote{Prompt: d.draft.prompt, Text: d.field.text()}, said: "On the wall.", then: done}
}

// close leaves the text as a draft.
func (d *lateDialog) close() action {
	if d.field.text() == "" {
		return dismiss{}
	}
	return dismiss{say{text: keptDraft(), tone: plainly}}
}

// tooLate says why the note isn't taken any more; empty while it is.
func (d *lateDialog) tooLate(st stage) string {
	v := st.view
	onWall := v.At.Phase == workshop.PhaseShare || v.At.Phase == workshop.PhaseConverge
	switch {
	case v.At.Step != d.draft.prompt.Step() || !onWall:
		return st.Say("The group has moved on.")
	case v.GraceLeft(st.now) == 0:
		return st.Say("The ten seconds are over.")
	case v.Vote.ID != 0:
		return st.Say("A vote has opened.")
	default:
		return ""
	}
}

func (d *lateDialog) draw(st stage) []string {
	t := st.theme
	width := min(st.width-6, 64)
	if !d.gone(st.drafts) {
		d.catchUp(st.drafts)
	}
	title := st.Say("The notes are revealed. You were writing:")
	if st.view.At.Step != d.draft.prompt.Step() {
		title = st.Say("You were writing:")
	}
	lines := styled(t.Strong, theme.Wrap(title, width))
	lines = append(lines, noteBox(st, &d.field, " "+wordsFor(st.view, d.draft.prompt).label+" ", width, 3)...)
	return append(lines, d.answers(st, width)...)
}

// answers say what can be done with the text. They take the same room as long as the dialog is open, so that it stays where
// it is while somebody types in it.
func (d *lateDialog) answers(st stage, width int) []string {
	t, late := st.theme, d.tooLate(st)
	wrapped := func(late string) []string { return theme.Wrap(late+" "+st.Marked(keptDraft()), width) }
	room := len(wrapped(st.Say("The ten seconds are over."))) + 1
	if late == "" {
		adds := st.Count(secondsIn(st.view.GraceLeft(st.now)), "adds it to the wall: %d second left", "adds it to the wall: %d seconds left")
		lines := keyLines(st, st.Say("enter"), adds, width)
		lines = append(lines, keyLines(st, "esc", st.Say("keeps it as a draft"), width)...)
		return append(make([]string, max(1, room-len(lines))), lines...)
	}
	lines := []string{late}
	if d.field.text() != "" {
		lines = wrapped(late)
	}
	lines = styled(t.Warn, lines)
	lines = append(lines, make([]string, max(0, room-1-len(lines)))...)
	return append(lines, st.Say("%s or %s close", t.Key.Render(st.Say("enter")), t.Key.Render("esc")))
}

// keyLines say what a key does, in as many lines as that takes.
func keyLines(st stage, key, does string, width int) []string {
	t, column := st.theme, theme.Width(st.Say("enter"))+1 // the longer one of the keys
	var lines []string
	for i, l := range theme.Wrap(does, width-column) {
		if i > 0 {
			key = ""
		}
		lines = append(lines, t.Pad(t.Key.Render(key), column)+l)
	}
	return lines
}

// secondsIn is how many seconds a span takes, one that has begun included.
func secondsIn(s workshop.Span) int { return int((time.Duration(s) + time.Second - 1) / time.Second) }

func (d *lateDialog) bindings(st stage) []key.Binding {
	if d.tooLate(st) != "" {
		return []key.Binding{named(st.keys.enter, "close")}
	}
	return []key.Binding{named(st.keys.enter, "add it"), named(st.keys.back, "keep a draft")}
}
