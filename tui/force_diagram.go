package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
)

// forceDiagram draws Kurt Lewin's force field in at most height lines of width cells: arrows from both sides push at a
// centre line, each as long as its force is strong; below them the sums, the balance and what is most worth weakening.
// The strongest forces stand first. Nil is a field without any force.
func forceDiagram(st stage, f *workshop.ForceField, width, height int) []string {
	t := st.theme
	if f == nil {
		return []string{t.Muted.Render(t.Cut(st.Say("No forces yet. They stand here as soon as there are some."), width))}
	}
	d := newDiagram(st, width)
	if st.wall {
		d.widen()
	}
	support, slow := strongest(f.Support), strongest(f.SlowDown)
	head := t.Spread("", t.Good.Bold(true).Render(wordsFor(st.view, workshop.PromptSupport).label+" "+t.Right), d.side) +
		t.Faint.Render(t.Centre) + t.Bad.Bold(true).Render(t.Left+" "+wordsFor(st.view, workshop.PromptSlowDown).label)
	lines := []string{t.Cut(head, width)}
	foot := balance(st, *f, width)
	room := max(1, height-1-len(foot))
	details := []detail{airy, roomy, brief, terse}
	if st.wall {
		details = append([]detail{thick}, details...)
	}
	for _, d.detail = range details {
		rows := d.rows(support, slow)
		if len(rows) > room && d.detail != terse {
			continue
		}
		if d.detail == terse && slices.ContainsFunc(slices.Concat(support, slow), workshop.Force.Disagreed) {
			foot = append(foot, t.Warn.Render(t.Cut("! "+st.Say("scores far apart: talk about these first"), width)))
			room = max(1, room-1)
		}
		if len(rows) > room {
			left := max(0, len(support)-room+1) + max(0, len(slow)-room+1)
			rows = append(rows[:room-1], t.Centred(t.Muted.Render(st.Say("and %d more", left)), width))
		}
		lines = append(lines, rows...)
		break
	}
	lines = append(lines, foot...)
	return lines[:min(len(lines), height)]
}

// strongest sorts forces, the strongest first; equal ones stay in the order of the board.
func strongest(fs []workshop.Force) []workshop.Force {
	out := slices.Clone(fs)
	slices.SortStableFunc(out, func(a, b workshop.Force) int { return cmp.Compare(b.Strength, a.Strength) })
	return out
}

// detail is how much is said about each force.
type detail int

const (
	thick detail = iota // arrows three lines high; otherwise as airy
	airy                // nearly all of a title, the spread of the scores, an empty line between forces
	roomy               // two lines of title, and the spread
	brief               // one line of title, and a line where views differ
	terse               // one line
)

// diagram is the measures of a force field. Both sides are alike: a title, the strength as a number, the arrow.
type diagram struct {
	tongue.Tongue
	theme  *theme.Theme
	detail detail
	side   int // cells from the edge to the centre line
	title  int
	unit   int // cells of arrow for each step of strength
}

func newDiagram(st stage, width int) *diagram {
	d := &diagram{Tongue: st.Tongue, theme: st.theme, side: max(1, (width-1)/2)}
	d.unit = max(1, min(4, (d.side-26)/workshop.MaxForce))
	d.title = max(1, d.side-d.arrow()-1)
	return d
}

// widen gives the arrows what titles need not have.
func (d *diagram) widen() {
	const titles = 46 // cells, enough for a title in two lines and what stands around it
	d.unit = max(d.unit, (d.side-titles)/workshop.MaxForce)
	d.title = max(1, d.side-d.arrow()-1)
}

// arrow is the room for a number with its mark, a space, the longest arrow and its head.
func (d *diagram) arrow() int { return 3 + d.unit*workshop.MaxForce + 1 }

