package tui

import (
	"fmt"
	"strings"
	"time"

	"convene/tui/theme"
	"convene/workshop"
)

// header is the topic, the step, the phase, who is here, and the one clock.
func (a *App) header(st stage) string {
	t, v := a.theme, st.view
	if a.seat == nil {
		return t.Spread(" "+t.Accent.Render("convene")+t.Muted.Render("   from many notes to one canvas"), "", a.width)
	}
	w := wordsOf(v.At.Step)
	left := " " + t.Strong.Render(t.Cut(v.Canvas.Title, max(12, a.width/4)))
	left += "   " + t.Accent.Render(strings.TrimSpace(w.number+" "+w.title)) + t.Muted.Render(" "+t.Bullet+" "+doingWords(v))
	right := a.clock(st) + " "
	if a.booth != nil {
		return t.Spread(left, t.Accent.Render("booth: "+a.booth.name)+"   "+right, a.width)
	}
	for _, part := range a.asides(st) {
		if theme.Width(left)+theme.Width(part)+theme.Width(right)+4 <= a.width {
			right = part + "   " + right
		}
	}
	return t.Spread(left, right, a.width)
}

// asides are what the header says beside the clock, the most important first; what doesn't fit is left out.
func (a *App) asides(st stage) []string {
	t, v := a.theme, st.view
	var out []string
	if late := lateWords(v, st.now); late != "" && v.MyRole == workshop.Facilitator {
		out = append(out, late)
	}
	out = append(out, fmt.Sprintf("%d here", len(participants(v))))
	for i := range out {
		out[i] = t.Muted.Render(out[i])
	}
	return out
}

// clock is the time box of the phase: what is left, paused, or over.
func (a *App) clock(st stage) string {
	t, c := a.theme, st.view.Clock
	if !st.view.Ended.IsZero() {
		return t.Muted.Render("finished")
	}
	left := c.Remaining(st.now)
	switch {
	case left <= 0 && c.Runs():
		return t.Warn.Bold(true).Render(t.Clock + " time is up " + clockWords(left))
	case !c.Runs():
		return t.Muted.Render(t.Paused + " " + clockWords(left))
	case left <= workshop.Minutes(1):
		return t.Warn.Render(t.Clock + " " + clockWords(left))
	default:
		return t.Text.Render(t.Clock + " " + clockWords(left))
	}
}

// clockWords is a span as minutes and seconds; the second that is running counts as whole.
func clockWords(s workshop.Span) string {
	seconds := int((time.Duration(s) + time.Second - 1) / time.Second)
	sign := ""
	if s < 0 {
		sign = "+"
		seconds = int(-time.Duration(s) / time.Second)
	}
	return fmt.Sprintf("%s%02d:%02d", sign, seconds/60, seconds%60)
}

// lateWords says how the whole workshop stands against its promise. A minute behind is worth knowing, being ahead only
// when it is much.
func lateWords(v workshop.View, now time.Time) string {
	if !v.Ended.IsZero() {
		return ""
	}
	switch behind := v.Behind(now).Minutes(); {
	case behind >= 1:
		return fmt.Sprintf("%d min behind", behind)
	case behind <= -5:
		return fmt.Sprintf("%d min ahead", -behind)
	default:
		return ""
	}
}

// journey is the way through the steps: done, here, ahead.
func (a *App) journey(st stage) string {
	t, v := a.theme, st.view
	if a.seat == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString(" ")
	here := -1
	for i, block := range v.Agenda {
		if block.Step == v.At.Step {
			here = i
		}
	}
	first := true
	for i, block := range v.Agenda {
		name := wordsOf(block.Step).short
		if name == "" {
			continue
		}
		way := t.Faint.Render(strings.Repeat(t.ToWalk, 2))
		if i <= here {
			way = t.Accent.Render(strings.Repeat(t.Walked, 2))
		}
		if !first {
			b.WriteString(way)
		}
		first = false
		switch {
		case i < here:
			b.WriteString(t.Accent.Bold(false).Render(t.Past) + t.Muted.Render(name))
		case i == here:
			b.WriteString(t.Accent.Render(t.Here + name))
		default:
			b.WriteString(t.Muted.Render(t.Ahead + name))
		}
	}
	return t.Cut(b.String(), a.width)
}
