package tui

import (
	"slices"

	"convene/tui/board"
	"convene/workshop"
)

// allNotes lists the notes of several places, each once.
func allNotes(w board.Wall, refs []board.Ref) []workshop.NoteID {
	var out []workshop.NoteID
	for _, r := range refs {
		for _, id := range w.Notes(r) {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

// gather lists what puts several places together in a cluster: clusters are merged, notes are moved; what is there
// already is left alone. Each step is one action, so that each can be taken back.
func gather(w board.Wall, refs []board.Ref, into workshop.ClusterID) []workshop.Command {
	var merged []workshop.ClusterID
	var steps []workshop.Command
	for _, r := range refs {
		if r.Cluster != 0 && r.Cluster != into {
			merged = append(merged, r.Cluster)
			steps = append(steps, workshop.MergeClusters{Into: into, From: r.Cluster})
		}
	}
	var notes []workshop.NoteID
	for _, r := range refs {
		if in := w.In(r); r.Note != 0 && in != into && !slices.Contains(merged, in) {
			notes = append(notes, r.Note)
		}
	}
	if len(notes) > 0 {
		steps = append(steps, workshop.MoveNotes{Notes: notes, Cluster: into})
	}
	return steps
}

// inTurn sends commands one after the other, each only when the one before has worked.
func inTurn(steps []workshop.Command, said string, then action) action {
	last := len(steps) - 1
	var act action = send{command: steps[last], said: said, then: then}
	for _, c := range slices.Backward(steps[:last]) {
		act = send{command: c, then: act}
	}
	return act
}
