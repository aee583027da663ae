package workshop

// Spot is a place on the board, where the spotlight is or somebody points: one note, or one cluster, or (zero) nothing.
type Spot struct {
	Note    NoteID    `json:"note,omitempty"`
	Cluster ClusterID `json:"cluster,omitempty"`
}

func (c PutSpotlight) decide(s State, _ Envelope) ([]Event, error) {
	if c.On == s.Spotlight {
		return nil, ErrAlreadyThere
	}
	if err := s.checkSpot(c.On); err != nil {
		return nil, err
	}
	return []Event{SpotlightPut(c)}, nil
}

func (v SpotlightPut) evolve(s State, _ Record) State {
	s.Spotlight = v.On
	return s
}

// checkSpot checks that a spot, if it is not zero, is a note or a cluster on the wall of the present step.
func (s State) checkSpot(on Spot) error {
	if on.Note != 0 && on.Cluster != 0 {
		return ErrNoSuchNote // one or the other
	}
	if on.Note != 0 {
		n, err := s.wallNote(on.Note)
		if err != nil {
			return err
		}
		if n.Prompt.Step() != s.At.Step {
			return ErrOtherStep
		}
	}
	if on.Cluster != 0 {
		if _, err := s.liveCluster(on.Cluster); err != nil {
			return err
		}
	}
	return nil
}
