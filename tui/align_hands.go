package tui

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"convene/tui/theme"
	"convene/workshop"
)

// lowBody is the height, in lines, below which the legend of the hands takes as few lines as it can.
const lowBody = 14

// legend says what the fingers mean, when the hands are opened, and who has shown one; the person's own is marked.
func (s *alignScreen) legend(st stage) []string {
	t := st.theme
	lines := []string{t.Strong.Render("How far do you stand behind it?")}
	if st.height < lowBody {
		return append(append(lines, levelRow(st)...), handsUp(st)...)
	}
	for level := workshop.MaxLevel; level >= 0; level-- {
		lines = append(lines, ownMark(st, level)+levelStyle(t, level).Bold(true).Render(fmt.Sprint(level))+" "+t.Text.Render(levelWords(level)))
	}
	if !st.narrow() {
		lines = append(lines, openingLines(st)...)
	}
	return append(lines, handsUp(st)...)
}

// openingLines say when the hands are opened.
func openingLines(st stage) []string {
	return styled(st.theme.Muted, theme.Wrap("The last hand opens them all; until then each can be changed unseen.", st.width))
}

// levelRow is the legend in short words, side by side.
func levelRow(st stage) []string {
	t := st.theme
	var lines []string
	line := ""
	for level := workshop.MaxLevel; level >= 0; level-- {
		words := levelStyle(t, level).Bold(true).Render(fmt.Sprint(level)) + " " + t.Text.Render(levelShort(level))
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

func levelStyle(t *theme.Theme, level int) lipgloss.Style {
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
	said := fmt.Sprintf("%d of %d hands are up", len(here)-len(waiting), len(here))
	if len(waiting) > 0 && !st.narrow() {
		said += "; still to come"
	}
	if v.HasHand {
		said = handUpWords(len(waiting))
	}
	lines := theme.Wrap(said, st.width)
	if v.HasHand {
		lines = ticked(t, said, st.width)
	} else {
		lines = styled(t.Muted, lines)
	}
	if last := lines[len(lines)-1]; len(waiting) > 0 && !st.narrow() {
		names := namesIn(t, waiting, max(1, st.width-theme.Width(last)-2), 1)[0]
		lines[len(lines)-1] = last + t.Muted.Render(": "+names)
	}
	return lines
}

// handUpWords says that the person's hand is up, and for how many others the group waits.
func handUpWords(waiting int) string {
	if waiting == 0 {
		return "Your hand is up, and so are all the others."
	}
	return "Your hand is up. " + others(waiting) + " to come"
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
	lines := []string{t.Strong.Render("How far we stand behind it")}
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
			row += t.Muted.Render(namesIn(t, by[level], max(1, st.width-theme.Width(row)), 1)[0])
		}
		lines = append(lines, row)
	}
	return lines
}

// concernLines are the concerns as sentences, or that there are none.
func concernLines(st stage) []string {
	t, v := st.theme, st.view
	if len(v.Concerns) == 0 {
		return []string{t.Good.Render(t.Done + " nobody stands against it")}
	}
	var lines []string
	for _, c := range concernsOf(v) {
		lines = append(lines, concernText(t, t.Warn, concernWords(v, c), st.width-1)...)
	}
	return lines
}
