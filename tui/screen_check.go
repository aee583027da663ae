package tui

import (
	"maps"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/text"
)

// checkScreen is where a person answers the cards of a health check, and waits once their answers are in the box. In the booth
// nothing stays when the person goes; at one's own terminal what was said so far is there again after whatever happens to the terminal.
type checkScreen struct {
	paper
	answers  answers
	changing bool   // what is in the box is to be replaced
	typed    string // a receipt that nobody has seen to be the right one yet; it is kept nowhere
}

func newCheckScreen(st stage) screen {
	s := &checkScreen{answers: answers{by: make(byCard)}}
	if c := openCheck(st.view); c != nil {
		if s.answers.check = c.ID; !st.booth {
			s.answers = st.drafts.answersOf(st.view.Me, c.ID)
		}
		for s.cursor.at < len(c.Cards)-1 && s.answers.by[c.Cards[s.cursor.at].ID].Colour != "" {
			s.cursor.at++ // where they left off
		}
	}
	return s
}

func (s *checkScreen) typing() bool { return false }

// waits says whether the person's answers are in the box, and stay there.
func (s *checkScreen) waits(v workshop.View) bool { return v.HasAnswered && !s.changing }

func (s *checkScreen) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	c := openCheck(st.view)
	if !ok || c == nil {
		return nil
	}
	if s.waits(st.view) {
		if key.Matches(m, besideKey()) {
			return show{&communityDialog{}}
		}
		if mayChange(st) && key.Matches(m, changeKey()) {
			return s.change(st)
		}
		return nil
	}
	card := c.Cards[min(s.cursor.at, len(c.Cards)-1)]
	colour := answerFor(st, m) // before the arrows: in some language one of the letters is theirs as well
	switch {
	case colour != "":
		s.say(st, card, func(a *workshop.Answer) { a.Colour = colour })
		s.cursor.at = min(s.cursor.at+1, len(c.Cards)-1)
	case key.Matches(m, clearAnswer()):
		s.say(st, card, func(a *workshop.Answer) { *a = workshop.Answer{} })
	case key.Matches(m, sentenceKey()):
		return s.sentence(st, card)
	case key.Matches(m, st.keys.cast) && s.changing && s.answers.receipt == "" && s.typed == "":
		return s.askReceipt(st)
	case key.Matches(m, st.keys.cast):
		return s.confirm(st, *c)
	case key.Matches(m, st.keys.back):
		return s.leave(st)
	default:
		s.cursor.step(st.keys, m, len(c.Cards))
	}
	return nil
}

// say changes the answer to a card.
func (s *checkScreen) say(st stage, card workshop.HealthCard, how func(*workshop.Answer)) {
	a := s.answers.by[card.ID]
	how(&a)
	s.answers.by[card.ID] = a
	if !st.booth {
		st.drafts.keepAnswers(st.view.Me, s.answers.check, s.answers.by)
	}
}

// sentence asks for a sentence under the answer.
func (s *checkScreen) sentence(st stage, card workshop.HealthCard) action {
	hint := st.Say("Everyone reads it, without your name, once %d have answered this card.", workshop.MinAnswers)
	return show{newInputDialog(card.About, hint, st.Say("keep it"), s.answers.by[card.ID].Sentence, func(typed string) action {
		if typed = text.Line(typed); text.Len(typed) > workshop.MaxSentenceLen {
			return refuse(workshop.ErrSentenceLong)
		}
		return clear{func() { s.say(st, card, func(a *workshop.Answer) { a.Sentence = typed }) }}
	})}
}

// confirm asks before the answers go into the box.
func (s *checkScreen) confirm(st stage, c workshop.HealthCheck) action {
	question, detail := st.Say("Put your answers into the box?"), st.Say("Nobody can tell which are yours.")
	if !st.booth {
		detail += " " + st.Say("You can change them until the check is closed.")
	}
	left := len(c.Cards) - s.answers.by.given(c.Cards)
	if left > 0 {
		detail += "\n" + st.Count(left, "%d card has no answer yet: you abstain there.", "%d cards have no answer yet: you abstain there.")
	}
	return show{&askDialog{
		question: question, detail: detail, yesIsSafe: left == 0,
		yes: putAnswers{c.ID, c.Cards, s.answers.by, s.typed, func(receipt string) {
			s.answers.receipt, s.changing, s.typed = receipt, false, ""
		}, func() { s.typed = "" }}, no: notYet(),
	}}
}

// change opens what is in the box again, with the receipt that is kept, or with the one that the person has kept.
func (s *checkScreen) change(st stage) action {
	if s.answers = st.drafts.answersOf(st.view.Me, s.answers.check); s.answers.receipt != "" {
		s.answers.by = maps.Clone(s.answers.put) // and not what was said since, and left
		s.changing, s.cursor.at = true, 0
		return nil
	}
	return s.askReceipt(st)
}

