package store

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"convene/workshop"
)

// errNoSuchLock is returned when answers would be changed that are not in the box.
var errNoSuchLock = errors.New("no answers in the box have that lock")

// Sheets returns the answers in a workshop's box, in the order of their locks, which is chance. There are none while no
// health check is open.
func (s *Store) Sheets(ctx context.Context, id workshop.ID) ([]workshop.LockedSheet, error) {
	out, err := inBox[workshop.LockedSheet](ctx, s, id, answersBucket)
	if err != nil {
		return nil, fmt.Errorf("read answers of workshop %q: %w", id, err)
	}
	return workshop.SortedSheets(out), nil
}

// answered is what a record makes of the sheets in the box.
func answered(r workshop.Record, sheets [][]byte) (after [][]byte, concerns bool, err error) {
	switch v := r.Event.(type) {
	case workshop.AnswersGiven:
		after, err = withSheet(sheets, v.Lock, v.Sheet)
		return after, true, err
	case workshop.AnswersChanged:
		i, err := withLock(sheets, v.Was)
		if err != nil || i < 0 {
			return nil, true, errors.Join(err, errNoSuchLock)
		}
		after, err = withSheet(append(sheets[:i:i], sheets[i+1:]...), v.Lock, v.Sheet)
		return after, true, err
	case workshop.CheckClosed, workshop.CheckAbandoned:
		return nil, true, nil
	default:
		return nil, false, nil
	}
}

// withSheet adds a sheet with its lock.
func withSheet(sheets [][]byte, lock []byte, sheet workshop.Sheet) ([][]byte, error) {
	value, err := json.Marshal(workshop.LockedSheet{Lock: lock, Sheet: sheet})
	if err != nil {
		return nil, fmt.Errorf("write answers: %w", err)
	}
	return append(sheets, value), nil
}

// withLock is which of the sheets has that lock; -1 when none has.
func withLock(sheets [][]byte, lock []byte) (int, error) {
	for i, value := range sheets {
		var one workshop.LockedSheet
		if err := json.Unmarshal(value, &one); err != nil {
			return -1, fmt.Errorf("read answers: %w", err)
		}
		if bytes.Equal(one.Lock, lock) {
			return i, nil
		}
	}
	return -1, nil
}
