package workshop

import (
	"maps"
	"slices"
)

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
	return s.withLit(v.On)
}

// withLit returns the state in which what is in the spotlight has been read.
func (s State) withLit(on Spot) State {
	var seen []NoteID
	if on.Note != 0 {
		seen = append(seen, on.Note)
	}
	for _, n := range s.members(on.Cluster) {
		seen = append(seen, n.ID)
	}
	fresh := slices.DeleteFunc(seen, func(id NoteID) bool { return s.lit[id] })
	if len(fresh) == 0 {
		return s
	}
	lit := make(map[NoteID]bool, len(s.lit)+len(fresh))
	maps.Copy(lit, s.lit)
	for _, id := range fresh {
		lit[id] = true
	}
	s.lit = lit
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
