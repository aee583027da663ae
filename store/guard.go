package store

import (
	"fmt"
	"runtime/debug"

	bolt "go.etcd.io/bbolt"
)

// view runs f in a read transaction. Whatever reads from the file goes through it.
func (s *Store) view(f func(tx *bolt.Tx) error) error {
	s.readers.RLock()
	defer s.readers.RUnlock()
	return s.guard(func() error { return s.db.View(f) })
}

// update runs f in a write transaction. The caller holds writer.
func (s *Store) update(f func(tx *bolt.Tx) error) error {
	return s.guard(func() error { return s.db.Update(f) })
}

// guard runs f, which uses bbolt, and makes ErrDamaged of a panic. bbolt panics when a page makes no sense, and the
// system faults when the file has become shorter than what is mapped of it. Open has checked every page, so this is
// damage that came later.
//
// bbolt may keep its locks when it panics, so the store is not used any more after that.
func (s *Store) guard(f func() error) (err error) {
	if s.broken.Load() {
		return fmt.Errorf("%w: %s", ErrDamaged, s.path)
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			s.broken.Store(true)
			err = fmt.Errorf("%w: %s (%v)", ErrDamaged, s.path, p)
		}
	}()
	return f()
}
