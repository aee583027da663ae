package tui

import (
	"math"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// wallNominees is who was nominated, why, and where each of them stands.
func wallNominees(st stage) []string {
	t, v := st.theme, st.view
	if len(v.Nominees) == 0 {
		return posted(st, func(l lettering) []part {
			return []part{{lines: l.write(st, t.Strong, st.Say("Nobody was nominated."), st.width)}, {lines: waysOut(st)}}
		})
	}
	if v.Method == workshop.Consent {
		lines := large.within(st, t.Strong, reasonsQuestion(v), st.width, st.height/6)
		return append(lines, nomineeCards(st, v.Nominees, st.height-len(lines))...)
	}
	sum := awaited(st)
	title := t.Strong.Render(t.Cut(nominatedWords(st.Tongue, len(v.Nominees)), st.width-theme.Width(sum)-3))
	lines := []string{t.Spread(title, sum, st.width)}
	return append(lines, nomineeCards(st, v.Nominees, st.height-len(lines))...)
}

// cards are how nominees are laid out.
type cards struct {
	names   lettering
	reasons int // rows for each, at most; none at all when it is zero
	columns int
	each    int // cells of a column
}

// nomineeCards shows people with the reasons for them, an empty line above. Where there is no room, names get smaller,
// then there are more columns, then reasons are cut, and then left out.
func nomineeCards(st stage, all []workshop.Nominee, rows int) []string {
	const least, gap = 50, 4
	most := max(1, (st.width+gap)/(least+gap))
	for _, reasons := range []int{math.MaxInt, 1, 0} {
		for names := large; names >= tight; names-- {
			for columns := 1; columns <= most; columns++ {
				c := cards{names, reasons, columns, (st.width - gap*(columns-1)) / columns}
				for _, air := range []int{1, 0} {
					if lines, ok := c.lay(st, all, gap, rows-air); ok {
						return append(make([]string, air), lines...)
					}
				}
			}
		}
	}
	lines, _ := cards{columns: 1, each: st.width}.lay(st, all, gap, len(all))
	more := st.theme.Ellipsis + " " + st.Say("and %d more", len(all)-rows+1)
	return append(lines[:max(0, rows-1)], st.theme.Muted.Render(more))
}

// lay puts the cards into their columns, from the top down; false when they don't fit.
func (c cards) lay(st stage, all []workshop.Nominee, gap, rows int) ([]string, bool) {
	out := make([][]string, c.columns)
	at := 0
	for _, n := range all {
		card := c.card(st, n)
		between := min(1, len(out[at]), c.reasons)
		if len(out[at])+between+len(card) > rows {
			at, between = at+1, 0
		}
		if at == c.columns || len(card) > rows {
			return nil, false
		}
		out[at] = append(append(out[at], make([]string, between)...), card...)
	}
	tallest := 0
	for _, column := range out {
		tallest = max(tallest, len(column))
	}
	lines := make([]string, tallest)
	for y := range lines {
		var b strings.Builder
		for i, column := range out {
			if i > 0 {
				b.WriteString(strings.Repeat(" ", gap))
			}
			l := ""
			if y < len(column) {
				l = column[y]
			}
			b.WriteString(st.theme.Pad(l, c.each))
		}
		lines[y] = b.String()
	}
	return lines, true
}

// card is a name, where the person stands, and the reasons.
func (c cards) card(st stage, n workshop.Nominee) []string {
	t := st.theme
	stands := nomineeWords(st, n)
	if c.names >= large { // names in letters can't be copied
		stands = strings.TrimSpace(t.Muted.Render(n.Name) + "  " + stands)
	}
	lines := c.names.write(st, t.Title, n.Name, c.each-theme.Width(stands)-2)
	right := (len(lines) - 1) / 2
	for i, l := range lines {
		if i == right {
			lines[i] = t.Spread(l, stands, c.each)
		}
	}
	for _, r := range n.Reasons {
		if c.reasons == 0 {
			break
		}
		said := bulleted(t, r, c.each)
		if len(said) > c.reasons {
			said = bulleted(t, t.Cut(r, max(1, c.each-4)), c.each)
		}
		lines = append(lines, said...)
	}
	return lines
}
