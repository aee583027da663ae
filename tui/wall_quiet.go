package tui

import (
	"slices"

	"convene/workshop"
)

// wallQuiet is what everyone sees who looks up while they write: the questions, the countdown as large as the window
// allows, and how far the group is, in numbers alone. Who is slow is nobody's business here.
func wallQuiet(st stage) []string {
	t, v := st.theme, st.view
	left := v.Clock.Remaining(st.now)
	style := wallClockStyle(st, left)
	var above, below []string
	least := max(3, st.height*2/5) // rows of digits
	for l := largest(st); l >= tight; l-- {
		if l >= large && st.height < smallType {
			continue // the questions are on everybody's own screen; the digits matter more
		}
		above = wallQuestions(st, l)
		below = wallProgress(st, l.less(), left)
		if len(above)+len(below)+least+1 <= st.height {
			break
		}
	}
	room := max(1, st.height-len(above)-len(below))
	digits := t.Fitted(clockWords(left), st.width, max(1, room-1))
	free := max(0, room-len(digits))
	lines := slices.Concat(above, make([]string, (free+1)/2), inMiddle(st, styled(style, digits)), make([]string, free/2))
	for _, l := range below {
		lines = append(lines, t.Centred(l, st.width))
	}
	return lines
}

// wallProgress says what the clock does, and how far the group is.
func wallProgress(st stage, l lettering, left workshop.Span) []string {
	t, style := st.theme, wallClockStyle(st, left).Bold(true)
	clock, group := quietWords(st.view, left), progressWords(st.view)
	if l < large {
		return []string{style.Render(clock) + t.Muted.Render("  "+t.Bullet+"  ") + t.Strong.Render(group)}
	}
	return append(l.write(st, style, clock, st.width), l.write(st, t.Strong, group, st.width)...)
}

// wallQuestions are all questions of the step, one under the other.
func wallQuestions(st stage, l lettering) []string {
	if st.view.At.Step == workshop.StepLeader {
		return l.write(st, st.theme.Strong, st.Say("Who should lead this community, and why?"), st.width)
	}
	var out []string
	for _, p := range st.view.At.Step.Prompts() {
		out = append(out, l.write(st, st.theme.Strong, wordsFor(st.view, p).question, st.width)...)
	}
	return out
}

// quietWords says in a word what the clock does.
func quietWords(v workshop.View, left workshop.Span) string {
	switch {
	case !v.Clock.Runs():
		return in(v).Say("paused")
	case left <= 0:
		return in(v).Say("time is up; nothing is cut off")
	default:
		return in(v).Say("alone, in silence")
	}
}

// progressWords says how far the group is: numbers, no names.
func progressWords(v workshop.View) string {
	all := participants(v)
	n := len(all) - countUndone(v)
	if v.At.Step == workshop.StepLeader {
		return in(v).Count(n, "%d of %d done", "%d of %d done", n, len(all))
	}
	total := 0
	for _, p := range v.At.Step.Prompts() {
		total += v.Written[p]
	}
	notes := in(v).Count(total, "%d note", "%d notes")
	return in(v).Count(n, "%s, %d of %d done", "%s, %d of %d done", notes, n, len(all))
}
