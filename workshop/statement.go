package workshop

import (
	"maps"

	"convene/workshop/text"
)

func (c WriteStatement) decide(s State, e Envelope) ([]Event, error) {
	if c.Section.Step() != s.At.Step || c.Section == "" {
		return nil, ErrOtherStep
	}
	if err := s.mayWrite(e.By, c.Section); err != nil {
		return nil, err
	}
	t := text.Line(c.Text)
	switch {
	case text.Len(t) > MaxStatementLen:
		return nil, ErrStatementLong
	case t == s.Statements[c.Section]:
		return nil, ErrAlreadyThere
	}
	return []Event{StatementWritten{Section: c.Section, Text: t}}, nil
}

func (v StatementWritten) evolve(s State, _ Record) State {
	all := maps.Clone(s.Statements)
	if all == nil {
		all = make(map[Section]string)
	}
	if all[v.Section] = v.Text; v.Text == "" {
		delete(all, v.Section)
	}
	s.Statements = all
	if s.Pen.Section == v.Section {
		s.Pen = Pen{}
	}
	if s.At.Phase == PhaseAlign {
		s.Hands = Hands{} // they were shown for another sentence
	}
	if t, ok := s.Settled[v.Section.Step()]; ok {
		t.Revised = true
		s = s.withSettlement(v.Section.Step(), t)
	}
	return s
}
