package store

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"convene/workshop"
)

var (
	workshopsBucket = []byte("workshops")
	recordsBucket   = []byte("records")
)

// recordsFill is how full a page of records is made before the next begins. Records only ever come at the end, so
// there is no need for the half that bbolt leaves free for insertions.
const recordsFill = 0.9

// Load returns the records of a workshop after the given Seq, in order. A workshop that is not in the store has none,
// and neither has one whose log ends at that Seq or before. A record that is missing or cannot be read is a
// *workshop.UnreadableError; the records before it are returned with it.
func (s *Store) Load(ctx context.Context, id workshop.ID, after workshop.Seq) ([]workshop.Record, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("load workshop %q: %w", id, err)
	}
	var out []workshop.Record
	err := s.view(func(tx *bolt.Tx) error {
		b := part(tx, id, recordsBucket)
		if b == nil {
			return nil
		}
		c := b.Cursor()
		want := after + 1
		for k, v := c.Seek(seqKey(want)); k != nil; k, v = c.Next() {
			r, err := decodeRecord(k, v, want)
			if err != nil {
				return &workshop.UnreadableError{ID: id, Record: want, Err: err}
			}
			out = append(out, r)
			want++
		}
		return nil
	})
	if unreadable := (*workshop.UnreadableError)(nil); errors.As(err, &unreadable) {
		return out, err
	}
	if err != nil {
		return nil, fmt.Errorf("load workshop %q: %w", id, err)
	}
	return out, nil
}

// Append adds records to the end of a workshop's log, which must be at after; the records are numbered from there on.
// The ballot of a BallotCast goes into the box, and VoteClosed and VoteAbandoned empty the box; the nonce of a VoteOpened
// is kept beside it. So it is with the sheets of a health check, in a box of their own. All of it is one
// transaction, which is on the disk when Append returns; after an error, nothing was appended. The error is a
// *workshop.ConflictError when the log ends elsewhere.
func (s *Store) Append(ctx context.Context, id workshop.ID, after workshop.Seq, records ...workshop.Record) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("append to workshop %q: %w", id, err)
	}
	values, err := encodeRecords(after, records)
	if err != nil {
		return fmt.Errorf("append to workshop %q: %w", id, err)
	}
	err = s.change(func(tx *bolt.Tx) (bool, error) {
		end, err := lastSeq(part(tx, id, recordsBucket))
		if err != nil {
			return false, fmt.Errorf("record %d: %w", after, err)
		}
		if end != after {
			return false, &workshop.ConflictError{Expected: after, Actual: end}
		}
		if len(records) == 0 {
			return false, nil
		}
		home, err := makeHome(tx, id)
		if err != nil {
			return false, err
		}
		if err := putRecords(home, records, values); err != nil {
			return false, err
		}
		if err := updateSeal(home, records); err != nil {
			return false, err
		}
		return updateBoxes(home, records)
	})
	if err != nil {
		return fmt.Errorf("append to workshop %q: %w", id, err)
	}
	return nil
}

// IDs lists all workshops in the store, sorted.
func (s *Store) IDs(ctx context.Context) ([]workshop.ID, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("list workshops: %w", err)
	}
	var ids []workshop.ID
	err := s.view(func(tx *bolt.Tx) error {
		all := tx.Bucket(workshopsBucket)
		if all == nil {
			return nil
		}
		return all.ForEachBucket(func(k []byte) error {
			ids = append(ids, workshop.ID(k))
			return nil
		})
	})
	if err != nil {
		return nil, fmt.Errorf("list workshops: %w", err)
	}
	return ids, nil
}

// Has says whether there is a workshop with that code.
func (s *Store) Has(ctx context.Context, id workshop.ID) (bool, error) {
	if err := ctx.Err(); err != nil {
		return false, fmt.Errorf("find workshop: %w", err)
	}
	has := false
	err := s.view(func(tx *bolt.Tx) error {
		has = part(tx, id, recordsBucket) != nil
		return nil
	})
	if err != nil {
		return false, fmt.Errorf("find workshop: %w", err)
	}
	return has, nil
}

// part is one of a workshop's buckets, or nil.
func part(tx *bolt.Tx, id workshop.ID, name []byte) *bolt.Bucket {
	all := tx.Bucket(workshopsBucket)
	if all == nil {
		return nil
	}
	home := all.Bucket([]byte(id))
	if home == nil {
		return nil
	}
	return home.Bucket(name)
}

// makeHome is the workshop's bucket, made when it is not there.
func makeHome(tx *bolt.Tx, id workshop.ID) (*bolt.Bucket, error) {
	all, err := tx.CreateBucketIfNotExists(workshopsBucket)
	if err != nil {
		return nil, err
	}
	return all.CreateBucketIfNotExists([]byte(id))
}

func putRecords(home *bolt.Bucket, records []workshop.Record, values [][]byte) error {
	b, err := home.CreateBucketIfNotExists(recordsBucket)
	if err != nil {
		return err
	}
	b.FillPercent = recordsFill
	for i, r := range records {
		if err := b.Put(seqKey(r.Seq), values[i]); err != nil {
			return fmt.Errorf("record %d: %w", r.Seq, err)
		}
	}
	return nil
}

// lastSeq is where a log ends; zero when there is none.
func lastSeq(b *bolt.Bucket) (workshop.Seq, error) {
	if b == nil {
		return 0, nil
	}
	k, _ := b.Cursor().Last()
	if k == nil {
		return 0, nil
	}
	return keySeq(k)
}

// seqKey is big-endian, so that the order of the keys is the order of the records.
func seqKey(s workshop.Seq) []byte { return binary.BigEndian.AppendUint64(nil, uint64(s)) }

// keySeq reads a seqKey.
func keySeq(k []byte) (workshop.Seq, error) {
	if len(k) != 8 {
		return 0, fmt.Errorf("its key %q has %d bytes and not 8", k, len(k))
	}
	return workshop.Seq(binary.BigEndian.Uint64(k)), nil
}

// encodeRecords writes the records as they are stored, before the file is locked for others.
func encodeRecords(after workshop.Seq, records []workshop.Record) ([][]byte, error) {
	values := make([][]byte, len(records))
	for i, r := range records {
		if want := after + 1 + workshop.Seq(i); r.Seq != want {
			return nil, fmt.Errorf("record %d comes where %d should", r.Seq, want)
		}
		v, err := json.Marshal(r)
		if err != nil {
			return nil, err
		}
		values[i] = v
	}
	return values, nil
}

func decodeRecord(key, value []byte, want workshop.Seq) (workshop.Record, error) {
	switch got, err := keySeq(key); {
	case err != nil:
		return workshop.Record{}, fmt.Errorf("record %d: %w", want, err)
	case got != want:
		return workshop.Record{}, fmt.Errorf("record %d is missing", want)
	}
	var r workshop.Record
	if err := r.UnmarshalJSON(value); err != nil {
		return workshop.Record{}, fmt.Errorf("record %d: %w", want, err)
	}
	if r.Seq != want {
		return workshop.Record{}, fmt.Errorf("record %d says that it is record %d", want, r.Seq)
	}
	return r, nil
}
