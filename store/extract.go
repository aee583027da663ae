package store

import (
	"bytes"
	"context"
	"errors"

	bolt "go.etcd.io/bbolt"
)

// extract is what a bucket holds, in memory, without the answers to health checks.
type extract struct {
	sequence uint64
	things   []thing
}

// thing is a value, or another bucket.
type thing struct {
	name, value []byte
	inside      *extract
}

// extractOf reads a whole file but for the answers.
func extractOf(ctx context.Context, tx *bolt.Tx) (*extract, error) {
	var all extract
	err := tx.ForEach(func(name []byte, b *bolt.Bucket) error {
		inside, err := readBucket(ctx, b, bytes.Equal(name, workshopsBucket), 1)
		all.things = append(all.things, thing{name: bytes.Clone(name), inside: inside})
		return err
	})
	return &all, err
}

// readBucket reads a bucket; below that of the workshops, the answers are two further down.
func readBucket(ctx context.Context, b *bolt.Bucket, workshops bool, depth int) (*extract, error) {
	out := &extract{sequence: b.Sequence()}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	err := b.ForEach(func(name, value []byte) error {
		if value != nil {
			out.things = append(out.things, thing{name: bytes.Clone(name), value: bytes.Clone(value)})
			return nil
		}
		if workshops && depth == 2 && bytes.Equal(name, answersBucket) {
			return nil
		}
		inside, err := readBucket(ctx, b.Bucket(name), workshops, depth+1)
		out.things = append(out.things, thing{name: bytes.Clone(name), inside: inside})
		return err
	})
	return out, err
}

// bucket is where something can be put.
type bucket interface {
	CreateBucket(name []byte) (*bolt.Bucket, error)
}

// write writes a new file that holds what was read.
func (e *extract) write(path string) error {
	db, err := bolt.Open(path, 0o600, &bolt.Options{FreelistType: bolt.FreelistMapType})
	if err != nil {
		return err
	}
	return errors.Join(db.Update(func(tx *bolt.Tx) error { return e.fill(tx) }), db.Close())
}

func (e *extract) fill(to bucket) error {
	for _, t := range e.things {
		if t.inside == nil {
			if err := to.(*bolt.Bucket).Put(t.name, t.value); err != nil {
				return err
			}
			continue
		}
		b, err := to.CreateBucket(t.name)
		if err != nil {
			return err
		}
		b.FillPercent = recordsFill
		if err := errors.Join(b.SetSequence(t.inside.sequence), t.inside.fill(b)); err != nil {
			return err
		}
	}
	return nil
}
