package tui

import (
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

// draw gives up the large digits where there is little room: the header has the clock too.
func (s *quietScreen) draw(st stage) []string {
	const least = 3 // lines of people
	t, v := st.theme, st.view
	left := v.Clock.Remaining(st.now)
	style := t.Accent.Bold(false)
	if left <= workshop.Minutes(1) {
		style = t.Warn
	}
	sum := st.Count(len(participants(v))-countUndone(v), "%d person is done", "%d people are done")
	questions, total := s.questions(st)
	if words := waitWords(st); words != "" {
		sum = words
	}
	if v.At.Step != workshop.StepLeader {
		sum = st.Count(total, "%d note so far, %s", "%d notes so far, %s", total, sum)
	}
	return arrange(st, least, gap(), part{lines: questions}, gap(),
		part{lines: centred(st, style, t.Large(clockWords(left))), gives: 2},
		part{lines: []string{t.Centred(s.stand(st, left), st.width)}, gives: 1}, gap(),
		part{lines: styled(t.Strong, wrapped(st, sum))}, capacityPart(st), gap(),
		part{list: func(room int) []string { return readiness(st, room) }})
}

// questions are what everyone writes about, and how many notes there are for all of them.
func (s *quietScreen) questions(st stage) (lines []string, total int) {
	t, v, label := st.theme, st.view, labelCells(st.view)
	for _, p := range v.At.Step.Prompts() {
		w := wordsFor(v, p)
		for i, l := range theme.Wrap(w.question, max(1, st.width-label)) {
			if i > 0 {
				w.label = ""
			}
			lines = append(lines, t.Accent.Render(t.Pad(w.label, label))+t.Text.Render(l))
		}
		total += v.Written[p]
	}
	if v.At.Step == workshop.StepLeader {
		lines = styled(t.Text, wrapped(st, st.Say("Who should lead this community, and why?")))
	}
	return lines, total
}

// stand says in a word what the clock does.
func (s *quietScreen) stand(st stage, left workshop.Span) string {
	switch {
	case !st.view.Clock.Runs():
		return st.theme.Warn.Render(st.Say("paused"))
	case left <= 0:
		return st.theme.Warn.Bold(true).Render(st.Say("time is up; nothing is cut off"))
	default:
		return st.theme.Muted.Render(st.Say("in silence"))
	}
}
