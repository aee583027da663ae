package tui

import (
	"fmt"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
)

// lowBody is the height, in lines, below which the legend of the hands takes as few lines as it can.
const lowBody = 14

// legend says what the fingers mean, when the hands are opened, and who has shown one; the person's own is marked.
func (s *alignScreen) legend(st stage) []string {
	t := st.theme
	lines := []string{t.Strong.Render(st.Say("How far do you stand behind it?"))}
	if st.height < lowBody {
		return append(append(lines, levelRow(st)...), handsUp(st)...)
	}
	for level := workshop.MaxLevel; level >= 0; level-- {
		number, means := levelStyle(t, level).Bold(true).Render(fmt.Sprint(level)), t.Text.Render(st.Marked(levelWords(level)))
		lines = append(lines, ownMark(st, level)+number+" "+means)
	}
	if !st.narrow() {
		lines = append(lines, openingLines(st)...)
	}
	return append(lines, handsUp(st)...)
}

// openingLines say when the hands are opened.
func openingLines(st stage) []string {
	said := st.Say("The last hand opens them all; until then each can be changed unseen.")
	return styled(st.theme.Muted, theme.Wrap(said, st.width))
}

// levelRow is the legend in short words, side by side.
func levelRow(st stage) []string {
	t := st.theme
	var lines []string
	line := ""
	for level := workshop.MaxLevel; level >= 0; level-- {
		words := levelStyle(t, level).Bold(true).Render(fmt.Sprint(level)) + " " + t.Text.Render(st.Marked(levelShort(level)))
		if st.view.HasHand && st.view.Hand.Level == level {
			words = t.Accent.Render(t.Point) + words
		}
		switch {
		case line == "":
			line = words
		case theme.Width(line)+2+theme.Width(words) <= st.width:
			line += "  " + words
		default:
			lines, line = append(lines, line), words
		}
	}
	return append(lines, line)
}

// ownMark points at the hand that the person shows.
func ownMark(st stage, level int) string {
	if st.view.HasHand && st.view.Hand.Level == level {
		return st.theme.Accent.Render(st.theme.Point + " ")
	}
	return "  "
}

func levelStyle(t *theme.Theme, level int) theme.Style {
	if level < workshop.Support {
		return t.Bad
	}
	return t.Good
}

// handsUp says whether the person's own hand is up, or how many are, and whose are still to come: by name where there is
// room for names.
func handsUp(st stage) []string {
	t, v := st.theme, st.view
	here := participants(v)
	var waiting []string
	for _, p := range here {
		if !p.Showed {
			waiting = append(waiting, p.Name)
		}
	}
	named := len(waiting) > 0 && !st.narrow()
	said := st.Say("%d of %d hands are up", len(here)-len(waiting), len(here))
	switch {
	case v.HasHand:
		said = handUpWords(st.Tongue, len(waiting), named)
	case named:
		said = st.Say("%d of %d hands are up; still to come:", len(here)-len(waiting), len(here))
	}
	lines := theme.Wrap(said, st.width)
	if v.HasHand {
		lines = ticked(t, said, st.width)
	} else {
		lines = styled(t.Muted, lines)
	}
	if last := lines[len(lines)-1]; named {
		names := namesIn(st, waiting, max(1, st.width-theme.Width(last)-1), 1)[0]
		lines[len(lines)-1] = last + t.Muted.Render(" "+names)
	}
	return lines
}

// handUpWords says that the person's hand is up, and for how many others the group waits; with a colon when they are
// named after it.
func handUpWords(l tongue.Tongue, waiting int, named bool) string {
	switch {
	case waiting == 0:
		return l.Say("Your hand is up, and so are all the others.")
	case named:
		return l.Count(waiting, "Your hand is up. %d other to come:", "Your hand is up. %d others to come:")
	default:
		return l.Count(waiting, "Your hand is up. %d other to come", "Your hand is up. %d others to come")
	}
}

// scale is how many stand where, once all hands are shown: a bar, a number and names for each level; in a low window
// only the levels that somebody has shown.
func (s *alignScreen) scale(st stage) []string {
	t, v := st.theme, st.view
	var by [workshop.MaxLevel + 1][]string
	most := 0
	for _, p := range participants(v) {
		if p.Showed {
			by[p.Hand.Level] = append(by[p.Hand.Level], p.Name)
			most = max(most, len(by[p.Hand.Level]))
		}
	}
	lines := []string{t.Strong.Render(st.Say("How far we stand behind it"))}
	cells := min(most, 30, st.width/4)
	for level := workshop.MaxLevel; level >= 0; level-- {
		n, style := len(by[level]), levelStyle(t, level)
		if n == 0 && st.height < lowBody {
			continue
		}
		row := ownMark(st, level) + style.Bold(true).Render(fmt.Sprint(level)) + " "
		if n > 0 {
			bar := strings.Repeat(t.Fill, max(1, n*cells/most))
			row += style.Render(bar) + " " + t.Text.Render(fmt.Sprint(n)) + "  "
			row += t.Muted.Render(namesIn(st, by[level], max(1, st.width-theme.Width(row)), 1)[0])
		}
		lines = append(lines, row)
	}
	return lines
}

// concernLines are the concerns as sentences, or that there are none.
func concernLines(st stage) []string {
	t, v := st.theme, st.view
	if len(v.Concerns) == 0 {
		return []string{t.Good.Render(t.Done + " " + st.Say("nobody stands against it"))}
	}
	var lines []string
	for _, c := range concernsOf(v) {
		lines = append(lines, concernText(t, t.Warn, concernWords(v, c), st.width-1)...)
	}
	return lines
}
