package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/text"
)

// statementScreen is where the group agrees on one sentence. Whoever has the pen writes, and everyone sees every word as it
// is written; those who take part propose words, which the pen takes in with one key. statement_draw.go draws it.
type statementScreen struct {
	field field
	types bool   // writes, or proposes
	long  choice // how far one has read a sentence that has no room
	at    int    // of the proposals: the one that the pen would take in
}

// newStatementScreen begins with what is being written, for whoever has the pen; with the words that were begun, for whoever
// proposes some.
func newStatementScreen(st stage) screen {
	v := st.view
	s := &statementScreen{field: newField(), types: hasPen(v) || proposes(v)}
	if hasPen(v) {
		s.field.set(sentenceNow(v))
	} else {
		s.field.set(st.drafts.of(v.Me, sentenceDraft(v.Pen.Section)))
	}
	return s
}

// sentenceDraft is the name under which words for a sentence are kept while they are not proposed.
func sentenceDraft(s workshop.Section) workshop.Prompt { return "sentence: " + workshop.Prompt(s) }

// hasPen says whether it is this person who writes the statement.
func hasPen(v workshop.View) bool { return v.Pen.Out() && v.Pen.Holder == v.Me }

// sentenceNow is the sentence as it stands now: as it is being written or, when nobody has begun, as the canvas has it.
func sentenceNow(v workshop.View) string {
	if v.Live.Drafting {
		return v.Live.Draft
	}
	return v.Sentence[v.Pen.Section]
}

// proposes says whether this person can propose words.
func proposes(v workshop.View) bool { return !hasPen(v) && v.MyRole == workshop.Participant }

// typing says that letters are text: for everyone but a facilitator who has given the pen away.
func (s *statementScreen) typing() bool { return s.types }

func (s *statementScreen) update(st stage, msg tea.Msg) action {
	if m, ok := msg.(tea.KeyPressMsg); ok && key.Matches(m, st.keys.pageUp, st.keys.pageDown) {
		s.long.scroll(st.keys, m)
		return nil
	}
	switch v := st.view; {
	case hasPen(v):
		return s.write(st, msg)
	case proposes(v):
		return s.propose(st, msg)
	}
	return nil
}

// write answers the keys of whoever has the pen.
func (s *statementScreen) write(st stage, msg tea.Msg) action {
	v, k := st.view, st.keys
	if m, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case key.Matches(m, k.enter):
			return s.keep(v)
		case key.Matches(m, k.back):
			return send{command: workshop.LayPen{}, said: "The pen lies. What was written waits for whoever takes it next."}
		case key.Matches(m, k.handPen):
			return handPen(v)
		case key.Matches(m, k.next):
			return s.takeIn(v)
		case m.Text == "" && key.Matches(m, k.up) && len(v.Proposed) > 0:
			s.at = max(0, s.at-1)
			return nil
		case m.Text == "" && key.Matches(m, k.down) && len(v.Proposed) > 0:
			s.at = min(len(v.Proposed)-1, s.at+1)
			return nil
		}
	}
	before := s.field.text()
	s.field.update(msg)
	if now := s.field.text(); now != before {
		return draft{now}
	}
	return nil
}

// keep writes the sentence onto the canvas. One that stands there already needs no more than the pen to be laid down.
func (s *statementScreen) keep(v workshop.View) action {
	now := s.field.text()
	switch {
	case now == v.Sentence[v.Pen.Section]:
		return send{command: workshop.LayPen{}, said: "It stays as it was."}
	case now == "":
		return send{command: workshop.WriteStatement{Section: v.Pen.Section}, said: "The statement is off the canvas."}
	default:
		return send{command: workshop.WriteStatement{Section: v.Pen.Section, Text: now}, said: "The statement is on the canvas."}
	}
}

