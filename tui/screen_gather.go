package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
)

// gatherScreen is where people arrive. Whoever takes part reads what will happen; the facilitator's screen and the wall
// say how to join. All show who is here, and the two hours as one bar.
type gatherScreen struct{ poster poster }

func (s *gatherScreen) typing() bool                 { return false }
func (s *gatherScreen) update(stage, tea.Msg) action { return nil }
func (s *gatherScreen) bindings(stage) []key.Binding { return nil }

func (s *gatherScreen) draw(st stage) []string {
	above := st
	bar := twoHours(st)
	above.height = max(1, st.height-len(bar))
	var lines []string
	switch {
	case st.view.MyRole == workshop.Participant:
		lines = welcome(above)
	case st.invite.Open():
		if tall := s.poster.tall(st, len(bar)); tall != nil {
			return tall
		}
		lines = s.poster.draw(above)
	default:
		lines = gathering(above)
	}
	for len(lines) < above.height {
		lines = append(lines, "")
	}
	return append(lines, bar...)
}

// twoHours is the whole agenda as one bar, with a caption when there is room: who facilitates reads there how it is changed.
func twoHours(st stage) []string {
	t, v := st.theme, st.view
	bar := agendaBar(st, v.Agenda, "", st.width)
	if st.height < 20 {
		return bar
	}
	caption := t.Muted.Render(lengthWords(st.Tongue, v.Agenda))
	if plansTime(v) {
		caption = withKey(st, t.Muted, changeLengthWords(st.Tongue, v.Agenda), st.keys.agenda)
	}
	return append([]string{t.Cut(caption, st.width)}, bar...)
}

// lengthWords say how long an agenda is, and how much of it is nobody's yet.
func lengthWords(l tongue.Tongue, a workshop.Agenda) string {
	if reserve := a.Reserve().Minutes(); reserve > 0 {
		return l.Say("%d minutes, from welcome to canvas, %d of them in reserve", a.Total().Minutes(), reserve)
	}
	return l.Say("%d minutes, from welcome to canvas", a.Total().Minutes())
}

// changeLengthWords is lengthWords for whoever can change that, with a place for the key.
func changeLengthWords(l tongue.Tongue, a workshop.Agenda) string {
	if reserve := a.Reserve().Minutes(); reserve > 0 {
		return l.Say("%d minutes, from welcome to canvas, %d of them in reserve; %s changes that", a.Total().Minutes(), reserve, keyPlace)
	}
	return l.Say("%d minutes, from welcome to canvas; %s changes that", a.Total().Minutes(), keyPlace)
}

// gathering is for a workshop that nobody joins from elsewhere.
func gathering(st stage) []string {
	t := st.theme
	parts := append(purposeParts(st), gap())
	if st.rehearses {
		parts = append(parts, part{lines: styled(t.Warn.Bold(true), wrapped(st, rehearsalWords(st.Tongue)))}, gap())
	}
	if len(participants(st.view)) == 0 {
		nobody := t.Text.Render(st.Say("Nobody is here yet."))
		if !st.rehearses && st.view.MyRole == workshop.Facilitator {
			nobody = withKey(st, t.Text, st.Say("Nobody is here yet. Press %s to give the first person a seat.", keyPlace), st.keys.add)
		}
		return arrange(st, 0, append(parts, part{lines: []string{nobody}})...)
	}
	return arrange(st, min(4, nameRows(st)), append(parts, herePart(st), gap(), namesPart(st))...)
}

// welcome is what a participant reads while the others arrive.
func welcome(st stage) []string {
	t, v := st.theme, st.view
	parts := []part{
		{lines: styled(t.Accent, wrapped(st, st.Say("Welcome, %s.", nameOf(v, v.Me))))},
		{lines: styled(t.Strong, wrapped(st, purposeWords(st))), gives: 5},
		gap(),
		{lines: styled(t.Text, wrapped(st, st.Say("For each question you first write alone. Then we read all the notes together, put them in "+
			"order, and see whether we agree."))), gives: 2},
		{lines: styled(t.Text, wrapped(st, st.Say("It begins when everyone is here.")))},
		gap(),
		herePart(st),
		namesPart(st),
	}
	if st.seatCode != "" {
		said := st.Say("If you have to leave, your seat code %s brings you back.", st.seatCode)
		if theme.Width(said) > st.width {
			said = st.Say("Come back with seat code %s.", st.seatCode)
		}
		parts = append(parts, gap(), part{lines: styled(t.Text, wrapped(st, said))})
	}
	if st.invite.Open() {
		command := styled(t.Text, commandLines(st.invite.Commands[0], st.width))
		parts = append(parts, gap(), part{lines: append([]string{t.Muted.Render(st.Say("A neighbour joins with"))}, command...), gives: 3})
	}
	return arrange(st, min(3, nameRows(st)), parts...)
}

