package workshop

import (
	"maps"
	"slices"
)

// drawing is what costs most to draw of what everyone may see, since it grows with the notes that there are: so the next
// drawing takes over what hasn't changed.
type drawing struct {
	wall     []Column // under each prompt in the order of the format
	sections []Box
	forces   *ForceField
	pairs    []Pair
	written  map[Prompt]int
	results  []Result
}

// ShareAfter is Share(now) for whoever has Share(was) of another state of the same workshop. It draws anew only what is not the
// same in both, and shares the rest with it.
func ShareAfter(last *Shared, was, now State) *Shared {
	return now.share(now.redraw(drawing{
		wall: last.Canvas.Wall, sections: last.Canvas.Sections, forces: last.Canvas.Forces,
		pairs: last.Pairs, written: last.Written, results: last.Results,
	}, was))
}

// draw draws everything.
func (s State) draw() drawing {
	d := drawing{wall: s.columns(onCanvas()...), pairs: s.openPairs(), written: s.countWritten(), results: withoutBallots(s.Results)}
	d.sections, d.forces = s.sections(d.wall), forces(d.wall)
	return d
}

// redraw changes a drawing of another state into one of this one.
func (s State) redraw(d drawing, was State) drawing {
	if !oneSlice(s.Results, was.Results) { // they may weigh any idea
		return s.draw()
	}
	written, stale := s.changes(was)
	switch {
	case s.At.Step != was.At.Step:
		d.written = s.countWritten()
	case len(written) > 0:
		d.written = maps.Clone(d.written)
		for p, n := range written {
			if d.written[p] += n; d.written[p] == 0 {
				delete(d.written, p)
			}
		}
	}
	pairs := s.pairs[s.At.Step]
	if len(stale) > 0 || !oneSlice(pairs, was.pairs[was.At.Step]) || len(s.apart) != len(was.apart) {
		d.pairs = s.openPairs()
	}
	if len(stale) > 0 {
		d.wall = slices.Clone(d.wall)
		for _, c := range s.columns(stale...) {
			d.wall[slices.IndexFunc(d.wall, func(old Column) bool { return old.Prompt == c.Prompt })] = c
		}
		d.forces = forces(d.wall)
	}
	d.sections = s.resections(d, stale)
	return d
}

// resections are the boxes of a drawing, of which those are kept into which no stale column goes.
func (s State) resections(d drawing, stale []Prompt) []Box {
	out := slices.Clone(d.sections)
	for i, b := range out {
		out[i].Statement = s.Statements[b.Section]
		if slices.ContainsFunc(stale, func(p Prompt) bool { return p.Section() == b.Section }) {
			out[i].Entries = entriesOf(b.Section, d.wall)
		}
	}
	return out
}

// changes looks what another state had otherwise: how many notes more were written under each prompt of the present step, and
// under which prompts the wall is another one.
func (s State) changes(was State) (written map[Prompt]int, stale []Prompt) {
	touch := func(p Prompt) {
		if !slices.Contains(stale, p) && slices.Contains(onCanvas(), p) {
			stale = append(stale, p)
		}
	}
	written = make(map[Prompt]int)
	here := s.At.Step.Prompts()
	for i := range s.Notes.differ(was.Notes) {
		if s.Notes.has(i) && was.Notes.has(i) && s.Notes.look(i).looksLike(was.Notes.look(i)) {
			continue
		}
		for _, side := range []struct {
			State
			counts int
		}{{s, 1}, {was, -1}} {
			if !side.Notes.has(i) {
				continue
			}
			n := side.Notes.look(i)
			if n.counts() && slices.Contains(here, n.Prompt) {
				written[n.Prompt] += side.counts
			}
			switch {
			case !n.onWall():
			case n.Cluster != 0:
				touch(side.Clusters.look(int(n.Cluster)).Prompt)
			default:
				touch(n.Prompt)
			}
		}
	}
	for i := range s.Clusters.differ(was.Clusters) {
		switch {
		case s.Clusters.has(i) && was.Clusters.has(i) && s.Clusters.at(i) == was.Clusters.at(i):
		case s.Clusters.has(i):
			touch(s.Clusters.look(i).Prompt)
		default:
			touch(was.Clusters.look(i).Prompt)
		}
	}
	if !oneSlice(s.order, was.order) { // and not by their marks alone: undone moves can change it and leave those as they were
		for _, p := range onCanvas() {
			if !slices.Contains(stale, p) && !slices.Equal(s.standing(p), was.standing(p)) {
				touch(p)
			}
		}
	}
	return written, stale
}

// standing are the clusters under a prompt in their order, those without notes too.
func (s State) standing(p Prompt) []ClusterID {
	var out []ClusterID
	for _, id := range s.order {
		if s.Clusters.look(int(id)).Prompt == p {
			out = append(out, id)
		}
	}
	return out
}

// looksLike says whether a note is drawn like another one.
func (n *Note) looksLike(m *Note) bool {
	return n.Prompt == m.Prompt && n.Text == m.Text && n.Revealed == m.Revealed && n.Withdrawn == m.Withdrawn &&
		n.Cluster == m.Cluster && n.Parked == m.Parked
}

// countWritten is how many notes the present step has under each prompt, private ones included.
func (s State) countWritten() map[Prompt]int {
	out := make(map[Prompt]int)
	here := s.At.Step.Prompts()
	for n := range s.Notes.looks() {
		if n.counts() && slices.Contains(here, n.Prompt) {
			out[n.Prompt]++
		}
	}
	return out
}

// oneSlice says whether two slices are one, and not only alike: what is in a state never changes, so that they then hold the
// same.
func oneSlice[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}
