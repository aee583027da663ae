package tui

import (
	"cmp"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// header is the topic, the step, the phase, who is here, and the one clock. On a phone the topic and the people stand in
// the journey's line instead.
func (a *App) header(st stage) string {
	t, v := a.theme, st.view
	if a.seat == nil || outside(v) {
		return t.Spread(" "+t.Accent.Render("convene")+t.Muted.Render("   "+st.Say("from many notes to one canvas")), "", a.width)
	}
	w := placeWords(v)
	right := a.clock(st) + " "
	if st.narrow() {
		left := " " + t.Accent.Render(st.Marked(cmp.Or(w.short, w.title)))
		if phase := t.Muted.Render(" " + t.Bullet + " " + doingWords(v)); theme.Width(left+phase+right) < a.width {
			left += phase
		}
		return t.Spread(left, right, a.width)
	}
	room := func(parts ...string) int { return a.width - 1 - headerGap - theme.Width(strings.Join(parts, "")) }
	left := t.Accent.Render(strings.TrimSpace(w.number + " " + st.Marked(w.title)))
	phase, asides := t.Muted.Render(" "+t.Bullet+" "+doingWords(v)), a.asides(st)
	switch {
	case a.booth != nil:
		right, asides = withAside(right, t.Accent.Render(st.Say("booth: %s", a.booth.name))), nil
	case facilitates(v):
		right = facilitatorAside(st, phase, func(phase, aside string) bool {
			return room(left, phase, aside, right) >= 0
		}) + right
	}
	if cells := room(left, right); cells >= min(theme.Width(phase), leastPhase) {
		left += t.Cut(phase, cells)
	}
	// The topic is known to all, and gives way to where they are, and to who is at the door.
	topic, first := t.Strong.Render(t.Cut(v.Canvas.Title, max(12, a.width/4)))+"   ", ""
	if len(asides) > 1 {
		first = asides[0] + "   "
	}
	if room(topic, left, first, right) >= 0 {
		left = topic + left
	}
	for _, part := range asides {
		if more := withAside(right, part); room(left, more) >= 0 {
			right = more
		}
	}
	return t.Spread(" "+left, right, a.width)
}

// withAside puts a part before what stands at the right of the header, with a gap unless that is nothing: there is no clock once the
// workshop is finished.
func withAside(right, part string) string {
	if right == " " {
		return part + right
	}
	return part + "   " + right
}

// headerGap is the least distance between what stands at the left and at the right, and leastPhase what is worth to be
// read of the phase, in cells.
const headerGap, leastPhase = 3, 12

// facilitates says whether it is a facilitator who looks.
func facilitates(v workshop.View) bool { return v.MyRole == workshop.Facilitator }

// facilitatorAside is what a facilitator reads beside the clock at every width: that the door is locked, and how the whole
// workshop stands. Both are said in fewer words before they cut the phase short. When the group is late it is more than what the
// phase is called, which the screen says too.
func facilitatorAside(st stage, phase string, fits func(phase, aside string) bool) string {
	t, locks, lates := st.theme, []string{""}, []string{""}
	if st.view.Locked && st.view.Ended.IsZero() { // later it is locked as a rule
		locks = []string{t.Muted.Render(st.Say("door locked")) + "   ", t.Muted.Render(st.SayAs("door", "locked")) + "   "}
	}
	if all := lateAsides(st); len(all) > 0 {
		lates = nil
		for _, words := range all {
			lates = append(lates, words+"   ")
		}
	}
	fitting := func(lates []string, leasts ...string) (string, bool) {
		for _, least := range leasts {
			for _, words := range lates {
				for _, lock := range locks {
					if fits(least, words+lock) {
						return words + lock, true
					}
				}
			}
		}
		return "", false
	}
	if short := t.Cut(phase, leastPhase); late(st.view, st.now) {
		for i := range lates {
			if aside, ok := fitting(lates[i:i+1], phase, short, ""); ok {
				return aside
			}
		}
	} else if aside, ok := fitting(lates, phase, short); ok {
		return aside
	}
	return locks[len(locks)-1]
}

// asides are what else the header says, the most important first; what doesn't fit is left out. That the door is locked is a
// facilitator's to know at every width, and stands in the header itself.
func (a *App) asides(st stage) []string {
	t, v := a.theme, st.view
	var out []string
	if n := len(v.Knocks); n > 0 {
		out = append(out, t.Warn.Bold(true).Render(st.Say("%d at the door", n)))
	}
	if b := v.Break; b.On() && !b.Until.IsZero() {
		out = append(out, t.Accent.Render(st.Say("back at %s", hourWords(st, b.Until))))
	}
	out = append(out, t.Muted.Render(hereWords(st)))
	if v.Locked && v.Ended.IsZero() && !facilitates(v) {
		out = append(out, t.Muted.Render(st.Say("door locked")))
	}
	return out
}

// hereWords says in few words how many are here.
func hereWords(st stage) string { return st.Count(countPresent(st.view), "%d here", "%d here") }
