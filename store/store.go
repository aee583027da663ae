package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"
	"sync/atomic"
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
	path     string
	readOnly bool
	db       *bolt.DB    // nil while it can't be opened again after a failure; then ill is set
	file     *os.File    // the one that db uses
	opened   os.FileInfo // of the file that Open has opened; nil before
	closed   bool        // by Close; guarded by writer
	pageSize int

	// writer is held by whoever writes. Who holds it may take readers, and not the other way round.
	writer  sync.Mutex
	unclean error  // why traces of ballots may be in the file; guarded by writer
	latest  uint64 // the transaction that wrote the file last, as far as this store knows; guarded by writer

	// readers is held shared by whoever reads pages, and exclusively by scrub, which wipes pages that an older read
	// transaction might still see.
	readers sync.RWMutex
	ill     atomic.Bool // the disk failed, and what bbolt believes of the file is in doubt; see heal
	broken  atomic.Bool // bbolt panicked as well, and may keep its locks; see guard
}

// Open opens the file, and creates it with its folder when there is none; an empty file counts as none. The file is
// for its owner only (0600), a new folder too (0700). The store must be closed.
//
// It returns ErrLocked when the file stays locked for about a second, ErrForeign when it is no convene database,
// ErrNewer when a newer convene wrote it, ErrCutShort when its end is missing, and ErrDamaged when its pages do not fit
// together. A file that is refused is left as it was. One that is not refused is written to only to make it a convene
// database when it is new, to wipe what a crash may have left of secret ballots, and to bring its first two pages to the disk
// once more, as they are.
func Open(path string) (*Store, error) {
	if err := makeFolder(path); err != nil {
		return nil, err
	}
	// bbolt may write to a file as soon as it opens it, so a look comes first.
	switch look, err := OpenReadOnly(path); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, err
	default:
		if err := look.Close(); err != nil {
			return nil, err
		}
	}
	s := &Store{path: path}
	if err := s.open(); err != nil {
		return nil, err
	}
	if err := s.prepare(); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// OpenReadOnly opens the file for reading, and makes and changes nothing. It needs no permission to write, and several
// can read at once. What would write returns an error. The store must be closed.
//
// It returns the errors of Open, and one that wraps fs.ErrNotExist when there is no file; an empty file counts as none.
func OpenReadOnly(path string) (*Store, error) {
	s, err := openUnchecked(path)
	if err != nil {
		return nil, err
	}
	if _, _, err := s.check(); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// openUnchecked opens a file for reading, and looks at nothing in it but the meta pages.
func openUnchecked(path string) (*Store, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, fmt.Errorf("open store: %w", err)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("open store: %s is not a file", path)
	case info.Size() == 0:
		return nil, fmt.Errorf("open store: %s is empty: %w", path, fs.ErrNotExist)
	}
	s := &Store{path: path, readOnly: true}
	if err := s.open(); err != nil {
		return nil, err
	}
	return s, nil
}

// open lets bbolt open the file, and lock it.
func (s *Store) open() error {
	err := s.guard(func() error {
		var err error
		s.db, err = bolt.Open(s.path, 0o600, &bolt.Options{
			ReadOnly:     s.readOnly,
			Timeout:      lockWait,
			FreelistType: bolt.FreelistMapType,
			OpenFile: func(name string, flag int, mode fs.FileMode) (*os.File, error) {
				if s.opened != nil {
					flag &^= os.O_CREATE
				}
				f, err := os.OpenFile(name, flag, mode)
				if err != nil {
					return nil, err
				}
				if err := s.isOurs(f); err != nil {
					return nil, errors.Join(err, f.Close())
				}
				s.file = f
				return f, nil
			},
		})
		if err != nil {
			s.file = nil // bbolt has closed it
			return openError(s.path, err)
		}
		s.pageSize = s.db.Info().PageSize
		if err := s.stillThere(); err != nil {
			return errors.Join(err, s.shut())
		}
		s.opened, err = s.file.Stat()
		return err
	})
	if s.broken.Load() {
		return errors.Join(err, s.shut())
	}
	return err
}

// check looks at the file without writing to it. Whatever follows a reference into the file comes after it. It returns
// which pages are in use, and whether there is anything in the database at all. Nobody may write meanwhile.
func (s *Store) check() (m pageMap, written bool, err error) {
	err = s.look(func(tx *bolt.Tx) error {
		if err := checkLength(tx, s.path); err != nil {
			return err
		}
		if m, err = s.pageMap(); err != nil {
			return err
		}
		s.latest = uint64(tx.ID())
		if written, err = readFormat(tx, s.path); err != nil {
			return err
		}
		return s.contentError(checkLayout(tx))
	})
	return m, written, err
}

// prepare checks a file again, which is locked now for others, makes a new one a convene database, and wipes what a
// crash may have left.
func (s *Store) prepare() error {
	s.writer.Lock()
	defer s.writer.Unlock()
	m, written, err := s.check()
	if err != nil {
		return err
	}
	if !written {
		if err := s.update(writeFormat); err != nil {
			return err
		}
		syncFolder(s.path)
		return nil
	}
	// A process that was ended after a sync had failed may have left a meta page that is only in the memory of the system.
	if err := s.settle(); err != nil {
		return err
	}
	traces, err := s.traces(m, false)
	if err == nil && len(traces) > 0 {
		// A process that was killed may have left its last transaction in the memory of the system; see scrub.
		err = s.file.Sync()
	}
	if err == nil {
		err = s.wipe(traces)
	}
	if err != nil {
		return fmt.Errorf("open store %s: wipe traces of ballots: %w", s.path, err)
	}
	return nil
}

// openError says in plain words why bbolt could not open the file.
func openError(path string, err error) error {
	var pathErr *fs.PathError
	var errno syscall.Errno
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return fmt.Errorf("%w: %s; close it (`lsof %s` names it), or use another file with --db", ErrLocked, path, path)
	case errors.Is(err, ErrLocked), errors.Is(err, ErrDamaged):
		return err // said already
	case errors.As(err, &pathErr), errors.As(err, &errno):
		return fmt.Errorf("open store %s: %w", path, err)
	case errors.Is(err, berrors.ErrChecksum):
		return fmt.Errorf("%w: %s (%w)", ErrDamaged, path, err)
	default:
		// What is left are complaints about the content, and some of those have no type of their own.
		return fmt.Errorf("%w: %s (%w); use another file with --db", ErrForeign, path, err)
	}
}

// contentError says in plain words what is wrong with the content of the file.
func (s *Store) contentError(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, errFlaw):
		return fmt.Errorf("%w: %s (%w)", ErrDamaged, s.path, err)
	case errors.Is(err, errNoFreelist):
		return fmt.Errorf("%w: %s (%w); use another file with --db", ErrForeign, s.path, err)
	default:
		return fmt.Errorf("read %s: %w", s.path, err)
	}
}

// Close waits for what is going on, closes the file and gives up its lock. It also reports when traces of secret
// ballots could not be wiped (see the package comment); nothing of the log is lost then. After damage that came while
// the file was open, the lock may stay until the process ends.
func (s *Store) Close() error {
	s.writer.Lock()
	defer s.writer.Unlock()
	s.closed = true
	if s.keepOut() {
		defer s.readers.Unlock()
	}
	if err := errors.Join(s.unclean, s.shut()); err != nil {
		return fmt.Errorf("close store: %w", err)
	}
	return nil
}
