package store

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"slices"

	bolt "go.etcd.io/bbolt"

	"convene/workshop"
	"convene/workshop/ballot"
)

// The boxes of a workshop: that of the open vote, and that of the open health check. Both are handled in the same way.
var (
	boxBucket     = []byte("box")
	answersBucket = []byte("answers")
)

// ballotKeySize is enough chance that no two ballots, or sheets, ever meet, and says nothing about when they came.
const ballotKeySize = 16

// Box returns the ballots in a workshop's box, canonical and sorted. There are none while no vote is open.
func (s *Store) Box(ctx context.Context, id workshop.ID) ([]ballot.Ballot, error) {
	out, err := inBox[ballot.Ballot](ctx, s, id, boxBucket)
	if err != nil {
		return nil, fmt.Errorf("read box of workshop %q: %w", id, err)
	}
	return ballot.Sorted(out), nil
}

// inBox are the things in a box.
func inBox[T any](ctx context.Context, s *Store, id workshop.ID, box []byte) ([]T, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var out []T
	err := s.view(func(tx *bolt.Tx) error {
		b := part(tx, id, box)
		if b == nil {
			return nil
		}
		return b.ForEach(func(_, v []byte) error {
			var one T
			if err := json.Unmarshal(v, &one); err != nil {
				return err
			}
			out = append(out, one)
			return nil
		})
	})
	return out, err
}

// updateBoxes does to both boxes what the records ask for, in their order. It says whether there was anything to do.
func updateBoxes(home *bolt.Bucket, records []workshop.Record) (bool, error) {
	ballots, err := updateBox(home, boxBucket, records, voted)
	if err != nil {
		return false, err
	}
	answers, err := updateBox(home, answersBucket, records, answered)
	return ballots || answers, err
}

// concern is what a record makes of the things in a box; false when it has nothing to do with that box.
type concern func(r workshop.Record, things [][]byte) (after [][]byte, concerns bool, err error)

// updateBox does to a box what the records ask for.
//
// It lays the whole box anew, every thing under a new key. If it only added one, then in a box of many pages the page
// that was written last would be known to hold the ballot that was cast last.
func updateBox(home *bolt.Bucket, box []byte, records []workshop.Record, asks concern) (bool, error) {
	touched := slices.ContainsFunc(records, func(r workshop.Record) bool {
		_, concerns, _ := asks(r, nil)
		return concerns
	})
	if !touched {
		return false, nil
	}
	things, err := takeAll(home, box)
	if err != nil {
		return false, err
	}
	for _, r := range records {
		after, concerns, err := asks(r, things)
		if err != nil {
			return false, fmt.Errorf("record %d: %w", r.Seq, err)
		}
		if concerns {
			things = after
		}
	}
	return true, putAll(home, box, things)
}

// voted is what a record makes of the ballots in the box.
func voted(r workshop.Record, ballots [][]byte) (after [][]byte, concerns bool, err error) {
	switch v := r.Event.(type) {
	case workshop.BallotCast:
		value, err := json.Marshal(ballot.Canonical(v.Ballot))
		if err != nil {
			return nil, true, fmt.Errorf("write ballot: %w", err)
		}
		return append(ballots, value), true, nil
	case workshop.VoteClosed, workshop.VoteAbandoned:
		return nil, true, nil
	default:
		return nil, false, nil
	}
}

// anyBox says whether any workshop of the file has a box. A workshop's box may share a page with what belongs to
// another one.
func anyBox(tx *bolt.Tx) bool {
	return len(boxed(tx, boxBucket)) > 0 || len(boxed(tx, answersBucket)) > 0
}

// boxed lists the workshops that have something in a box.
func boxed(tx *bolt.Tx, box []byte) []workshop.ID {
	all := tx.Bucket(workshopsBucket)
	if all == nil {
		return nil
	}
	var ids []workshop.ID
	c := all.Cursor()
	for id, _ := c.First(); id != nil; id, _ = c.Next() {
		if part(tx, workshop.ID(id), box) != nil {
			ids = append(ids, workshop.ID(id))
		}
	}
	return slices.Clip(ids)
}

// takeAll removes a box and returns what was in it.
func takeAll(home *bolt.Bucket, name []byte) ([][]byte, error) {
	box := home.Bucket(name)
	if box == nil {
		return nil, nil
	}
	var things [][]byte
	err := box.ForEach(func(_, v []byte) error {
		things = append(things, bytes.Clone(v))
		return nil
	})
	if err != nil {
		return nil, err
	}
	return things, home.DeleteBucket(name)
}

// putAll makes a box of the things; without any, there is none.
func putAll(home *bolt.Bucket, name []byte, things [][]byte) error {
	if len(things) == 0 {
		return nil
	}
	box, err := home.CreateBucket(name)
	if err != nil {
		return err
	}
	for _, value := range things {
		key := make([]byte, ballotKeySize)
		rand.Read(key) // never fails, says its documentation
		if err := box.Put(key, value); err != nil {
			return err
		}
	}
	return nil
}
