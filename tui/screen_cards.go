package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	"convene/workshop/trend"
)

// cardsScreen is where the cards of a health check are turned over, one by one: the spread before anything else, what was written
// under it, and what is to be done about it. Everyone sees the card that was turned last; whoever wants to looks back by themselves.
type cardsScreen struct {
	list choice
	card int  // to which this person looks back, from 1; zero for the one that the group is at
	todo todo // the open actions, which come before the first card
}

func (s *cardsScreen) typing() bool { return false }

// at is the card that is seen, counted from zero; -1 before the first was turned.
func (s *cardsScreen) at(c workshop.HealthCheck) int {
	if s.card == 0 {
		return c.Seen() - 1
	}
	return s.card - 1
}

// look goes so many cards on, or back. Whoever comes to the group's card goes on with the group.
func (s *cardsScreen) look(c workshop.HealthCheck, by int) {
	s.list.top = 0
	if s.card = max(1, s.at(c)+1+by); s.card >= c.Seen() {
		s.card = 0
	}
}

// through says whether the next thing is the end: the last card was turned over, or there is nothing to see on any.
func through(c workshop.HealthCheck) bool {
	return c.Turned >= len(c.Cards) || c.Took < workshop.MinAnswers
}

func (s *cardsScreen) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	c := openCheck(st.view)
	if !ok || c == nil {
		return nil
	}
	k, open := st.keys, s.before(st, *c)
	switch {
	case key.Matches(m, besideKey()):
		return show{&communityDialog{}}
	case len(open) > 0 && st.view.Me != "" && key.Matches(m, k.enter):
		return followUp(st, s.todo.selected(open))
	case s.todo.walk(k, m, open):
	case key.Matches(m, k.left):
		s.look(*c, -1)
	case key.Matches(m, k.right):
		s.look(*c, 1)
	case st.view.Me != "" && s.at(*c) >= 0 && key.Matches(m, k.enter):
		return planFrom(st, *c, c.Cards[s.at(*c)])
	case facilitates(st.view) && key.Matches(m, k.advance):
		s.card, s.list.top = 0, 0
		return turnCard(st, *c)
	default:
		s.list.scroll(k, m)
	}
	return nil
}

// planFrom plans an action that follows from a card.
func planFrom(st stage, c workshop.HealthCheck, card workshop.HealthCard) action {
	p := firstAction{
		view: st.view, today: st.view.Today(st.now), check: c.ID, card: card.ID,
		help: st.Say("%s: the smallest step that helps. Next: who sees to it.", card.About),
	}
	return show{p.askWhat("")}
}

// turnCard turns the next card over; at the end it asks before the check is over.
func turnCard(st stage, c workshop.HealthCheck) action {
	if !through(c) {
		return send{command: workshop.TurnCard{Check: c.ID, Turned: c.Turned + 1}}
	}
	return show{&askDialog{
		question: "End the health check?", detail: "Everyone goes to the community's page. What was answered stays there.", yesIsSafe: true,
		yes: send{
			command: workshop.TurnCard{Check: c.ID, Turned: len(c.Cards) + 1},
			said:    st.Say("The health check is over. It stays on the community's page."),
		},
	}}
}

func (s *cardsScreen) draw(st stage) []string {
	c := openCheck(st.view)
	if c == nil {
		return nil
	}
	at := s.at(*c)
	if at < 0 {
		return s.counted(st, *c)
	}
	t, card, spread := st.theme, c.Cards[at], c.Spread[at]
	title := t.Spread(t.Accent.Render(card.About), t.Muted.Render(answeredWords(st, *c, at)), st.width)
	between := 0
	if st.height >= 28 {
		between = 1
	}
	parts := []part{
		gap(),
		{lines: []string{title}},
		gap(),
		{lines: spreadLines(st, spread, min(st.width, measure), between)},
		gap(),
	}
	if trend.Disagreement(spread) {
		parts = append(parts, part{lines: styled(t.Warn, wrapped(st, splitWords(st)))}, gap())
	}
	sentences := sentenceLines(st, spread)
	parts = append(parts,
		part{fill: true, list: func(room int) []string { return s.list.reel(st, sentences, room) }},
		part{lines: []string{t.Line(st.width)}, gives: 4},
		part{lines: cardLines(st, card, min(st.width, measure)), gives: 3})
	return arrange(st, min(8, max(1, len(sentences))), append(parts, gap(), s.next(st, *c))...)
}

