package tui

import "convene/tui/theme"

// wallStatement is the sentence as it is being written, as large as it fits, and what was proposed for it.
func wallStatement(st stage) []string {
	t, v := st.theme, st.view
	words := sentenceNow(v)
	if words == "" {
		words = st.Say("Nothing is written yet.")
	}
	lines := posted(st, func(l lettering) []part {
		parts := []part{
			{lines: []string{t.Spread(t.Title.Render(headline(statementHeading(v), st.width)), "", st.width)}},
			{lines: l.write(st, t.Strong, words, st.width)},
			{lines: []string{t.Muted.Render(t.Cut(penWords(v), st.width))}, gives: 2},
		}
		var proposed []string
		for _, p := range v.Proposed {
			for i, line := range theme.Wrap(p, max(1, st.width-2)) {
				mark := "  "
				if i == 0 {
					mark = t.Accent.Render(t.Bullet) + " "
				}
				proposed = append(proposed, mark+t.Text.Render(line))
			}
		}
		if len(proposed) > 0 {
			parts = append(parts, part{lines: proposed, gives: 1})
		}
		return parts
	})
	return lines
}
