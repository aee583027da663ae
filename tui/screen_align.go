package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// alignScreen shows the outcome as the canvas will have it, and how far everyone stands behind it: all hands at the
// same moment. A participant shows their hand here.
type alignScreen struct {
	top  int
	page int // lines that a key scrolls
}

func (s *alignScreen) typing() bool { return false }

func (s *alignScreen) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	k := st.keys
	switch {
	case key.Matches(m, k.up), key.Matches(m, k.pageUp):
		s.top = max(0, s.top-s.page)
	case key.Matches(m, k.down), key.Matches(m, k.pageDown):
		s.top += s.page
	case key.Matches(m, k.hand) && st.view.MyRole == workshop.Participant:
		return showHand(int(m.String()[0] - '0'))
	}
	return nil
}

// showHand shows a hand; one under three asks for a sentence first.
func showHand(level int) action {
	if level >= workshop.Support {
		return send{command: workshop.ShowHand{Level: level}, said: "Your hand is up.", then: closeBooth{}}
	}
	return show{newInputDialog(
		"What would have to change?", "Everyone will read it when the hands are shown. "+fmt.Sprintf("You show %d: %s.", level, levelWords(level)), "",
		func(concern string) action {
			return send{
				command: workshop.ShowHand{Level: level, Concern: concern}, said: "Your hand is up.",
				then: closeBooth{},
			}
		})}
}

func (s *alignScreen) draw(st stage) []string {
	t, v := st.theme, st.view
	hands := s.hands(st)
	if settled, ok := v.Settled[v.At.Step]; ok && settled.Reopened {
		hands[0] = t.Warn.Render("reopened: this step was settled before")
	}
	var lines []string
	const scale = workshop.MaxLevel + 2 // the title, and a line for each level
	if v.HandsShown && len(hands) > max(scale+1, st.height-7) {
		lines, hands = append(hands[scale:], ""), hands[:scale] // many concerns are scrolled, before the outcome
	}
	room := max(1, st.height-len(hands)-1)
	s.page = max(1, min(3, room-1))
	lines = append(lines, outcome(st, room)...)
	s.top = max(0, min(s.top, len(lines)-room))
	shown := lines[s.top:min(len(lines), s.top+room)]
	if more := len(lines) - s.top - len(shown); more > 0 && room > 1 {
		shown = append(shown[:len(shown)-1:len(shown)-1], t.Muted.Render(fmt.Sprintf("%s %s more, scroll with the arrows", t.Ellipsis, count(more+1, "line"))))
	}
	out := append([]string{}, shown...)
	for len(out) < st.height-len(hands)-1 {
		out = append(out, "")
	}
	return append(append(out, t.Line(st.width)), hands...)
}

// outcome is what the group would put on the canvas. Only the force field can be fitted to a number of lines.
func outcome(st stage, room int) []string {
	t, v := st.theme, st.view
	if v.At.Step == workshop.StepForces {
		return forceDiagram(st, v.Canvas.Forces, st.width, room)
	}
	var lines []string
	for _, box := range v.Canvas.Sections {
		if box.Section.Step() != v.At.Step {
			continue
		}
		lines = append(lines, t.Title.Render(strings.ToUpper(box.Section.Heading())))
		for _, l := range theme.Wrap(box.Statement, st.width-2) {
			if l != "" {
				lines = append(lines, t.Strong.Render(l))
			}
		}
		for _, e := range box.Entries {
			for i, l := range theme.Wrap(e.Title, st.width-6) {
				mark := t.Accent.Render(t.Bullet) + " "
				if i > 0 {
					mark = "  "
				}
				lines = append(lines, mark+t.Text.Render(l)+noteCount(t, e, i))
			}
		}
		if len(box.Entries) == 0 && box.Statement == "" {
			lines = append(lines, t.Muted.Render("nothing yet"))
		}
		lines = append(lines, "")
	}
	return lines
}

func noteCount(t *theme.Theme, e workshop.Entry, line int) string {
	if line > 0 || len(e.Notes) == 0 {
		return ""
	}
	return t.Muted.Render("  " + count(len(e.Notes), "note"))
}

// hands are the legend while hands go up, and the hands with their concerns once all are shown.
func (s *alignScreen) hands(st stage) []string {
	t, v := st.theme, st.view
	if !v.HandsShown {
		return s.legend(st)
	}
	var by [workshop.MaxLevel + 1][]string
	for _, p := range participants(v) {
		if p.Showed {
			by[p.Hand.Level] = append(by[p.Hand.Level], p.Name)
		}
	}
	lines := []string{t.Strong.Render("How far we stand behind it")}
	for level := workshop.MaxLevel; level >= 0; level-- {
		style := t.Good
		if level < workshop.Support {
			style = t.Bad
		}
		n := len(by[level])
		bar := style.Render(strings.Repeat(t.Fill, min(n, 30)))
		row := style.Bold(true).Render(fmt.Sprint(level)) + " " + bar
		if n > 0 {
			row += " " + t.Text.Render(fmt.Sprint(n)) + t.Muted.Render("  "+strings.Join(by[level], ", "))
		}
		lines = append(lines, t.Cut(row, st.width))
	}
	for _, c := range v.Concerns {
		said := fmt.Sprintf("%s (%d): %s", nameOf(v, c.Person), c.Level, c.Sentence)
		for _, l := range theme.Wrap(said, st.width-2) {
			lines = append(lines, t.Warn.Render(l))
		}
	}
	if len(v.Concerns) == 0 {
		lines = append(lines, t.Good.Render(t.Done+" nobody stands against it"))
	}
	return lines
}

// legend says what the fingers mean, and who has shown a hand.
func (s *alignScreen) legend(st stage) []string {
	t, v := st.theme, st.view
	lines := []string{t.Strong.Render("How far do you stand behind it?")}
	for level := workshop.MaxLevel; level >= 0; level-- {
		style := t.Good
		if level < workshop.Support {
			style = t.Bad
		}
		mine := "  "
		if v.HasHand && v.Hand.Level == level {
			mine = t.Accent.Render(t.Point + " ")
		}
		lines = append(lines, mine+style.Bold(true).Render(fmt.Sprint(level))+" "+t.Text.Render(levelWords(level)))
	}
	shown := 0
	here := participants(v)
	var waiting []string
	for _, p := range here {
		if p.Showed {
			shown++
		} else {
			waiting = append(waiting, p.Name)
		}
	}
	sum := fmt.Sprintf("%d of %d hands are up", shown, len(here))
	if len(waiting) > 0 {
		sum += "; still to come: " + strings.Join(waiting, ", ")
	}
	return append(lines, t.Muted.Render(t.Cut(sum, st.width)))
}

func (s *alignScreen) bindings(st stage) []key.Binding {
	k := st.keys
	if st.view.MyRole == workshop.Participant {
		return []key.Binding{k.hand, named(k.down, "scroll")}
	}
	return []key.Binding{named(k.down, "scroll")}
}
