package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/text"
)

func (s *writeScreen) draw(st stage) []string {
	s.catchUp(st)
	lines := s.questions(st)
	if st.height >= roomyBody {
		lines = append(append([]string{""}, lines...), "")
	}
	foot := s.box(st)
	if iAmDone(st.view) {
		foot = s.rested(st)
	}
	lines = append(lines, s.notes(st, st.height-len(lines)-len(foot))...)
	for len(lines) < st.height-len(foot) {
		lines = append(lines, "")
	}
	return append(lines, foot...)
}

// questions are those of the step, the chosen one first to be read, each with how many notes the person has for it.
// Where they don't fit into a row each, their names stand in one row and the chosen question below.
func (s *writeScreen) questions(st stage) []string {
	t, v, label := st.theme, st.view, labelCells(st.view)
	var lines []string
	for i, p := range v.At.Step.Prompts() {
		w := wordsFor(v, p)
		row := "   " + t.Muted.Render(t.Pad(w.label, label)+w.question)
		if i == s.at {
			row = " " + t.Accent.Render(t.Point+" "+t.Pad(w.label, label)) + t.Strong.Render(w.question)
		}
		mine := t.Muted.Render(st.Count(countMine(v, p), "%d note", "%d notes") + " ")
		if theme.Width(row)+theme.Width(mine) >= st.width {
			return append(s.chosen(st), s.stood(st, " ")...)
		}
		if lines = append(lines, t.Spread(row, mine, st.width)); i == s.at {
			lines = append(lines, s.stood(st, strings.Repeat(" ", 3+label))...)
		}
	}
	return lines
}

// stood is what the last canvas of the community says to the chosen question, where there is room for that: nobody has to write it
// anew, since it hangs on the wall beside what is written now.
func (s *writeScreen) stood(st stage, before string) []string {
	if st.height < roomyBody {
		return nil
	}
	width := max(1, min(measure, st.width-theme.Width(before)-1))
	room := (st.height - 10) / 2 // what is written now needs the rest
	stood := stoodUnder(st, s.prompt(st.view), width, min(room, st.height/5))
	words := theme.Wrap(st.Say("It comes to the wall by itself: write what is new, or different."), width)
	if len(stood) > 0 && len(stood)+len(words) <= room {
		stood = append(stood, styled(st.theme.Muted, words)...)
	}
	return indented(stood, before)
}

// labelCells is how wide the column with the names of the step's questions is.
func labelCells(v workshop.View) int {
	cells := 14
	for _, p := range v.At.Step.Prompts() {
		cells = max(cells, theme.Width(wordsFor(v, p).label)+1)
	}
	return cells
}

// chosen is the question that is being answered, in full, below a row with the names of all.
func (s *writeScreen) chosen(st stage) []string {
	t, v := st.theme, st.view
	row := func(thing string) string {
		var tabs []string
		for i, p := range v.At.Step.Prompts() {
			label, mine := wordsFor(v, p).label, fmt.Sprint(countMine(v, p))
			if i == s.at {
				tabs = append(tabs, t.Accent.Render(t.Point+" "+label)+t.Muted.Render(" "+cmp.Or(thing, mine)))
			} else {
				tabs = append(tabs, t.Key.Render(st.keys.prompt.Help().Key)+t.Muted.Render(" "+label+" "+mine))
			}
		}
		return strings.Join(tabs, "   ")
	}
	names := row(st.Count(countMine(v, s.prompt(v)), "%d note", "%d notes"))
	if theme.Width(names) > st.width {
		names = row("")
	}
	lines := []string{names}
	return append(lines, styled(t.Strong, theme.Wrap(wordsFor(v, s.prompt(v)).question, st.width))...)
}

// notes are the person's own for the chosen prompt, the newest last; the older ones give way. They are cards, side by
// side, where there is room for cards.
func (s *writeScreen) notes(st stage, room int) []string {
	columns := max(1, st.width/28)
	width := st.width/columns - 2
	if st.height < roomyBody {
		columns = 1
	}
	var blocks, row [][]string
	all, must := 0, 0 // notes, and in which block is the one that is being changed
	for _, n := range st.view.Notes {
		switch {
		case n.Prompt != s.prompt(st.view):
			continue
		case st.height < roomyBody:
			blocks = append(blocks, noteRow(st, n, n.ID == s.editing))
		default:
			if row = append(row, noteCard(st, n, width, n.ID == s.editing)); len(row) == columns {
				blocks = append(blocks, besides(st.theme, row, width))
				row = nil
			}
		}
		if all++; n.ID == s.editing {
			must = (all - 1) / columns
		}
	}
	if len(row) > 0 {
		blocks = append(blocks, besides(st.theme, row, width))
	}
	first, end := newest(blocks, room), len(blocks)
	if s.editing != 0 && must < first {
		first, end = must, lastFrom(blocks, must, room)
	}
	return seenBlocks(st, blocks, first, end, room, columns, all)
}

