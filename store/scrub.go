package store

import (
	"bytes"
	"fmt"
	"io"

	bolt "go.etcd.io/bbolt"
)

// firstPage comes after the two meta pages, which are never free.
const firstPage = 2

// scrub fills every page that nothing refers to with zeros. Those of a vote hold the box as it was one ballot ago,
// two ballots ago and so on, and together with the order of the roll that is who voted what. See the package comment.
//
// It holds bbolt's write lock and keeps all readers out, so no page becomes free or is taken meanwhile, and no
// transaction still sees an older state. From the next write transaction on bbolt itself would write over the same
// pages, so a crash can do no more harm here than there.
func (s *Store) scrub() (err error) {
	s.readers.Lock()
	defer s.readers.Unlock()
	defer func() {
		if err != nil {
			err = fmt.Errorf("wipe traces of ballots: %w", err)
		}
		s.unclean = err
	}()
	tx, err := s.db.Begin(true)
	if err != nil {
		return err
	}
	defer tx.Rollback() // always nil after Begin; there is nothing to undo
	info, err := s.file.Stat()
	if err != nil {
		return err
	}
	size := s.db.Info().PageSize
	page, zeros := make([]byte, size), make([]byte, size)
	wiped := false
	for id := firstPage; int64(id+1)*int64(size) <= info.Size(); id++ {
		free, err := isFree(tx, id)
		if err != nil {
			return err
		}
		if !free {
			continue
		}
		at := int64(id) * int64(size)
		if _, err := s.file.ReadAt(page, at); err != nil && err != io.EOF {
			return err
		}
		if bytes.Equal(page, zeros) {
			continue
		}
		if _, err := s.file.WriteAt(zeros, at); err != nil {
			return err
		}
		wiped = true
	}
	if !wiped {
		return nil
	}
	return s.file.Sync()
}

// isFree says whether nothing refers to the page. Pages behind the last one that was ever used count as free: a
// transaction that crashed may have written there.
func isFree(tx *bolt.Tx, id int) (bool, error) {
	p, err := tx.Page(id)
	if err != nil {
		return false, err
	}
	return p == nil || p.Type == "free", nil
}
