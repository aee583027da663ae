package workshoptest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"convene/workshop"
	"convene/workshop/ballot"
)

// Log keeps the logs and boxes of workshops in memory. It keeps them as JSON, so that what is loaded is what a disk
// would give: what is not stored is gone, and nothing is shared with whoever appended it. It is safe for concurrent
// use.
type Log struct {
	mu      sync.Mutex
	records map[workshop.ID][][]byte
	boxes   map[workshop.ID][]ballot.Ballot        // canonical and sorted
	sheets  map[workshop.ID][]workshop.LockedSheet // in the order of their locks
	nonces  map[workshop.ID][]byte
	fail    error
}

// NewLog returns an empty log.
func NewLog() *Log {
	return &Log{
		records: make(map[workshop.ID][][]byte), boxes: make(map[workshop.ID][]ballot.Ballot),
		sheets: make(map[workshop.ID][]workshop.LockedSheet), nonces: make(map[workshop.ID][]byte),
	}
}

// Fail lets the next Append fail with err and append nothing. The one after that works again.
func (l *Log) Fail(err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.fail = err
}

// Load returns the records of a workshop after the given Seq, in order; none for an unknown workshop.
func (l *Log) Load(ctx context.Context, id workshop.ID, after workshop.Seq) ([]workshop.Record, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("load workshop %s: %w", id, err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	var out []workshop.Record
	log := l.records[id]
	for _, raw := range log[min(after, workshop.Seq(len(log))):] {
		var r workshop.Record
		if err := json.Unmarshal(raw, &r); err != nil {
			return nil, fmt.Errorf("load workshop %s: %w", id, err)
		}
		out = append(out, r)
	}
	return out, nil
}

// Append adds records to the end of a workshop's log, which must be at after. The error is a *workshop.ConflictError
// when the log ends elsewhere; after any error nothing was appended.
func (l *Log) Append(ctx context.Context, id workshop.ID, after workshop.Seq, records ...workshop.Record) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("append to workshop %s: %w", id, err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.fail; err != nil {
		l.fail = nil
		return fmt.Errorf("append to workshop %s: %w", id, err)
	}
	log, err := extend(l.records[id], after, records)
	if err != nil {
		return fmt.Errorf("append to workshop %s: %w", id, err)
	}
	sheets, err := answered(l.sheets[id], records)
	if err != nil {
		return fmt.Errorf("append to workshop %s: %w", id, err)
	}
	l.records[id], l.sheets[id] = log, sheets
	for _, r := range records {
		switch v := r.Event.(type) {
		case workshop.BallotCast:
			l.boxes[id] = ballot.Sorted(append(l.boxes[id], v.Ballot))
		case workshop.VoteClosed:
			delete(l.boxes, id)
		case workshop.VoteAbandoned:
			delete(l.boxes, id)
			delete(l.nonces, id)
		case workshop.VoteOpened:
			if delete(l.nonces, id); v.Nonce != nil {
				l.nonces[id] = bytes.Clone(v.Nonce)
			}
		case workshop.LotDrawn:
			delete(l.nonces, id)
		}
	}
	return nil
}

// Box returns the ballots in a workshop's box, canonical and sorted.
func (l *Log) Box(ctx context.Context, id workshop.ID) ([]ballot.Ballot, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("read box of workshop %s: %w", id, err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	return ballot.Sorted(l.boxes[id]), nil
}

// Nonce returns what the lot of the latest vote is drawn from, nil when there is none.
func (l *Log) Nonce(ctx context.Context, id workshop.ID) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("read nonce of workshop %s: %w", id, err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	return bytes.Clone(l.nonces[id]), nil
}

// Sheets returns the answers to the open health check, in the order of their locks.
func (l *Log) Sheets(ctx context.Context, id workshop.ID) ([]workshop.LockedSheet, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("read answers of workshop %s: %w", id, err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	return cloned(l.sheets[id]), nil
}

// answered returns a box of answers after the records.
func answered(box []workshop.LockedSheet, records []workshop.Record) ([]workshop.LockedSheet, error) {
	box = cloned(box)
	for _, r := range records {
		switch v := r.Event.(type) {
		case workshop.AnswersGiven:
			box = append(box, workshop.LockedSheet{Lock: v.Lock, Sheet: v.Sheet})
		case workshop.AnswersChanged:
			var there bool
			if box, there = workshop.Replaced(box, v.Was, workshop.LockedSheet{Lock: v.Lock, Sheet: v.Sheet}); !there {
				return nil, fmt.Errorf("record %d: no answers in the box have that lock", r.Seq)
			}
		case workshop.CheckClosed, workshop.CheckAbandoned:
			box = nil
		}
	}
	return workshop.SortedSheets(cloned(box)), nil
}

// cloned shares no memory with the box.
func cloned(box []workshop.LockedSheet) []workshop.LockedSheet {
	var out []workshop.LockedSheet
	for _, one := range box {
		out = append(out, workshop.LockedSheet{Lock: bytes.Clone(one.Lock), Sheet: slices.Clone(one.Sheet)})
	}
	return out
}

// extend returns the log with the records written to its end.
func extend(log [][]byte, after workshop.Seq, records []workshop.Record) ([][]byte, error) {
	if end := workshop.Seq(len(log)); end != after {
		return nil, &workshop.ConflictError{Expected: after, Actual: end}
	}
	for _, r := range records {
		if want := workshop.Seq(len(log)) + 1; r.Seq != want {
			return nil, fmt.Errorf("record %d comes where %d should", r.Seq, want)
		}
		raw, err := json.Marshal(r)
		if err != nil {
			return nil, err
		}
		log = append(log, raw)
	}
	return log, nil
}
