package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/ballot"
)

// ballotScreen is a person's ballot while a vote is open: dots, names or the leader. What is marked is on this screen
// and nowhere else until it goes into the box.
type ballotScreen struct {
	given   map[string]int // to each option, by key
	options []workshop.Option
	cursor  choice
}

// newBallotScreen lays the options out: ideas in an order of the person's own, so that none has the advantage of standing
// first for everyone; people and names as everyone sees them.
func newBallotScreen(v workshop.View) screen {
	s := &ballotScreen{given: make(map[string]int), options: v.Vote.Options}
	if v.Vote.Purpose == workshop.Dots {
		s.options = v.Vote.OrderFor(v.Me)
	}
	return s
}

func (s *ballotScreen) typing() bool { return false }

// single says whether the ballot has one mark, which enter makes: the leader's election. A blank ballot is its last row.
func single(v workshop.View) bool { return v.Vote.Purpose == workshop.ForLeader }

func (s *ballotScreen) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	v, k := st.view, st.keys
	rows := len(s.options)
	if single(v) {
		rows++
	}
	switch {
	case key.Matches(m, k.back) && s.left(v) < v.Vote.Rule.Budget:
		return unvoted(st, func() { s.given = make(map[string]int) })
	case s.cursor.step(k, m, rows):
	case single(v) && key.Matches(m, k.dot):
		s.mark(v)
	case single(v) && key.Matches(m, k.cast):
		s.mark(v)
		return s.confirm(v)
	case single(v):
	case key.Matches(m, k.cast):
		return s.confirm(v)
	case key.Matches(m, k.dot):
		return s.give(v)
	case key.Matches(m, takeOne()) && s.given[s.selected()] > 0:
		s.given[s.selected()]--
	}
	return nil
}

// mark makes the ballot's one mark on the selected row, or takes it away on the last one, the blank ballot.
func (s *ballotScreen) mark(v workshop.View) {
	s.given = make(map[string]int)
	if s.cursor.at < len(s.options) {
		s.given[s.selected()] = 1
	}
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
		return say{fmt.Sprintf("All your %ss are given. Take one back first, %s.", unit(v), takingWords(v)), plainly}
	default:
		s.given[option]++
	}
	return nil
}

// takingWords says how one is taken back.
func takingWords(v workshop.View) string {
	if v.Vote.Rule.PerOption > 1 {
		return "with backspace"
	}
	return "with space"
}

// unit is what a ballot gives.
func unit(v workshop.View) string {
	if v.Vote.Purpose == workshop.Dots {
		return "dot"
	}
	return "vote"
}

// confirm asks before the ballot goes into the box: from then on it is final.
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
			words = count(n, "dot") + ": " + words
		}
		said = append(said, words)
	}
	question := "Put this ballot into the box? It is final."
	switch left := s.left(v); {
	case b == nil:
		question = "Put a blank ballot into the box? It is final."
		said = append(said, "It gives nothing to anybody, and it is counted as cast.")
	case left > 0:
		said = append(said, fmt.Sprintf("%s not given", count(left, unit(v))))
	}
	return show{&askDialog{question: question, detail: strings.Join(said, "\n"), yes: cast(v, b), no: notYet()}}
}

// unvoted takes back what is marked and not in the box. In the booth it asks first, because the person leaves with it.
func unvoted(st stage, tidy func()) action {
	if !st.booth {
		return both{clear{tidy}, say{"Nothing is marked any more, and nothing is in the box.", plainly}}
	}
	return show{&askDialog{
		question: "Leave without voting?",
		detail:   "What you marked is not in the box yet, and leaves the screen with you.",
		yes:      closeBooth{},
	}}
}

// notYet is what becomes of a ballot that is thought over.
func notYet() action { return say{"Not in the box yet: enter, then y, puts it there.", plainly} }

// cast puts a ballot into the box, and ends a turn in the booth.
func cast(v workshop.View, b ballot.Ballot) action {
	return send{
		command: workshop.CastBallot{Vote: v.Vote.ID, Ballot: b},
		said:    "Your ballot is in the box.",
		then:    closeBooth{},
	}
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
	v := st.view
	rows, first, last := s.rows(st)
	options := part{fill: true, list: func(room int) []string {
		s.cursor.keep(first, last, room)
		return s.cursor.page(st, rows, room)
	}}
	secret := mutedPart(st, strings.TrimSpace("Your ballot is secret, and final once it is in the box. "+sealWords(v.Vote)), 3)
	whole := part{lines: s.whole(st), gives: 2}
	if single(v) {
		return arrange(st, min(4, len(rows)), gap(), questionPart(st), rulePart(st, v.Vote, 1), gap(), options, gap(), secret)
	}
	have, how := s.budget(st)
	return arrange(st, min(4, len(rows)), gap(), questionPart(st), rulePart(st, v.Vote, 1), gap(),
		part{lines: have}, part{lines: how, gives: 4}, gap(), options, gap(), whole, secret)
}

