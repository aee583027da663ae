package workshop

import "slices"

// placing remembers where a cluster stood before it was put somewhere else.
type placing struct {
	cluster ClusterID
	before  ClusterID // the one that followed it then, in any column; zero when it was the last of all
	mark    Seq       // of the action that had put it there
}

func (c PlaceCluster) decide(s State, _ Envelope) ([]Event, error) {
	put, err := s.liveCluster(c.Cluster)
	if err != nil {
		return nil, err
	}
	if c.Before = s.follow(c.Before); c.Before != 0 {
		next, err := s.liveCluster(c.Before)
		switch {
		case err != nil:
			return nil, err
		case next.Prompt != put.Prompt:
			return nil, ErrNotBeside
		}
	}
	if c.Before == c.Cluster || c.Before == s.nextInColumn(put) {
		return nil, ErrAlreadyThere
	}
	return []Event{ClusterPlaced(c)}, nil
}

// nextInColumn is the cluster under another one; zero when it is the last of its column.
func (s State) nextInColumn(c Cluster) ClusterID {
	clusters := s.column(c.Prompt).Clusters
	i := slices.IndexFunc(clusters, func(p Pile) bool { return p.ID == c.ID })
	if i < 0 || i+1 == len(clusters) {
		return 0
	}
	return clusters[i+1].ID
}

func (v ClusterPlaced) evolve(s State, r Record) State {
	before := placing{cluster: v.Cluster, mark: s.Clusters.at(int(v.Cluster)).placed}
	if i := slices.Index(s.order, v.Cluster); i+1 < len(s.order) {
		before.before = s.order[i+1]
	}
	s = s.put(v.Cluster, v.Before, r.Seq)
	return s.withChange(r.By, change{seq: r.Seq, step: s.At.Step, placed: before})
}

// put changes the order of the clusters; it is the only way in which a cluster changes its place among them.
func (s State) put(id, before ClusterID, mark Seq) State {
	order := slices.DeleteFunc(slices.Clone(s.order), func(c ClusterID) bool { return c == id })
	at := slices.Index(order, before)
	if at < 0 {
		at = len(order)
	}
	s.order = slices.Insert(order, at, id)
	return s.withCluster(id, func(c *Cluster) { c.placed = mark })
}

// unplaced puts a cluster back to where it stood.
func (s State) unplaced(p placing) State {
	if p.cluster == 0 {
		return s
	}
	return s.put(p.cluster, p.before, p.mark)
}

// stirs says whether putting a cluster back changes what is seen: it does not when its notes are elsewhere by now, or when
// others have moved around it.
func (s State) stirs(p placing) bool {
	c := s.Clusters.at(int(p.cluster))
	return s.lives(c.ID) && s.unplaced(p).nextInColumn(c) != s.nextInColumn(c)
}
