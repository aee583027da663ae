package tui

import (
	"slices"

	"convene/tui/board"
	"convene/workshop"
)

// fold hides the notes of the cluster that is selected, or shows them again. It is on this screen alone.
func (s *boardScreen) fold(w board.Wall) action {
	id := w.In(s.selected)
	if id == 0 {
		return say{text: "Only a cluster can be folded.", tone: plainly}
	}
	if s.folded[id] {
		delete(s.folded, id)
		return nil
	}
	s.folded[id], s.selected = true, board.Cluster(id)
	return nil
}

// foldAll folds every cluster or, when all of them are, unfolds them.
func (s *boardScreen) foldAll(w board.Wall) action {
	all := true
	for _, c := range w.Columns {
		for _, p := range c.Clusters {
			all = all && s.folded[p.ID]
			s.folded[p.ID] = true
		}
	}
	switch {
	case len(s.folded) == 0:
		return say{text: "There are no clusters to fold yet.", tone: plainly}
	case all:
		s.folded = make(map[workshop.ClusterID]bool)
	case w.In(s.selected) != 0:
		s.selected = board.Cluster(w.In(s.selected))
	}
	return nil
}

// shift moves the selected cluster past its neighbour in the column: up when by is below zero.
func (s *boardScreen) shift(w board.Wall, by int) action {
	id := w.In(s.selected)
	for _, c := range w.Columns {
		i := slices.IndexFunc(c.Clusters, func(p workshop.Pile) bool { return p.ID == id })
		switch to := i + by; {
		case i < 0:
			continue
		case to < 0:
			return say{text: "It is the first of its column.", tone: plainly}
		case to >= len(c.Clusters):
			return say{text: "It is the last of its column.", tone: plainly}
		case by < 0:
			return send{command: workshop.PlaceCluster{Cluster: id, Before: c.Clusters[to].ID}}
		case to+1 < len(c.Clusters):
			return send{command: workshop.PlaceCluster{Cluster: id, Before: c.Clusters[to+1].ID}}
		default:
			return send{command: workshop.PlaceCluster{Cluster: id}}
		}
	}
	return say{text: "Clusters change places; a note goes where you carry it.", tone: plainly}
}
