package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	"convene/workshop/deck"
	"convene/workshop/text"
	"convene/workshop/tongue"
)

// deckDialog is where a facilitator chooses the cards of a health check: those of the check before or the usual ones, and those that the
// canvas suggests. Each is kept, reworded or left out.
type deckDialog struct {
	cards  []workshop.HealthCard
	out    map[workshop.CardID]bool // left out
	cursor choice
}

// newDeckDialog lays out the cards that are in, and those that lie beside them.
func newDeckDialog(st stage) *deckDialog {
	v := st.view
	var last []workshop.HealthCard
	if checks := st.community().Checks; len(checks) > 0 {
		last = checks[len(checks)-1].Cards
	}
	in, beside := deck.Laid(v.Lang, v.Canvas, last, st.cards)
	d := &deckDialog{cards: slices.Concat(in, beside), out: make(map[workshop.CardID]bool)}
	for _, c := range beside {
		d.out[c.ID] = true
	}
	return d
}

func (d *deckDialog) outlives(stage) bool { return false }

// kept are the cards that are in.
func (d *deckDialog) kept() []workshop.HealthCard {
	return slices.DeleteFunc(slices.Clone(d.cards), func(c workshop.HealthCard) bool { return d.out[c.ID] })
}

func (d *deckDialog) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	at := d.cards[d.cursor.at].ID
	switch {
	case key.Matches(m, st.keys.back):
		return dismiss{}
	case key.Matches(m, keepKey()) && d.out[at] && d.full():
		return fullDeck(in(st.view), len(d.kept())+1)
	case key.Matches(m, keepKey()):
		d.out[at] = !d.out[at]
	case key.Matches(m, rewordKey()):
		return show{d.reword(in(st.view), d.cursor.at)}
	case key.Matches(m, st.keys.enter) && len(d.kept()) == 0:
		return say{text: "Keep one card at least.", tone: sorry}
	case key.Matches(m, st.keys.enter) && len(d.kept()) > workshop.MaxCards:
		return fullDeck(in(st.view), len(d.kept()))
	case key.Matches(m, st.keys.enter):
		return d.askUntil(st)
	default:
		d.cursor.step(st.keys, m, len(d.cards))
	}
	return nil
}

// full says whether a check has no room for one card more.
func (d *deckDialog) full() bool { return len(d.kept()) >= workshop.MaxCards }

// fullDeck says that so many cards are too many.
func fullDeck(l tongue.Tongue, n int) action {
	said := l.Say("These would be %d cards, and a health check has %d at most: take some out.", n, workshop.MaxCards)
	return say{text: said, tone: sorry}
}

// The keys of the deck.
func keepKey() key.Binding   { return bind("in or out", "space", "space") }
func rewordKey() key.Binding { return bind("reword", "", "e") }

// reword asks for what the card is about and then what green and red mean on it. Nothing changes before the last of them.
func (d *deckDialog) reword(l tongue.Tongue, at int) *inputDialog {
	card := d.cards[at]
	var about, green, red func() *inputDialog
	ask := func(title, value string, most int, then func(string) action, left func() *inputDialog) *inputDialog {
		in := newInputDialog(title, card.About, "next", value, func(typed string) action {
			switch typed = text.Line(typed); {
			case typed == "":
				return say{text: l.Say("A word or two say enough."), tone: sorry}
			case text.Len(typed) > most:
				return say{text: l.Say("That is too long: %d characters at most.", most), tone: sorry}
			}
			return then(typed)
		})
		if left != nil {
			in.left, in.leaves = func() action { return show{left()} }, tongue.Mark("back")
		}
		return in
	}
	about = func() *inputDialog {
		return ask(l.Say("What is the card about?"), card.About, workshop.MaxCardLen,
			func(s string) action { card.About = s; return show{green()} }, nil)
	}
	green = func() *inputDialog {
		return ask(l.Say("What does green mean?"), card.Green, workshop.MaxCardTextLen,
			func(s string) action { card.Green = s; return show{red()} }, about)
	}
	red = func() *inputDialog {
		return ask(l.Say("What does red mean?"), card.Red, workshop.MaxCardTextLen, func(s string) action {
			card.Red = s
			return clear{func() { d.cards[at], d.out[card.ID] = card, d.out[card.ID] && d.full() }}
		}, green)
	}
	return about()
}

// askUntil asks how long answers are taken, and opens the check.
func (d *deckDialog) askUntil(st stage) action {
	l := in(st.view)
	open := func(until workshop.Day, _ bool) action {
		return send{
			command: workshop.OpenCheck{Cards: d.kept(), Until: until}, said: l.Say("The health check is open."), then: dismiss{},
		}
	}
	return pickDay{
		title: l.Say("How long are answers taken?"), today: st.view.Today(st.now), verb: l.Say("open it"), none: l.Say("now, while we sit together"),
		ahead: []dayAhead{{l.Say("for a week"), 7}, {l.Say("for 2 weeks"), 14}, {l.Say("for a month"), 28}}, then: open,
	}.ask(l)
}

func (d *deckDialog) draw(st stage) []string {
	t := st.theme
	width := min(st.width-6, measure)
	about := laidCard(st, d.cards, d.cursor.at, width)
	title := t.Spread(t.Strong.Render(st.Say("The cards of this health check")), t.Muted.Render(counted(st.Tongue, len(d.kept()), len(d.cards))), width)
	rows := max(3, st.height-len(about)-6)
	lines := make([]string, len(d.cards))
	for i, c := range d.cards {
		point, mark, style := "  ", t.Good.Render(t.Done), t.Text
		if d.out[c.ID] {
			mark, style = " ", t.Muted
		}
		if i == d.cursor.at {
			point, style = t.Accent.Render(t.Point+" "), style.Bold(true)
		}
		lines[i] = t.Cut(point+mark+" "+style.Render(c.About), width)
	}
	d.cursor.keep(d.cursor.at, d.cursor.at, rows)
	out := append([]string{title, ""}, d.cursor.page(st, lines, rows)...)
	return append(append(out, t.Line(width)), about...)
}

func (d *deckDialog) bindings(st stage) []key.Binding {
	return []key.Binding{keepKey(), rewordKey(), named(st.keys.enter, "go on"), named(st.keys.back, "cancel"), st.keys.upDown("move")}
}
