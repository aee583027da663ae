package store

import (
	"errors"
	"fmt"
	"os"

	berrors "go.etcd.io/bbolt/errors"
)

// errUnwell is what others are told while a store is put right again, and fails to be.
var errUnwell = errors.New("the disk has failed, and is not well yet")

// healthy makes a store usable again that a failing disk has left in doubt. It is asked before everything, by those who don't
// hold writer; the others call heal.
func (s *Store) healthy() error {
	if !s.ill.Load() {
		return nil
	}
	s.writer.Lock()
	defer s.writer.Unlock()
	return s.heal()
}

// heal lets bbolt forget what it believes of the file, and learn it anew from the disk: after a write or a sync that failed, and
// after a panic, that can differ. The file is looked at as closely as by Open, and must be the one that Open has opened: at its path,
// and with something in it. The caller holds writer.
//
// Whether the change that failed is in the file shows only now: a sync can fail after all is written. See settle.
func (s *Store) heal() error {
	switch {
	case !s.ill.Load():
		return nil
	case s.closed:
		return berrors.ErrDatabaseNotOpen
	}
	if s.file != nil { // what nobody can open again is not closed
		if err := s.hasItsName(); err != nil {
			return err
		}
	}
	if !s.keepOut() {
		return fmt.Errorf("%s: %w", s.path, errUnwell)
	}
	defer s.readers.Unlock()
	_ = s.shut() // what could not be written is known to have failed already
	s.ill.Store(false)
	err := s.open()
	written := false
	if err == nil {
		_, written, err = s.check()
	}
	if err == nil && !written {
		err = fmt.Errorf("%w: %s has become empty", ErrDamaged, s.path)
	}
	if err == nil && !s.readOnly {
		err = s.settle()
	}
	if err != nil {
		s.ill.Store(true)
		return err
	}
	return nil
}

// keepOut keeps all readers out, and waits for those that are in. After a panic bbolt may keep locks for which some of them wait for
// ever: then it doesn't wait, and says whether they are out. The caller holds writer.
func (s *Store) keepOut() bool {
	if s.broken.Load() {
		return s.readers.TryLock()
	}
	s.readers.Lock()
	return true
}

// isOurs checks a file that is opened again, before bbolt makes anything of it: it would fill an empty one.
func (s *Store) isOurs(f *os.File) error {
	if s.opened == nil {
		return nil
	}
	now, err := f.Stat()
	switch {
	case err != nil:
		return err
	case !os.SameFile(now, s.opened):
		return s.isAnother()
	case now.Size() == 0:
		return fmt.Errorf("%w: %s has become empty; end convene, and restore a backup", ErrDamaged, s.path)
	}
	return nil
}

// isAnother is the error when the file at the path is not the one that Open has opened.
func (s *Store) isAnother() error {
	return fmt.Errorf("%w: %s is another file than before; end convene, put the file back, and start again", ErrLocked, s.path)
}

// hasItsName makes sure that the file is still where it was. What is written to one that somebody has moved another over, or
// removed, is gone when it is closed. It is not closed for that: it may have what no other file has.
func (s *Store) hasItsName() error {
	switch there, err := os.Stat(s.path); {
	case err != nil:
		return fmt.Errorf("look for store: %w", err)
	case !os.SameFile(there, s.opened):
		return s.isAnother()
	}
	return nil
}

// settle puts the meta pages on the disk once more. After a sync that failed, the system may take for written what is not: what
// can be read, a power cut would undo, and no later sync brings it to the disk. All that a meta page refers to was synced with
// success before it was written, so it alone is in doubt.
//
// The source is Rebello et al., Can Applications Recover from fsync Failures?, USENIX ATC 2020.
func (s *Store) settle() error {
	metas := make([]byte, firstPage*s.pageSize)
	if _, err := s.file.ReadAt(metas, 0); err != nil {
		return fmt.Errorf("settle %s: %w", s.path, err)
	}
	if _, err := s.file.WriteAt(metas, 0); err != nil {
		return fmt.Errorf("settle %s: %w", s.path, err)
	}
	if err := s.file.Sync(); err != nil {
		return fmt.Errorf("settle %s: %w", s.path, err)
	}
	return nil
}

// shut closes the file, if it is open. bbolt would wait for itself after a panic, so then only the file is closed, and what is
// mapped of it stays so until the process ends.
func (s *Store) shut() error {
	if s.file == nil {
		return nil
	}
	db, file := s.db, s.file
	s.db, s.file = nil, nil
	if broken := s.broken.Swap(false); broken || db == nil {
		return errors.Join(unlock(file), file.Close())
	}
	return db.Close()
}
