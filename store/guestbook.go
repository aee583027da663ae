package store

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"

	bolt "go.etcd.io/bbolt"
)

var (
	guestbookBucket = []byte("guestbook")
	secretKey       = []byte("secret")
	hostKeyKey      = []byte("host-key")
)

// How much is let into the guestbook, in bytes.
const (
	secretSize     = 32
	maxFingerprint = 128
)

// Secret returns the 32 random bytes of this file that are mixed into every identifier of a person. They are made at
// first use and then stay the same, so that a person does, too. It returns an error when they are not there yet and
// the file is open only to read.
func (s *Store) Secret(ctx context.Context) ([]byte, error) {
	var secret []byte
	read := func(book *bolt.Bucket) error {
		secret = bytes.Clone(book.Get(secretKey))
		return nil
	}
	err := s.lookUp(ctx, read)
	if err == nil && secret == nil {
		err = s.writeDown(ctx, read) // whoever else came here first has made the book, and that one stays
	}
	if err != nil {
		return nil, fmt.Errorf("read secret: %w", err)
	}
	return secret, nil
}

// HostKey returns the fingerprint of the server's key that people have seen, and "" when they have not seen any.
func (s *Store) HostKey(ctx context.Context) (string, error) {
	var fingerprint string
	err := s.lookUp(ctx, func(book *bolt.Bucket) error {
		fingerprint = string(book.Get(hostKeyKey))
		return nil
	})
	if err != nil {
		return "", fmt.Errorf("look up host key: %w", err)
	}
	return fingerprint, nil
}

// RecordHostKey keeps the fingerprint of the server's key, 1 to 128 bytes, in the place of an earlier one.
func (s *Store) RecordHostKey(ctx context.Context, fingerprint string) error {
	if len(fingerprint) == 0 || len(fingerprint) > maxFingerprint {
		return fmt.Errorf("record host key: %d bytes are no fingerprint of 1 to %d", len(fingerprint), maxFingerprint)
	}
	err := s.writeDown(ctx, func(book *bolt.Bucket) error { return book.Put(hostKeyKey, []byte(fingerprint)) })
	if err != nil {
		return fmt.Errorf("record host key: %w", err)
	}
	return nil
}

// lookUp lets f read the guestbook, if there is one.
func (s *Store) lookUp(ctx context.Context, f func(book *bolt.Bucket) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return s.view(func(tx *bolt.Tx) error {
		if book := guestbook(tx); book != nil {
			return f(book)
		}
		return nil
	})
}

// writeDown lets f write in the guestbook, which is made when there is none.
func (s *Store) writeDown(ctx context.Context, f func(book *bolt.Bucket) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return s.change(func(tx *bolt.Tx) (bool, error) {
		book := guestbook(tx)
		if book == nil {
			var err error
			if book, err = makeGuestbook(tx); err != nil {
				return false, err
			}
		}
		return false, f(book)
	})
}

// guestbook is the guestbook, or nil.
func guestbook(tx *bolt.Tx) *bolt.Bucket {
	about := tx.Bucket(metaBucket)
	if about == nil {
		return nil
	}
	return about.Bucket(guestbookBucket)
}

// makeGuestbook makes the guestbook with its secret, so that one without it is known to be damaged.
func makeGuestbook(tx *bolt.Tx) (*bolt.Bucket, error) {
	book, err := tx.Bucket(metaBucket).CreateBucket(guestbookBucket)
	if err != nil {
		return nil, err
	}
	secret := make([]byte, secretSize)
	rand.Read(secret) // never fails, says its documentation
	return book, book.Put(secretKey, secret)
}
