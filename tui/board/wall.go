package board

import (
	"fmt"

	"convene/workshop"
	"convene/workshop/tongue"
)

// Wall is what there is to see, and what one person is doing with it.
type Wall struct {
	tongue.Tongue // says what is not the group's own in the language of their workshop

	Columns []workshop.Column
	Labels  []string        // what people call the columns, one each
	Active  workshop.Prompt // the column in which one is
	Other   string          // the key that leads to the other column where only one is shown
	Focus   Ref             // what is selected or, while something is carried, where it would be dropped
	Carried Ref             // zero when nothing is
	Aloft   bool            // what is carried hangs on the mouse: nothing on the wall moves for it
	Marked  []Ref
	All     bool                        // what is marked is carried along
	Folded  map[workshop.ClusterID]bool // shown by their title alone
	Find    *Search                     // only what it finds is shown; nil: everything is
	Rows    *Rows                       // remembers how texts are broken; nil: nothing does
}

// folded says whether a cluster is shown by its title alone. What is looked for is never hidden in a fold.
func (w Wall) folded(id workshop.ClusterID) bool { return !w.Find.narrows() && w.Folded[id] }

// Visible is the place at which another one is seen: a note in a folded cluster at the cluster's title, everything else
// at itself.
func (w Wall) Visible(r Ref) Ref {
	if r.Note != 0 && !w.Find.narrows() && len(w.Folded) > 0 {
		if in := w.In(r); in != 0 && w.folded(in) {
			return Cluster(in)
		}
	}
	return r
}

// Card finds a note on the wall.
func (w Wall) Card(id workshop.NoteID) (workshop.Card, bool) {
	for _, col := range w.Columns {
		for _, p := range col.Clusters {
			if c, ok := card(p.Notes, id); ok {
				return c, true
			}
		}
		for _, cards := range [][]workshop.Card{col.Lone, col.Parked} {
			if c, ok := card(cards, id); ok {
				return c, true
			}
		}
	}
	return workshop.Card{}, false
}

func card(cards []workshop.Card, id workshop.NoteID) (workshop.Card, bool) {
	for _, c := range cards {
		if c.ID == id {
			return c, true
		}
	}
	return workshop.Card{}, false
}

// Pile finds a cluster on the wall.
func (w Wall) Pile(id workshop.ClusterID) (workshop.Pile, bool) {
	for _, col := range w.Columns {
		for _, p := range col.Clusters {
			if p.ID == id {
				return p, true
			}
		}
	}
	return workshop.Pile{}, false
}

// Has says whether a note or a cluster is on the wall.
func (w Wall) Has(r Ref) bool {
	if r.Cluster != 0 {
		_, ok := w.Pile(r.Cluster)
		return ok
	}
	_, ok := w.Card(r.Note)
	return ok
}

// In is the cluster that a place belongs to: a cluster itself, or the one that a note is in; zero when there is none.
func (w Wall) In(r Ref) workshop.ClusterID {
	if r.Cluster != 0 {
		return r.Cluster
	}
	c, _ := w.Card(r.Note)
	return c.Cluster
}

// Home is where a carried thing comes from, as a place to drop it: its cluster, or itself when it stands alone.
func (w Wall) Home(r Ref) Ref {
	if c := w.In(r); c != 0 {
		return Cluster(c)
	}
	return r
}

// Notes lists the notes of a place: those of a cluster, or the note itself.
func (w Wall) Notes(r Ref) []workshop.NoteID {
	if r.Cluster == 0 {
		return []workshop.NoteID{r.Note}
	}
	p, _ := w.Pile(r.Cluster)
	ids := make([]workshop.NoteID, len(p.Notes))
	for i, n := range p.Notes {
		ids[i] = n.ID
	}
	return ids
}

// Text is what people read at a place: a note's text, or a cluster's title (its first note as long as it has none).
func (w Wall) Text(r Ref) string {
	if r.Cluster != 0 {
		p, _ := w.Pile(r.Cluster)
		return p.Label()
	}
	c, _ := w.Card(r.Note)
	return c.Text
}

// carriedText is what people read of what is carried, with how much else comes along.
func (w Wall) carriedText() string {
	said := w.Text(w.Carried)
	if w.All && len(w.Marked) > 1 {
		return fmt.Sprintf("+%d %s", len(w.Marked)-1, said)
	}
	return said
}

// label is what people call a column.
func (w Wall) label(p workshop.Prompt) string {
	for i, c := range w.Columns {
		if c.Prompt == p && i < len(w.Labels) {
			return w.Labels[i]
		}
	}
	return string(p)
}

// gapFor is the column in which a carried note can be put down alone: its own, where the rules send it, and only when
// it does not stand there alone already. Empty when there is none.
func (w Wall) gapFor() workshop.Prompt {
	c, ok := w.Card(w.Carried.Note)
	if !ok || c.Cluster == 0 && !c.Parked {
		return ""
	}
	return c.Prompt
}

// marked says whether a place is marked.
func (w Wall) marked(r Ref) bool {
	for _, m := range w.Marked {
		if m == r {
			return true
		}
	}
	return false
}
