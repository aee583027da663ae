package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/ballot"
)

// weighScreen is where a person says how strong each force is, from 1 to 5. The scores are on this screen and nowhere
// else until they go into the box.
type weighScreen struct {
	paper
	scores map[string]int // by option key
}

func newWeighScreen(workshop.View) screen { return &weighScreen{scores: make(map[string]int)} }

func (s *weighScreen) typing() bool { return false }

// clearScore is the key that takes a score back.
func clearScore() key.Binding { return bind("no opinion", "0", "0", "backspace") }

func (s *weighScreen) update(st stage, msg tea.Msg) action {
	m, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	v, k := st.view, st.keys
	options := bySide(v)
	switch {
	case key.Matches(m, k.back) && len(s.scores) > 0:
		return unvoted(st, func() { s.scores = make(map[string]int) })
	case s.cursor.step(k, m, len(options)):
	case key.Matches(m, k.strength):
		s.scores[options[s.cursor.at].Key] = int(m.String()[0] - '0')
		s.cursor.at = min(s.cursor.at+1, len(options)-1)
	case key.Matches(m, clearScore()):
		delete(s.scores, options[s.cursor.at].Key)
	case key.Matches(m, k.cast):
		return s.confirm(v)
	}
	return nil
}

func (s *weighScreen) confirm(v workshop.View) action {
	var b ballot.Ballot
	for _, o := range v.Vote.Options {
		if n := s.scores[o.Key]; n > 0 {
			b = append(b, ballot.Mark{Option: o.Key, Weight: n})
		}
	}
	switch l, all := in(v), len(v.Vote.Options); {
	case b == nil:
		return intoBox(v, b, l.Say("You have weighed none of the forces."))
	case len(b) < all:
		return intoBox(v, b, l.Say("You have weighed %d of %d. What you leave out counts as no opinion.", len(b), all))
	default:
		return intoBox(v, b, l.Count(all, "You have weighed all %d forces.", "You have weighed all %d forces."))
	}
}

// slowing says which of the options slow the vision down; the others support it.
func slowing(v workshop.View) map[string]bool {
	out := make(map[string]bool)
	for _, c := range v.Columns {
		if c.Prompt != workshop.PromptSlowDown {
			continue
		}
		for _, p := range c.Clusters {
			out[p.Key()] = true
		}
		for _, n := range c.Lone {
			out[n.Key()] = true
		}
	}
	return out
}

// bySide is the vote's options, what supports before what slows down.
func bySide(v workshop.View) []workshop.Option {
	down := slowing(v)
	options := slices.Clone(v.Vote.Options)
	slices.SortStableFunc(options, func(a, b workshop.Option) int {
		switch {
		case down[a.Key] == down[b.Key]:
			return 0
		case down[b.Key]:
			return -1
		default:
			return 1
		}
	})
	return options
}

func (s *weighScreen) draw(st stage) []string {
	t, v := st.theme, st.view
	options := bySide(v)
	weighed := st.Say("%d of %d weighed", len(s.scores), len(options))
	if st.narrow() {
		weighed = counted(st.Tongue, len(s.scores), len(options))
	}
	title := t.Spread(t.Strong.Render(voteQuestion(v)), t.Muted.Render(weighed), st.width)
	rows := s.rows(st, options)
	return s.paper.draw(st, rows,
		[]part{gap(), {lines: []string{title}}, rulePart(st, v.Vote, 2), gap()},
		[]part{gap(), {lines: s.inFull(st, rows), gives: 1}, boxPart(st)})
}

// rows are the forces under the headings of their sides, each with its score.
func (s *weighScreen) rows(st stage, options []workshop.Option) []paperRow {
	t, down := st.theme, slowing(st.view)
	var rows []paperRow
	for i, o := range options {
		side, heading, number := down[o.Key], "", t.Muted.Render("-")
		if i == 0 || side != down[options[i-1].Key] {
			heading = sideMark(t, side) + " " + sideWords(st, side)
		}
		n := s.scores[o.Key]
		if n > 0 {
			number = t.Strong.Render(fmt.Sprint(n))
		}
		bar := t.Accent.Bold(false).Render(strings.Repeat(t.Fill, n)) + t.Faint.Render(strings.Repeat(t.Empty, workshop.MaxForce-n))
		rows = append(rows, paperRow{heading, bar + " " + number + " " + sideMark(t, side) + " ", o.Label})
	}
	return rows
}

// sideMark is the arrow of a side: the way in which its forces push.
func sideMark(t *theme.Theme, down bool) string {
	if down {
		return t.Bad.Render(t.Left)
	}
	return t.Good.Render(t.Right)
}

// sideWords is what a side is called.
func sideWords(st stage, down bool) string {
	if down {
		return st.theme.Bad.Render(wordsFor(st.view, workshop.PromptSlowDown).label)
	}
	return st.theme.Good.Render(wordsFor(st.view, workshop.PromptSupport).label)
}

func (s *weighScreen) bindings(st stage) []key.Binding {
	k := st.keys
	out := []key.Binding{k.strength, k.cast}
	if s.scores[bySide(st.view)[s.cursor.at].Key] > 0 {
		out = append(out, clearScore())
	}
	return append(out, s.cursor.moves(k, len(st.view.Vote.Options))...)
}
