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

// errOverwritten is returned when somebody has written to the file past its lock: an earlier copy over it, as cp does.
var errOverwritten = errors.New("somebody else has written to this file")

// update runs f in a write transaction. The caller holds writer. When it is not f that fails but the disk, nobody can be sure of
// what bbolt believes any more; nor when the file is another than bbolt has left: it would take pages for free that are in use.
func (s *Store) update(f func(tx *bolt.Tx) error) error {
	return s.guard(func() error {
		if s.db == nil {
			return berrors.ErrDatabaseNotOpen
		}
		if err := s.hasItsName(); err != nil {
			return err
		}
		var refused error
		err := s.db.Update(func(tx *bolt.Tx) error {
			if uint64(tx.ID()) != s.latest+1 {
				return fmt.Errorf("%w: %s", errOverwritten, s.path)
			}
			refused = f(tx)
			return refused
		})
		switch {
		case err == nil:
			s.latest++
		case refused == nil && !errors.Is(err, berrors.ErrDatabaseReadOnly):
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
