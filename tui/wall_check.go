package tui

import (
	"fmt"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/trend"
)

// wallCheck is an open health check: how many have answered, in digits, and what the box keeps.
func wallCheck(st stage) []string {
	c := openCheck(st.view)
	if c == nil {
		return nil
	}
	t := st.theme
	below := styled(t.Text, theme.Wrap(sheltered(st), st.width))
	if st.invite.Open() {
		below = append([]string{t.Accent.Render(t.Cut(st.invite.Commands[0], st.width)), ""}, below...)
	}
	sum := wallCount(st, c.Took, mayAnswer(st.view, *c), st.SayAs("after a count", "have answered"), st.width, max(1, st.height-len(below)-2))
	free := max(0, st.height-len(sum)-len(below))
	lines := append(make([]string, free/2), sum...)
	lines = append(lines, make([]string, free-free/2)...)
	return append(lines, below...)
}

// wallCards is the card that was turned over last: what it is about, a bar for each colour, and what was written under the answers.
func wallCards(st stage) []string {
	c := openCheck(st.view)
	if c == nil {
		return nil
	}
	t := st.theme
	if c.Turned == 0 {
		return posted(st, func(l lettering) []part {
			return []part{
				{lines: l.write(st, t.Strong, st.Say("The answers are counted."), st.width)},
				{lines: l.less().write(st, t.Text, tookWords(st, *c), st.width)},
			}
		})
	}
	at := c.Seen() - 1
	card, spread := c.Cards[at], c.Spread[at]
	lines := append(large.within(st, t.Accent, card.About, st.width, max(1, st.height/5)), "")
	foot := []string{t.Muted.Render(answeredWords(st, *c, at))}
	if trend.Disagreement(spread) {
		foot = append(foot, styled(t.Warn.Bold(true), theme.Wrap(splitWords(st), st.width))...)
	}
	if !spread.Told() {
		lines = append(lines, large.within(st, t.Muted, tooFewWords(st, spread), st.width, max(1, st.height/2))...)
		return append(append(lines, make([]string, max(0, st.height-len(lines)-len(foot)))...), foot...)
	}
	sentences := sentenceLines(st, spread)
	sentences = sentences[:min(len(sentences), max(0, st.height/4))]
	thick, gap := thickness(3, st.height-len(lines)-len(foot)-len(sentences)-2)
	lines = append(lines, wallSpread(st, spread, thick, gap)...)
	lines = append(append(lines, ""), sentences...)
	return append(append(lines, make([]string, max(0, st.height-len(lines)-len(foot)))...), foot...)
}

// wallSpread has a bar for each colour, so many lines thick, with its sign, its word and its number.
func wallSpread(st stage, s workshop.Spread, thick, gap int) []string {
	t, most := st.theme, max(1, s.Green, s.Yellow, s.Red)
	cells := min(st.width/2, 12*most) // of the longest bar
	var out []string
	for i, look := range shades(st)[:3] {
		n := countOf(s, look.colour)
		digits := t.Fitted(fmt.Sprint(n), 12, thick)
		before := look.sign() + "  " + t.Text.Render(t.Pad(look.word, 10))
		bar := look.style.Render(strings.Repeat(t.Fill, n*cells/most))
		if i > 0 {
			out = append(out, make([]string, gap)...)
		}
		for row := range thick {
			lead, number := strings.Repeat(" ", theme.Width(before)), ""
			if row == thick/2 {
				lead = before
			}
			if at := row - (thick-len(digits))/2; at >= 0 && at < len(digits) {
				number = t.Strong.Bold(false).Render(digits[at])
			}
			out = append(out, lead+bar+"  "+number)
		}
	}
	return out
}
