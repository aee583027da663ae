package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
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

// tooSmall says whether the window has no room for the screens.
func (a *App) tooSmall() bool { return a.width < minWidth || a.height < minHeight }

func (a *App) draw() string {
	t := a.theme
	if a.tooSmall() {
		return strings.Join(theme.Wrap(fmt.Sprintf("Please make this window at least %d × %d.", minWidth, minHeight), a.width), "\n")
	}
	st := a.stage()
	var front []string
	if n := len(a.dialogs); n > 0 {
		front = a.dialogs[n-1].draw(st)
	}
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
	if front != nil {
		lines = over(t, lines, front, a.width)
	}
	return strings.Join(lines, "\n")
}

// toastLine is the rule above the keys; what App has to say stands in it.
func (a *App) toastLine() string {
	t := a.theme
	if a.toast.over(a.config.Now()) {
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
