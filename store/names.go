package store

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"unicode/utf8"

	bolt "go.etcd.io/bbolt"
)

var namesBucket = []byte("names")

// How much of a person is let into the guestbook, in bytes. Whoever gets as far as the door can cause it to be written.
const (
	maxWho  = 64
	maxName = 1280 // what 20 letters can take with all their marks
)

// maxNames is how many names are kept: those of many years of workshops, in a megabyte or so.
const maxNames = 10_000

// Name returns the name that was remembered last of who, and "" when there is none.
func (s *Store) Name(ctx context.Context, who string) (string, error) {
	var e nameEntry
	err := s.lookUp(ctx, func(book *bolt.Bucket) error {
		names := book.Bucket(namesBucket)
		if names == nil {
			return nil
		}
		value := names.Get([]byte(who))
		if value == nil {
			return nil
		}
		var err error
		e, err = readName([]byte(who), value)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("look up name: %w", err)
	}
	return e.Name, nil
}

// Remember keeps the name of who, in the place of an earlier one. Who is what the caller calls a person, 1 to 64 bytes
// that mean nothing to others; a name is text of 1 to 1280 bytes.
//
// The file has room for 10,000 names. When they are all taken, whoever gave theirs the longest time ago is forgotten.
// Who is forgotten is merely asked again, and somebody who fills the book on purpose keeps nobody out of it for good,
// as a full book that took no more would.
func (s *Store) Remember(ctx context.Context, who, name string) error {
	if len(who) == 0 || len(who) > maxWho {
		return fmt.Errorf("remember name: the identifier has %d bytes, and may have 1 to %d", len(who), maxWho)
	}
	if len(name) == 0 || len(name) > maxName || !utf8.ValidString(name) {
		return fmt.Errorf("remember name: %d bytes are no text of 1 to %d", len(name), maxName)
	}
	err := s.writeDown(ctx, func(book *bolt.Bucket) error {
		names, err := book.CreateBucketIfNotExists(namesBucket)
		if err != nil {
			return err
		}
		return putName(names, []byte(who), name)
	})
	if err != nil {
		return fmt.Errorf("remember name: %w", err)
	}
	return nil
}

// nameEntry is a name as it is stored.
type nameEntry struct {
	Turn uint64 `json:"turn"` // grows with every name that is remembered
	Name string `json:"name"`
}

func readName(who, value []byte) (nameEntry, error) {
	var e nameEntry
	if err := json.Unmarshal(value, &e); err != nil {
		return nameEntry{}, fmt.Errorf("%q: %w", who, err)
	}
	return e, nil
}

// putName adds a name, or puts it in the place of an earlier one, and makes room when there are too many.
func putName(names *bolt.Bucket, who []byte, name string) error {
	turn, err := names.NextSequence()
	if err != nil {
		return err
	}
	value, err := json.Marshal(nameEntry{Turn: turn, Name: name})
	if err != nil {
		return err
	}
	if err := names.Put(who, value); err != nil {
		return err
	}
	count := 0
	err = names.ForEach(func(_, _ []byte) error {
		count++
		return nil
	})
	if err != nil || count <= maxNames {
		return err
	}
	return dropOldest(names)
}

// dropOldest takes the name with the earliest turn out.
func dropOldest(names *bolt.Bucket) error {
	var oldest []byte
	var turn uint64
	err := names.ForEach(func(who, value []byte) error {
		e, err := readName(who, value)
		if err != nil {
			return err
		}
		if oldest == nil || e.Turn < turn {
			oldest, turn = bytes.Clone(who), e.Turn
		}
		return nil
	})
	if err != nil {
		return err
	}
	return names.Delete(oldest)
}
