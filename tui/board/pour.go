package board

import (
	"fmt"
	"math"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
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

// column fills the lane with a column.
func (p *pour) column(col workshop.Column) {
	l := &p.lane
	for _, pile := range col.Clusters {
		p.pile(pile)
	}
	l.clusters = len(col.Clusters)
	if p.wall.gapFor() == col.Prompt {
		p.gap(col.Prompt)
	}
	for _, c := range col.Lone {
		p.note(c, Lone)
		p.preview(Note(c.ID))
	}
	l.notes += len(col.Lone)
	if len(col.Parked) > 0 {
		p.space()
		p.caption(fmt.Sprintf("%d parked, not on the canvas", len(col.Parked)))
		for _, c := range col.Parked {
			p.note(c, Parked)
		}
	}
	if len(l.Boxes) == 0 {
		p.space()
		p.caption("No notes here yet. One phase back, everyone can write again.")
	}
	if n := len(l.Boxes); n > 0 {
		l.Height = l.Boxes[n-1].Y + l.Boxes[n-1].Height
	}
}

// pile adds a cluster and the row under it.
func (p *pour) pile(pile workshop.Pile) {
	ref := Cluster(pile.ID)
	b := Box{Ref: ref, Kind: Title, Stop: true, right: p.counts(pile.Dots, pile.Score, fmt.Sprint(len(pile.Notes)))}
	words := pile.Title
	if words == "" {
		words, b.hint = "(no title yet)", true
	}
	p.add(b, words, margin, titleRows)
	for _, c := range pile.Notes {
		p.note(c, Member)
	}
	p.lane.notes += len(pile.Notes)
	if !p.preview(ref) {
		p.lane.Height++
	}
}

// note adds a note. What is carried can be dropped on a note that stands alone, or where it came from; of a cluster
// the title is the place.
func (p *pour) note(c workshop.Card, k Kind) {
	b := Box{Ref: Note(c.ID), Kind: k, right: p.counts(c.Dots, c.Score, "")}
	b.Stop = !p.wall.Carried.Somewhere() || k == Lone || p.wall.Carried == b.Ref && k == Parked
	before := margin
	if k == Member {
		before += indent
		b.ghost = p.wall.Carried == Cluster(c.Cluster)
	}
	p.add(b, c.Text, before, noteRows)
}

// gap adds the place to stand alone: in the row under the last cluster, or in a row of its own.
func (p *pour) gap(prompt workshop.Prompt) {
	b := Box{Ref: Gap(prompt), Kind: Opening, Stop: true, Height: 1}
	b.focus = p.wall.Focus == b.Ref
	b.lines = []string{"stand alone"}
	if b.focus {
		b.lines[0] = p.oneRow(p.wall.Text(p.wall.Carried))
	}
	l := &p.lane
	if n := len(l.Boxes); n > 0 && l.Height > l.Boxes[n-1].Y+l.Boxes[n-1].Height {
		l.Height--
	}
	b.Y = l.Height
	l.Boxes = append(l.Boxes, b)
	l.Height++
}

// preview adds what is carried where it would go, if that is here.
func (p *pour) preview(at Ref) bool {
	w := p.wall
	if !w.Carried.Somewhere() || w.Focus != at || w.Home(w.Carried) == at {
		return false
	}
	l := &p.lane
	l.Boxes = append(l.Boxes, Box{
		Ref: at, Kind: Preview, Y: l.Height, Height: 1, focus: true, lines: []string{p.oneRow(w.Text(w.Carried))},
	})
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
	l := &p.lane
	if n := len(l.Boxes); n > 0 && l.Height == l.Boxes[n-1].Y+l.Boxes[n-1].Height {
		l.Height++
	}
}

// add wraps the words and puts the box at the lane's end.
func (p *pour) add(b Box, words string, before, rows int) {
	l := &p.lane
	b.focus, b.marked = p.wall.Focus == b.Ref, p.wall.marked(b.Ref)
	b.ghost = b.ghost || p.wall.Carried == b.Ref
	if b.focus {
		rows = math.MaxInt
	}
	room := l.Width - before
	if b.right != "" {
		room -= theme.Width(b.right) + 1
	}
	b.lines = clip(p.theme, words, max(1, room), rows)
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
