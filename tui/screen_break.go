package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/workshop"
)

// breakScreen is the facilitator's while everyone rests: when it goes on, large enough for the door, and where. Those who take
// part keep what they were at.
type breakScreen struct{}

func (s *breakScreen) typing() bool                 { return false }
func (s *breakScreen) update(stage, tea.Msg) action { return nil }
func (s *breakScreen) bindings(stage) []key.Binding { return nil }

func (s *breakScreen) draw(st stage) []string {
	t, v := st.theme, st.view
	b := v.Break
	lines := []string{t.Centred(t.Strong.Render(headline(st.Say("A BREAK"), st.width)), st.width), ""}
	if b.Until.IsZero() {
		since := centred(st, t.Text, []string{st.Say("since %s, and until you go on: today, or another day", hourWords(st, b.Since))})
		lines = append(lines, since...)
	} else {
		style, said := t.Accent.Bold(false), st.Say("back at %s", hourWords(st, b.Until))
		if b.Over(st.now) {
			style, said = t.Warn, st.Say("the break is over")
		}
		digits := t.Large(clockWords(workshop.Span(b.Until.Sub(st.now))))
		lines = append(append(lines, centred(st, style, digits)...), "")
		lines = append(lines, centred(st, style, []string{said})...)
	}
	where := st.Say("This time is not counted: %s, %s, goes on with %s left.",
		wordsOf(v, v.At.Step).title, st.Marked(phaseWords(v.At)), clockWords(v.Clock.Left))
	lines = append(append(lines, ""), centred(st, t.Muted, wrapped(st, where))...)
	return slices.Concat(make([]string, max(0, (st.height-len(lines))/2)), lines)
}
