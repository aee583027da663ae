package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"convene/tui/theme"
	"convene/workshop"
)

// header is the topic, the step, the phase, who is here, and the one clock. On a phone the topic and the people stand in
// the journey's line instead.
func (a *App) header(st stage) string {
	t, v := a.theme, st.view
	if a.seat == nil || outside(v) {
		return t.Spread(" "+t.Accent.Render("convene")+t.Muted.Render("   from many notes to one canvas"), "", a.width)
	}
	w := wordsOf(v.At.Step)
	right := a.clock(st) + " "
	if st.narrow() {
		left := " " + t.Accent.Render(cmp.Or(w.short, w.title))
		if phase := t.Muted.Render(" " + t.Bullet + " " + doingWords(v)); theme.Width(left+phase+right) < a.width {
			left += phase
		}
		return t.Spread(left, right, a.width)
	}
	room := func(parts ...string) int { return a.width - 1 - headerGap - theme.Width(strings.Join(parts, "")) }
	asides := a.asides(st)
	left, phase := t.Accent.Render(strings.TrimSpace(w.number+" "+w.title)), t.Muted.Render(" "+t.Bullet+" "+doingWords(v))
	switch lock := t.Muted.Render("door locked   "); {
	case a.booth != nil:
		right, asides = t.Accent.Render("booth: "+a.booth.name)+"   "+right, nil
	case v.Locked && facilitates(v) && room(left, phase, lock, right) >= 0:
		right = lock + right
	case v.Locked && facilitates(v):
		right = t.Muted.Render("locked   ") + right
	}
	if cells := room(left, right); cells >= min(theme.Width(phase), leastPhase) {
		left += t.Cut(phase, cells)
	}
	// The topic is known to all, and gives way to where they are.
	if topic := t.Strong.Render(t.Cut(v.Canvas.Title, max(12, a.width/4))) + "   "; room(topic, left, right) >= 0 {
		left = topic + left
	}
	for _, part := range asides {
		if part += "   "; room(left, part, right) >= 0 {
			right = part + right
		}
	}
	return t.Spread(" "+left, right, a.width)
}

// headerGap is the least distance between what stands at the left and at the right, and leastPhase what is worth to be
// read of the phase, in cells.
const headerGap, leastPhase = 3, 12

// facilitates says whether it is a facilitator who looks.
func facilitates(v workshop.View) bool { return v.MyRole == workshop.Facilitator }

// asides are what the header says beside the clock, the most important first; what doesn't fit is left out. That
// the door is locked is a facilitator's to know at every width, and stands in the header itself.
func (a *App) asides(st stage) []string {
	t, v := a.theme, st.view
	var out []string
	if late := lateWords(v, st.now); late != "" && facilitates(v) {
		out = append(out, late)
	}
	out = append(out, fmt.Sprintf("%d here", len(present(v))))
	if v.Locked && !facilitates(v) {
		out = append(out, "door locked")
	}
	for i := range out {
		out[i] = t.Muted.Render(out[i])
	}
	if n := len(atDoor(v)); n > 0 {
		out = slices.Insert(out, 0, t.Warn.Bold(true).Render(fmt.Sprintf("%d at the door", n)))
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
	case left <= 0 && c.Runs() && st.narrow():
		return t.Warn.Bold(true).Render(t.Clock + " over " + clockWords(left))
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
