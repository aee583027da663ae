package tui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop/text"
)

// maxTyped bounds what a field holds, in characters: more than any text may have, so that a person who pastes a novel
// sees that it is too long instead of losing its end unseen.
const maxTyped = 2000

// field is a text that is being typed: one line of meaning, wrapped over several lines of screen.
type field struct{ area textarea.Model }

func newField() field {
	a := textarea.New()
	a.Prompt, a.Placeholder = "", ""
	a.ShowLineNumbers = false
	a.CharLimit = maxTyped
	a.SetVirtualCursor(false)
	a.KeyMap.InsertNewline.SetEnabled(false)
	plain := a.Styles()
	plain.Focused, plain.Blurred = textarea.StyleState{}, textarea.StyleState{}
	a.SetStyles(plain)
	a.Focus()
	return field{a}
}

// text is what was typed, as typed; Decide cleans it.
func (f *field) text() string { return strings.TrimSpace(f.area.Value()) }

func (f *field) set(s string) {
	f.area.SetValue(s)
	f.area.MoveToEnd()
}

// update takes a key or a paste. What is pasted is cleaned at once, so that what is seen is what is kept.
func (f *field) update(msg tea.Msg) {
	if p, ok := msg.(tea.PasteMsg); ok {
		f.area.InsertString(text.Line(p.Content))
		return
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && strings.ContainsFunc(k.Text, unseen) {
		return
	}
	f.area, _ = f.area.Update(msg)
}

// atTop says whether the cursor is in the first line that is seen, from where it can't go up.
func (f *field) atTop() bool { return f.area.Line() == 0 && f.area.LineInfo().RowOffset == 0 }

// atBottom says whether the cursor is in the last line that is seen, from where it can't go down.
func (f *field) atBottom() bool {
	at := f.area.LineInfo()
	return f.area.Line() == f.area.LineCount()-1 && at.RowOffset == at.Height-1
}

// unseen are characters that a keyboard can send and a screen must not show raw: controls, directions, private ones.
// Joiners are let through; the cleaning keeps them only within emoji.
func unseen(r rune) bool {
	const joiner = '\u200d'
	return r != joiner && unicode.In(r, unicode.C) && r != utf8.RuneError
}

// draw shows the text with its cursor, at most so many lines of so many cells: those around the cursor.
func (f *field) draw(t *theme.Theme, width, height int) []string {
	f.area.SetWidth(width)
	rows := strings.Split(f.area.Value(), "\n")
	return cursorLines(t, rows, f.area.Line(), f.area.Column(), width, height)
}

// boxed draws the text in a frame of so many cells, with a word in the frame that says what it is.
func (f *field) boxed(t *theme.Theme, label string, width, height int) []string {
	edge, frame := t.Accent.Bold(false), t.Frame
	top := edge.Render(frame.TopLeft+frame.Top) + t.Muted.Render(" "+label+" ")
	lines := []string{top + edge.Render(strings.Repeat(frame.Top, max(0, width-theme.Width(top)-1))+frame.TopRight)}
	for _, l := range f.draw(t, width-4, height) {
		lines = append(lines, edge.Render(frame.Side)+" "+t.Pad(l, width-4)+" "+edge.Render(frame.Side))
	}
	return append(lines, edge.Render(frame.BottomLeft+strings.Repeat(frame.Top, width-2)+frame.BottomRight))
}

// cursorLines wraps what was typed and puts a block where the next character goes.
func cursorLines(t *theme.Theme, rows []string, row, column, width, height int) []string {
	const block = "\uE000" // stands for the cursor while the text is wrapped; cleaned text has no such character
	if row >= len(rows) {
		return nil
	}
	line := []rune(rows[row])
	column = min(column, len(line))
	under := " "
	rest := line[column:]
	if len(rest) > 0 {
		under = string(rest[0])
		rest = rest[1:]
	}
	rows[row] = string(line[:column]) + block + string(rest)
	var out []string
	at := 0
	for _, r := range rows {
		for _, l := range theme.Wrap(r, max(1, width-1)) {
			if strings.Contains(l, block) {
				at = len(out)
				l = strings.Replace(l, block, t.Text.Reverse(true).Render(under), 1)
			}
			out = append(out, l)
		}
	}
	top := max(0, min(at-height+1, len(out)-height))
	return out[top:min(len(out), top+height)]
}
