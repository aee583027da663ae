package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
)

// alignScreen shows the outcome as the canvas will have it, and how far everyone stands behind it: all hands at the
// same moment. A participant shows their hand here. align_hands.go draws the hands.
type alignScreen struct {
	top  int
	page int  // lines that a key scrolls
	more bool // there was more of the outcome than could be seen, when it was drawn last
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
		return showHand(st.Tongue, int(m.String()[0]-'0'))
	case key.Matches(m, k.plan) && plans(st.view):
		return planAction(st)
	}
	return nil
}

// showHand shows a hand; one under three asks for a sentence first.
func showHand(l tongue.Tongue, level int) action {
	up := func(concern string) action {
		return send{command: workshop.ShowHand{Level: level, Concern: concern}, said: "Your hand is up.", then: closeBooth{}}
	}
	if level >= workshop.Support {
		return up("")
	}
	d := newInputDialog(l.Say("What would have to change?"),
		l.Say("Everyone will read it when the hands are shown. You show %d: %s.", level, l.Marked(levelWords(level))),
		l.Say("show my hand"), "", up)
	d.left = func() action { return say{text: "Your hand stays as it was.", tone: plainly} }
	return show{d}
}

func (s *alignScreen) draw(st stage) []string {
	v := st.view
	hands, concerns := s.legend(st), []string(nil)
	if v.HandsShown {
		hands, concerns = s.scale(st), concernLines(st)
	}
	if settled, ok := v.Settled[v.At.Step]; ok && settled.Reopened {
		hands[0] = st.theme.Warn.Render(st.theme.Cut(st.Say("reopened: this step was settled before"), st.width))
	}
	var lines []string
	if len(hands)+len(concerns) > max(len(hands)+1, st.height-7) {
		lines = append(concerns, "") // many concerns are scrolled, before the outcome
	} else {
		hands = append(hands, concerns...)
	}
	room := max(1, st.height-len(hands)-1)
	lines = append(lines, outcome(st, room)...)
	if !v.HandsShown && (st.narrow() || st.height < lowBody) {
		lines = append(lines, openingLines(st)...) // for which the legend has no line
	}
	return append(append(s.seen(st, lines, room), st.theme.Line(st.width)), hands...)
}

// seen are the lines that are seen of the outcome, exactly so many; the last one says how many are not when there are
// more.
func (s *alignScreen) seen(st stage, lines []string, room int) []string {
	t := st.theme
	s.page, s.more = max(1, min(3, room-1)), len(lines) > room
	s.top = max(0, min(s.top, len(lines)-room))
	out := append([]string{}, lines[s.top:min(len(lines), s.top+room)]...)
	if more := len(lines) - s.top - len(out); more > 0 && room > 1 {
		said := st.Count(more+1, "%d line more", "%d lines more")
		if !st.narrow() {
			said = st.Count(more+1, "%d line more, scroll with the arrows", "%d lines more, scroll with the arrows")
		}
		out[len(out)-1] = t.Muted.Render(t.Ellipsis + " " + said)
	}
	for len(out) < room {
		out = append(out, "")
	}
	return out
}

// outcome is what the group would put on the canvas. Only the force field can be fitted to a number of lines.
func outcome(st stage, room int) []string {
	t, v := st.theme, st.view
	if v.At.Step == workshop.StepForces && (st.narrow() || room < leastDiagram) {
		return forceList(st, v.Canvas.Forces)
	}
	if v.At.Step == workshop.StepForces {
		return forceDiagram(st, v.Canvas.Forces, st.width, room)
	}
	var lines []string
	for _, box := range v.Canvas.Sections {
		if box.Section.Step() != v.At.Step {
			continue
		}
		lines = append(lines, t.Title.Render(strings.ToUpper(words(v).Heading(box.Section))))
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
				lines = append(lines, mark+t.Text.Render(l)+noteCount(st, e, i))
			}
		}
		if len(box.Entries) == 0 && box.Statement == "" {
			lines = append(lines, t.Muted.Render(st.Say("nothing yet")))
		}
		lines = append(lines, "")
	}
	return lines
}

// noteCount says how many notes an entry holds, the one included whose text it bears where it has no title of its own.
func noteCount(st stage, e workshop.Entry, line int) string {
	if line > 0 || len(e.Notes) == 0 {
		return ""
	}
	return st.theme.Muted.Render("  " + st.Count(e.Size(), "%d note", "%d notes"))
}

func (s *alignScreen) bindings(st stage) []key.Binding {
	var out []key.Binding
	if st.view.MyRole == workshop.Participant {
		out = append(out, st.keys.hand)
	}
	out = append(out, planKeys(st)...)
	if s.more {
		out = append(out, named(st.keys.down, "scroll"))
	}
	return out
}
