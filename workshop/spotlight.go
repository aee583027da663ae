package workshop

// Spot is what the spotlight is on: one note, or one cluster, or (zero) nothing.
type Spot struct {
	Note    NoteID    `json:"note,omitempty"`
	Cluster ClusterID `json:"cluster,omitempty"`
}

func (c PutSpotlight) decide(s State, _ Envelope) ([]Event, error) {
	if c.On == s.Spotlight {
		return nil, ErrAlreadyThere
	}
	if c.On.Note != 0 && c.On.Cluster != 0 {
		return nil, ErrNoSuchNote // one or the other
	}
	if c.On.Note != 0 {
		n, err := s.wallNote(c.On.Note)
		if err != nil {
			return nil, err
		}
		if n.Prompt.Step() != s.At.Step {
			return nil, ErrOtherStep
		}
	}
	if c.On.Cluster != 0 {
		if _, err := s.liveCluster(c.On.Cluster); err != nil {
			return nil, err
		}
	}
	return []Event{SpotlightPut(c)}, nil
}

func (v SpotlightPut) evolve(s State, _ Record) State {
	s.Spotlight = v.On
	return s
}
