package board

import "convene/workshop"

// Ref names a place on the wall: a note, a cluster, or the gap of a column. At most one field is set; the zero Ref is
// nowhere.
type Ref struct {
	Note    workshop.NoteID
	Cluster workshop.ClusterID
	Gap     workshop.Prompt
}

// Note is the place of a note.
func Note(id workshop.NoteID) Ref { return Ref{Note: id} }

// Cluster is the place of a cluster, at its title.
func Cluster(id workshop.ClusterID) Ref { return Ref{Cluster: id} }

// Gap is the place in a column where what is dropped stands alone.
func Gap(p workshop.Prompt) Ref { return Ref{Gap: p} }

// Lit is the place that the spotlight is on.
func Lit(s workshop.Spot) Ref { return Ref{Note: s.Note, Cluster: s.Cluster} }

// Spot is what a spotlight on the place shows; zero for a gap.
func (r Ref) Spot() workshop.Spot { return workshop.Spot{Note: r.Note, Cluster: r.Cluster} }

// Somewhere says whether the Ref names a place at all.
func (r Ref) Somewhere() bool { return r != Ref{} }