// budget shows what can still be given, and how: in a line of its own where one line can't hold both.
func (s *ballotScreen) budget(st stage) (have, how []string) {
	t, v := st.theme, st.view
	left, all := s.left(v), v.Vote.Rule.Budget
	marks := t.Accent.Render(strings.Repeat(t.Dot+" ", left)) + t.Faint.Render(strings.Repeat(t.Ahead+" ", all-left))
	words := fmt.Sprintf("%d of %s left", left, count(all, unit(v)))
	said := "space gives a vote or takes it back"
	switch {
	case v.Vote.Purpose == workshop.Dots && all > 1 && st.narrow():
		said = "space puts, backspace takes one back"
	case v.Vote.Purpose == workshop.Dots && all > 1:
		said = "space puts a dot, backspace takes one back"
	case v.Vote.Purpose == workshop.Dots:
		said = "space puts your dot or takes it"
	}
	stands := marks + t.Strong.Render(words)
	if theme.Width(stands)+theme.Width(said)+3 <= st.width {
		return []string{stands + t.Muted.Render("   "+said)}, nil
	}
	return []string{stands}, []string{t.Muted.Render(said)}
}

// rows are the options, each with what it has been given, and the first and the last line of the selected one.
func (s *ballotScreen) rows(st stage) (rows []string, first, last int) {
	t, v := st.theme, st.view
	add := func(i int, mark, label string) {
		lines := optionRow(st, mark, label, i == s.cursor.at)
		if i == s.cursor.at {
			first, last = len(rows), len(rows)+len(lines)-1
		}
		rows = append(rows, lines...)
	}
	slots := min(v.Vote.Rule.Budget, v.Vote.Rule.PerOption)
	for i, o := range s.options {
		n := s.given[o.Key]
		mark := t.Faint.Render("[") + t.Pad(t.Accent.Render(strings.Repeat(t.Dot, n)), slots) + t.Faint.Render("]")
		add(i, mark+" ", optionWords(v, v.Vote, o.Key))
	}
	if single(v) {
		words := "a blank ballot: none of these"
		if v.Vote.For != "" {
			words = "a blank ballot: neither yes nor no"
		}
		add(len(s.options), t.Faint.Render("[ ] "), words)
	}
	return rows, first, last
}

// optionRow is what stands for an option of a ballot: one line; on a phone, where most are too long for it, the selected
// one is written out.
func optionRow(st stage, mark, label string, selected bool) []string {
	t := st.theme
	point, style := "  ", t.Text
	if selected {
		point, style = t.Accent.Render(t.Point+" "), t.Strong
	}
	before := theme.Width(point + mark)
	if !selected || !st.narrow() {
		return []string{point + mark + style.Render(t.Cut(label, st.width-before))}
	}
	var lines []string
	for i, l := range theme.Wrap(label, st.width-before) {
		if i == 0 {
			lines = append(lines, point+mark+style.Render(l))
		} else {
			lines = append(lines, strings.Repeat(" ", before)+style.Render(l))
		}
	}
	return lines
}

// whole is the selected option in full where its row had to cut it.
func (s *ballotScreen) whole(st stage) []string {
	v := st.view
	if s.cursor.at >= len(s.options) {
		return nil
	}
	return inFull(st, s.options[s.cursor.at].Label, st.width-5-min(v.Vote.Rule.Budget, v.Vote.Rule.PerOption))
}

// inFull writes out in at most three lines what does not fit into so many cells of its row.
func inFull(st stage, label string, cells int) []string {
	if theme.Width(label) <= cells || st.narrow() {
		return nil
	}
	t := st.theme
	full := theme.Wrap(label, st.width-2)
	if len(full) > 3 {
		full = append(full[:2:2], t.Cut(full[2]+" "+full[3], st.width-2))
	}
	var lines []string
	for _, l := range full {
		lines = append(lines, t.Accent.Bold(false).Render(t.Bar)+" "+t.Text.Render(l))
	}
	return lines
}

func (s *ballotScreen) bindings(st stage) []key.Binding {
	v, k := st.view, st.keys
	give := named(k.dot, "give or take")
	if st.narrow() {
		give = named(k.dot, "give")
	}
	out := []key.Binding{give, k.cast}
	switch {
	case single(v):
		return append([]key.Binding{named(k.cast, "choose")}, s.cursor.moves(k, len(v.Vote.Options)+1)...)
	case v.Vote.Rule.PerOption > 1:
		out = []key.Binding{named(k.dot, "put a dot"), k.cast}
		if s.given[s.selected()] > 0 {
			out = append(out, takeOne())
		}
	}
	return append(out, s.cursor.moves(k, len(v.Vote.Options))...)
}
