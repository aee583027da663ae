package tui

import (
	"slices"

	"convene/workshop"
)

// wallBreak says to whoever comes back with a coffee when it goes on, in type for the other end of the corridor.
func wallBreak(st stage) []string {
	t, b := st.theme, st.view.Break
	title := largest(st).less().write(st, t.Strong, st.Say("A break"), st.width)
	var digits, below []string
	if b.Until.IsZero() {
		below = styled(t.Muted, []string{st.Say("since %s; the facilitator goes on", hourWords(st, b.Since))})
	} else {
		style, said := t.Accent.Bold(false), st.Say("back at %s", hourWords(st, b.Until))
		if b.Over(st.now) {
			style, said = t.Warn, st.Say("the break is over: please come back")
		}
		below = largest(st).less().write(st, style, said, st.width)
		left := clockWords(workshop.Span(b.Until.Sub(st.now)))
		digits = styled(style, t.Fitted(left, st.width, max(1, st.height-len(title)-len(below)-2)))
	}
	lines := slices.Concat(title, []string{""}, digits, []string{""}, below)
	for i := range lines {
		lines[i] = t.Centred(lines[i], st.width)
	}
	return slices.Concat(make([]string, max(0, (st.height-len(lines))/2)), lines)
}
