package store

import (
	"errors"
	"fmt"
	"runtime/debug"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// view runs f in a read transaction. Whatever reads from the file of an open store goes through it.
func (s *Store) view(f func(tx *bolt.Tx) error) error {
	if err := s.healthy(); err != nil {
		return err
	}
	s.readers.RLock()
	defer s.readers.RUnlock()
	return s.look(f)
}

// look runs f in a read transaction, for those who know that nobody wipes pages meanwhile.
func (s *Store) look(f func(tx *bolt.Tx) error) error {
	return s.guard(func() error {
		if s.db == nil {
			return berrors.ErrDatabaseNotOpen
		}
		return s.db.View(f)
	})
}

// update runs f in a write transaction. The caller holds writer. When it is not f that fails but the disk, nobody can be sure of
// what bbolt believes any more.
func (s *Store) update(f func(tx *bolt.Tx) error) error {
	return s.guard(func() error {
		if s.db == nil {
			return berrors.ErrDatabaseNotOpen
		}
		var refused error
		err := s.db.Update(func(tx *bolt.Tx) error {
			refused = f(tx)
			return refused
		})
		if err != nil && refused == nil && !errors.Is(err, berrors.ErrDatabaseReadOnly) {
			s.ill.Store(true)
		}
		return err
	})
}

// guard runs f, which uses bbolt, and makes ErrDamaged of a panic. bbolt panics when a page makes no sense, and the
// system faults when the file has become shorter than what is mapped of it, or can't be read. Open has checked every page, so
// this is damage that came later, or a disk that fails.
func (s *Store) guard(f func() error) (err error) {
	if s.ill.Load() {
		return fmt.Errorf("%s: %w", s.path, errUnwell)
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			s.broken.Store(true)
			s.ill.Store(true)
			err = fmt.Errorf("%w: %s (%v)", ErrDamaged, s.path, p)
		}
	}()
	return f()
}
