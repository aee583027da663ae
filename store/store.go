package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"syscall"
	"time"

	bolt "go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// ErrLocked is returned when another process, or another Store of this one, has the file open.
var ErrLocked = errors.New("another convene has the file open")

// lockWait is how long Open waits for a lock. It takes up to two, one after the other: 1.4 s in all.
const lockWait = 700 * time.Millisecond

// Store is an open file with the logs of many workshops. It is safe for concurrent use.
type Store struct {
	db   *bolt.DB
	file *os.File // the one that db writes to

	// readers is held shared by whoever reads pages, and exclusively by scrub, which wipes pages that an older read
	// transaction might still see.
	readers sync.RWMutex
	unclean error // why the latest scrub failed; guarded by readers
}

// Open opens the file, and creates it with its folder when there is none; an empty file counts as none. The file is
// for its owner only (0600), a new folder too (0700). The store must be closed.
//
// It returns ErrLocked when the file stays locked for about a second, ErrForeign when it is no convene database,
// ErrNewer when a newer convene wrote it, and ErrCutShort when its end is missing. A file that is refused is left as
// it was.
func Open(path string) (*Store, error) {
	if err := makeFolder(path); err != nil {
		return nil, err
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, fmt.Errorf("open store: %w", err)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("open store: %s is not a file", path)
	case info.Size() > 0:
		if err := inspect(path); err != nil {
			return nil, err
		}
	}
	s := &Store{}
	s.db, err = bolt.Open(path, 0o600, &bolt.Options{
		Timeout:      lockWait,
		FreelistType: bolt.FreelistMapType,
		OpenFile: func(name string, flag int, mode fs.FileMode) (*os.File, error) {
			f, err := os.OpenFile(name, flag, mode)
			s.file = f
			return f, err
		},
	})
	if err != nil {
		return nil, openError(path, err)
	}
	if err := s.prepare(path); err != nil {
		return nil, errors.Join(err, s.db.Close())
	}
	return s, nil
}

// prepare makes a new file a convene database, checks an old one, and wipes what a crash may have left.
func (s *Store) prepare(path string) error {
	var created bool
	err := s.db.Update(func(tx *bolt.Tx) error {
		var err error
		created, err = ensureFormat(tx, path)
		return err
	})
	if err != nil {
		return err
	}
	if created {
		syncFolder(path)
	}
	if err := s.scrub(); err != nil {
		return fmt.Errorf("open store %s: %w", path, err)
	}
	return nil
}

// inspect looks at a file without writing to it, so that a file that is refused is left as it was. It comes before
// anything that follows a reference into the file: reading behind the end of a mapped file ends the process.
func inspect(path string) error {
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true, Timeout: lockWait})
	if err != nil {
		return openError(path, err)
	}
	defer db.Close() // nothing was written that could get lost
	return db.View(func(tx *bolt.Tx) error {
		if err := checkLength(tx, path); err != nil {
			return err
		}
		_, err := readFormat(tx, path)
		return err
	})
}

// openError says in plain words why bbolt could not open the file.
func openError(path string, err error) error {
	var pathErr *fs.PathError
	var errno syscall.Errno
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return fmt.Errorf("%w: %s; close it (`lsof %s` names it), or use another file with --db", ErrLocked, path, path)
	case errors.As(err, &pathErr), errors.As(err, &errno):
		return fmt.Errorf("open store %s: %w", path, err)
	default:
		// What is left are complaints about the content, and some of those have no type of their own.
		return fmt.Errorf("%w: %s (%w); use another file with --db", ErrForeign, path, err)
	}
}

// Close waits for what is going on, closes the file and gives up its lock. It also reports when traces of secret
// ballots could not be wiped (see the package comment); nothing of the log is lost then.
func (s *Store) Close() error {
	s.readers.Lock()
	defer s.readers.Unlock()
	if err := errors.Join(s.unclean, s.db.Close()); err != nil {
		return fmt.Errorf("close store: %w", err)
	}
	return nil
}

// view runs f in a read transaction. Whatever reads from the file goes through it.
func (s *Store) view(f func(tx *bolt.Tx) error) error {
	s.readers.RLock()
	defer s.readers.RUnlock()
	return s.db.View(f)
}
