package board

import (
	"fmt"

	"convene/tui/theme"
	"convene/workshop"
)

// stack is what stays together on a poster: a cluster with its notes, or a note that stands alone.
type stack struct {
	boxes  []Box
	height int
	notes  int
}

// stacks lays a column out for a width.
func (d detail) stacks(t *theme.Theme, p Poster, col workshop.Column, width int) []stack {
	var out []stack
	for _, c := range col.Clusters {
		out = append(out, d.pile(t, p, c, width))
	}
	for _, c := range col.Lone {
		s := stack{notes: 1}
		d.add(t, p, &s, Box{Kind: Lone, right: p.right(t, Note(c.ID), c.Dots, c.Score, "")}, c.Text, width)
		if d.airy {
			s.height++
		}
		out = append(out, s)
	}
	if n := len(col.Parked); n > 0 {
		var s stack
		d.add(t, p, &s, Box{Kind: Parked}, parkedWords(p.Tongue, n), width)
		out = append(out, s)
	}
	return out
}

// pile is a cluster: its title, and as many of its notes as are wanted.
func (d detail) pile(t *theme.Theme, p Poster, c workshop.Pile, width int) stack {
	s := stack{notes: len(c.Notes)}
	title := Box{Kind: Title, right: p.right(t, Cluster(c.ID), c.Dots, c.Score, fmt.Sprint(len(c.Notes)))}
	words, notes := c.Title, c.Notes
	switch {
	case words == "" && d.members == 0:
		words = c.Label()
	case words == "":
		words, title.hint = p.Say("(no title yet)"), true
	}
	title.card = d.air && !d.titles && width >= leastCard
	d.add(t, p, &s, title, words, width)
	more := len(notes) - d.members
	if more > 0 {
		notes = notes[:max(0, d.members-1)]
		more = len(c.Notes) - len(notes)
	}
	for _, n := range notes {
		d.add(t, p, &s, Box{Kind: Member, card: title.card, right: p.right(t, Note(n.ID), n.Dots, n.Score, "")}, n.Text, width)
	}
	if more > 0 && d.members > 0 {
		d.add(t, p, &s, Box{Kind: Member, card: title.card}, t.Ellipsis+" "+p.Say("%d more", more), width)
	}
	switch {
	case title.card:
		s.boxes = append(s.boxes, Box{Kind: Foot, Y: s.height, Height: 1, lines: []string{""}, card: true})
		s.height++
	case d.air:
		s.height++
	}
	return s
}

// right is what stands at the right end of a text: votes, counts, and who is on it.
func (p Poster) right(t *theme.Theme, on Ref, dots int, score workshop.ForceScore, notes string) string {
	s := (&pour{theme: t}).counts(dots, score, notes)
	who := p.People[on]
	if s != "" && who != "" {
		who = "  " + who
	}
	return s + who
}

// add puts a text into a box at the end of a stack: wrapped or, where it should be, in letters.
func (d detail) add(t *theme.Theme, p Poster, s *stack, b Box, words string, width int) {
	if b.right != "" {
		b.right = t.Cut(b.right, max(1, width/2))
	}
	room := width - b.around(0)
	if b.right != "" {
		room -= theme.Width(b.right) + 1
	}
	b.lines = p.Rows.clip(t, words, max(1, room), d.rows)
	if b.Kind == Title && d.titles && !b.hint || b.Kind != Title && b.Kind != Parked && d.notes {
		if letters, ok := t.Lettered(words, room, 1); ok && (b.Kind != Title || len(letters) <= titleRows*theme.LetterRows) {
			b.lines = letters
		}
	}
	b.Y, b.Height = s.height, len(b.lines)
	s.boxes = append(s.boxes, b)
	s.height += b.Height
}
