package tui

import (
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// wallHead is the topic, the step, the phase and, unless the body shows it, the clock.
func wallHead(st stage, size wallSize) []string {
	right := []string{""}
	if kind := sceneOf(st.view).kind; kind != "quiet" && kind != "break" {
		right = wallClock(st, size)
	}
	room := size.width
	if w := theme.Width(right[0]); w > 0 {
		room = max(1, size.width-w-3)
	}
	left := wallTitle(st, room, size)
	lines := make([]string, size.head)
	down := (size.head - len(right)) / 2
	for i := range lines {
		clock := ""
		if at := i - down; at >= 0 && at < len(right) {
			clock = right[at]
		}
		title := ""
		if at := i - (size.head-len(left))/2; at >= 0 && at < len(left) {
			title = left[at]
		}
		lines[i] = st.theme.Spread(title, clock, size.width)
	}
	return lines
}

// wallTitle says where the group is, what it does now, and what the topic is.
func wallTitle(st stage, width int, size wallSize) []string {
	t, v := st.theme, st.view
	w := placeWords(v)
	step := strings.TrimSpace(w.number + " " + w.title)
	doing := []string{t.Strong.Render(doingWords(v))}
	about := []string{t.Muted.Render(v.Canvas.Title), t.Muted.Render(hereWords(st))}
	if openCheck(v) == nil && (v.At.Step == workshop.StepWelcome || v.At.Step == workshop.StepClosing) {
		step = v.Canvas.Title // what they come for, and what they are called then, say more than the step
	}
	dot := t.Muted.Render(" " + t.Bullet + " ")
	both := strings.Join(append(doing, about...), dot)
	if size.times > 0 {
		if lines, ok := t.Lettered(step, width, size.times); ok && len(lines) < size.head {
			return append(styled(t.Accent.Bold(false), lines), both)
		}
	}
	if size.head < 3 {
		return []string{t.Accent.Render(t.Cut(step, width)), both}
	}
	return []string{t.Accent.Render(t.Cut(headline(step, width), width)), doing[0], strings.Join(about, dot)}
}

// longestTitle is what the longest title of a step takes in letters, in cells. The clock gets no more than the rest, so
// that it is as large in all steps.
const longestTitle = 90

// wallClock is the time box of the phase in digits as large as the head has room for. What it does is said beside it,
// except while it simply runs.
func wallClock(st stage, size wallSize) []string {
	t := st.theme
	if !st.view.Ended.IsZero() {
		return []string{t.Muted.Render(afterWords(st))}
	}
	left := st.view.Clock.Remaining(st.now)
	style := wallClockStyle(st, left)
	cells := size.width / 3
	if size.times > 0 {
		cells = size.width - longestTitle*size.times
	}
	digits := t.Fitted(clockWords(left), cells, size.head)
	word := ""
	switch {
	case !st.view.Clock.Runs():
		word = t.Paused + " " + st.Say("paused")
	case left <= 0:
		word = st.Say("time is up")
	case len(digits) == 1:
		word = t.Clock
	}
	out := make([]string, len(digits))
	for i, d := range digits {
		said := strings.Repeat(" ", theme.Width(word))
		if i == len(digits)/2 {
			said = style.Bold(true).Render(word)
		}
		if word != "" {
			said += "  "
		}
		out[i] = said + style.Render(d)
	}
	return out
}

// wallClockStyle is calm until the last minute.
func wallClockStyle(st stage, left workshop.Span) theme.Style {
	if left <= workshop.Minutes(1) && st.view.Clock.Runs() {
		return st.theme.Warn
	}
	return st.theme.Accent.Bold(false)
}
