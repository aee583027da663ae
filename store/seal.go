package store

import (
	"bytes"
	"context"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"convene/workshop"
)

// sealBucket holds one value, the nonce from which the lot of the latest vote is drawn. Its seal is in the log.
var (
	sealBucket = []byte("seal")
	nonceKey   = []byte("nonce")
)

// Nonce returns what the lot of a workshop's latest vote is drawn from, nil when there is none.
func (s *Store) Nonce(ctx context.Context, id workshop.ID) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("read nonce of workshop %q: %w", id, err)
	}
	var nonce []byte
	err := s.view(func(tx *bolt.Tx) error {
		if b := part(tx, id, sealBucket); b != nil {
			nonce = bytes.Clone(b.Get(nonceKey))
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read nonce of workshop %q: %w", id, err)
	}
	return nonce, nil
}

// updateSeal keeps and forgets nonces as the records ask for, in their order.
func updateSeal(home *bolt.Bucket, records []workshop.Record) error {
	for _, r := range records {
		var nonce []byte
		switch v := r.Event.(type) {
		case workshop.VoteOpened:
			nonce = v.Nonce
		case workshop.VoteAbandoned, workshop.LotDrawn:
		default:
			continue
		}
		if home.Bucket(sealBucket) != nil {
			if err := home.DeleteBucket(sealBucket); err != nil {
				return err
			}
		}
		if nonce == nil {
			continue
		}
		b, err := home.CreateBucket(sealBucket)
		if err != nil {
			return err
		}
		if err := b.Put(nonceKey, nonce); err != nil {
			return err
		}
	}
	return nil
}
