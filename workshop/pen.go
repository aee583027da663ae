package workshop

import "convene/workshop/text"

// Pen is the writing of one sentence before everyone's eyes. There is one pen; it is out when somebody holds it. What is
// being written is live and in no log (see Live); what the group keeps is the statement.
type Pen struct {
	Section Section
	Holder  PersonID // empty when the pen lies
}

// Out says whether somebody is writing.
func (p Pen) Out() bool { return p.Holder != "" }

// Written is what may be shown of a sentence as it is being typed: it is cleaned, and cut to what a statement may hold.
func Written(typed string) string { return text.Clip(text.Line(typed), MaxStatementLen) }

// Sentence is what somebody proposed for the statement of a section.
type Sentence struct {
	Section Section
	By      PersonID
	Text    string
}

// proposed lists what was proposed for the sentence that is being written. An idea is judged by itself: there are no names.
func (s State) proposed() []string {
	var out []string
	for _, p := range s.Sentences {
		if s.Pen.Out() && p.Section == s.Pen.Section {
			out = append(out, p.Text)
		}
	}
	return out
}

// mayWrite checks that somebody may write the statement of a section, or decide who does: a facilitator, or whoever has
// the pen for it.
func (s State) mayWrite(who PersonID, section Section) error {
	p, _ := s.Person(who)
	switch {
	case p.Role == Facilitator:
		return nil
	case s.Pen.Out() && s.Pen.Holder == who && s.Pen.Section == section:
		return nil
	case s.Pen.Out():
		return ErrPenOut
	default:
		return ErrFacilitatorOnly
	}
}

func (c TakePen) decide(s State, e Envelope) ([]Event, error) {
	switch {
	case c.Section == "" || c.Section.Step() != s.At.Step:
		return nil, ErrOtherStep
	case s.Pen == Pen{c.Section, e.By}:
		return nil, ErrAlreadyThere
	}
	return []Event{PenTaken(c)}, nil
}

func (v PenTaken) evolve(s State, r Record) State {
	s.Pen = Pen{v.Section, r.By}
	return s
}

func (c HandPen) decide(s State, e Envelope) ([]Event, error) {
	to, ok := s.Person(c.To)
	if !s.Pen.Out() {
		return nil, ErrNoPen
	}
	if err := s.mayWrite(e.By, s.Pen.Section); err != nil {
		return nil, err
	}
	switch {
	case !ok || to.Removed:
		return nil, ErrNoSuchPerson
	case to.Booth:
		return nil, ErrBoothOnly
	case s.Pen.Holder == c.To:
		return nil, ErrAlreadyThere
	}
	return []Event{PenHanded(c)}, nil
}

func (v PenHanded) evolve(s State, _ Record) State {
	s.Pen.Holder = v.To
	return s
}

func (c LayPen) decide(s State, e Envelope) ([]Event, error) {
	if !s.Pen.Out() {
		return nil, ErrNoPen
	}
	if err := s.mayWrite(e.By, s.Pen.Section); err != nil {
		return nil, err
	}
	return []Event{PenLaid{}}, nil
}

func (v PenLaid) evolve(s State, _ Record) State {
	s.Pen = Pen{}
	return s
}

func (c ProposeSentence) decide(s State, e Envelope) ([]Event, error) {
	if !s.Pen.Out() || c.Section != s.Pen.Section {
		return nil, ErrNoPen
	}
	t, err := cleanText(c.Text, MaxStatementLen, ErrNoteEmpty, ErrStatementLong)
	if err != nil {
		return nil, err
	}
	mine := 0
	for _, p := range s.Sentences {
		if p.Section == c.Section && p.By == e.By {
			mine++
		}
	}
	if mine >= MaxSentences {
		return nil, ErrManySentences // asked first, because to compare all that was proposed takes long
	}
	skeleton := text.Skeleton(t)
	for _, p := range s.Sentences {
		if p.Section == c.Section && text.Skeleton(p.Text) == skeleton {
			return nil, ErrSaidAlready
		}
	}
	return []Event{SentenceProposed{Section: c.Section, Text: t}}, nil
}

func (v SentenceProposed) evolve(s State, r Record) State {
	s.Sentences = append(s.Sentences[:len(s.Sentences):len(s.Sentences)], Sentence{v.Section, r.By, v.Text})
	return s
}

// withoutPen is the state after a person has lost the right to write: then the pen lies.
func (s State) withoutPen(who PersonID) State {
	if s.Pen.Holder == who {
		s.Pen = Pen{}
	}
	return s
}
