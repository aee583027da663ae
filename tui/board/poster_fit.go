package board

import (
	"math"
	"strings"

	"convene/tui/theme"
	"convene/workshop"
)

// detail is how much a poster says of each note and cluster, and how large.
type detail struct {
	titles  bool // in letters of blocks, where a title can be written so
	notes   bool // in letters too
	rows    int  // of a text, at most
	members int  // notes shown of a cluster, at most
	air     bool // a free row after each cluster
	airy    bool // and after each note that stands alone
}

const allMembers = math.MaxInt

// details are tried in turn, until everything fits.
var details = [...]detail{
	{titles: true, notes: true, rows: 4, members: allMembers, air: true, airy: true},
	{titles: true, rows: 4, members: allMembers, air: true, airy: true},
	{titles: true, rows: 2, members: allMembers, air: true},
	{rows: 4, members: allMembers, air: true, airy: true},
	{rows: 4, members: allMembers, air: true},
	{rows: 2, members: allMembers, air: true},
	{rows: 1, members: allMembers, air: true},
	{rows: 1, members: allMembers},
	{rows: 1, members: 5},
	{rows: 1, members: 3},
	{rows: 1, members: 0},
}

// The narrowest that a strip of notes should be where there are several side by side, in cells: of text, and of letters.
const leastStrip, leastLettered = 24, 48

// The narrowest strip, in cells, in which clusters are drawn as cards: in less their edges would cost too much of the
// words.
const leastCard = 36

// body draws a column's notes with as much detail as fits, in as few strips side by side as it takes.
func (p Poster) body(t *theme.Theme, col workshop.Column, width, height int) []string {
	if height < 1 {
		return nil
	}
	if len(col.Clusters)+len(col.Lone)+len(col.Parked) == 0 {
		return []string{t.Muted.Render(t.Cut(p.Say("No notes here."), width))}
	}
	most := max(1, (width+gutter)/(leastStrip+gutter))
	for _, d := range details {
		for n := 1; n <= most; n++ {
			each := d.width(width, n)
			if d.titles && !p.Large || !d.may(col, n, each, height) {
				continue
			}
			if strips, rest := d.flow(d.stacks(t, p, col, each), n, height); len(rest) == 0 {
				return d.draw(t, strips, each)
			}
		}
	}
	d := details[len(details)-1]
	each := d.width(width, most)
	strips, rest := d.flow(d.stacks(t, p, col, each), most, height-1)
	lines := d.draw(t, strips, each)
	return append(lines[:min(len(lines), height-1)], t.Muted.Render(t.Cut(p.leftOut(t, rest), width)))
}

// width is that of each of so many strips. Long lines of small text are hard to read.
func (d detail) width(width, n int) int {
	each := (width - gutter*(n-1)) / n
	if d.titles {
		return each
	}
	return min(each, widest)
}

// may says whether it is worth to lay a column out so.
func (d detail) may(col workshop.Column, n, each, height int) bool {
	if d.titles && each < leastLettered {
		return false
	}
	return d.least(col) <= n*height
}

// least is the fewest rows that a column can take, so that what cannot fit is not laid out at all.
func (d detail) least(col workshop.Column) int {
	n := len(col.Clusters) + len(col.Lone)
	for _, c := range col.Clusters {
		n += min(len(c.Notes), d.members)
	}
	if d.notes {
		n *= theme.LetterRows
	}
	return n
}

// flow fills so many strips from the top down, one after the other. What has no room is the rest.
func (d detail) flow(stacks []stack, n, height int) (strips [][]stack, rest []stack) {
	strips = make([][]stack, n)
	at, used := 0, 0
	for i, s := range stacks {
		last := s.boxes[len(s.boxes)-1]
		solid := last.Y + last.Height
		if used+solid > height {
			at, used = at+1, 0
		}
		if at == n || solid > height {
			return strips, stacks[i:]
		}
		strips[at] = append(strips[at], s)
		used += s.height
	}
	return strips, nil
}

// draw draws strips side by side.
func (d detail) draw(t *theme.Theme, strips [][]stack, width int) []string {
	columns := make([][]string, len(strips))
	for i, strip := range strips {
		for _, s := range strip {
			lines := make([]string, s.height)
			for _, b := range s.boxes {
				for y := range b.Height {
					lines[b.Y+y] = b.row(t, y, width)
				}
			}
			columns[i] = append(columns[i], lines...)
		}
	}
	return abreast(t, columns, width, strings.Repeat(" ", gutter))
}
