package tui

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// lowReplay is the height of the window, in lines, below which the bar of a replay has one line and not two.
const lowReplay = 20

// View draws the wall as it was, and the bar under it.
func (r *replay) View() tea.View {
	v := tea.NewView(strings.Join(r.Lines(), "\n"))
	v.AltScreen = true
	v.WindowTitle = "convene"
	return v
}

// Lines is the whole screen.
func (r *replay) Lines() []string {
	t := r.wall.theme
	if r.width < minWallWidth || r.height < minWallHeight {
		return theme.Wrap(in(r.seat.view).Say("A replay needs a window of at least %d×%d.", minWallWidth, minWallHeight), r.width)
	}
	st := r.wall.stage()
	bar := []string{r.track(st), r.words(st)}
	if r.height < lowReplay {
		bar = []string{r.short(st)}
	}
	r.wall.width, r.wall.height = r.width, r.height-len(bar)
	lines := append(r.wall.wallPicture(), bar...)
	if r.help {
		lines = over(t, lines, r.helpLines(r.wall.stage()), r.width)
	}
	return lines
}

// state is what the film does, in a sign and the time that it shows.
func (r *replay) state(t *theme.Theme) string {
	sign := t.Right
	if r.stopped {
		sign = t.Paused
	}
	v := r.seat.view
	return t.Accent.Render(sign+" "+r.clock().In(v.Canvas.Date.Location()).Format("15:04:05")) + " "
}

// count is how many records have come, and the speed.
func (r *replay) count(st stage) string {
	t := st.theme
	speed := strconv.FormatFloat(r.speed, 'f', -1, 64)
	at := st.Say("record %d of %d", r.seat.n, r.config.Reel.Len())
	return " " + t.Muted.Render(at) + "  " + t.Muted.Render(st.Say("speed %s", speed))
}

// track is the film as a line: how far it is, with a mark where each step begins and a smaller one for each phase.
func (r *replay) track(st stage) string {
	t := st.theme
	left, right := " "+r.state(t), r.count(st)+" "
	cells := max(4, r.width-theme.Width(left)-theme.Width(right))
	all := r.config.Reel
	cell := func(at time.Duration) int {
		if all.Length() == 0 {
			return 0
		}
		return int(at * time.Duration(cells-1) / all.Length())
	}
	line := make([]string, cells)
	here := cell(r.film)
	for i := range line {
		line[i] = t.Faint.Render(t.ToWalk)
		if i < here {
			line[i] = t.Accent.Bold(false).Render(t.Walked)
		}
	}
	last := workshop.Step("")
	for _, s := range all.Scenes() {
		i, mark := cell(all.Comes(s.From)), t.Bullet
		if s.At.Step != last {
			mark = t.Frame.Side
		} else if strings.Contains(line[i], t.Frame.Side) {
			continue // a step's mark stays where its phases are too near
		}
		last = s.At.Step
		line[i] = t.Muted.Render(mark)
	}
	line[here] = t.Accent.Render(t.Here)
	return left + strings.Join(line, "") + right
}

// words say where the film is or, while it stands, what the last record was; and the keys.
func (r *replay) words(st stage) string {
	t := st.theme
	keys := keyWords(st, named(r.keys.stop, "pause")) + "   " + keyWords(st, r.keys.help)
	if r.stopped {
		on := named(r.keys.stop, "go on")
		if r.seat.n == r.config.Reel.Len() {
			on = named(on, "from the start")
		}
		keys = keyWords(st, on) + "   " + t.Key.Render("←→") + t.Muted.Render(" "+st.Say("step")) + "   " + keyWords(st, r.keys.help)
	}
	return t.Spread(" "+r.saying(st, r.width-theme.Width(keys)-4), keys+" ", r.width)
}

// short is both lines in one, for low windows.
func (r *replay) short(st stage) string {
	t := st.theme
	all := t.Muted.Render(fmt.Sprintf("%d/%d", r.seat.n, r.config.Reel.Len()))
	left, right := " "+r.state(t)+all+"  ", "  "+keyWords(st, r.keys.help)+" "
	return t.Spread(left+r.saying(st, r.width-theme.Width(left+right)), right, r.width)
}

// saying is one sentence about the moment, in so many cells.
func (r *replay) saying(st stage, cells int) string {
	t := st.theme
	n := r.seat.n
	switch cut := r.config.Reel.Cut(n); {
	case r.stopped && n == r.config.Reel.Len() && r.seat.view.Ended.IsZero():
		return t.Strong.Render(t.Cut(st.Say("So far: %s", r.config.Tell(n)), cells))
	case r.stopped:
		return t.Strong.Render(t.Cut(r.config.Tell(n), cells))
	case cut > 0:
		return t.Warn.Render(t.Cut(st.Say("Nothing happened for %s more: the wait is cut.", longWords(st.Tongue, workshop.Span(cut))), cells))
	default:
		v := r.seat.view
		return t.Muted.Render(t.Cut(strings.TrimSpace(wordsOf(v, v.At.Step).title+" "+t.Bullet+" "+doingWords(v)), cells))
	}
}

// helpLines are all the keys, and what a replay shows.
func (r *replay) helpLines(st stage) []string {
	t := st.theme
	width := min(r.width-8, 64)
	var lines []string
	if r.height >= lowReplay {
		about := st.Say("This is the workshop as everybody saw it: nothing private, nothing before it was shown, no ballots. Where nothing " +
			"happened for more than two minutes, the wait is cut. Whoever had a seat counts as here.")
		lines = append(styled(t.Text, theme.Wrap(about, width)), "")
	}
	k := r.keys
	all := []key.Binding{k.stop, k.leave, k.before, k.next, k.sceneBefore, k.nextScene, k.begin, k.end, k.slower, k.faster, k.tenth, k.shade}
	return append(lines, helpRows(st, all, width)...)
}
