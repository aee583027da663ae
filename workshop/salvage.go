package workshop

import (
	"errors"
	"fmt"
	"sort"
)

// UnreadableError says from which record on a log can't be read: that record is missing or damaged, or doesn't fit those
// before it. What comes before it can be read.
type UnreadableError struct {
	ID     ID
	Record Seq // the first that can't be read
	Err    error
}

func (e *UnreadableError) Error() string {
	if e.Record <= 1 {
		return fmt.Sprintf("nothing of workshop %q can be read: %v", e.ID, e.Err)
	}
	return fmt.Sprintf("workshop %q can be read up to record %d, and no further: %v", e.ID, e.Record-1, e.Err)
}

func (e *UnreadableError) Unwrap() error { return e.Err }

// Salvage recalls as much of a log that was read from outside as fits together, from its first record on. When that isn't
// all, the error is an *UnreadableError; otherwise it is that of Recall, and the state is empty: a whole workshop can be of
// a newer convene.
func Salvage(id ID, records ...Record) (State, error) {
	s, err := Recall(id, records[:min(1, len(records))]...) // what doesn't begin with its opening can be long, and mean nothing
	if err == nil {
		s, err = Recall(id, records...)
	}
	if err == nil || errors.Is(err, ErrNewer) {
		return s, err
	}
	// Of a long log only a few beginnings are recalled: looking at a whole workshop after every record takes seconds.
	first := sort.Search(len(records)-1, func(n int) bool {
		_, err := Recall(id, records[:n+1]...)
		return err != nil
	})
	s, err = Recall(id, records[:first]...)
	if err != nil {
		return State{}, err
	}
	return s, &UnreadableError{ID: id, Record: records[first].Seq, Err: ErrDamaged}
}

// Retrace is Salvage for whoever looks for damage: it asks of every record as well whether it is of somebody here. Who
// only reads has no use for that.
func Retrace(id ID, records ...Record) (State, error) {
	s, err := Salvage(id, records...)
	if err != nil {
		return s, err
	}
	var at State
	for _, r := range records {
		next := Evolve(at, r)
		if !next.knows(r) {
			return at, &UnreadableError{ID: id, Record: r.Seq, Err: ErrDamaged}
		}
		at = next
	}
	return s, nil
}

// knows says whether a record's sender, and whose keyboard it was, are somebody in the workshop or at its door.
func (s State) knows(r Record) bool {
	return s.Standing(r.By) != Outside && (r.Via == "" || s.number(r.Via) > 0)
}