// takeIn puts the chosen proposal into the sentence, once: as the whole of it, or after what is there.
func (s *statementScreen) takeIn(v workshop.View) action {
	if len(v.Proposed) == 0 {
		return say{text: "Nobody has proposed anything yet.", tone: plainly}
	}
	words := v.Proposed[min(s.at, len(v.Proposed)-1)]
	now := s.field.text()
	if takenIn(now)(words) {
		return say{text: "That is in the sentence already.", tone: plainly}
	}
	if now != "" {
		words = now + " " + words
	}
	if text.Len(words) > workshop.MaxStatementLen {
		return say{text: "With that the sentence would be longer than 280 characters. Shorten it first.", tone: plainly}
	}
	s.field.set(words)
	return draft{words}
}

// takenIn says of proposals whether a sentence has their words, one after the other; case, accents and punctuation may
// have been mended since. It is read from the sentence, so that it is true for whoever has the pen next, and no longer
// when the words were taken out again.
func takenIn(sentence string) func(proposal string) bool {
	folded := " " + text.Fold(sentence) + " "
	return func(proposal string) bool {
		words := text.Fold(proposal)
		if words == "" { // symbols alone
			return strings.Contains(sentence, proposal)
		}
		return strings.Contains(folded, " "+words+" ")
	}
}

// handPen asks who writes on.
func handPen(v workshop.View) action {
	d := &pickDialog{title: in(v).Say("Who writes on?")}
	for _, p := range v.People {
		if p.ID != v.Me && !p.Booth && v.Live.Here[p.ID] > 0 {
			hands := send{command: workshop.HandPen{To: p.ID}, said: in(v).Say("%s has the pen.", p.Name)}
			d.items = append(d.items, pickItem{label: p.Name, then: hands})
		}
	}
	if len(d.items) == 0 {
		return say{text: "Nobody else is at a terminal of their own.", tone: plainly}
	}
	return show{d}
}

// propose answers the keys of somebody who proposes words.
func (s *statementScreen) propose(st stage, msg tea.Msg) action {
	v := st.view
	section := v.Pen.Section
	if m, ok := msg.(tea.KeyPressMsg); ok && key.Matches(m, st.keys.enter) {
		if s.field.text() == "" {
			return nil
		}
		return send{
			command: workshop.ProposeSentence{Section: section, Text: s.field.text()}, said: "Everyone sees your words, without your name.",
			then: clear{func() {
				s.field.set("")
				st.drafts.keep(v.Me, sentenceDraft(section), "")
			}},
		}
	}
	s.field.update(msg)
	st.drafts.keep(v.Me, sentenceDraft(section), s.field.text())
	return nil
}

func (s *statementScreen) bindings(st stage) []key.Binding {
	v, k := st.view, st.keys
	switch {
	case hasPen(v):
		out := []key.Binding{named(k.enter, "keep it"), named(k.back, "lay the pen down"), k.handPen}
		if len(v.Proposed) > 0 {
			out = slices.Insert(out, 1, named(k.next, "take in"))
			out = append(out, bind("other proposal", "↑↓", "down", "up"))
		}
		return out
	case proposes(v):
		return append([]key.Binding{named(k.enter, "propose")}, s.scrolls(k)...)
	default:
		return s.scrolls(k)
	}
}

// penWords says who writes.
func penWords(v workshop.View) string {
	if hasPen(v) {
		return in(v).Say("You have the pen: everyone sees what you write.")
	}
	return in(v).Say("%s has the pen.", nameOf(v, v.Pen.Holder))
}

// statementHeading is what the sentence is for.
func statementHeading(v workshop.View) string {
	return in(v).Say("%s, in one sentence", words(v).Heading(v.Pen.Section))
}

// scrolls is the key for a sentence that has no room.
func (s *statementScreen) scrolls(k *keyMap) []key.Binding {
	if !s.long.more {
		return nil
	}
	return []key.Binding{named(k.pageDown, "read on")}
}

// spaced is a text as large as it fits into so many rows: with its letters apart where the script and the room allow it.
// In the smallest type it may need more rows.
func spaced(st stage, words string, rows int) []string {
	t := st.theme
	if lines := theme.Wrap(words, max(1, st.width/2)); theme.Spaced(words) != words && len(lines) <= rows {
		for i, l := range lines {
			lines[i] = theme.Spaced(l)
		}
		return styled(t.Strong, lines)
	}
	return styled(t.Strong, theme.Wrap(words, st.width))
}
