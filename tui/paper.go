package tui

import (
	"strings"

	"convene/tui/theme"
)

// paper is what a ballot is printed on: a row for each option, one of them selected, scrolled where not all have room.
type paper struct{ cursor choice }

// paperRow is an option's row: what has been marked, then what people read. A heading may stand over it.
type paperRow struct{ heading, mark, label string }

// markBox is where a mark stands: what has been marked, or room for it.
func markBox(t *theme.Theme, mark string, cells int) string {
	return t.Muted.Render("[") + t.Pad(t.Accent.Render(mark), cells) + t.Muted.Render("] ")
}

// draw puts parts above and below the options. Four lines of the paper are seen wherever something else can give way.
func (p *paper) draw(st stage, rows []paperRow, above, below []part) []string {
	var lines []string
	least, first, last := 4, 0, 0
	for i, r := range rows {
		selected := i == p.cursor.at
		if selected {
			first = len(lines)
		}
		if r.heading != "" {
			least = 5
			lines = append(lines, r.heading)
		}
		lines = append(lines, r.draw(st, selected)...)
		if selected {
			last = len(lines) - 1
		}
	}
	options := part{fill: true, list: func(room int) []string {
		p.cursor.keep(first, last, room)
		return p.cursor.page(st, lines, room)
	}}
	return arrange(st, min(least, len(lines)), append(append(above, options), below...)...)
}

// draw is one line; on a phone, where most options are too long for it, the selected one is written out.
func (r paperRow) draw(st stage, selected bool) []string {
	t := st.theme
	point, style := "  ", t.Text
	if selected {
		point, style = t.Accent.Render(t.Point+" "), t.Strong
	}
	before := r.before()
	if !selected || !st.narrow() {
		return []string{point + r.mark + style.Render(t.Cut(r.label, st.width-before))}
	}
	lines := styled(style, theme.Wrap(r.label, st.width-before))
	for i := range lines {
		if i == 0 {
			lines[i] = point + r.mark + lines[i]
		} else {
			lines[i] = strings.Repeat(" ", before) + lines[i]
		}
	}
	return lines
}

// before is how many cells stand before the label.
func (r paperRow) before() int { return 2 + theme.Width(r.mark) }

// inFull writes out, in at most three lines, the selected option that its row had to cut.
func (p *paper) inFull(st stage, rows []paperRow) []string {
	r := rows[p.cursor.at]
	if st.narrow() || theme.Width(r.label) <= st.width-r.before() {
		return nil
	}
	t := st.theme
	lines := theme.Wrap(r.label, st.width-2)
	if len(lines) > 3 {
		lines = append(lines[:2:2], t.Cut(lines[2]+" "+lines[3], st.width-2))
	}
	for i, l := range lines {
		lines[i] = t.Accent.Bold(false).Render(t.Bar) + " " + t.Text.Render(l)
	}
	return lines
}
