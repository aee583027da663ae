package tui

import (
	"fmt"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// The frame takes two lines above the body (header and journey), one rule below them, and two at the bottom.
const (
	minWidth, minHeight = 60, 15
	frameLines          = 5
)

func (a *App) bodySize() (width, height int) {
	return max(1, a.width-2), max(1, a.height-frameLines)
}

// View draws the frame around the screen, and the front dialog over it.
func (a *App) View() tea.View {
	v := tea.NewView(a.draw())
	v.AltScreen = true
	v.WindowTitle = "convene"
	return v
}

func (a *App) draw() string {
	t := a.theme
	if a.width < minWidth || a.height < minHeight {
		return t.Cut(fmt.Sprintf("Please make this window at least %d × %d.", minWidth, minHeight), a.width)
	}
	st := a.stage()
	lines := []string{a.header(st), a.journey(st), t.Line(a.width)}
	body := a.screen.draw(st)
	for i := range st.height {
		line := ""
		if i < len(body) {
			line = " " + t.Cut(body[i], st.width)
		}
		lines = append(lines, line)
	}
	lines = append(lines, a.toastLine(), a.footer(st))
	if n := len(a.dialogs); n > 0 {
		lines = over(t, lines, a.dialogs[n-1].draw(st), a.width)
	}
	return strings.Join(lines, "\n")
}

// header is the topic, the step, the phase, who is here, and the one clock.
func (a *App) header(st stage) string {
	t, v := a.theme, st.view
	if a.seat == nil {
		return t.Spread(" "+t.Accent.Render("convene")+t.Muted.Render("   from many notes to one canvas"), "", a.width)
	}
	w := wordsOf(v.At.Step)
	left := " " + t.Strong.Render(t.Cut(v.Canvas.Title, max(12, a.width/4)))
	left += "   " + t.Accent.Render(strings.TrimSpace(w.number+" "+w.title)) + t.Muted.Render(" "+t.Bullet+" "+phaseWords(v.At))
	right := a.clock(st) + " "
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
	if a.booth != nil {
		return []string{t.Accent.Render("booth: " + a.booth.name)}
	}
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

// toastLine is the rule above the keys; what App has to say stands in it.
func (a *App) toastLine() string {
	t := a.theme
	if a.toast.text == "" || a.config.Now().After(a.toast.until) {
		return t.Line(a.width)
	}
	style, mark := t.Accent, t.Say
	switch a.toast.tone {
	case gladly:
		style, mark = t.Good, t.OK
	case sorry:
		style, mark = t.Bad, t.Refused
	}
	said := style.Bold(true).Render(" " + mark + " " + t.Cut(a.toast.text, a.width-8) + " ")
	return t.Line(2) + said + t.Line(a.width-2-theme.Width(said))
}

// footer shows the keys that matter now, as many as fit, and always the help.
func (a *App) footer(st stage) string {
	t := a.theme
	var keys []key.Binding
	if n := len(a.dialogs); n > 0 {
		keys = a.dialogs[n-1].bindings(st)
	} else {
		keys = a.screen.bindings(st)
		if a.facilitates(st) {
			keys = append(facilitatorBindings(st), keys...)
			if b, ok := a.screen.(interface{ first() bool }); ok && b.first() {
				keys = append(a.screen.bindings(st), facilitatorBindings(st)...)
			}
		}
	}
	tail := ""
	if len(a.dialogs) == 0 && !a.screen.typing() {
		tail = keyWords(t, a.keys.help)
	}
	line := ""
	shown := 0
	for _, b := range keys {
		word := keyWords(t, b)
		if !b.Enabled() || theme.Width(line)+theme.Width(word)+theme.Width(tail)+4 > a.width {
			continue
		}
		if shown++; shown > 6 {
			break
		}
		line += " " + word + "  "
	}
	return t.Spread(line, tail, a.width-1)
}

func keyWords(t *theme.Theme, b key.Binding) string {
	return t.Key.Render(b.Help().Key) + " " + t.Muted.Render(b.Help().Desc)
}

// over draws a dialog's lines in a box in the middle of the screen's lines.
func over(t *theme.Theme, lines, inner []string, width int) []string {
	w := 0
	for _, l := range inner {
		w = max(w, theme.Width(l))
	}
	w = min(w, width-6)
	f := t.Frame
	edge := t.Accent.Bold(false)
	box := []string{edge.Render(f.TopLeft + strings.Repeat(f.Top, w+4) + f.TopRight)}
	for _, l := range inner {
		box = append(box, edge.Render(f.Side)+"  "+t.Pad(l, w)+"  "+edge.Render(f.Side))
	}
	box = append(box, edge.Render(f.BottomLeft+strings.Repeat(f.Top, w+4)+f.BottomRight))
	y, x := max(0, (len(lines)-len(box))/2), max(0, (width-w-6)/2)
	page := lipgloss.NewLayer(strings.Join(lines, "\n"))
	front := lipgloss.NewLayer(strings.Join(box, "\n")).X(x).Y(y).Z(1)
	c := lipgloss.NewCanvas(width, len(lines))
	c.Compose(lipgloss.NewCompositor(page, front))
	return strings.Split(c.Render(), "\n")
}

// middle puts lines in the middle of the body.
func middle(st stage, lines []string) []string {
	w := 0
	for _, l := range lines {
		w = max(w, theme.Width(l))
	}
	out := make([]string, max(0, (st.height-len(lines))/2))
	for _, l := range lines {
		out = append(out, strings.Repeat(" ", max(0, (st.width-w)/2))+l)
	}
	return out
}
