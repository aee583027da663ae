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

	into   ClusterID // where its notes went when it was merged into another; zero when it was not
	rev    Seq       // the last action on the board that touched it, for undo
	placed Seq       // the last action that put it into its place in the column, for undo
}

// members lists the notes of a cluster in the order in which they were written.
func (s State) members(id ClusterID) []Note {
	var out []Note
	for n := range s.Notes.looks() {
		if n.isIn(id) {
			out = append(out, *n)
		}
	}
	return out
}

// lives says whether a cluster has notes.
func (s State) lives(id ClusterID) bool {
	for n := range s.Notes.looks() {
		if n.isIn(id) {
			return true
		}
	}
	return false
}

// liveCluster finds a cluster of the present step that has notes.
func (s State) liveCluster(id ClusterID) (Cluster, error) {
	if !s.Clusters.has(int(id)) {
		return Cluster{}, ErrNoSuchCluster
	}
	c := s.Clusters.at(int(id))
	if c.Prompt.Step() != s.At.Step || !s.lives(id) {
		return Cluster{}, ErrNoSuchCluster
	}
	return c, nil
}

// follow is where a cluster's notes are: in the cluster itself or, when it was merged into another since somebody took
// aim at it, in that one.
func (s State) follow(id ClusterID) ClusterID {
	for range s.Clusters.Len() { // a chain is no longer, and a forged log may go in circles
		if !s.Clusters.has(int(id)) || s.lives(id) || s.Clusters.at(int(id)).into == 0 {
			break
		}
		id = s.Clusters.at(int(id)).into
	}
	return id
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
	if s.Clusters.Len()+s.toHang() >= MaxClusters {
		return nil, ErrManyClusters
	}
	return []Event{ClusterFormed{
		Cluster: ClusterID(s.Clusters.Len() + 1), Prompt: notes[0].Prompt, Title: title, Notes: slices.Clone(c.Notes),
	}}, nil
}

func (v ClusterFormed) evolve(s State, r Record) State {
	s.Clusters = s.Clusters.add(Cluster{ID: v.Cluster, Prompt: v.Prompt, Title: v.Title})
	s.order = append(slices.Clone(s.order), v.Cluster)
	return s.remember(r, v.Notes, to(v.Cluster, false), v.Cluster)
}

func (c DropOn) decide(s State, e Envelope) ([]Event, error) {
	if _, err := s.movable(c.Notes); err != nil {
		return nil, err
	}
	on, err := s.movable([]NoteID{c.On})
	switch {
	case err != nil:
		return nil, err
	case slices.Contains(c.Notes, c.On):
		return nil, ErrAlreadyThere
	case on[0].Parked:
		return nil, ErrParked
	case on[0].Cluster != 0:
		return MoveNotes{Notes: c.Notes, Cluster: on[0].Cluster}.decide(s, e)
	default:
		return FormCluster{Notes: append([]NoteID{c.On}, c.Notes...)}.decide(s, e)
	}
}

func (c MoveNotes) decide(s State, _ Envelope) ([]Event, error) {
	notes, err := s.movable(c.Notes)
	if err != nil {
		return nil, err
	}
	if c.Cluster = s.follow(c.Cluster); c.Cluster != 0 {
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
	return s.remember(r, v.Notes, to(v.Cluster, false))
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
	return s.remember(r, nil, nil, v.Cluster).withCluster(v.Cluster, func(c *Cluster) { c.Title = v.Title })
}

func (c MergeClusters) decide(s State, _ Envelope) ([]Event, error) {
	if c.Into = s.follow(c.Into); c.Into == c.From {
		return nil, ErrAlreadyThere
	}
	into, err := s.liveCluster(c.Into)
	if err != nil {
		return nil, err
	}
	if s.follow(c.From) == c.Into {
		return nil, ErrAlreadyThere // somebody else has put the two together
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
	s = s.remember(r, moved, to(v.Into, false), v.Into, v.From)
	s = s.withCluster(v.From, func(c *Cluster) { c.into = v.Into })
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
	return s.remember(r, v.Notes, to(0, true))
}

// to puts a note where it belongs; it is the only way in which a note changes its place, but for taking that back.
func to(cluster ClusterID, parked bool) func(*Note) {
	return func(n *Note) { n.Cluster, n.Parked = cluster, parked }
}

// withCluster returns the state with one cluster changed.
func (s State) withCluster(id ClusterID, change func(*Cluster)) State {
	c := s.Clusters.at(int(id))
	change(&c)
	s.Clusters = s.Clusters.put(int(id), c)
	return s
}
