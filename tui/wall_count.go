package tui

import (
	"fmt"
	"strings"

	"convene/tui/theme"
	"convene/workshop/tongue"
)

// ofWords stands between two large numbers, a line's height in words: "7 of 12".
func ofWords(l tongue.Tongue) string { return l.SayAs("between two numbers", "of") }

// wallCount says "7 of 12" in digits as large as so many cells and rows allow, with what it counts beside them or, where
// that has no room, under them.
func wallCount(st stage, n, of int, words string, width, rows int) []string {
	t := st.theme
	const air = 6 // cells around the word in the middle
	between := max(12, theme.Width(large.within(st, t.Strong, ofWords(st.Tongue), width, rows)[0])+air)
	each := (width - between) / 2
	right := t.Fitted(fmt.Sprint(of), each, rows)
	left := t.Fitted(fmt.Sprint(n), each, len(right))
	if len(right) == 1 {
		return []string{t.Accent.Render(t.Cut(counted(st.Tongue, n, of)+" "+words, width))}
	}
	style := t.Accent.Bold(false)
	middle := large.within(st, t.Strong, ofWords(st.Tongue), width, len(right))
	down, blank := (len(right)-len(middle)+1)/2, strings.Repeat(" ", theme.Width(middle[0]))
	var lines []string
	for i := range right {
		of := blank
		if at := i - down; at >= 0 && at < len(middle) {
			of = middle[at]
		}
		lines = append(lines, style.Render(left[i])+"   "+of+"   "+style.Render(right[i]))
	}
	free := width - theme.Width(lines[0]) - 4
	if tail, ok := t.Lettered(words, free, 1); ok && len(tail) <= len(lines) {
		return besideOf(lines, styled(t.Strong.Bold(false), tail))
	}
	if tail, ok := t.Lettered(words, width, 1); ok && len(lines)+len(tail) <= rows {
		return append(lines, styled(t.Strong.Bold(false), tail)...)
	}
	if theme.Width(words) <= free {
		return besideOf(lines, []string{t.Strong.Render(words)})
	}
	if len(lines) < rows {
		return append(lines, t.Strong.Render(t.Cut(words, width)))
	}
	return wallCount(st, n, of, words, width, rows-1)
}

// besideOf puts a tail beside the middle of lines that are equally wide.
func besideOf(lines, tail []string) []string {
	for i, l := range tail {
		lines[(len(lines)-len(tail)+1)/2+i] += "    " + l
	}
	return lines
}
