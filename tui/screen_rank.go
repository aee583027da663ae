package tui

import (
	"fmt"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	"convene/workshop/ballot"
	"convene/workshop/tongue"
)

// rankScreen is a person's ranked ballot: the candidates, and which of them is their first choice, their second and so on, as far
// as they like to go. What is numbered is on this screen and nowhere else until it goes into the box.
type rankScreen struct {
	paper
	order []string // the options' keys, the first choice first
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
	if i := slices.Index(s.order, selected); i >= 0 {
		s.order = slices.Delete(s.order, i, i+1)
		return nil
	}
	if len(s.order) == v.Vote.Rule.PerOption {
		return say{
			text: in(v).Say("You have numbered %d, and more aren't counted. Take one back first, with space.", len(s.order)), tone: plainly,
		}
	}
	s.order = append(s.order, selected)
	return nil
}

func (s *rankScreen) confirm(v workshop.View) action {
	var b ballot.Ballot
	var said []string
	for i, o := range s.order {
		b = append(b, ballot.Mark{Option: o, Weight: i + 1})
		said = append(said, fmt.Sprintf("%d %s", i+1, optionWords(v, v.Vote, o)))
	}
	return intoBox(v, b, said...)
}

// shortRankRule is the rule where there is little room for it: nobody votes without having been told how it is counted.
func shortRankRule(l tongue.Tongue) string {
	return l.Say("Number them. The last is dropped, its ballots go to their next choice, until one has more than half.")
}

// draw says the rule at every size.
func (s *rankScreen) draw(st stage) []string {
	v, rows := st.view, s.rows(st)
	if st.narrow() || st.height < lowBody {
		return s.paper.draw(st, rows,
			[]part{questionPart(st), {lines: styled(st.theme.Text, wrapped(st, shortRankRule(st.Tongue)))}},
			[]part{
				{lines: styled(st.theme.Muted, wrapped(st, st.Say("space numbers; the ballot is secret, and final in the box.")))},
				mutedPart(st, sealWords(st.Tongue, v.Vote), 3),
			})
	}
	return s.paper.draw(st, rows,
		[]part{
			gap(), questionPart(st), rulePart(st, v.Vote, 1), gap(),
			{lines: styled(st.theme.Strong, wrapped(st, s.stands(v)))},
			gap(),
		},
		[]part{gap(), {lines: s.inFull(st, rows), gives: 2}, boxPart(st)})
}

// stands says in a line how far the ballot is, and what space does.
func (s *rankScreen) stands(v workshop.View) string {
	l := in(v)
	switch n := len(s.order); {
	case n == 0:
		return l.Say("space makes somebody your first choice; none is a blank ballot.")
	case n == len(v.Vote.Options):
		return l.Say("All have a number. enter puts the ballot into the box.")
	case n == v.Vote.Rule.PerOption:
		return l.Say("You have numbered %d, as many as are counted. enter puts them into the box.", n)
	default:
		return l.Say("space makes somebody number %d, or takes a number back. Stop where you like.", n+1)
	}
}

// rows are the candidates, each with its number.
func (s *rankScreen) rows(st stage) []paperRow {
	t, v := st.theme, st.view
	var rows []paperRow
	for _, o := range v.Vote.Options {
		number := ""
		if i := slices.Index(s.order, o.Key); i >= 0 {
			number = fmt.Sprint(i + 1)
		}
		rows = append(rows, paperRow{mark: markBox(t, number, 1), label: optionWords(v, v.Vote, o.Key)})
	}
	return rows
}

func (s *rankScreen) bindings(st stage) []key.Binding {
	k := st.keys
	return append([]key.Binding{named(k.dot, "number"), k.cast}, s.cursor.moves(k, len(st.view.Vote.Options))...)
}
