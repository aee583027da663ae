package store

import (
	"bytes"
	"fmt"

	bolt "go.etcd.io/bbolt"
)

// checkLayout looks whether the buckets are those of the package comment, and nothing else is where they are. A damaged
// name would otherwise make what it names look as if it had never been there. The error is an errFlaw.
func checkLayout(tx *bolt.Tx) error {
	if err := onlyBuckets(tx.Cursor(), metaBucket, workshopsBucket); err != nil {
		return err
	}
	if err := checkGuestbook(tx.Bucket(metaBucket)); err != nil {
		return err
	}
	all := tx.Bucket(workshopsBucket)
	if all == nil {
		return nil
	}
	if err := onlyBuckets(all.Cursor()); err != nil {
		return err
	}
	return all.ForEachBucket(func(id []byte) error {
		if err := onlyBuckets(all.Bucket(id).Cursor(), recordsBucket, boxBucket, answersBucket, sealBucket); err != nil {
			return fmt.Errorf("workshop %q: %w", id, err)
		}
		return nil
	})
}

// onlyBuckets checks that there are only buckets, and of these names if any are given.
func onlyBuckets(c *bolt.Cursor, names ...[]byte) error {
	for k, v := c.First(); k != nil; k, v = c.Next() {
		known := len(names) == 0
		for _, name := range names {
			known = known || bytes.Equal(k, name)
		}
		if !known || v != nil {
			return fmt.Errorf("%w: nothing of this program is called %q", errFlaw, k)
		}
	}
	return nil
}

// checkGuestbook checks what is in meta/guestbook. What else is in meta is passed over, so that a later program can
// keep something there, and this one still opens the file.
func checkGuestbook(about *bolt.Bucket) error {
	if about == nil {
		return nil
	}
	if about.Get(guestbookBucket) != nil {
		return fmt.Errorf("%w: the guestbook is a value", errFlaw)
	}
	book := about.Bucket(guestbookBucket)
	if book == nil {
		return nil
	}
	c := book.Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		switch {
		case v == nil && bytes.Equal(k, namesBucket):
		case v != nil && (bytes.Equal(k, secretKey) || bytes.Equal(k, hostKeyKey)):
		default:
			return fmt.Errorf("%w: nothing of the guestbook is called %q", errFlaw, k)
		}
	}
	if n := len(book.Get(secretKey)); n != secretSize {
		return fmt.Errorf("%w: the secret of the guestbook has %d bytes", errFlaw, n)
	}
	return nil
}