// before are the open actions, which a group looks at before it turns the first card.
func (s *cardsScreen) before(st stage, c workshop.HealthCheck) []workshop.FollowUp {
	if c.Turned > 0 {
		return nil
	}
	return openActions(*st.view.Community)
}

// counted is the picture before the first card: what is still to be done comes first, and what has become of it.
func (s *cardsScreen) counted(st stage, c workshop.HealthCheck) []string {
	t, open := st.theme, s.before(st, c)
	parts := []part{
		gap(),
		{lines: centred(st, t.Strong, wrapped(st, st.Say("The answers are counted.")))},
		gap(),
		{lines: centred(st, t.Text, wrapped(st, tookWords(st, c)))},
		gap(),
	}
	if len(open) > 0 {
		title := st.Count(len(open), "First the %d action that is still open: what has become of it?",
			"First the %d actions that are still open: what has become of them?", len(open))
		parts = append(parts, part{lines: styled(t.Accent, wrapped(st, title))},
			part{list: func(room int) []string { return s.todo.draw(st, open, room) }}, gap())
	}
	if c.Took >= workshop.MinAnswers {
		words := st.Say("Look at each card together: how far apart you are says more than who is right.")
		parts = append(parts, part{lines: centred(st, t.Muted, wrapped(st, words)), gives: 2}, gap())
	}
	parts = append(parts, s.next(st, c))
	return arrange(st, min(3, len(open)), parts...)
}

// tookWords say how many have taken part, and what follows when they are few.
func tookWords(st stage, c workshop.HealthCheck) string {
	said := st.Count(c.Took, "%d person has answered.", "%d people have answered.")
	if c.Took < workshop.MinAnswers {
		said += " " + st.Say("That is too few for any card to be shown: %d are needed, so that nobody can be found out.", workshop.MinAnswers)
	}
	return said
}

// answeredWords say which card it is, and how many have answered it.
func answeredWords(st stage, c workshop.HealthCheck, at int) string {
	out := []string{st.Say("card %d of %d", at+1, len(c.Cards)), st.Count(c.Spread[at].Answered, "%d answer", "%d answers")}
	if abstained := c.Took - c.Spread[at].Answered; abstained > 0 && c.Spread[at].Told() {
		out = append(out, st.Count(abstained, "%d abstention", "%d abstentions"))
	}
	return strings.Join(out, " "+st.theme.Bullet+" ")
}

// sentenceLines are what was written under the answers, without names and in an order that tells none.
func sentenceLines(st stage, s workshop.Spread) []string {
	var out []string
	for _, sentence := range s.Sentences {
		out = append(out, bulleted(st.theme, sentence, min(st.width, measure))...)
	}
	return out
}

// next says what comes.
func (s *cardsScreen) next(st stage, c workshop.HealthCheck) part {
	words, told := st.Say("turns the next card over"), st.Say("The facilitator turns the next card over.")
	if through(c) {
		words, told = st.Say("ends the health check"), st.Say("The facilitator ends the health check.")
	}
	if s.card > 0 {
		words, told = st.Say("goes on from where the group is"), st.Say("The group is further on: → leads there.")
	}
	return part{lines: facilitatorWill(st, st.keys.advance, words, told), gives: 5}
}

func (s *cardsScreen) bindings(st stage) []key.Binding {
	c, k := openCheck(st.view), st.keys
	if c == nil {
		return nil
	}
	var out []key.Binding
	switch {
	case !facilitates(st.view):
	case !through(*c):
		out = append(out, named(k.advance, "turn a card"))
	default:
		out = append(out, named(k.advance, "end the check"))
	}
	switch open := s.before(st, *c); {
	case st.view.Me == "":
	case len(open) > 0:
		out = append(append(out, named(k.enter, "what became of it")), s.todo.moves(k, len(open))...)
	case c.Turned > 0:
		out = append(out, named(k.enter, "plan an action from it"))
	}
	if c.Turned > 1 {
		out = append(out, bind("look back", "←→", "left", "right"))
	}
	return append(append(out, besideKey()), s.list.scrolls(k)...)
}
