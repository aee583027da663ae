package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/ballot"
)

// ballotScreen is a person's ballot while a vote is open in which everyone has some votes to give: dots or names. What is
// marked is on this screen and nowhere else until it goes into the box.
type ballotScreen struct {
	paper
	given   map[string]int // to each option, by key
	options []workshop.Option
}

// newBallotScreen lays the options out: ideas in an order of the person's own, so that none has the advantage of standing
// first for everyone; names as everyone sees them.
func newBallotScreen(v workshop.View) screen {
	s := &ballotScreen{given: make(map[string]int), options: v.Vote.Options}
	if v.Vote.Purpose == workshop.Dots {
		s.options = v.Vote.OrderFor(v.Me)
	}
	return s
}

func (s *ballotScreen) typing() bool { return false }

func (s *ballotScreen) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	v, k := st.view, st.keys
	switch {
	case key.Matches(m, k.back) && s.left(v) < v.Vote.Rule.Budget:
		return unvoted(st, func() { s.given = make(map[string]int) })
	case s.cursor.step(k, m, len(s.options)):
	case key.Matches(m, k.cast):
		return s.confirm(v)
	case key.Matches(m, k.dot):
		return s.give(v)
	case key.Matches(m, takeOne()) && s.given[s.selected()] > 0:
		s.given[s.selected()]--
	}
	return nil
}

// takeOne is the key that takes a single dot from several.
func takeOne() key.Binding { return bind("take one", "", "backspace") }

func (s *ballotScreen) selected() string { return s.options[s.cursor.at].Key }

// left is how many of the person's votes are not given.
func (s *ballotScreen) left(v workshop.View) int {
	n := v.Vote.Rule.Budget
	for _, g := range s.given {
		n -= g
	}
	return n
}

// give puts one on the selected option. Where no more can be put, it takes back what is there. The only vote of a
// runoff moves.
func (s *ballotScreen) give(v workshop.View) action {
	option, rule := s.selected(), v.Vote.Rule
	switch {
	case s.given[option] > 0 && rule.PerOption == 1:
		delete(s.given, option)
	case rule.Budget == 1:
		s.given = map[string]int{option: 1}
	case s.left(v) == 0:
		return say{text: allGiven(v), tone: plainly}
	default:
		s.given[option]++
	}
	return nil
}

// allGiven says that there is none left to give, and how one is taken back.
func allGiven(v workshop.View) string {
	switch l := in(v); {
	case v.Vote.Purpose != workshop.Dots:
		return l.Say("All your votes are given. Take one back first, with space.")
	case v.Vote.Rule.PerOption > 1:
		return l.Say("All your dots are given. Take one back first, with backspace.")
	default:
		return l.Say("All your dots are given. Take one back first, with space.")
	}
}

// notGiven says how many are left over on a ballot.
func notGiven(v workshop.View, left int) string {
	if v.Vote.Purpose == workshop.Dots {
		return in(v).Count(left, "%d dot not given", "%d dots not given")
	}
	return in(v).Count(left, "%d vote not given", "%d votes not given")
}

// leftOf says how many there are still to give.
func leftOf(v workshop.View, left int) string {
	all := v.Vote.Rule.Budget
	if v.Vote.Purpose == workshop.Dots {
		return in(v).Count(all, "%d of %d dot left", "%d of %d dots left", left, all)
	}
	return in(v).Count(all, "%d of %d vote left", "%d of %d votes left", left, all)
}

func (s *ballotScreen) confirm(v workshop.View) action {
	var b ballot.Ballot
	var said []string
	for _, o := range v.Vote.Options {
		n := s.given[o.Key]
		if n == 0 {
			continue
		}
		b = append(b, ballot.Mark{Option: o.Key, Weight: n})
		words := shorten(optionWords(v, v.Vote, o.Key), 56)
		if v.Vote.Purpose == workshop.Dots {
			words = in(v).Count(n, "%d dot: %s", "%d dots: %s", n, words)
		}
		said = append(said, words)
	}
	if left := s.left(v); b != nil && left > 0 {
		said = append(said, notGiven(v, left))
	}
	return intoBox(v, b, said...)
}

// shorten cuts plain text for a place where there is no theme at hand.
func shorten(s string, cells int) string {
	lines := theme.Wrap(s, cells)
	if len(lines) > 1 {
		return lines[0] + " ..."
	}
	return s
}

func (s *ballotScreen) draw(st stage) []string {
	v, rows := st.view, s.rows(st)
	have, how := s.budget(st)
	return s.paper.draw(st, rows,
		[]part{gap(), questionPart(st), rulePart(st, v.Vote, 1), gap(), {lines: have}, {lines: how, gives: 4}, gap()},
		[]part{gap(), {lines: s.inFull(st, rows), gives: 2}, boxPart(st)})
}

// budget shows what can still be given, and how: in a line of its own where one line can't hold both.
func (s *ballotScreen) budget(st stage) (have, how []string) {
	t, v := st.theme, st.view
	left, all := s.left(v), v.Vote.Rule.Budget
	marks := t.Accent.Render(strings.Repeat(t.Dot+" ", left)) + t.Muted.Render(strings.Repeat(t.Ahead+" ", all-left))
	said := st.Say("space gives a vote or takes it back")
	switch {
	case v.Vote.Purpose == workshop.Dots && all > 1 && st.narrow():
		said = st.Say("space puts, backspace takes one back")
	case v.Vote.Purpose == workshop.Dots && all > 1:
		said = st.Say("space puts a dot, backspace takes one back")
	case v.Vote.Purpose == workshop.Dots:
		said = st.Say("space puts your dot or takes it")
	}
	stands := marks + t.Strong.Render(leftOf(v, left))
	if theme.Width(stands)+theme.Width(said)+3 <= st.width {
		return []string{stands + t.Muted.Render("   "+said)}, nil
	}
	return []string{stands}, []string{t.Muted.Render(said)}
}

// rows are the options, each with what it has been given.
func (s *ballotScreen) rows(st stage) []paperRow {
	t, v := st.theme, st.view
	slots := min(v.Vote.Rule.Budget, v.Vote.Rule.PerOption)
	var rows []paperRow
	for _, o := range s.options {
		given := strings.Repeat(t.Dot, s.given[o.Key])
		rows = append(rows, paperRow{mark: markBox(t, given, slots), label: optionWords(v, v.Vote, o.Key)})
	}
	return rows
}

func (s *ballotScreen) bindings(st stage) []key.Binding {
	v, k := st.view, st.keys
	give := named(k.dot, "give or take")
	switch {
	case v.Vote.Rule.PerOption > 1:
		give = named(k.dot, "put a dot")
	case st.narrow():
		give = named(k.dot, "give")
	}
	out := []key.Binding{give, k.cast}
	if v.Vote.Rule.PerOption > 1 && s.given[s.selected()] > 0 {
		out = append(out, takeOne())
	}
	return append(out, s.cursor.moves(k, len(v.Vote.Options))...)
}
