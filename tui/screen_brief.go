package tui

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// briefScreen says what the step is for: its purpose in one sentence, its questions, its rule, its solo time.
type briefScreen struct{}

func (s *briefScreen) typing() bool                 { return false }
func (s *briefScreen) update(stage, tea.Msg) action { return nil }
func (s *briefScreen) bindings(stage) []key.Binding { return nil }

func (s *briefScreen) draw(st stage) []string {
	t, v := st.theme, st.view
	w := wordsOf(v.At.Step)
	width := min(st.width, 90)
	var lines []string
	for _, l := range theme.Wrap(w.purpose, width) {
		lines = append(lines, t.Strong.Render(l))
	}
	lines = append(lines, "")
	for _, p := range v.At.Step.Prompts() {
		words := wordsFor(p)
		lines = append(lines, "", t.Accent.Render(t.Bar+" "+words.label), t.Accent.Bold(false).Render(t.Bar)+" "+t.Strong.Render(words.question))
	}
	if v.At.Step == workshop.StepLeader {
		lines = append(lines, leaderRole(t, width)...)
	}
	lines = append(lines, "", "")
	for _, l := range theme.Wrap(w.rule, width) {
		lines = append(lines, t.Muted.Render(l))
	}
	solo := v.Agenda.Box(workshop.Position{Step: v.At.Step, Phase: workshop.PhaseDiverge})
	lines = append(lines, "", t.Clock+" "+t.Text.Render(fmt.Sprintf("%s alone, in silence.", soloWords(solo))))
	return middle(st, lines)
}

// soloWords is the solo time as people say it.
func soloWords(s workshop.Span) string {
	minutes, half := int(s/workshop.Minutes(1)), s%workshop.Minutes(1) != 0
	switch {
	case half && minutes == 1:
		return "A minute and a half"
	case half:
		return fmt.Sprintf("%d and a half minutes", minutes)
	default:
		return count(minutes, "minute")
	}
}

// leaderRole says what a leader does.
func leaderRole(t *theme.Theme, width int) []string {
	var lines []string
	for _, s := range []string{
		"One leader, so that everyone knows whom to ask.",
		"Dedicated time for it, part of the job, agreed with whoever gives it.",
		"Keeps things going, without doing everything; coached at first.",
	} {
		for i, l := range theme.Wrap(s, width-2) {
			mark := t.Accent.Render(t.Bullet) + " "
			if i > 0 {
				mark = "  "
			}
			lines = append(lines, mark+t.Text.Render(l))
		}
	}
	return append([]string{""}, lines...)
}
