package workshop

// Undoing is what UndoLast would take back, so that a screen can say it, and show where. The zero Undoing is nothing.
type Undoing struct {
	On Spot // what the action was about: the last of its notes, which is the one that was carried, or else its cluster
	// Notes is how many notes go back to where they were: into Cluster, out of the canvas when Parked, or else alone. They are
	// Apart when they go to different places.
	Notes  int
	Parked bool
	Apart  bool
	// Cluster is the one that the notes go back to or, when there are none, whose title or place goes back. Title is the one
	// that it has then; it may be empty.
	Cluster ClusterID
	Title   string
	Placed  bool // only the place of the cluster in its column goes back
}

// undoing tells what taking a change back would do.
func (s State) undoing(c change) Undoing {
	u := Undoing{Notes: len(c.notes)}
	switch {
	case u.Notes > 0:
		last := c.notes[u.Notes-1]
		u.On, u.Cluster, u.Parked = Spot{Note: last.ID}, last.Cluster, last.Parked
		for _, n := range c.notes {
			u.Apart = u.Apart || n.Cluster != last.Cluster || n.Parked != last.Parked
		}
	case c.placed.cluster != 0:
		u.Cluster, u.Placed = c.placed.cluster, true
		u.On.Cluster = u.Cluster
	case len(c.clusters) > 0:
		u.Cluster = c.clusters[0].before.ID
		u.On.Cluster = u.Cluster
	}
	if u.Cluster != 0 {
		u.Title = s.Clusters.at(int(u.Cluster)).Title
	}
	for _, k := range c.clusters {
		if k.before.ID == u.Cluster {
			u.Title = k.before.Title
		}
	}
	return u
}