// askReceipt asks for the receipt that the person has kept. Whether it is theirs is known once their answers are there.
func (s *checkScreen) askReceipt(st stage) action {
	hint := st.Say("It stood on your screen when your answers went into the box. Nothing else tells which are yours.")
	return show{newInputDialog(st.Say("Your receipt"), hint, st.Say("change my answers"), "", func(typed string) action {
		receipt := plainReceipt(typed)
		if len(receipt) != receiptLetters {
			return say{text: st.Say("A receipt has 16 letters and digits, in four groups."), tone: sorry}
		}
		if s.changing {
			return clear{func() { s.typed = receipt }}
		}
		return both{
			clear{func() { s.typed, s.changing, s.cursor.at = receipt, true, 0 }},
			say{text: st.Say("Give all your answers again: what you said before is in the box alone."), tone: plainly},
		}
	})}
}

// leave goes back to what is in the box already, or says that nothing is lost.
func (s *checkScreen) leave(st stage) action {
	switch {
	case s.changing:
		s.changing, s.typed = false, ""
		return say{text: "What is in the box stays as it was.", tone: plainly}
	case st.booth && len(s.answers.by) > 0:
		return show{&askDialog{
			question: "Leave without answering?", detail: "What you said is not in the box yet, and leaves the screen with you.",
			yes: closeBooth{},
		}}
	}
	return nil
}

// mayChange says whether what is in the box can be changed here.
func mayChange(st stage) bool { return !st.booth && st.view.MyRole == workshop.Participant }

// The keys of answering.
func clearAnswer() key.Binding { return bind("no answer", "", "backspace") }
func sentenceKey() key.Binding { return bind("a sentence", "", "e") }
func changeKey() key.Binding   { return bind("change my answers", "", "x") }

func (s *checkScreen) draw(st stage) []string {
	c := openCheck(st.view)
	if c == nil {
		return nil
	}
	if s.waits(st.view) {
		receipt := ""
		if !st.booth {
			receipt = st.drafts.answersOf(st.view.Me, c.ID).receipt
		}
		return (&checkRollScreen{}).drawn(st, *c, receipt)
	}
	t := st.theme
	s.cursor.at = min(s.cursor.at, len(c.Cards)-1)
	card, width := c.Cards[s.cursor.at], min(st.width, measure)
	about := laidCard(st, c.Cards, s.cursor.at, width)
	title := t.Spread(t.Accent.Render(card.About), t.Muted.Render(st.Say("%d of %d answered", s.answers.by.given(c.Cards), len(c.Cards))), st.width)
	return s.paper.draw(st, s.rows(st, c.Cards),
		[]part{gap(), {lines: []string{title}}, {lines: about}, gap(), {lines: []string{t.Line(st.width)}, gives: 4}},
		[]part{gap(), {lines: s.said(st, card), gives: 1}, mutedPart(st, sheltered(st), 3)})
}

// rows are the cards with what was answered.
func (s *checkScreen) rows(st stage, cards []workshop.HealthCard) []paperRow {
	var rows []paperRow
	for _, c := range cards {
		a := s.answers.by[c.ID]
		row := paperRow{mark: st.theme.Muted.Render("[") + shadeOf(st, a.Colour).sign() + st.theme.Muted.Render("] "), label: c.About}
		if a.Sentence != "" {
			row.label += ": " + a.Sentence
		}
		rows = append(rows, row)
	}
	return rows
}

// said is the sentence under the selected card, in full where its row has to cut it.
func (s *checkScreen) said(st stage, card workshop.HealthCard) []string {
	sentence := s.answers.by[card.ID].Sentence
	if sentence == "" || theme.Width(card.About+sentence)+12 <= st.width {
		return nil
	}
	lines := theme.Wrap(sentence, st.width-2)
	for i, l := range lines {
		lines[i] = st.theme.Accent.Bold(false).Render(st.theme.Bar) + " " + st.theme.Text.Render(l)
	}
	return lines
}

// sheltered says what the box keeps.
func sheltered(st stage) string {
	return strings.Join([]string{
		st.Say("Nobody can tell who answered what."),
		st.Say("A card is shown only when %d have answered it.", workshop.MinAnswers),
	}, " ")
}

func (s *checkScreen) bindings(st stage) []key.Binding {
	c := openCheck(st.view)
	switch {
	case c == nil:
		return nil
	case s.waits(st.view) && mayChange(st):
		return []key.Binding{changeKey(), besideKey()}
	case s.waits(st.view):
		return nil
	}
	out := []key.Binding{shadeKeys(st), sentenceKey(), st.keys.cast}
	if s.changing {
		out = append(out, named(st.keys.back, "leave them as they are"))
	}
	return append(out, s.cursor.moves(st.keys, len(c.Cards))...)
}
