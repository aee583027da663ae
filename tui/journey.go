package tui

import (
	"fmt"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// journey is the way through the steps: done, here, ahead. Where there is no room for their names, each step is a dot,
// and the present one is named after them.
func (a *App) journey(st stage) string {
	if a.seat == nil || outside(st.view) {
		return ""
	}
	if c := openCheck(st.view); c != nil {
		return a.cardDots(st, *c)
	}
	stops, here := stopsOf(st)
	for _, way := range []int{2, 1} {
		if line := a.named(stops, here, way); theme.Width(line) <= a.width {
			return line
		}
	}
	return a.dotted(st, stops, here)
}

// stopsOf are the names of the steps on the way, and which of them is the present one: before the first one it is -1,
// after the last one their number.
func stopsOf(st stage) (names []string, here int) {
	at := st.view.At.Step
	here = -1
	for _, block := range st.view.Agenda {
		name := wordsOf(st.view, block.Step).short
		if block.Step == at {
			here = len(names)
			if name == "" && here == 0 {
				here = -1
			}
		}
		if name != "" {
			names = append(names, name)
		}
	}
	return names, here
}

// named is the journey with every step's name, and so many cells of way between two of them.
func (a *App) named(stops []string, here, way int) string {
	t := a.theme
	var b strings.Builder
	b.WriteString(" ")
	for i, name := range stops {
		if i > 0 {
			b.WriteString(a.way(i <= here, way))
		}
		switch {
		case i < here:
			b.WriteString(t.Accent.Bold(false).Render(t.Past) + t.Muted.Render(name))
		case i == here:
			b.WriteString(t.Accent.Render(t.Here + name))
		default:
			b.WriteString(t.Muted.Render(t.Ahead + name))
		}
	}
	return b.String()
}

// way is so many cells between two steps, walked or still to walk.
func (a *App) way(walked bool, cells int) string {
	if walked {
		return a.theme.Accent.Render(strings.Repeat(a.theme.Walked, cells))
	}
	return a.theme.Faint.Render(strings.Repeat(a.theme.ToWalk, cells))
}

// cardDots is the way through the cards of a health check: a dot for each, and the one that was turned last.
func (a *App) cardDots(st stage, c workshop.HealthCheck) string {
	t, dots := a.theme, ""
	for i := range c.Cards {
		switch {
		case i < c.Turned-1:
			dots += t.Accent.Bold(false).Render(t.Past)
		case i == c.Turned-1:
			dots += t.Accent.Render(t.Here)
		default:
			dots += t.Muted.Render(t.Ahead)
		}
	}
	return t.Cut(" "+dots+t.Muted.Render("  "+st.Count(len(c.Cards), "%d card", "%d cards")), a.width)
}

// dotted is the journey on a phone: "●●◉○○○○ 3/7 Impact", and who is here. Before the first step and after the last one
// the topic stands in the step's place.
func (a *App) dotted(st stage, stops []string, here int) string {
	t, v := a.theme, st.view
	dots := ""
	for i := range stops {
		switch {
		case i < here:
			dots += t.Accent.Bold(false).Render(t.Past)
		case i == here:
			dots += t.Accent.Render(t.Here)
		default:
			dots += t.Muted.Render(t.Ahead)
		}
	}
	left := " " + dots + " "
	name := t.Strong.Render(v.Canvas.Title)
	if here >= 0 && here < len(stops) {
		left += t.Muted.Render(fmt.Sprintf("%d/%d ", here+1, len(stops)))
		name = t.Text.Render(wordsOf(v, v.At.Step).title)
	}
	right := t.Muted.Render(st.Count(countPresent(v), "%d here ", "%d here "))
	if theme.Width(left+name+right) >= a.width {
		right = ""
	}
	return t.Spread(left+name, right, a.width)
}