// purposeWords say what a participant comes for: to found a community, or to go on from its last canvas.
func purposeWords(st stage) string {
	v := st.view
	if v.From == nil {
		return st.Say("We found a community of practice for %s.", v.Topic)
	}
	return st.Say("We go on from the canvas of %s, of %s: what stays, what changes?", v.Canvas.Title, st.Day(v.From.Date.Date()))
}

// purposeParts say what people come for.
func purposeParts(st stage) []part {
	t, said, name := st.theme, st.Say("Founding a community of practice for"), st.view.Topic
	if st.view.From != nil {
		said, name = st.Say("The next canvas of"), st.view.Canvas.Title
	}
	return []part{
		{lines: []string{""}, gives: 8},
		mutedPart(st, said, 5),
		{lines: []string{t.Accent.Render(t.Cut(headline(strings.ToUpper(name), st.width), st.width))}},
	}
}

// herePart counts who is here, and at the door; in fewer words where there is little room.
func herePart(st stage) part {
	t, v := st.theme, st.view
	long, short := st.Count(countPresent(v), "%d person is here", "%d people are here"), hereWords(st)
	if len(participants(v)) == 0 {
		long, short = st.Say("Nobody is here yet."), st.Say("Nobody yet.")
	}
	door := doorWords(st, st.Say("door locked"))
	if theme.Width(long+door) > st.width {
		long = short
	}
	if theme.Width(long+door) > st.width {
		door = doorWords(st, st.SayAs("door", "locked"))
	}
	return part{lines: []string{t.Strong.Render(long) + door}}
}

// doorWords say who waits at the door and, in the words given, that it is locked.
func doorWords(st stage, locked string) string {
	t, v := st.theme, st.view
	line := ""
	if n := len(v.Knocks); n > 0 {
		line += t.Warn.Bold(true).Render("   " + st.Say("%d at the door", n))
	}
	if v.Locked {
		line += t.Muted.Render("   " + locked)
	}
	return line
}

// headline writes a title with a space between the letters when there is room: it reads from further away.
func headline(s string, width int) string {
	if wide := theme.Spaced(s); theme.Width(wide) <= width {
		return wide
	}
	return s
}

// namesPart lists people as they arrive, in as many columns as fit: a tick for who is here, a sign and a word for who is
// away.
func namesPart(st stage) part {
	return part{list: func(rows int) []string { return nameColumns(st, participants(st.view), rows) }}
}

// A name takes between so many cells, its sign and the distance to the next included.
const leastNameCell, mostNameCell = 14, 24

// nameCell is how wide each of the names is: as the longest needs it or, when not all fit then, as narrow as still reads
// well.
func nameCell(st stage, people []workshop.Presence, rows int) int {
	cell := leastNameCell
	for _, p := range people {
		cell = min(mostNameCell, max(cell, theme.Width(p.Name)+4))
	}
	if len(people) > rows*max(1, (st.width+nameGap)/cell) {
		return leastNameCell
	}
	return cell
}

// nameGap is the distance to the next name, which the last one in a line needs not.
const nameGap = 2

// nameRows is how many lines all the names need at least.
func nameRows(st stage) int {
	columns := max(1, (st.width+nameGap)/leastNameCell)
	return (len(participants(st.view)) + columns - 1) / columns
}

func nameColumns(st stage, people []workshop.Presence, rows int) []string {
	t, cell := st.theme, nameCell(st, people, rows)
	columns := max(1, (st.width+nameGap)/cell)
	var lines []string
	for i := 0; i < len(people); i += columns {
		if len(lines) == rows-1 && len(people)-i > columns {
			return append(lines, t.Muted.Render(st.Say("and %d more", len(people)-i)))
		}
		line := ""
		for _, p := range people[i:min(len(people), i+columns)] {
			line += t.Pad(arrival(st, p, cell-nameGap), cell-nameGap) + strings.Repeat(" ", nameGap)
		}
		lines = append(lines, strings.TrimSuffix(line, strings.Repeat(" ", nameGap)))
	}
	return lines
}

// arrival is one person who has come, in so many cells.
func arrival(st stage, p workshop.Presence, cells int) string {
	t := st.theme
	if st.view.Live.Away(p) {
		away := " " + st.Say("away")
		return t.Muted.Render(t.Away + " " + t.Cut(p.Name, max(1, cells-2-theme.Width(away))) + away)
	}
	return t.Good.Render(t.Done) + " " + t.Text.Render(t.Cut(p.Name, cells-2))
}
