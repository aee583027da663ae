package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
)

// briefScreen says what the step is for: its purpose in one sentence, its questions, its rule, its solo time.
type briefScreen struct{ reader reader }

func (s *briefScreen) typing() bool { return false }

func (s *briefScreen) update(st stage, msg tea.Msg) action {
	if m, ok := msg.(tea.KeyPressMsg); ok {
		s.reader.move(st.keys, m)
	}
	return nil
}

func (s *briefScreen) bindings(st stage) []key.Binding { return s.reader.bindings(st) }

// draw leaves out free lines and much of what stood there last time, and then scrolls, where there is no room for all.
func (s *briefScreen) draw(st stage) []string {
	var lines []string
	for _, fit := range []struct{ free, stood int }{{2, 5}, {2, 3}, {2, 2}, {1, 2}, {1, 1}, {0, 1}} {
		if lines = briefLines(st, fit.free, fit.stood); len(lines) <= st.height {
			break
		}
	}
	return middle(st, s.reader.window(st, lines, st.height))
}

// briefLines leaves at most so many lines free between its parts, and has as many about what stood under each prompt.
func briefLines(st stage, free, stood int) []string {
	t, v := st.theme, st.view
	w := wordsOf(v, v.At.Step)
	width := min(st.width, 90)
	lines := append(styled(t.Strong, theme.Wrap(w.purpose, width)), make([]string, free/2)...)
	for _, p := range v.At.Step.Prompts() {
		words := wordsFor(v, p)
		lines = append(append(lines, make([]string, min(1, free))...), t.Accent.Render(t.Bar+" "+words.label))
		for _, l := range theme.Wrap(words.question, width-2) {
			lines = append(lines, t.Accent.Bold(false).Render(t.Bar)+" "+t.Strong.Render(l))
		}
		for _, l := range stoodUnder(st, p, width-2, stood) {
			lines = append(lines, t.Accent.Bold(false).Render(t.Bar)+" "+l)
		}
	}
	if v.At.Step == workshop.StepLeader {
		lines = append(lines, leaderRole(st, width)[1-min(1, free):]...)
		lines = append(lines, whoLed(st, width)...)
	}
	lines = append(lines, make([]string, free)...)
	lines = append(lines, styled(t.Muted, theme.Wrap(ruleOf(v), width))...)
	if choosesMethod(v) && facilitates(v) {
		lines = append(lines, facilitatorWill(st, st.keys.vote, st.Say("chooses between a secret ballot and consent"),
			st.Say("The facilitator chooses between a secret ballot and consent"))...)
	}
	solo := v.Agenda.Box(workshop.Position{Step: v.At.Step, Phase: workshop.PhaseDiverge})
	return append(append(lines, make([]string, free/2)...), t.Clock+" "+t.Text.Render(soloWords(st.Tongue, solo)+"."))
}

// soloWords is the solo time as people say it, without a full stop.
func soloWords(l tongue.Tongue, s workshop.Span) string {
	minutes, half := int(s/workshop.Minutes(1)), s%workshop.Minutes(1) != 0
	switch {
	case half && minutes == 1:
		return l.Say("A minute and a half alone, in silence")
	case half:
		return l.Say("%d and a half minutes alone, in silence", minutes)
	default:
		return l.Count(minutes, "%d minute alone, in silence", "%d minutes alone, in silence")
	}
}

// leaderRole says what a leader does.
func leaderRole(st stage, width int) []string {
	t := st.theme
	var lines []string
	for _, s := range []string{
		st.Say("One leader, so that everyone knows whom to ask."),
		st.Say("Dedicated time for it, part of the job, agreed with whoever gives it."),
		st.Say("Keeps things going, without doing everything; coached at first."),
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
