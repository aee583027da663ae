package tui

import (
	"strings"

	"convene/tui/theme"
)

// wallRoll is an open vote: the question, the options, the rule, and how many have voted. What was voted is not in the
// view at all.
func wallRoll(st stage) []string {
	t, v := st.theme, st.view
	question := large.within(st, t.Strong, voteQuestion(v), st.width, max(1, st.height/5))
	rule := styled(t.Text, theme.Wrap(voteRule(st.Tongue, v.Vote), st.width))
	all := countVoters(v)
	next := (&rollScreen{}).next(st)
	if words := sealWords(st.Tongue, v.Vote); words != "" && st.height >= lowWall {
		next = append(next, t.Muted.Render(t.Cut(words, st.width)))
	}
	gaps := 4
	if st.height < lowWall {
		gaps = 2
	}
	room := max(1, st.height-len(question)-len(rule)-len(next)-gaps)
	const leastCount = 3
	options := wallOptions(st, max(1, room-leastCount))
	sum := wallCount(st, all-v.Missing, all, votedWords(v), st.width, max(1, room-len(options)))
	air := make([]string, gaps/4)
	lines := append(question, air...)
	lines = append(append(lines, rule...), "")
	lines = append(append(lines, options...), air...)
	free := st.height - len(lines) - len(sum) - len(next) - gaps/4
	lines = append(lines, make([]string, max(0, (free+1)/2))...)
	lines = append(lines, sum...)
	lines = append(lines, make([]string, max(0, st.height-len(lines)-len(next)))...)
	return append(lines, next...)
}

// wallOptions are what is voted on, side by side in letters as large as they fit, or as elsewhere.
func wallOptions(st stage, rows int) []string {
	v := st.view
	options := labels(v.Vote.Options)
	if v.Vote.For != "" {
		options = confirmations(st)
	}
	if st.height >= smallType {
		if lines := optionsIn(st, options); lines != nil && len(lines) <= min(rows, st.height/3) {
			return lines
		}
	}
	return (&rollScreen{}).options(st, rows)
}

// optionsIn lists options in letters, in as many columns as there is room for; nil when one of them does not fit into a
// line.
func optionsIn(st stage, options []string) []string {
	const between = 6
	var cells [][]string
	widest := 0
	for _, o := range options {
		lines := large.write(st, st.theme.Accent, o, st.width)
		if len(lines) > theme.LetterRows {
			return nil
		}
		cells = append(cells, lines)
		widest = max(widest, theme.Width(lines[0]))
	}
	columns := max(1, (st.width+between)/(widest+between))
	var out []string
	for i := 0; i < len(cells); i += columns {
		line := cells[i:min(len(cells), i+columns)]
		tall := 0
		for _, c := range line {
			tall = max(tall, len(c))
		}
		for y := range tall {
			var b strings.Builder
			for _, c := range line {
				at, cell := y-(tall-len(c))/2, ""
				if at >= 0 && at < len(c) {
					cell = c[at]
				}
				b.WriteString(st.theme.Pad(cell, widest+between))
			}
			out = append(out, strings.TrimRight(b.String(), " "))
		}
	}
	return out
}
