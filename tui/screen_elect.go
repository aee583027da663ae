package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	"convene/workshop/ballot"
)

// electScreen is a person's ballot in the leader's election: one mark, which enter makes, and as its last row the blank
// ballot. What is marked is on this screen and nowhere else until it goes into the box.
type electScreen struct {
	paper
	marked string // an option's key; none on a blank ballot
}

func (s *electScreen) typing() bool { return false }

func (s *electScreen) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	v, k := st.view, st.keys
	switch {
	case key.Matches(m, k.back) && s.marked != "":
		return unvoted(st, func() { s.marked = "" })
	case s.cursor.step(k, m, len(v.Vote.Options)+1):
	case key.Matches(m, k.dot):
		s.mark(v)
	case key.Matches(m, k.cast):
		s.mark(v)
		return s.confirm(v)
	}
	return nil
}

// mark makes the one mark on the selected row, or takes it away on the last one, the blank ballot.
func (s *electScreen) mark(v workshop.View) {
	s.marked = ""
	if s.cursor.at < len(v.Vote.Options) {
		s.marked = v.Vote.Options[s.cursor.at].Key
	}
}

func (s *electScreen) confirm(v workshop.View) action {
	if s.marked == "" {
		return intoBox(v, nil)
	}
	return intoBox(v, ballot.Ballot{{Option: s.marked, Weight: 1}}, shorten(optionWords(v, v.Vote, s.marked), 56))
}

func (s *electScreen) draw(st stage) []string {
	above := []part{gap(), questionPart(st), rulePart(st, st.view.Vote, 1), gap()}
	below := []part{gap(), boxPart(st)}
	if s.marked != "" { // a mark looks like a vote
		said := wrapped(st, st.Say("Not in the box yet: enter, then y, puts it there."))
		below = []part{gap(), {lines: styled(st.theme.Warn, said)}, boxPart(st)}
	}
	return s.paper.draw(st, s.rows(st), above, below)
}

func (s *electScreen) rows(st stage) []paperRow {
	t, v := st.theme, st.view
	var rows []paperRow
	for _, o := range v.Vote.Options {
		mark := ""
		if o.Key == s.marked {
			mark = t.Dot
		}
		rows = append(rows, paperRow{mark: markBox(t, mark, 1), label: optionWords(v, v.Vote, o.Key)})
	}
	blank := st.Say("a blank ballot: none of these")
	if v.Vote.For != "" {
		blank = st.Say("a blank ballot: neither yes nor no")
	}
	return append(rows, paperRow{mark: markBox(t, "", 1), label: blank})
}

func (s *electScreen) bindings(st stage) []key.Binding {
	k := st.keys
	return append([]key.Binding{named(k.dot, "mark"), k.cast}, s.cursor.moves(k, len(st.view.Vote.Options)+1)...)
}
