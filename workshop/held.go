package workshop

import "slices"

// HeldError is returned when somebody points at or would grab, or a command would move, what somebody else carries or a
// part of it: what is in a hand is that person's until they drop it. It is ErrHeld, with the name of whose it is.
type HeldError struct{ Person PersonID }

func (e *HeldError) Error() string { return ErrHeld.Error() }

func (e *HeldError) Unwrap() error { return ErrHeld }

// Taken lists, of what people carry, what somebody would take out of the hands of others by a command that leads from this
// state to the next one. Whoever carries a cluster carries its notes, and whoever carries a note keeps its cluster from
// being merged away. Titles may change, and notes may come, while a cluster is carried.
//
// It binds everyone but facilitators. Somebody may turn away with a note in hand, at a terminal that stays: a facilitator need
// not wait until the room puts it down, but acts on the note as on any other, and it is free from then on. Nobody can grab
// it, a facilitator neither, so that it never happens by a mere slip of the hand.
func (s State) Taken(by PersonID, next State, carried []Pointer) []Pointer {
	taken := slices.DeleteFunc(slices.Clone(carried), func(p Pointer) bool { return !p.Holds || p.Person == by })
	if len(taken) == 0 {
		return nil
	}
	moved := make([]bool, len(taken))
	for number := range s.Notes.differ(next.Notes) {
		if !s.Notes.has(number) {
			continue // it is new, and in nobody's hand
		}
		n, now := s.Notes.look(number), next.Notes.look(number)
		if now.Cluster == n.Cluster && now.Parked == n.Parked {
			continue
		}
		for i, p := range taken {
			moved[i] = moved[i] || s.Overlap(p.On, Spot{Note: n.ID})
		}
	}
	i := -1
	return slices.DeleteFunc(taken, func(Pointer) bool { i++; return !moved[i] })
}

// Overlap says whether two places have a note in common: they are the same, or one is a note in the other, a cluster.
func (s State) Overlap(a, b Spot) bool {
	in := func(note NoteID, cluster ClusterID) bool {
		return cluster != 0 && s.Notes.has(int(note)) && s.Notes.at(int(note)).Cluster == cluster
	}
	return a == b || in(a.Note, b.Cluster) || in(b.Note, a.Cluster)
}
