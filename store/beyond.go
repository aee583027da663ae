package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// Surplus is what a file has and another has not.
type Surplus struct {
	Workshops int // of which the other has nothing
	Records   int // in all workshops, those among them
}

// Beyond counts what the file at a path has that another, such as an earlier copy of it, has not, or has otherwise. It changes
// neither. The error is one of those of OpenReadOnly, about either.
func Beyond(ctx context.Context, path, other string) (s Surplus, err error) {
	whole, err := OpenReadOnly(path)
	if err != nil {
		return s, err
	}
	defer func() { err = errors.Join(err, whole.Close()) }()
	part, err := OpenReadOnly(other)
	if err != nil {
		return s, err
	}
	defer func() { err = errors.Join(err, part.Close()) }()
	err = whole.view(func(tx *bolt.Tx) error {
		return part.view(func(lesser *bolt.Tx) error { return s.count(ctx, tx, lesser) })
	})
	if err != nil {
		return Surplus{}, fmt.Errorf("compare %s with %s: %w", path, other, err)
	}
	return s, nil
}

// count compares workshop by workshop.
func (s *Surplus) count(ctx context.Context, tx, lesser *bolt.Tx) error {
	all := tx.Bucket(workshopsBucket)
	if all == nil {
		return nil
	}
	return all.ForEachBucket(func(id []byte) error {
		home := logOf(lesser, id)
		if home == nil {
			s.Workshops++
		}
		s.records(logOf(tx, id), home)
		return ctx.Err()
	})
}

// records counts the records of a log that another has not; nil is a log without any.
func (s *Surplus) records(log, lesser *bolt.Bucket) {
	if log == nil {
		return
	}
	c := log.Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		if lesser == nil || !bytes.Equal(lesser.Get(k), v) {
			s.Records++
		}
	}
}

// logOf is the log of a workshop; nil when there is none.
func logOf(tx *bolt.Tx, id []byte) *bolt.Bucket {
	all := tx.Bucket(workshopsBucket)
	if all == nil {
		return nil
	}
	home := all.Bucket(id)
	if home == nil {
		return nil
	}
	return home.Bucket(recordsBucket)
}
