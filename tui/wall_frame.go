package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// The least that the wall needs, in cells and lines.
const minWallWidth, minWallHeight = 60, 15

// lowWall is the height of the body, in lines, below which the wall says only what must be said.
const lowWall = 16

// wallSize is how a window is shared out: margins, a head that grows with the window, a rule, the body, and one line at
// the bottom. All are in cells and lines.
type wallSize struct {
	margin int // left and right
	air    int // free lines above the head, under its rule and over the bottom line
	head   int
	times  int // the height of the head's letters; none when it is zero
	width  int // of the body
	height int
}

func wallSizeOf(width, height int) wallSize {
	s := wallSize{margin: max(1, width/40), head: 2}
	switch {
	case height >= 30:
		s.air = 1
		s.times = max(1, height/60)
		s.head = theme.LetterRows*s.times + 1
	case height >= 24:
		s.head = 3
	}
	s.width = max(1, width-2*s.margin)
	s.height = max(1, height-s.head-3*s.air-2)
	return s
}

// wallLines are the wall: the head, the body, and the way through the steps at the bottom.
func (a *App) wallLines() []string {
	if a.width < minWallWidth || a.height < minWallHeight {
		words := in(a.view).Say("The wall needs a window of at least %d×%d.", minWallWidth, minWallHeight)
		return theme.Wrap(words, a.width)
	}
	return a.wallPicture()
}

// wallPicture is the wall in whatever room it has.
func (a *App) wallPicture() []string {
	t := a.theme
	size, st := wallSizeOf(a.width, a.height), a.stage()
	air := make([]string, size.air)
	lines := append(append([]string{}, air...), wallHead(st, size)...)
	lines = append(append(lines, t.Line(size.width)), air...)
	body := a.screen.draw(st)
	for i := range size.height {
		line := ""
		if i < len(body) {
			line = t.Cut(body[i], size.width)
		}
		lines = append(lines, line)
	}
	lines = append(append(lines, air...), a.wallBottom(st))
	for i, l := range lines {
		lines[i] = strings.Repeat(" ", size.margin) + l
	}
	return lines
}

// wallBottom is the journey and, for those who come late, how to join.
func (a *App) wallBottom(st stage) string {
	t := a.theme
	if words := wallUnsaved(st); words != "" {
		return words
	}
	way := strings.TrimPrefix(a.journey(st), " ")
	if !st.invite.Open() || !st.view.Ended.IsZero() || st.view.At.Phase == workshop.PhaseGather { // where it is large
		return t.Cut(way, st.width)
	}
	join := t.Muted.Render(st.invite.Commands[0])
	if theme.Width(way)+theme.Width(join)+3 > st.width {
		return t.Cut(way, st.width)
	}
	return t.Spread(way, join, st.width)
}

// wallKey answers a key on the wall. The way out asks nothing, since nothing can be lost; and because a terminal at the
// other end of SSH is never asked for its background, a key chooses the colours for a light or a dark one.
func (a *App) wallKey(msg tea.KeyPressMsg) action {
	switch {
	case key.Matches(msg, a.keys.leave, leaveWall()):
		return quit{}
	case key.Matches(msg, a.keys.shade):
		a.shade(!a.dark)
	case key.Matches(msg, a.keys.mute):
		a.muted = !a.muted // the wall has no line to say so
	}
	return nil
}

// leaveWall is the shorter way out: on the wall nobody types.
func leaveWall() key.Binding { return bind("leave", "", "q", "Q") }
