package tui

import (
	"fmt"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// wallHands is how far everyone stands behind the outcome: a bar for each level with the names beside it, then the
// concerns, which are to be heard.
func wallHands(st stage) []string {
	t, v := st.theme, st.view
	top := []string{t.Strong.Render(st.Say("How far we stand behind it"))}
	const levels = workshop.MaxLevel + 1
	concerns := wallConcerns(st, max(2, st.height-len(top)-levels-1))
	thick, gap := thickness(levels, st.height-len(top)-len(concerns)-2)
	lines := append(top, make([]string, gap)...)
	for level := workshop.MaxLevel; level >= 0; level-- {
		lines = append(append(lines, handBar(st, level, thick)...), make([]string, gap)...)
	}
	lines = append(lines, concerns...)
	var said []string
	for _, s := range sentences(v) {
		said = append(said, styled(t.Title, theme.Wrap(s, st.width))...)
	}
	if len(said) > 0 && len(lines)+len(said)+1 <= st.height {
		lines = append(append(said, ""), lines...)
	}
	return lines[:min(len(lines), st.height)]
}

// thickness is how many lines a bar can have where there is room for so many bars, and how many are free between them.
func thickness(bars, room int) (thick, gap int) {
	for thick := theme.LetterRows; thick > 0; thick-- {
		if bars*(thick+1)-1 <= room {
			return thick, 1
		}
	}
	return 1, 0
}

// handBar is one level: its number, a bar as long as there are hands, how many, and whose.
func handBar(st stage, level, thick int) []string {
	t, v := st.theme, st.view
	most := 1
	byLevel := make(map[int][]string)
	for _, p := range participants(v) {
		if p.Showed {
			byLevel[p.Hand.Level] = append(byLevel[p.Hand.Level], p.Name)
			most = max(most, len(byLevel[p.Hand.Level]))
		}
	}
	n, room := len(byLevel[level]), st.width/3
	bar := strings.Repeat(t.Fill, n*max(1, min(6, room/most)))
	if most > room {
		bar = strings.Repeat(t.Fill, n*room/most)
	}
	style := levelStyle(t, level)
	number := t.Fitted(fmt.Sprint(level), 5, thick)
	before := theme.Width(number[0]) + 2 + theme.Width(bar) + 2
	names := namesIn(st, byLevel[level], max(1, st.width-before-5), thick)
	lines := make([]string, thick)
	for i := range lines {
		lines[i] = strings.Repeat(" ", theme.Width(number[0]))
		if i < len(number) {
			lines[i] = style.Bold(true).Render(number[i])
		}
		lines[i] += "  " + style.Render(bar)
		if n == 0 {
			continue
		}
		sum := "   "
		if i == 0 {
			sum = fmt.Sprintf("%-3d", n)
		}
		lines[i] += "  " + t.Strong.Render(sum)
		if i < len(names) {
			lines[i] += t.Text.Render(names[i])
		}
	}
	return lines
}