// rows puts the sides next to one another, force by force.
func (d *diagram) rows(support, slow []workshop.Force) []string {
	t := d.theme
	var out []string
	for i := range max(len(support), len(slow), 1) {
		if d.detail <= airy && i > 0 {
			out = append(out, strings.Repeat(" ", d.side)+t.Text.Render(t.Centre))
		}
		left, right := d.force(support, i, true), d.force(slow, i, false)
		for j := range max(len(left), len(right)) {
			row := strings.Repeat(" ", d.side)
			if j < len(left) {
				row = left[j]
			}
			row += t.Text.Render(t.Centre)
			if j < len(right) {
				row += right[j]
			}
			out = append(out, row)
		}
	}
	return out
}

// force is one force on its side; the title and the arrow in the first line, what there is to add below.
func (d *diagram) force(fs []workshop.Force, i int, pushes bool) []string {
	t := d.theme
	if i >= len(fs) {
		if i == 0 {
			return []string{d.join(t.Muted.Render(d.Say("nothing yet")), "", pushes)}
		}
		return nil
	}
	f := fs[i]
	title := d.titleLines(f)
	style := t.Text
	if f.Strength > 0 && f.Strength == fs[0].Strength {
		style = t.Strong
	}
	texts := styled(style, title)
	texts = append(texts, d.spread(f)...)
	arrows := d.arrows(f, pushes)
	lines := make([]string, max(len(texts), len(arrows)))
	for j := range lines {
		text, arrow := "", ""
		if j < len(texts) {
			text = texts[j]
		}
		if j < len(arrows) {
			arrow = arrows[j]
		}
		lines[j] = d.join(text, arrow, pushes)
	}
	return lines
}

// arrows is the arrow in one line or, when it is thick, in three, of which the first has the number and the middle one
// the head.
func (d *diagram) arrows(f workshop.Force, pushes bool) []string {
	arrow := d.drawArrow(f, pushes)
	if d.detail != thick || f.Strength == 0 {
		return []string{arrow}
	}
	shaft := strings.Repeat(d.theme.Fill, d.unit*f.Strength)
	tail, tip := shaft+" ", shaft+d.theme.Right
	if !pushes {
		tail, tip = " "+shaft, d.theme.Left+shaft
	}
	style := d.style(pushes)
	return []string{
		style.Render(d.fill(fmt.Sprint(f.Strength), tail, pushes)),
		style.Render(d.fill("", tip, pushes)),
		style.Render(d.fill("", tail, pushes)),
	}
}

func (d *diagram) titleLines(f workshop.Force) []string {
	t := d.theme
	lines := theme.Wrap(f.Title, d.title)
	most := map[detail]int{thick: 4, airy: 4, roomy: 2, brief: 1, terse: 1}[d.detail]
	if len(lines) > most {
		lines = append(lines[:most-1:most-1], t.Cut(strings.Join(lines[most-1:], " "), d.title))
	}
	return lines
}

// drawArrow is the number and the arrow; a dotted stub for a force that nobody has weighed.
func (d *diagram) drawArrow(f workshop.Force, pushes bool) string {
	t := d.theme
	if f.Strength == 0 {
		stub, words := strings.Repeat(t.Bullet, 2), d.Say("not weighed")
		if theme.Width(words)+3 > d.arrow() {
			words = "-"
		}
		return t.Muted.Render(d.fill(words, stub, pushes))
	}
	number := fmt.Sprint(f.Strength)
	if d.detail == terse && f.Disagreed() {
		number += "!"
	}
	shaft := strings.Repeat(t.Fill, d.unit*f.Strength)
	if pushes {
		return d.style(pushes).Render(d.fill(number, shaft+t.Right, pushes))
	}
	return d.style(pushes).Render(d.fill(number, t.Left+shaft, pushes))
}

func (d *diagram) style(pushes bool) theme.Style {
	if pushes {
		return d.theme.Good
	}
	return d.theme.Bad
}

// fill puts words at the outer end of the arrow's room and the arrow at the centre line.
func (d *diagram) fill(words, arrow string, pushes bool) string {
	gap := strings.Repeat(" ", max(1, d.arrow()-theme.Width(words)-theme.Width(arrow)))
	if pushes {
		return words + gap + arrow
	}
	return arrow + gap + words
}

