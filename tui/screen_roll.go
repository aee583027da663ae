package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// rollScreen is what everyone sees of an open vote who has no ballot to fill in: the question, the options, the rule,
// and who has voted. What was voted is not in the view at all.
type rollScreen struct{}

func (s *rollScreen) typing() bool                 { return false }
func (s *rollScreen) update(stage, tea.Msg) action { return nil }
func (s *rollScreen) bindings(stage) []key.Binding { return nil }

// draw gives the options what the large number leaves; where there is little room, the person's own part comes
// before them.
func (s *rollScreen) draw(st stage) []string {
	v := st.view
	here, all := participants(v), countVoters(v)
	rows := min(5, (len(here)+2)/3)
	sum := s.sum(st, all-v.Missing, all)
	next := part{lines: s.next(st), gives: 3}
	people := part{list: func(room int) []string { return readiness(st, room) }}
	if v.MyRole == workshop.Participant && (st.narrow() || st.height < lowBody) {
		next.gives = 0
		return arrange(st, rows, gap(), questionPart(st), gap(), next, gap(), part{lines: sum}, people,
			gap(), rulePart(st, v.Vote, 1), sealPart(st, 4))
	}
	used := 4 + len(sum) + len(wrapped(st, voteRule(st.Tongue, v.Vote))) + 2 + rows
	return arrange(st, rows, gap(), questionPart(st),
		part{lines: s.options(st, max(1, st.height-used)), gives: 2}, gap(),
		rulePart(st, v.Vote, 1), sealPart(st, 4), gap(),
		part{lines: sum}, gap(), next, gap(), people)
}

// options are what is voted on, in columns, as many as there is room for.
func (s *rollScreen) options(st stage, rows int) []string {
	t, v := st.theme, st.view
	if v.Vote.For != "" {
		said := strings.Join(confirmations(st), " "+t.Bullet+" ")
		return []string{t.Muted.Render(st.Say("On the ballot:")) + " " + t.Accent.Render(said)}
	}
	columns, widest := 1, 0
	for _, o := range v.Vote.Options {
		widest = max(widest, theme.Width(o.Label))
	}
	for columns < 4 && (len(v.Vote.Options) > rows*columns || (widest+5)*(columns+1) <= st.width) {
		columns++
	}
	if rows == 1 && len(v.Vote.Options) > columns {
		return nil // a mere number of options helps nobody
	}
	cell := st.width / columns
	var lines []string
	for i := 0; i < len(v.Vote.Options); i += columns {
		if left := len(v.Vote.Options) - i; len(lines) == rows-1 && left > columns {
			return append(lines, t.Muted.Render(st.Say("and %d more", left)))
		}
		var b strings.Builder
		for _, o := range v.Vote.Options[i:min(len(v.Vote.Options), i+columns)] {
			b.WriteString(t.Pad(t.Accent.Render(t.Bullet)+" "+t.Text.Render(t.Cut(o.Label, cell-4)), cell))
		}
		lines = append(lines, b.String())
	}
	return lines
}

// confirmations are what can be said to a single candidate.
func confirmations(st stage) []string {
	return []string{st.Say("yes"), st.Say("no"), st.SayAs("ballot", "blank")}
}

// votedWords follow how many have voted of how many: "3 of 7 have voted".
func votedWords(v workshop.View) string {
	if v.Vote.Purpose == workshop.Strengths {
		return in(v).SayAs("after a count", "have weighed")
	}
	return in(v).SayAs("after a count", "have voted")
}

// sum says how many have voted.
func (s *rollScreen) sum(st stage, voted, all int) []string {
	return largeCount(st, voted, all, votedWords(st.view))
}

// next is what the person who looks can do, or what they can be sure of.
func (s *rollScreen) next(st stage) []string {
	t, v := st.theme, st.view
	tick := func(said string) []string { return styled(t.Good, wrapped(st, t.Done+" "+said)) }
	takesPart := v.MyRole == workshop.Participant
	switch {
	case v.Missing == 0:
		everyone, closes := t.Good.Render(t.Done+" "+st.Say("Everyone has voted.")), facilitatorWill(st, st.keys.vote,
			st.Say("closes the vote and counts"), st.Say("The facilitator closes the vote and counts"))
		if together := everyone + " " + closes[0]; len(closes) == 1 && theme.Width(together) <= st.width {
			return []string{together}
		}
		return append([]string{everyone}, closes...)
	case takesPart && v.HasVoted:
		return tick(st.Count(v.Missing, "Your ballot is in the box. %d other to come.", "Your ballot is in the box. %d others to come."))
	case takesPart:
		return styled(t.Muted, wrapped(st, st.Say("You came after this vote had begun; the next one is yours too.")))
	default:
		return styled(t.Muted, wrapped(st, st.Say("Nobody can see what is in the box before it is counted.")))
	}
}
