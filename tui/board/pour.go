package board

import (
	"fmt"
	"math"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
	"convene/workshop/tongue"
)

// Rows that a text takes at most, unless it is selected.
const (
	noteRows  = 3
	titleRows = 2
)

// Cells before a text: pointer, bar and a space; under a title a bullet and a space more.
const (
	margin = 3
	indent = 2
)

// pour fills a lane from the top down.
type pour struct {
	theme *theme.Theme
	wall  Wall
	lane  Lane
}

// column fills the lane with a strip of a column.
func (p *pour) column(s strip) {
	l, col := &p.lane, p.wall.found(s.Column)
	l.Boxes = make([]Box, 0, roomFor(col))
	for _, pile := range col.Clusters {
		p.pile(pile)
	}
	switch {
	case s.alone:
		l.Height++ // for the gap, so that nothing moves when it opens
	case s.rest:
		p.space()
	}
	if l.gap = s.rest && p.wall.gapFor() == col.Prompt; l.gap {
		p.gap(col.Prompt)
	}
	for _, c := range col.Lone {
		p.note(c, Lone, false)
		p.preview(Note(c.ID))
	}
	if len(col.Parked) > 0 {
		p.space()
		p.caption(parkedWords(p.wall.Tongue, len(col.Parked)))
		for _, c := range col.Parked {
			p.note(c, Parked, false)
		}
	}
	if words := p.nothing(s); len(l.Boxes) == 0 && words != "" {
		p.caption(words)
	}
	if n := len(l.Boxes); n > 0 {
		l.Height = l.Boxes[n-1].Y + l.Boxes[n-1].Height
	}
}

// roomFor is how many boxes a column takes at most: besides its notes the two edges of each cluster, what is carried and where
// it could stand alone, and one line of words.
func roomFor(col workshop.Column) int {
	n := len(col.Lone) + len(col.Parked) + 3
	for _, pile := range col.Clusters {
		n += len(pile.Notes) + 2
	}
	return n
}

// nothing says why a lane is empty.
func (p *pour) nothing(s strip) string {
	switch {
	case p.wall.Find.narrows():
		return p.wall.Say("Nothing here has these words.")
	case s.on:
		return ""
	case s.alone:
		return p.wall.Say("No note stands alone.")
	default:
		return p.wall.Say("No notes here yet. One phase back, everyone can write again.")
	}
}

// parkedWords say how many notes are out of the canvas.
func parkedWords(l tongue.Tongue, n int) string {
	return l.Count(n, "%d parked, not on the canvas", "%d parked, not on the canvas")
}

// pile adds a cluster as a card, its title in the upper edge; a folded one is its title alone.
func (p *pour) pile(pile workshop.Pile) {
	ref := Cluster(pile.ID)
	b := Box{Ref: ref, Kind: Title, Stop: true, right: p.counts(pile.Dots, pile.Score, fmt.Sprint(len(pile.Notes)))}
	b.of, b.folded = pile.ID, p.wall.folded(pile.ID)
	b.card = !b.folded
	b.lit = p.wall.Focus.Somewhere() && p.wall.Visible(p.wall.Home(p.wall.Focus)) == ref
	b.ghost = p.wall.Visible(p.wall.Carried) == ref
	words := pile.Title
	if words == "" {
		words, b.hint = p.wall.Say("(no title yet)"), true
	}
	if b.folded {
		p.add(b, words, 1)
		p.preview(ref)
		return
	}
	p.add(b, words, titleRows)
	for _, c := range pile.Notes {
		p.note(c, Member, b.lit)
	}
	if !p.preview(ref) {
		l := &p.lane
		l.Boxes = append(l.Boxes, Box{Kind: Foot, Y: l.Height, Height: 1, lines: []string{""}, card: true, lit: b.lit, of: b.of})
		l.Height++
	}
}

// note adds a note. What is carried can be dropped on a note that stands alone, or where it came from; of a cluster
// the title is the place.
func (p *pour) note(c workshop.Card, k Kind, lit bool) {
	b := Box{Ref: Note(c.ID), Kind: k, right: p.counts(c.Dots, c.Score, p.stood(c))}
	b.Stop = !p.wall.Carried.Somewhere() || k == Lone || p.wall.Carried == b.Ref && k == Parked
	if k == Member {
		b.card, b.of, b.lit = true, c.Cluster, lit
		b.ghost = p.wall.Carried == Cluster(c.Cluster)
	}
	p.add(b, c.Text, noteRows)
}

