package tui

import (
	"fmt"
	"strings"

	"convene/tui/theme"
)

// largeCount says how many have done something of how many: in large digits where there is room for them.
func largeCount(st stage, done, all int, tail string) []string {
	t := st.theme
	const tall, wide = 19, 60
	if st.height < tall || st.width < wide {
		return []string{t.Accent.Render(counted(st.Tongue, done, all) + " " + tail)}
	}
	left, right := t.Large(fmt.Sprint(done)), t.Large(fmt.Sprint(all))
	style, of := t.Accent.Bold(false), ofWords(st.Tongue)
	var lines []string
	for i := range left {
		between, after := strings.Repeat(" ", theme.Width(of)), ""
		if i == len(left)/2 {
			between, after = of, tail
		}
		count := style.Render(left[i]) + "   " + t.Strong.Render(between) + "   " + style.Render(right[i])
		lines = append(lines, count+"   "+t.Strong.Render(after))
	}
	return lines
}