// spread says how far the scores are apart: where views differ always, and that it is worth a talk; otherwise where
// there is room.
func (d *diagram) spread(f workshop.Force) []string {
	t := d.theme
	switch {
	case d.detail == terse || f.Low == f.High:
		return nil
	case f.Disagreed() && d.detail == brief:
		return []string{t.Warn.Render(t.Cut("! "+d.talkWords(f), d.title))}
	case f.Disagreed():
		return styled(t.Warn, theme.Wrap("! "+d.talkWords(f), d.title))
	case d.detail <= roomy:
		return []string{t.Muted.Render(d.Say("scores %d to %d", f.Low, f.High))}
	default:
		return nil
	}
}

// talkWords say that the scores of a force are far apart, and what to do about it.
func (d *diagram) talkWords(f workshop.Force) string {
	return d.Say("%d to %d: talk about it", f.Low, f.High)
}

// join lays a title and an arrow out on their side: the title outside, the arrow at the centre line.
func (d *diagram) join(title, arrow string, pushes bool) string {
	t := d.theme
	title = t.Cut(title, d.title)
	gap := strings.Repeat(" ", d.title-theme.Width(title))
	arrow = t.Pad(arrow, d.arrow())
	if pushes {
		return t.Cut(gap+title+" "+arrow, d.side)
	}
	return t.Cut(arrow+" "+title, d.side)
}

// balance is the sums of both sides, and the force that is most worth weakening: with why, until something is planned.
func balance(st stage, f workshop.ForceField, width int) []string {
	t := st.theme
	support, slow := f.Sums()
	lines := []string{t.Line(width)}
	if support+slow == 0 {
		said := theme.Wrap(st.Say("Nothing is weighed yet: the arrows grow when everyone has said how strong each force is."), width)
		return append(lines, styled(t.Muted, said)...)
	}
	words := balanceWords(st.Tongue, f)
	dot := t.Muted.Render(" " + t.Bullet + " ")
	sums := t.Good.Render(st.Say("supports %d", support)) + dot + t.Bad.Render(st.Say("slows down %d", slow))
	if together := sums + dot + t.Strong.Render(words); theme.Width(together) <= width {
		lines = append(lines, together)
	} else {
		lines = append(append(lines, t.Cut(sums, width)), styled(t.Strong, theme.Wrap(words, width))...)
	}
	if worst, others, ok := f.FirstToWeaken(); ok {
		room := width - theme.Width(weakenWords(st.Tongue, "", others))
		lines = append(lines, t.Warn.Render(t.Cut(weakenWords(st.Tongue, t.Cut(worst.Title, max(10, room)), others), width)))
		if planned := plannedLines(st, width); planned != nil {
			return append(lines, planned...)
		}
		why := st.Say("Easing what holds us back moves us further than pushing harder.")
		if st.view.Shared != nil && plans(st.view) {
			why = st.Say("Easing it moves us further than pushing harder: enter plans a first action.")
		}
		return append(lines, styled(t.Muted, theme.Wrap(why, width))...)
	}
	return append(lines, plannedLines(st, width)...)
}

// weakenWords says which force is most worth weakening, and how many others are as much.
func weakenWords(l tongue.Tongue, title string, others int) string {
	if others == 0 {
		return l.Say("Most worth weakening: %s.", title)
	}
	return l.Count(others, "Most worth weakening, with %d more: %s.", "Most worth weakening, with %d more: %s.", others, title)
}

// balanceWords says which side is stronger.
func balanceWords(l tongue.Tongue, f workshop.ForceField) string {
	switch b := f.Balance(); {
	case b > 0:
		return l.Say("balance %+d: what supports us is stronger", b)
	case b < 0:
		return l.Say("balance %+d: what slows us down is stronger", b)
	default:
		return l.Say("balance 0: both sides are equally strong")
	}
}
