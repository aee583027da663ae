package store

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// What Open and OpenReadOnly refuse. ErrDamaged may come later, too.
var (
	// ErrForeign is returned when the file holds something else.
	ErrForeign = errors.New("this is not a convene database")
	// ErrNewer is returned when the file has a later format version than this program knows.
	ErrNewer = errors.New("a newer convene wrote this file; please update convene to open it")
	// ErrCutShort is returned when the file ends before its last page, as after a copy that was interrupted.
	ErrCutShort = errors.New("the end of this file is missing; please restore a backup of it")
	// ErrDamaged is returned when what is in the file does not fit together.
	ErrDamaged = errors.New("this file is damaged; please restore a backup of it")
)

// version is the format that this program writes; see the package comment.
const version = 1

// formatPrefix comes before the version, so that another program's bucket of the same name is not taken for ours.
const formatPrefix = "convene "

var (
	metaBucket = []byte("meta")
	formatKey  = []byte("format")
)

// writeFormat writes the format into a database with nothing in it: a new one, or one whose creation was interrupted.
func writeFormat(tx *bolt.Tx) error {
	b, err := tx.CreateBucket(metaBucket)
	if err != nil {
		return fmt.Errorf("write format: %w", err)
	}
	if err := b.Put(formatKey, []byte(formatPrefix+strconv.Itoa(version))); err != nil {
		return fmt.Errorf("write format: %w", err)
	}
	return nil
}

// readFormat checks the format. It is false, without an error, when the database is empty.
func readFormat(tx *bolt.Tx, path string) (bool, error) {
	b := tx.Bucket(metaBucket)
	if b == nil {
		if first, _ := tx.Cursor().First(); first != nil {
			return false, fmt.Errorf("%w: %s; use another file with --db", ErrForeign, path)
		}
		return false, nil
	}
	digits, ours := strings.CutPrefix(string(b.Get(formatKey)), formatPrefix)
	v, err := strconv.Atoi(digits)
	switch {
	case !ours || err != nil || v < 1:
		return false, fmt.Errorf("%w: %s; use another file with --db", ErrForeign, path)
	case v > version:
		return false, fmt.Errorf("%w: %s has format %d, and this convene knows %d", ErrNewer, path, v, version)
	}
	return true, nil
}

// checkLength compares the length of the file with what its own first pages say. It reads nothing else.
func checkLength(tx *bolt.Tx, path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("open store: %w", err)
	}
	if info.Size() < tx.Size() {
		return fmt.Errorf("%w: %s has %d bytes of %d", ErrCutShort, path, info.Size(), tx.Size())
	}
	return nil
}