// newest is the first of the last blocks that there is room for.
func newest(blocks [][]string, room int) int {
	height, first := 0, len(blocks)
	for first > 0 && height+len(blocks[first-1]) <= room {
		first--
		height += len(blocks[first])
	}
	if first > 0 && height == room && first < len(blocks)-1 { // one block more gives way to the line that says so
		first++
	}
	return first
}

// lastFrom is the end of the blocks from the first one on that there is room for, beside the lines that say what is left
// out.
func lastFrom(blocks [][]string, first, room int) int {
	end, height := first, 2
	if len(blocks[first]) <= room {
		end, height = first+1, height+len(blocks[first])
	}
	for end < len(blocks) && height+len(blocks[end]) <= room {
		height += len(blocks[end])
		end++
	}
	return end
}

// seenBlocks are some of the blocks, and how many notes are left out above and below them as far as there is room to say
// so. All blocks but the last hold the same number of notes.
func seenBlocks(st stage, blocks [][]string, first, end, room, each, notes int) []string {
	lines := slices.Concat(blocks[first:end]...)
	left := func(words string) string { return st.theme.Muted.Render(" " + st.theme.Ellipsis + " " + words) }
	if first > 0 && room > len(lines) {
		above := left(st.Count(first*each, "%d note above", "%d notes above"))
		lines = append([]string{above}, lines...)
	}
	if end < len(blocks) && room > len(lines) {
		lines = append(lines, left(st.Count(notes-end*each, "%d note below", "%d notes below")))
	}
	return lines
}

// noteRow is a note where there is no room for cards: its text behind a bar, in at most two lines.
func noteRow(st stage, n workshop.Note, editing bool) []string {
	const most = 2
	t, edge := st.theme, st.theme.Faint
	if editing {
		edge = st.theme.Accent
	}
	lines := theme.Wrap(n.Text, st.width-3)
	if len(lines) > most {
		lines = append(lines[:most-1], t.Cut(lines[most-1]+" "+lines[most], st.width-3))
	}
	for i, l := range lines {
		mark := t.Bar
		if editing && i == 0 {
			mark = t.Point
		}
		lines[i] = " " + edge.Render(mark) + " " + t.Text.Render(l)
	}
	return lines
}

// noteCard is a sticky note: at most four lines of text in a frame, which says which note is being changed.
func noteCard(st stage, n workshop.Note, width int, editing bool) []string {
	t := st.theme
	f, edge, label := t.Frame, t.Faint, ""
	if editing {
		edge, label = t.Accent, " "+t.Point+" "+st.Say("this one")+" "
	}
	body := theme.Wrap(n.Text, width-4)
	const most = 4
	if len(body) > most {
		body = append(body[:most-1], t.Cut(body[most-1]+" "+body[most], width-4))
	}
	top := f.TopLeft + label + strings.Repeat(f.Top, max(0, width-2-theme.Width(label))) + f.TopRight
	lines := []string{edge.Render(top)}
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
	label := st.Say("one idea")
	switch {
	case s.editing == 0 && st.view.At.Step == workshop.StepName:
		label = st.Say("one name")
	case s.editing != 0 && st.narrow():
		label = st.Say("change it, or empty it")
	case s.editing != 0:
		label = st.Say("change it, or empty it to take it back")
	}
	return noteBox(st, &s.field, " "+label+" ", st.width, 1)
}

// noteBox is the text of a note that is being written, in at least so many lines, and a frame of so many cells with a word in
// it that says what it is.
func noteBox(st stage, typed *field, label string, width, least int) []string {
	t := st.theme
	f, edge, room := t.Frame, t.Accent.Bold(false), ""
	if left := workshop.MaxNoteLen - text.Len(text.Line(typed.text())); left < 60 {
		room = t.Muted.Render(" " + st.Count(left, "%d left", "%d left") + " ")
		if left < 0 {
			room = t.Bad.Render(" " + st.Say("%d too many", -left) + " ")
		}
	}
	top := edge.Render(f.TopLeft+f.Top) + t.Muted.Render(label)
	between := strings.Repeat(f.Top, max(0, width-theme.Width(top)-theme.Width(room)-2))
	lines := []string{top + edge.Render(between) + room + edge.Render(f.Top+f.TopRight)}
	rows := typed.draw(t, width-4, 3)
	for len(rows) < least {
		rows = append(rows, "")
	}
	for _, l := range rows {
		lines = append(lines, edge.Render(f.Side)+" "+t.Pad(l, width-4)+" "+edge.Render(f.Side))
	}
	return append(lines, edge.Render(f.BottomLeft+strings.Repeat(f.Top, width-2)+f.BottomRight))
}

// rested stands in the place of the box when the person is done.
func (s *writeScreen) rested(st stage) []string {
	t, f, edge := st.theme, st.theme.Frame, st.theme.Good
	lines := []string{edge.Render(f.TopLeft + strings.Repeat(f.Top, st.width-2) + f.TopRight)}
	for _, l := range ticked(t, restWords(st), st.width-4) {
		lines = append(lines, edge.Render(f.Side)+" "+t.Pad(l, st.width-4)+" "+edge.Render(f.Side))
	}
	return append(lines, edge.Render(f.BottomLeft+strings.Repeat(f.Top, st.width-2)+f.BottomRight))
}
