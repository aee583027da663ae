package tui

import (
	"slices"
	"strings"

	"convene/tui/theme"
)

// lettering is how large the wall writes.
type lettering int

const (
	tight lettering = iota // as everywhere
	large                  // in letters of blocks, and from here on so many times as large
)

// largest is the largest lettering that is worth a try: two lines of it fill the body.
func largest(st stage) lettering {
	return large + lettering(max(1, st.height/(2*theme.LetterRows))-1)
}

// smallType is the height of the body, in lines, from which ordinary type is too small for the back row. Notes and titles
// are in letters only then: ordinary type can be selected and copied.
const smallType = 40

// write breaks a text into lines of so many cells, in this lettering or the next smaller one in which it can be written.
func (l lettering) write(st stage, style theme.Style, s string, width int) []string {
	for times := int(l-large) + 1; times > 0; times-- {
		if lines, ok := st.theme.Lettered(s, width, times); ok {
			return styled(style.Bold(false), lines)
		}
	}
	return styled(style, theme.Wrap(s, width))
}

// less is the lettering for what stands beside something in this one and is not as important.
func (l lettering) less() lettering {
	if l <= large {
		return tight
	}
	return l - 1
}

// within writes in the largest lettering up to this one in which the text takes at most so many rows. In none of them
// it is cut.
func (l lettering) within(st stage, style theme.Style, s string, width, rows int) []string {
	for ; l > tight; l-- {
		if lines := l.write(st, style, s, width); len(lines) <= rows {
			return lines
		}
	}
	lines := theme.Wrap(s, width)
	if rows = max(1, rows); len(lines) > rows {
		lines = append(lines[:rows-1], st.theme.Cut(strings.Join(lines[rows-1:], " "), width))
	}
	return styled(style, lines)
}

// posted puts parts under one another in the largest lettering in which all of them fit, with the same space between
// them, in the middle of the body. If they don't fit in the smallest, those that can give way do, then the space.
func posted(st stage, parts func(lettering) []part) []string {
	for l := largest(st); l > tight; l-- {
		if ps := parts(l); postedHeight(ps)+len(ps)-1 <= st.height {
			return post(st, ps)
		}
	}
	ps := parts(tight)
	for postedHeight(ps)+len(ps)-1 > st.height {
		last := 0
		for _, p := range ps {
			last = max(last, p.gives)
		}
		if last == 0 {
			break
		}
		at := slices.IndexFunc(ps, func(p part) bool { return p.gives == last })
		ps = slices.Delete(ps, at, at+1)
	}
	return post(st, ps)
}

func postedHeight(ps []part) int {
	n := 0
	for _, p := range ps {
		n += len(p.lines)
	}
	return n
}

// post shares the free lines among the gaps, and the lines above and below.
func post(st stage, ps []part) []string {
	const widest = 3
	free := max(0, st.height-postedHeight(ps))
	between := min(widest, free/max(1, len(ps)-1))
	if free > len(ps) {
		between = min(widest, max(1, free/(len(ps)+1)))
	}
	var out []string
	for i, p := range ps {
		if i > 0 {
			out = append(out, make([]string, between)...)
		}
		out = append(out, p.lines...)
	}
	above := max(0, (st.height-len(out))/2)
	out = append(make([]string, above), out...)
	return out[:min(len(out), st.height)]
}

// inMiddle moves lines to the right until the longest stands in the middle of the body.
func inMiddle(st stage, lines []string) []string {
	w := 0
	for _, l := range lines {
		w = max(w, theme.Width(strings.TrimRight(l, " ")))
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		if l != "" {
			out[i] = strings.Repeat(" ", max(0, (st.width-w)/2)) + l
		}
	}
	return out
}
