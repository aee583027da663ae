package store

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"convene/workshop"
	"convene/workshop/ballot"
)

var boxBucket = []byte("box")

// ballotKeySize is enough chance that no two ballots ever meet, and says nothing about when they came.
const ballotKeySize = 16

// Box returns the ballots in a workshop's box, canonical and sorted. There are none while no vote is open.
func (s *Store) Box(ctx context.Context, id workshop.ID) ([]ballot.Ballot, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("read box of workshop %s: %w", id, err)
	}
	var out []ballot.Ballot
	err := s.view(func(tx *bolt.Tx) error {
		b := part(tx, id, boxBucket)
		if b == nil {
			return nil
		}
		return b.ForEach(func(_, v []byte) error {
			var one ballot.Ballot
			if err := json.Unmarshal(v, &one); err != nil {
				return err
			}
			out = append(out, one)
			return nil
		})
	})
	if err != nil {
		return nil, fmt.Errorf("read box of workshop %s: %w", id, err)
	}
	return ballot.Sorted(out), nil
}

// putBallots does to the box what the records ask for, in their order. It says whether there was anything to do.
func putBallots(home *bolt.Bucket, records []workshop.Record) (bool, error) {
	touched := false
	for _, r := range records {
		var err error
		switch v := r.Event.(type) {
		case workshop.BallotCast:
			err = putBallot(home, v.Ballot)
		case workshop.VoteClosed, workshop.VoteAbandoned:
			err = emptyBox(home)
		default:
			continue
		}
		if err != nil {
			return false, fmt.Errorf("record %d: %w", r.Seq, err)
		}
		touched = true
	}
	return touched, nil
}

func putBallot(home *bolt.Bucket, cast ballot.Ballot) error {
	box, err := home.CreateBucketIfNotExists(boxBucket)
	if err != nil {
		return err
	}
	value, err := json.Marshal(ballot.Canonical(cast))
	if err != nil {
		return fmt.Errorf("write ballot: %w", err)
	}
	key := make([]byte, ballotKeySize)
	rand.Read(key) // never fails, says its documentation
	return box.Put(key, value)
}

func emptyBox(home *bolt.Bucket) error {
	if home.Bucket(boxBucket) == nil {
		return nil
	}
	return home.DeleteBucket(boxBucket)
}
