package tui

import (
	"convene/tui/theme"
)

func (s *statementScreen) draw(st stage) []string {
	t, v := st.theme, st.view
	edge := t.Accent.Bold(false).Render(t.Bar) + " "
	parts := append([]part{gap()}, statementHead(st)...)
	inner := st
	inner.width -= 2
	now := s.seen(st)
	lines := s.long.page(inner, spaced(inner, now, max(3, st.height/3)), max(3, st.height/2))
	if now == "" {
		lines = styled(t.Muted, theme.Wrap(st.Say("Nothing is written yet."), inner.width))
	}
	for i, l := range lines {
		lines[i] = edge + l
	}
	parts = append(parts, gap(), part{lines: lines})
	if kept := v.Sentence[v.Pen.Section]; kept != "" && kept != s.seen(st) {
		parts = append(parts, gap(), part{lines: styled(t.Muted, theme.Wrap(st.Say("On the canvas now: %s", kept), st.width)), gives: 3})
	}
	parts = append(parts, gap(), part{fill: true, list: func(room int) []string { return s.proposals(st, room) }})
	if s.types {
		label := st.Say("propose a sentence, or words for it")
		switch {
		case hasPen(v):
			label = st.Say("the sentence")
		case st.narrow():
			label = st.Say("propose words")
		}
		parts = append(parts, part{lines: s.field.boxed(t, label, st.width-1, max(1, min(3, st.height/6)))})
	}
	return arrange(st, 2, parts...)
}

// statementHead says what the sentence is for, and who writes it.
func statementHead(st stage) []part {
	t, v := st.theme, st.view
	heading, who := statementHeading(v), penWords(v)
	if theme.Width(heading)+theme.Width(who)+3 <= st.width {
		return []part{{lines: []string{t.Spread(t.Title.Render(heading), t.Muted.Render(who), st.width)}}}
	}
	return []part{{lines: []string{t.Title.Render(t.Cut(heading, st.width))}}, {lines: styled(t.Muted, wrapped(st, who)), gives: 8}}
}

// seen is the sentence as it is on this screen.
func (s *statementScreen) seen(st stage) string {
	if hasPen(st.view) {
		return s.field.text()
	}
	return sentenceNow(st.view)
}

// proposals lists what was proposed, the newest at the bottom, with a check mark where the sentence has it; when there is
// no room for all, those around the chosen one.
func (s *statementScreen) proposals(st stage, room int) []string {
	t, v := st.theme, st.view
	if len(v.Proposed) == 0 {
		words := st.Say("What is proposed stands here, without names.")
		if proposes(v) {
			words = st.Say("Propose a sentence, or words for one. It stands here then, without your name.")
		}
		if len(wrapped(st, words)) > room {
			words = st.Say("No words are proposed yet.")
		}
		return styled(t.Muted, wrapped(st, words))[:min(room, len(wrapped(st, words)))]
	}
	s.at = min(s.at, len(v.Proposed)-1)
	lines := []string{t.Muted.Render(st.Say("Proposed"))}
	first, last := 0, 0
	in := takenIn(s.seen(st))
	for i, p := range v.Proposed {
		chosen := hasPen(v) && i == s.at
		point, mark, style := " ", t.Bullet, t.Text
		if in(p) {
			mark, style = t.Good.Render(t.Done), t.Muted
		}
		if chosen {
			point, style, first = t.Accent.Render(t.Point), t.Strong, len(lines)
		}
		mark = point + " " + mark + " "
		for j, l := range theme.Wrap(p, max(1, st.width-4)) {
			if j > 0 {
				mark = "    "
			}
			lines = append(lines, mark+style.Render(l))
		}
		if chosen {
			last = len(lines) - 1
		}
	}
	if len(lines) <= room {
		return lines
	}
	list := choice{top: len(lines)}
	if hasPen(v) {
		list.top = 0
		list.keep(first, last, room)
	}
	return list.page(st, lines, room)
}
