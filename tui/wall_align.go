package tui

import (
	"fmt"
	"strings"

	"convene/tui/canvas"
	"convene/workshop"
)

// wallAlign is the outcome with what the fingers mean while hands go up, and then all hands at the same moment.
func wallAlign(st stage) []string {
	if st.view.HandsShown {
		return wallHands(st)
	}
	t := st.theme
	const wide, gap = 100, 6 // cells from which the outcome and the question stand side by side
	if st.width < wide {
		ask := wallAsking(st, st.width, min(9, st.height*2/3))
		lines := wallOutcome(st, st.width, max(0, st.height-len(ask)-1))
		for len(lines) < st.height-len(ask)-1 {
			lines = append(lines, "")
		}
		return append(append(lines, t.Line(st.width)), ask...)
	}
	right := (st.width - gap) / 2
	left := st.width - gap - right
	outcome, ask := wallOutcome(st, left, st.height), wallAsking(st, right, st.height)
	outcome = append(outcome, make([]string, max(0, st.height-len(outcome)))...)
	return twoPanes(st, outcome, ask, left, "  "+t.Faint.Render(t.Frame.Side)+"   ")
}

// twoPanes puts lines side by side, the left ones in so many cells.
func twoPanes(st stage, left, right []string, cells int, between string) []string {
	lines := make([]string, max(len(left), len(right)))
	for i := range lines {
		l, r := "", ""
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		lines[i] = st.theme.Pad(l, cells) + between + r
	}
	return lines
}

// wallAsking is the question, what each finger means, and how many hands are up; whose is nobody's business here.
func wallAsking(st stage, width, rows int) []string {
	t, v := st.theme, st.view
	question, style := st.Say("How far do you stand behind it?"), t.Strong
	if settled, ok := v.Settled[v.At.Step]; ok && settled.Reopened {
		question, style = st.Say("Reopened: how far do you stand behind it now?"), t.Warn.Bold(true)
	}
	lines := large.within(st, style, question, width, max(1, rows/4))
	airy := rows >= len(lines)+2*(workshop.MaxLevel+2)+4
	for level := workshop.MaxLevel; level >= 0; level-- {
		if airy {
			lines = append(lines, "")
		}
		number := levelStyle(t, level).Bold(true).Render(fmt.Sprint(level))
		lines = append(lines, number+"  "+t.Text.Render(t.Cut(st.Marked(levelWords(level)), width-3)))
	}
	all := participants(v)
	if airy {
		lines = append(lines, "", "")
	} else if rows > len(lines)+1 {
		lines = append(lines, "")
	}
	up, room := len(all)-countHandless(v), max(1, rows-len(lines))
	return append(lines, wallCount(st, up, len(all), st.Say("hands are up"), width, room)...)
}

// wallOutcome is what the group would put on the canvas, as much of it as fits.
func wallOutcome(st stage, width, rows int) []string {
	v := st.view
	if v.At.Step == workshop.StepForces {
		return forceDiagram(st, v.Canvas.Forces, width, rows)
	}
	var boxes []workshop.Box
	for _, b := range v.Canvas.Sections {
		if b.Section.Step() == v.At.Step {
			boxes = append(boxes, b)
		}
	}
	const pane, between, tall = 30, 4, 16 // cells for sections side by side, and lines from which they need not be
	if each := (width - between) / 2; len(boxes) == 2 && rows < tall && each >= pane {
		left := canvas.Section(st.theme, st.view.Canvas, boxes[0], each, rows)
		right := canvas.Section(st.theme, st.view.Canvas, boxes[1], each, rows)
		return twoPanes(st, left, right, each, strings.Repeat(" ", between))
	}
	var lines []string
	for i, b := range boxes {
		room := (rows - len(lines)) / (len(boxes) - i)
		if i > 0 && room > 4 {
			lines = append(lines, "")
			room--
		}
		lines = append(lines, canvas.Section(st.theme, st.view.Canvas, b, width, room)...)
	}
	return lines[:min(len(lines), max(0, rows))]
}

// sentences are what the group has agreed on in this step.
func sentences(v workshop.View) []string {
	var out []string
	for _, b := range v.Canvas.Sections {
		if b.Section.Step() == v.At.Step && b.Statement != "" {
			out = append(out, b.Statement)
		}
	}
	return out
}

// wallConcerns are what those say who don't stand behind it yet.
func wallConcerns(st stage, rows int) []string {
	t, v := st.theme, st.view
	if len(v.Concerns) == 0 {
		return []string{t.Good.Render(t.Done + " " + st.Say("nobody stands against it"))}
	}
	var lines []string
	all := concernsOf(v)
	for i, c := range all {
		said := concernText(t, t.Warn.Bold(true), concernWords(v, c), st.width)
		last := 0
		if i < len(all)-1 {
			last = 1
		}
		if len(lines)+len(said)+last > rows {
			more := st.Count(len(all)-i, "%d more concern", "%d more concerns")
			return append(lines, t.Warn.Render(t.Ellipsis+" "+more))
		}
		lines = append(lines, said...)
	}
	return lines
}
