package tui

import (
	"convene/tui/theme"
	"convene/workshop"
)

// wallBrief says what the step is for, its questions, its rule and its solo time.
func wallBrief(st stage) []string {
	t, v := st.theme, st.view
	w := wordsOf(v, v.At.Step)
	solo := v.Agenda.Box(workshop.Position{Step: v.At.Step, Phase: workshop.PhaseDiverge})
	lines := posted(st, func(l lettering) []part {
		parts := []part{{lines: l.less().write(st, t.Text, w.purpose, st.width)}}
		for _, p := range v.At.Step.Prompts() {
			parts = append(parts, part{lines: wallQuestion(st, l, p)})
		}
		if v.At.Step == workshop.StepLeader {
			parts[0].lines = l.write(st, t.Strong, w.purpose, st.width)
			parts = append(parts, part{lines: append(leaderRole(st, st.width)[1:], whoLed(st, st.width)...)})
		}
		parts = append(parts, part{lines: styled(t.Muted, theme.Wrap(ruleOf(v), st.width)), gives: 1})
		alone := soloWords(st.Tongue, solo)
		return append(parts, part{lines: l.less().write(st, t.Accent, alone, st.width)})
	})
	return inMiddle(st, lines)
}

// wallQuestion is a prompt's label over its question and what stood there last time, with a bar along them. What is in letters
// stands beside the label too, in type that can be copied.
func wallQuestion(st stage, l lettering, p workshop.Prompt) []string {
	t, words := st.theme, wordsFor(st.view, p)
	label := t.Accent.Render(words.label)
	if l >= large {
		label += "  " + t.Muted.Render(words.question)
	}
	lines := append([]string{label}, l.write(st, t.Strong, words.question, st.width-2)...)
	lines = append(lines, stoodUnder(st, p, st.width-2, 2)...)
	for i := range lines {
		lines[i] = t.Accent.Bold(false).Render(t.Bar) + " " + lines[i]
	}
	return lines
}
