package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// The frame takes two lines above the body (header and journey), one rule below them, and two at the bottom.
const frameLines = 5

// The least sizes of a window, in cells and lines. Whoever facilitates needs room for what a whole group looks at;
// everyone else may sit at a phone.
const (
	minWidth, minHeight = 60, 15
	phoneWidth          = 40
)

// leastWidth is how wide the window must be for whoever sits at the terminal. The lobby, too, is for facilitating.
func (a *App) leastWidth() int {
	switch {
	case a.seat == nil && a.config.Door == nil:
		return minWidth
	case a.seat != nil && a.own.MyRole == workshop.Facilitator:
		return minWidth
	default:
		return phoneWidth
	}
}

func (a *App) bodySize() (width, height int) {
	if a.config.Wall {
		s := wallSizeOf(a.width, a.height)
		return s.width, s.height
	}
	rule := 1
	if a.view.Live.Unsaved || a.view.Live.Unreadable {
		rule = len(a.ruleLines())
	}
	return max(1, a.width-2), max(1, a.height-frameLines+1-rule)
}

// View draws the frame around the screen, and the front dialog over it.
func (a *App) View() tea.View {
	v := tea.NewView(a.draw())
	v.AltScreen = true
	v.WindowTitle = "convene"
	if a.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}

// narrow says whether there is no more room than on a phone.
func (st stage) narrow() bool { return st.width < minWidth-2 }

// tooSmall says whether the window has no room for the screens.
func (a *App) tooSmall() bool { return a.width < a.leastWidth() || a.height < minHeight }

func (a *App) draw() string { return strings.Join(a.Lines(), "\n") }

// Lines is the whole screen, line by line from the top. Each line is complete in its styles and at most as wide as the
// window.
func (a *App) Lines() []string {
	st := a.stage()
	if lines := a.keptWithTime(st); lines != nil {
		return lines
	}
	lines := a.common(st)
	if lines == nil {
		lines = a.ownLines()
	}
	a.keep(lines, st)
	return lines
}

// ownLines is a picture for nobody else.
func (a *App) ownLines() []string {
	if a.config.Wall {
		return a.wallLines()
	}
	t := a.theme
	if a.tooSmall() {
		return theme.Wrap(in(a.view).Say("Please make this window at least %d×%d.", a.leastWidth(), minHeight), a.width)
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
	lines = a.withToast(append(append(lines, a.ruleLines()...), a.footer(st)))
	if front != nil {
		lines = over(t, lines, front, a.width)
	}
	return lines
}

// toastShows says whether App has something to say in the rule.
func (a *App) toastShows() bool {
	return a.toast.text != "" && !a.toast.over(a.config.Now()) && !a.tellsRefusals()
}

// withToast puts what App has to say into the rule above the keys. What doesn't fit there takes the line of the keys, and
// of the body as little as it must: it is gone with the next key.
func (a *App) withToast(lines []string) []string {
	if !a.toastShows() {
		return lines
	}
	said := a.toastLines()
	first := len(lines) - max(2, len(said))
	if a.rehearsal != nil {
		first = len(lines) - 2 - len(said) // the badge stays
	}
	copy(lines[first:], said)
	return lines
}

// toastLines are what App has to say.
func (a *App) toastLines() []string {
	t := a.theme
	switch a.toast.tone {
	case gladly:
		return a.inTheRule(a.toast.text, t.Good, t.OK)
	case sorry:
		return a.inTheRule(a.toast.text, t.Bad, t.Refused)
	default:
		return a.inTheRule(a.toast.text, t.Accent, t.Say)
	}
}

// inTheRule are words that take the place of the rule above the keys, in at most three lines.
func (a *App) inTheRule(text string, style theme.Style, mark string) []string {
	const most = 3
	t := a.theme
	style = style.Bold(true)
	words := theme.Wrap(text, a.width-8)
	if len(words) > most {
		words = append(words[:most-1], t.Cut(words[most-1]+" "+words[most], a.width-8))
	}
	said := style.Render(" " + mark + " " + words[0] + " ")
	lines := []string{t.Line(2) + said + t.Line(a.width-2-theme.Width(said))}
	for _, l := range words[1:] {
		lines = append(lines, "     "+style.Render(l))
	}
	return lines
}
