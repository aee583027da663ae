package tui

import (
	"slices"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
)

// draw has the bar, the blocks, the sum, and a line that says what the chosen row is about or why a key did nothing. Where
// there is no room for all blocks they scroll; the sum and the keys are always there.
func (d *agendaDialog) draw(st stage) []string {
	const most = 84 // cells: in wider ones the eye loses the row between its name and its note
	t := st.theme
	d.mind(st.Tongue, st.view.Agenda)
	width := min(st.width-6, most)
	rows := agendaRows()
	blocks := rows[:len(rows)-1]
	said, keys := d.words(st, width), keyRows(st, d.bindings(st), width)
	fixed := 4 + len(said) + len(keys) // the title, the bar and the sum
	room := st.height + frameLines - 2 - fixed
	// The gap above the keys is worth the whole window. For the others the header, with the clock, is not covered.
	air := max(st.height-fixed-len(blocks), min(1, room-len(blocks)))
	line := func(n int, l string) []string { // where there is room for it, the n-th that comes in
		if air < n {
			return nil
		}
		return []string{l}
	}
	var list []string
	for i, step := range blocks {
		list = append(list, d.block(st, step, i == d.rows.at, width))
	}
	at := min(d.rows.at, len(blocks)-1)
	d.rows.keep(at, at, room)
	lines := append([]string{t.Strong.Render(st.Say("Plan the time"))}, line(4, "")...)
	lines = append(append(lines, agendaBar(st, d.copy.plan, d.row(), width)...), line(3, "")...)
	lines = append(append(lines, d.rows.page(st, list, max(1, room))...), line(2, t.Line(width))...)
	lines = append(append(lines, d.sum(st, width)), line(5, "")...)
	lines = append(append(lines, said...), line(1, "")...)
	return append(lines, keys...)
}

// block is the row of one block: what it has, what of that is for writing alone, and what there is to know about it.
func (d *agendaDialog) block(st stage, step workshop.Step, chosen bool, width int) string {
	t, w := st.theme, wordsOf(st.view, step)
	minutes, was := minutesOf(d.copy.plan, step), minutesOf(d.opened, step)
	row := agendaRow{
		number: w.number, name: w.title, short: blockName(st.view, step), minutes: minutes, chosen: chosen, style: t.Text,
	}
	if step == workshop.StepClosing {
		row.name = row.short
	}
	for _, b := range d.copy.plan {
		if b.Step == step && b.Solo > 0 {
			row.alone = aloneWords(st.Tongue, b.Solo)
		}
	}
	switch {
	case d.copy.atFloor(step):
		row.note = st.Say("its least")
	case minutes == 0 && step == workshop.StepForces:
		row.note = st.Say("left out")
	}
	if minutes == 0 || step == workshop.StepReserve {
		row.style = t.Muted
	}
	if minutes != was {
		row.was = st.Say("was %d", was)
	}
	return row.draw(st, width)
}

// sum is the last row: the total, and how long a workshop may be.
func (d *agendaDialog) sum(st stage, width int) string {
	minutes, was := d.copy.plan.Total().Minutes(), d.opened.Total().Minutes()
	row := agendaRow{
		name: st.Say("In all"), minutes: minutes, chosen: d.row() == inAll, style: st.theme.Strong,
		alone: st.Say("%d to %d", workshop.MinTotal, workshop.MaxTotal),
	}
	if minutes != was {
		row.was = st.Say("was %d", was)
	}
	return row.draw(st, width)
}

// agendaRow is what stands in a row, column by column.
type agendaRow struct {
	number, name, short string
	minutes             int
	alone, note, was    string
	chosen              bool
	style               theme.Style
}

// The columns of a row, in cells: the mark and the number before the name, the name, the minutes between the keys and the
// distance to what follows, the time alone, the notes.
const rowMark, rowName, rowMinutes, rowAlone, rowNote = 4, 21, 14, 13, 19

// draw has the chosen row between the keys that change it. Where the window is narrow, the short names serve, and a note takes
// the place of the time alone.
func (r agendaRow) draw(st stage, width int) string {
	t := st.theme
	mark, style, less, more := "  ", r.style, "  ", "  "
	if r.chosen {
		mark, style = t.Accent.Render(t.Point)+" ", t.Strong
		less, more = t.Key.Render("-")+" ", " "+t.Key.Render("+")
	}
	name := min(rowName, width-rowMark-rowMinutes)
	if name < rowName && r.short != "" {
		r.name = r.short
	}
	left := mark + t.Pad(t.Muted.Render(r.number), rowMark-2) + t.Pad(style.Render(r.name), name) +
		less + style.Render(st.Say("%4d min", r.minutes)) + more + "  "
	beside := r.alone
	switch room := width - theme.Width(left); {
	case room >= rowAlone+rowNote:
		notes := slices.DeleteFunc([]string{r.note, r.was}, func(s string) bool { return s == "" })
		beside = t.Pad(r.alone, rowAlone) + strings.Join(notes, ", ")
	case r.note != "":
		beside = r.note
	}
	return t.Pad(left+t.Muted.Render(beside), width)
}

// aloneWords is the time for writing alone, so that minutes stand under minutes.
func aloneWords(l tongue.Tongue, s workshop.Span) string {
	const second = workshop.Span(1e9)
	return l.Say("%d:%02d alone", s/workshop.Minutes(1), s%workshop.Minutes(1)/second)
}

// words are the line below the sum: what somebody else has done, why a key did nothing, or what the chosen row is about.
func (d *agendaDialog) words(st stage, width int) []string {
	t, theirs := st.theme, st.view.Agenda
	switch {
	case d.said != "":
		return styled(t.Warn, theme.Wrap(d.said, width))
	case d.disputed(theirs):
		said := st.Say("Somebody else has changed the plan. u takes it, enter twice keeps yours.")
		if slices.Equal(theirs, d.read) {
			said = st.Say("Somebody else has changed the plan. enter again keeps yours, u takes it.")
		}
		return styled(t.Warn.Bold(true), theme.Wrap(said, width))
	case d.row() == inAll:
		return []string{t.Muted.Render(t.Cut(st.Say("Every block changes in proportion; the reserve stays."), width))}
	case d.row() == workshop.StepReserve:
		return []string{t.Muted.Render(t.Cut(st.Say("Kept for being late, and given to no step."), width))}
	case d.row() == workshop.StepForces && d.copy.plan.Has(workshop.StepForces):
		return []string{keyWords(st, named(leaveOut(), "leaves step 5 out."))}
	case d.row() == workshop.StepForces:
		return []string{keyWords(st, named(leaveOut(), "brings step 5 back."))}
	default:
		return []string{t.Muted.Render(t.Cut(st.Say("The time for writing alone follows its block."), width))}
	}
}
