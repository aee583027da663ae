package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// quietScreen is the facilitator's while everyone writes alone: the questions, the countdown in large digits, who is
// done, and the total of notes; nothing that tells whose, or what.
type quietScreen struct{}

func (s *quietScreen) typing() bool                 { return false }
func (s *quietScreen) update(stage, tea.Msg) action { return nil }
func (s *quietScreen) bindings(stage) []key.Binding { return nil }

func (s *quietScreen) draw(st stage) []string {
	t, v := st.theme, st.view
	lines := []string{""}
	total := 0
	for _, p := range v.At.Step.Prompts() {
		w := wordsFor(p)
		lines = append(lines, t.Accent.Render(t.Pad(w.label, 14))+t.Text.Render(w.question))
		total += v.Written[p]
	}
	if v.At.Step == workshop.StepLeader {
		lines = append(lines, t.Text.Render("Who should lead this community, and why?"))
	}
	lines = append(lines, "")
	style := t.Accent.Bold(false)
	left := v.Clock.Remaining(st.now)
	if left <= workshop.Minutes(1) {
		style = t.Warn
	}
	for _, l := range t.Large(clockWords(left)) {
		lines = append(lines, t.Centred(style.Render(l), st.width))
	}
	lines = append(lines, t.Centred(s.stand(st, left), st.width), "")
	sum := people(len(participants(v))-countWriting(v), "is done", "are done")
	if v.At.Step != workshop.StepLeader {
		sum = count(total, "note") + " so far, " + sum
	}
	lines = append(lines, t.Strong.Render(sum), "")
	return append(lines, readiness(st, max(1, st.height-len(lines)))...)
}

// stand says in a word what the clock does.
func (s *quietScreen) stand(st stage, left workshop.Span) string {
	switch {
	case !st.view.Clock.Runs():
		return st.theme.Warn.Render("paused")
	case left <= 0:
		return st.theme.Warn.Bold(true).Render("time is up; nothing is cut off")
	default:
		return st.theme.Muted.Render("in silence")
	}
}

// readiness has a cell for each person, with a symbol and a word for what they are up to.
func readiness(st stage, rows int) []string {
	t, v := st.theme, st.view
	here := participants(v)
	cell := 26
	if len(here) > rows*max(1, st.width/cell) {
		cell = 20
	}
	columns := max(1, st.width/cell)
	if len(here) > rows*columns { // whoever is left out should be done
		here = slices.Clone(here)
		slices.SortStableFunc(here, func(a, b workshop.Presence) int {
			switch {
			case hasDone(v, a) == hasDone(v, b):
				return 0
			case hasDone(v, b):
				return -1
			default:
				return 1
			}
		})
	}
	var lines []string
	for i := 0; i < len(here); i += columns {
		if len(lines) == rows-1 && len(here)-i > columns {
			return append(lines, t.Muted.Render(fmt.Sprintf("and %d more", len(here)-i)))
		}
		var b strings.Builder
		for _, p := range here[i:min(len(here), i+columns)] {
			b.WriteString(t.Pad(standing(t, v, p, cell), cell))
		}
		lines = append(lines, b.String())
	}
	return lines
}

// standing is one person's symbol, name and word.
func standing(t *theme.Theme, v workshop.View, p workshop.Presence, cell int) string {
	word, style, mark := doneWords(v, p), t.Muted, t.Waiting
	switch {
	case hasDone(v, p):
		style, mark = t.Good, t.Done
	case p.Minute:
		style, mark, word = t.Warn, t.Asks, "a minute"
	}
	name := t.Cut(p.Name, max(6, cell-theme.Width(word)-4))
	return style.Render(mark) + " " + t.Text.Render(name) + " " + style.Render(word)
}
