package workshop

import (
	"slices"

	"convene/workshop/text"
)

// Cluster is notes that belong together. It exists as long as notes are in it; an empty one is gone from every view,
// and comes back when an undo brings its notes back.
type Cluster struct {
	ID     ClusterID
	Prompt Prompt // of its first note: it says which section of the canvas the cluster stands in
	Title  string // empty until somebody gives it one
	rev    Seq    // the last action on the board that touched it, for undo
}

// members lists the notes of a cluster in the order in which they were written.
func (s State) members(id ClusterID) []Note {
	var out []Note
	for n := range s.Notes.All() {
		if id != 0 && n.Cluster == id && n.onWall() && !n.Parked {
			out = append(out, n)
		}
	}
	return out
}

// liveCluster finds a cluster of the present step that has notes.
func (s State) liveCluster(id ClusterID) (Cluster, error) {
	if !s.Clusters.has(int(id)) {
		return Cluster{}, ErrNoSuchCluster
	}
	c := s.Clusters.at(int(id))
	if c.Prompt.Step() != s.At.Step || len(s.members(id)) == 0 {
		return Cluster{}, ErrNoSuchCluster
	}
	return c, nil
}

// movable checks that the notes are on the wall of the present step, each named once.
func (s State) movable(ids []NoteID) ([]Note, error) {
	if len(ids) == 0 {
		return nil, ErrNoSuchNote
	}
	notes := make([]Note, 0, len(ids))
	for i, id := range ids {
		n, err := s.wallNote(id)
		switch {
		case err != nil:
			return nil, err
		case n.Prompt.Step() != s.At.Step:
			return nil, ErrOtherStep
		case slices.Contains(ids[:i], id):
			return nil, ErrNoteTwice
		}
		notes = append(notes, n)
	}
	return notes, nil
}

// idsWhere picks the notes that an action changes: what is in its place already is no part of it, so that undoing it
// asks nothing of them.
func idsWhere(notes []Note, changes func(Note) bool) []NoteID {
	var out []NoteID
	for _, n := range notes {
		if changes(n) {
			out = append(out, n.ID)
		}
	}
	return out
}

// cleanTitle cleans a title, which may be empty.
func cleanTitle(typed string) (string, error) {
	t := text.Line(typed)
	if text.Len(t) > MaxTitleLen {
		return "", ErrTitleLong
	}
	return t, nil
}

func (c FormCluster) decide(s State, _ Envelope) ([]Event, error) {
	if !s.At.Step.Clusters() {
		return nil, ErrNoClustersHere
	}
	notes, err := s.movable(c.Notes)
	if err != nil {
		return nil, err
	}
	title, err := cleanTitle(c.Title)
	if err != nil {
		return nil, err
	}
	return []Event{ClusterFormed{
		Cluster: ClusterID(s.Clusters.Len() + 1), Prompt: notes[0].Prompt, Title: title, Notes: slices.Clone(c.Notes),
	}}, nil
}

func (v ClusterFormed) evolve(s State, r Record) State {
	s.Clusters = s.Clusters.add(Cluster{ID: v.Cluster, Prompt: v.Prompt, Title: v.Title})
	return s.remember(r, v.Notes, v.Cluster).place(v.Notes, v.Cluster, false)
}

func (c MoveNotes) decide(s State, _ Envelope) ([]Event, error) {
	notes, err := s.movable(c.Notes)
	if err != nil {
		return nil, err
	}
	if c.Cluster != 0 {
		if _, err := s.liveCluster(c.Cluster); err != nil {
			return nil, err
		}
	}
	moved := idsWhere(notes, func(n Note) bool { return n.Parked || n.Cluster != c.Cluster })
	if moved == nil {
		return nil, ErrAlreadyThere
	}
	return []Event{NotesMoved{Notes: moved, Cluster: c.Cluster}}, nil
}

func (v NotesMoved) evolve(s State, r Record) State {
	return s.remember(r, v.Notes).place(v.Notes, v.Cluster, false)
}

func (c TitleCluster) decide(s State, _ Envelope) ([]Event, error) {
	have, err := s.liveCluster(c.Cluster)
	if err != nil {
		return nil, err
	}
	title, err := cleanTitle(c.Title)
	if err != nil {
		return nil, err
	}
	if title == have.Title {
		return nil, ErrAlreadyThere
	}
	return []Event{ClusterTitled{Cluster: c.Cluster, Title: title}}, nil
}

func (v ClusterTitled) evolve(s State, r Record) State {
	return s.remember(r, nil, v.Cluster).withCluster(v.Cluster, func(c *Cluster) { c.Title = v.Title })
}

func (c MergeClusters) decide(s State, _ Envelope) ([]Event, error) {
	if c.Into == c.From {
		return nil, ErrAlreadyThere
	}
	into, err := s.liveCluster(c.Into)
	if err != nil {
		return nil, err
	}
	from, err := s.liveCluster(c.From)
	if err != nil {
		return nil, err
	}
	title := into.Title
	if title == "" {
		title = from.Title
	}
	return []Event{ClustersMerged{Into: c.Into, From: c.From, Title: title}}, nil
}

func (v ClustersMerged) evolve(s State, r Record) State {
	var moved []NoteID
	for _, n := range s.members(v.From) {
		moved = append(moved, n.ID)
	}
	s = s.remember(r, moved, v.Into, v.From).place(moved, v.Into, false)
	return s.withCluster(v.Into, func(c *Cluster) { c.Title = v.Title })
}

func (c ParkNotes) decide(s State, _ Envelope) ([]Event, error) {
	notes, err := s.movable(c.Notes)
	if err != nil {
		return nil, err
	}
	parked := idsWhere(notes, func(n Note) bool { return !n.Parked })
	if parked == nil {
		return nil, ErrAlreadyThere
	}
	return []Event{NotesParked{Notes: parked}}, nil
}

func (v NotesParked) evolve(s State, r Record) State {
	return s.remember(r, v.Notes).place(v.Notes, 0, true)
}

// place puts notes where they belong; it is the only way in which a note changes its place.
func (s State) place(ids []NoteID, cluster ClusterID, parked bool) State {
	for _, id := range ids {
		s = s.withNote(id, func(n *Note) { n.Cluster, n.Parked = cluster, parked })
	}
	return s
}

// withCluster returns the state with one cluster changed.
func (s State) withCluster(id ClusterID, change func(*Cluster)) State {
	c := s.Clusters.at(int(id))
	change(&c)
	s.Clusters = s.Clusters.put(int(id), c)
	return s
}
