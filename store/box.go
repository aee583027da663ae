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

var boxBucket = []byte("box")

// ballotKeySize is enough chance that no two ballots ever meet, and says nothing about when they came.
const ballotKeySize = 16

// Box returns the ballots in a workshop's box, canonical and sorted. There are none while no vote is open.
func (s *Store) Box(ctx context.Context, id workshop.ID) ([]ballot.Ballot, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("read box of workshop %q: %w", id, err)
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
		return nil, fmt.Errorf("read box of workshop %q: %w", id, err)
	}
	return ballot.Sorted(out), nil
}

// updateBox does to the box what the records ask for, in their order. It says whether there was anything to do.
//
// It lays the whole box anew, every ballot under a new key. If it only added one, then in a box of many pages the page
// that was written last would be known to hold the ballot that was cast last.
func updateBox(home *bolt.Bucket, records []workshop.Record) (bool, error) {
	if !slices.ContainsFunc(records, concernsBox) {
		return false, nil
	}
	ballots, err := takeAll(home)
	if err != nil {
		return false, err
	}
	for _, r := range records {
		switch v := r.Event.(type) {
		case workshop.BallotCast:
			value, err := json.Marshal(ballot.Canonical(v.Ballot))
			if err != nil {
				return false, fmt.Errorf("record %d: write ballot: %w", r.Seq, err)
			}
			ballots = append(ballots, value)
		case workshop.VoteClosed, workshop.VoteAbandoned:
			ballots = nil
		}
	}
	return true, putAll(home, ballots)
}

// anyBox says whether any workshop of the file has a box. A workshop's box may share a page with what belongs to
// another one.
func anyBox(tx *bolt.Tx) bool {
	all := tx.Bucket(workshopsBucket)
	if all == nil {
		return false
	}
	c := all.Cursor()
	for id, _ := c.First(); id != nil; id, _ = c.Next() {
		if part(tx, workshop.ID(id), boxBucket) != nil {
			return true
		}
	}
	return false
}

func concernsBox(r workshop.Record) bool {
	switch r.Event.(type) {
	case workshop.BallotCast, workshop.VoteClosed, workshop.VoteAbandoned:
		return true
	default:
		return false
	}
}

// takeAll removes the box and returns what was in it.
func takeAll(home *bolt.Bucket) ([][]byte, error) {
	box := home.Bucket(boxBucket)
	if box == nil {
		return nil, nil
	}
	var ballots [][]byte
	err := box.ForEach(func(_, v []byte) error {
		ballots = append(ballots, bytes.Clone(v))
		return nil
	})
	if err != nil {
		return nil, err
	}
	return ballots, home.DeleteBucket(boxBucket)
}

// putAll makes a box of the ballots; without any, there is none.
func putAll(home *bolt.Bucket, ballots [][]byte) error {
	if len(ballots) == 0 {
		return nil
	}
	box, err := home.CreateBucket(boxBucket)
	if err != nil {
		return err
	}
	for _, value := range ballots {
		key := make([]byte, ballotKeySize)
		rand.Read(key) // never fails, says its documentation
		if err := box.Put(key, value); err != nil {
			return err
		}
	}
	return nil
}
