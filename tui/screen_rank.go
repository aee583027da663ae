package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	"convene/workshop/ballot"
)

// rankScreen is a person's ranked ballot: the candidates, and which of them is their first choice, their second and so on, as far
// as they like to go. What is numbered is on this screen and nowhere else until it goes into the box.
type rankScreen struct {
	order  []string // the options' keys, the first choice first
	cursor choice
}

func (s *rankScreen) typing() bool { return false }

func (s *rankScreen) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	v, k := st.view, st.keys
	switch {
	case key.Matches(m, k.back) && len(s.order) > 0:
		return unvoted(st, func() { s.order = nil })
	case s.cursor.step(k, m, len(v.Vote.Options)):
	case key.Matches(m, k.dot):
		return s.number(v)
	case key.Matches(m, k.cast):
		return s.confirm(v)
	}
	return nil
}

// number makes the selected candidate the next choice, or takes the number away: those after it move up.
func (s *rankScreen) number(v workshop.View) action {
	selected := v.Vote.Options[s.cursor.at].Key
	if i := s.rank(selected); i > 0 {
		s.order = append(s.order[:i-1:i-1], s.order[i:]...)
		return nil
	}
	if len(s.order) == v.Vote.Rule.PerOption {
		return say{fmt.Sprintf("You have numbered %d, and more aren't counted. Take one back first, with space.", len(s.order)), plainly}
	}
	s.order = append(s.order, selected)
	return nil
}

// rank is which choice an option is, from 1; 0 when it is none.
func (s *rankScreen) rank(option string) int {
	for i, o := range s.order {
		if o == option {
			return i + 1
		}
	}
	return 0
}

// confirm asks before the ballot goes into the box: from then on it is final.
func (s *rankScreen) confirm(v workshop.View) action {
	var b ballot.Ballot
	var said []string
	for i, o := range s.order {
		b = append(b, ballot.Mark{Option: o, Weight: i + 1})
		said = append(said, fmt.Sprintf("%d %s", i+1, optionWords(v, v.Vote, o)))
	}
	question := "Put this ballot into the box? It is final."
	if b == nil {
		question = "Put a blank ballot into the box? It is final."
		said = append(said, "It helps nobody, and it is counted as cast.")
	}
	return show{&askDialog{question: question, detail: strings.Join(said, "\n"), yes: cast(v, b), no: notYet()}}
}

// shortRankRule is the rule where there is little room for it: nobody votes without having been told how it is counted.
const shortRankRule = "Number them. The last is dropped, its ballots go to their next choice, until one has more than half."

// draw says the rule at every size.
func (s *rankScreen) draw(st stage) []string {
	v := st.view
	rows, first, last := s.rows(st)
	options := part{fill: true, list: func(room int) []string {
		s.cursor.keep(first, last, room)
		return s.cursor.page(st, rows, room)
	}}
	secret := strings.TrimSpace("Your ballot is secret, and final once it is in the box. " + sealWords(v.Vote))
	if st.narrow() || st.height < lowBody {
		return arrange(st, min(4, len(rows)), questionPart(st), part{lines: styled(st.theme.Text, wrapped(st, shortRankRule))},
			options, part{lines: styled(st.theme.Muted, wrapped(st, "space numbers; the ballot is secret, and final in the box."))},
			mutedPart(st, sealWords(v.Vote), 3))
	}
	return arrange(st, min(4, len(rows)), gap(), questionPart(st), rulePart(st, v.Vote, 1), gap(), options, gap(),
		part{lines: styled(st.theme.Strong, wrapped(st, s.stands(st)))}, mutedPart(st, secret, 3))
}

// stands says how far the ballot is, and what space does.
func (s *rankScreen) stands(st stage) string {
	switch n := len(s.order); {
	case n == 0:
		return "space makes somebody your first choice; none is a blank ballot."
	case n == len(st.view.Vote.Options):
		return "All have a number. enter puts the ballot into the box."
	case n == st.view.Vote.Rule.PerOption:
		return fmt.Sprintf("You have numbered %d, as many as are counted. enter puts the ballot into the box.", n)
	default:
		return fmt.Sprintf("space numbers the next one %d, or takes a number away; enter is enough when you have no more.", n+1)
	}
}

// rows are the candidates, each with its number, and the first and the last line of the selected one.
func (s *rankScreen) rows(st stage) (rows []string, first, last int) {
	t, v := st.theme, st.view
	for i, o := range v.Vote.Options {
		number := " "
		if n := s.rank(o.Key); n > 0 {
			number = fmt.Sprint(n)
		}
		lines := optionRow(st, t.Faint.Render("[")+t.Accent.Render(number)+t.Faint.Render("] "), optionWords(v, v.Vote, o.Key), i == s.cursor.at)
		if i == s.cursor.at {
			first, last = len(rows), len(rows)+len(lines)-1
		}
		rows = append(rows, lines...)
	}
	return rows, first, last
}

func (s *rankScreen) bindings(st stage) []key.Binding {
	k := st.keys
	return append([]key.Binding{named(k.dot, "number"), k.cast}, s.cursor.moves(k, len(st.view.Vote.Options))...)
}
