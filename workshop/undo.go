package workshop

import "slices"

// change remembers one action on the board: what it touched, as it was before. Taking an action back is putting those
// copies back, which is allowed as long as everything still bears the mark that the action left: then nothing was
// built on it. Other notes that come to a cluster, or leave it, build on nothing, except on its forming.
type change struct {
	seq      Seq
	step     Step
	notes    []Note    // as they were
	clusters []touched // as they were
	formed   ClusterID // the cluster that the action made, if it made one
	placed   placing   // what the action did to the order of a column
}

// touched is a cluster as it was before an action, and the mark that it bears after it.
type touched struct {
	before Cluster
	mark   Seq
}

// remember notes down, for the actor, what the record touches, as it was, and marks it and moves the notes. The clusters named
// are those whose title or existence the action changes; those that merely lose a note are remembered but not marked.
func (s State) remember(r Record, notes []NoteID, move func(*Note), clusters ...ClusterID) State {
	c := change{seq: r.Seq, step: s.At.Step}
	seen := slices.Clone(clusters)
	for _, id := range clusters {
		c.clusters = append(c.clusters, touched{s.Clusters.at(int(id)), r.Seq})
		s = s.withCluster(id, func(k *Cluster) { k.rev = r.Seq })
	}
	for _, id := range notes {
		n := s.Notes.at(int(id))
		c.notes = append(c.notes, n)
		s = s.withNote(id, func(n *Note) { n.rev = r.Seq; move(n) })
		if n.Cluster != 0 && !slices.Contains(seen, n.Cluster) {
			source := s.Clusters.at(int(n.Cluster))
			c.clusters = append(c.clusters, touched{source, source.rev})
			seen = append(seen, n.Cluster)
		}
	}
	if v, ok := r.Event.(ClusterFormed); ok {
		c.formed = v.Cluster
	}
	return s.withChange(r.By, c)
}

func (s State) withChange(who PersonID, c change) State {
	mine := s.undoable(who)
	return s.withUndoable(who, slices.Concat(mine[max(0, len(mine)+1-MaxUndo):], []*change{&c}))
}

// undoable is what somebody has done on the board, the latest last. Who isn't known here, as in a forged log, has done nothing.
func (s State) undoable(who PersonID) []*change {
	number := s.number(who)
	if number == 0 {
		return nil
	}
	return s.undo.at(number)
}

func (s State) withUndoable(who PersonID, all []*change) State {
	if number := s.number(who); number > 0 {
		s.undo = s.undo.put(number, all)
	}
	return s
}

// last is the actor's latest action that could be taken back.
func (s State) last(who PersonID) (change, bool) {
	mine := s.undoable(who)
	if len(mine) == 0 {
		return change{}, false
	}
	return *mine[len(mine)-1], true
}

func (c UndoLast) decide(s State, e Envelope) ([]Event, error) {
	last, ok := s.last(e.By)
	if !ok || last.step != s.At.Step {
		return nil, ErrNothingToUndo
	}
	for _, n := range last.notes {
		if s.Notes.at(int(n.ID)).rev != last.seq {
			return nil, ErrBuiltUpon
		}
	}
	for _, k := range last.clusters {
		if s.Clusters.at(int(k.before.ID)).rev != k.mark {
			return nil, ErrBuiltUpon
		}
	}
	for _, n := range s.members(last.formed) {
		if !slices.ContainsFunc(last.notes, func(m Note) bool { return m.ID == n.ID }) {
			return nil, ErrBuiltUpon
		}
	}
	if p := last.placed; p.cluster != 0 && (s.Clusters.at(int(p.cluster)).placed != last.seq || !s.stirs(p)) {
		return nil, ErrBuiltUpon
	}
	return []Event{ActionUndone{Of: last.seq}}, nil
}

func (v ActionUndone) evolve(s State, r Record) State {
	last, _ := s.last(r.By)
	for _, n := range last.notes {
		s.Notes = s.Notes.put(int(n.ID), n)
	}
	for _, k := range last.clusters {
		s = s.withCluster(k.before.ID, func(c *Cluster) {
			k.before.placed = c.placed // a place is another action's to take back
			*c = k.before
		})
	}
	s = s.unplaced(last.placed)
	mine := s.undoable(r.By)
	return s.withUndoable(r.By, slices.Clone(mine[:len(mine)-1]))
}