// stood is the quiet mark of a note that stood on the last canvas of the community.
func (p *pour) stood(c workshop.Card) string {
	if c.Standing == 0 {
		return ""
	}
	return p.theme.Stood
}

// gap adds the place to stand alone: in the free row under the last cluster, or in a row of its own.
func (p *pour) gap(prompt workshop.Prompt) {
	b := Box{Ref: Gap(prompt), Kind: Opening, Stop: true, Height: 1}
	b.focus = p.wall.Focus == b.Ref
	b.lines = []string{p.oneRow(p.wall.SayAs("place", "stand alone"))}
	if b.focus {
		b.lines[0] = p.oneRow(p.wall.carriedText())
	}
	l := &p.lane
	if p.free() {
		l.Height--
	}
	b.Y = l.Height
	l.Boxes = append(l.Boxes, b)
	l.Height++
}

// preview adds what is carried where it would go, if that is here.
func (p *pour) preview(at Ref) bool {
	w := p.wall
	if !w.Carried.Somewhere() || w.Aloft || w.Focus != at || w.Home(w.Carried) == at {
		return false
	}
	l := &p.lane
	b := Box{Ref: at, Kind: Preview, Y: l.Height, Height: 1, focus: true, of: at.Cluster, lit: true}
	b.card = at.Cluster != 0 && !w.folded(at.Cluster)
	b.lines = []string{p.theme.Cut(w.carriedText(), max(1, l.Width-b.around(0)))}
	l.Boxes = append(l.Boxes, b)
	l.Height++
	return true
}

// caption adds words of ours.
func (p *pour) caption(words string) {
	b := Box{Kind: Caption, Y: p.lane.Height, lines: theme.Wrap(words, max(1, p.lane.Width-margin))}
	b.Height = len(b.lines)
	p.lane.Boxes = append(p.lane.Boxes, b)
	p.lane.Height += b.Height
}

// space leaves one row free, unless the lane begins here or one is free already.
func (p *pour) space() {
	if len(p.lane.Boxes) > 0 && !p.free() {
		p.lane.Height++
	}
}

// free says whether the last row of the lane is free.
func (p *pour) free() bool {
	l, end := &p.lane, 0
	if n := len(l.Boxes); n > 0 {
		end = l.Boxes[n-1].Y + l.Boxes[n-1].Height
	}
	return l.Height > end
}

// add wraps the words and puts the box at the lane's end.
func (p *pour) add(b Box, words string, rows int) {
	l := &p.lane
	b.focus, b.marked, b.find = p.wall.Focus == b.Ref, p.wall.marked(b.Ref), p.wall.Find
	b.ghost = b.ghost || p.wall.Carried == b.Ref || p.wall.All && b.marked
	if b.focus && !p.wall.Aloft {
		rows = math.MaxInt
	}
	room := l.Width - b.around(0)
	if b.right != "" {
		room -= theme.Width(b.right) + 1
	}
	b.lines = p.wall.Rows.clip(p.theme, words, max(1, room), rows)
	b.Y, b.Height = l.Height, len(b.lines)
	l.Boxes = append(l.Boxes, b)
	l.Height += b.Height
}

// oneRow is a text as far as it goes into one row.
func (p *pour) oneRow(words string) string {
	return p.theme.Cut(words, max(1, p.lane.Width-margin-2))
}

// counts is what stands at the right end: what votes have said, and how many notes there are.
func (p *pour) counts(dots int, score workshop.ForceScore, notes string) string {
	const most = 5 // dots; from then on a number is read faster
	var parts []string
	switch {
	case dots > most:
		parts = append(parts, fmt.Sprintf("%s%d", p.theme.Dot, dots))
	case dots > 0:
		parts = append(parts, strings.Repeat(p.theme.Dot, dots))
	}
	if score.Strength > 0 {
		parts = append(parts, fmt.Sprintf("%d/%d", score.Strength, workshop.MaxForce))
	}
	if notes != "" {
		parts = append(parts, notes)
	}
	return strings.Join(parts, "  ")
}

// clip wraps a text into at most so many rows; the last one ends in an ellipsis when something is left out.
func clip(t *theme.Theme, words string, width, rows int) []string {
	lines := theme.Wrap(words, width)
	if len(lines) <= rows {
		return lines
	}
	last := lines[rows-1]
	if theme.Width(last)+theme.Width(t.Ellipsis) <= width {
		last += t.Ellipsis
	} else {
		last = t.Cut(last+t.Ellipsis, width)
	}
	return append(lines[:rows-1:rows-1], last)
}
