package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"sync"
)

// ErrUnfit is returned by Restore when something in the backup is wrong.
var ErrUnfit = errors.New("this backup is damaged")

// Restored is what Restore has found, and done.
type Restored struct {
	Audit Audit  // of the backup
	Kept  string // where the file is that was there before; empty when there was none
}

// Restore puts a copy of a backup in the place of the file at a path, at once. The backup is verified before anything is
// touched, and a file that is there already is kept beside it under another name: nothing is lost.
//
// It returns ErrUnfit, with what is wrong in Audit, when the backup is damaged; ErrNewer when all that is wrong may be of a newer
// convene; ErrExists when there is a file already
// that is not to be replaced; ErrLocked when somebody has that file open. Then everything is as it was.
func Restore(ctx context.Context, backup, path string, replace bool) (r Restored, err error) {
	from, err := OpenReadOnly(backup)
	if errors.Is(err, ErrDamaged) {
		var failed error
		if r.Audit, failed = Verify(ctx, backup); failed == nil {
			return r, fmt.Errorf("%w: %s", ErrUnfit, backup)
		}
	}
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	path = followed(path)
	there, err := occupied(path)
	if err != nil {
		return r, fmt.Errorf("restore: %w", err)
	}
	if there && !replace {
		return r, fmt.Errorf("%w: %s", ErrExists, path)
	}
	if err := makeFolder(path); err != nil {
		return r, err
	}
	letGo, placeholder, err := claim(path, there)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, letGo()) }()
	c, err := from.Copy(ctx, path)
	if err != nil {
		return r, fmt.Errorf("restore: %w", err)
	}
	r.Audit = c.Audit
	if r.Audit.Newer() {
		return r, errors.Join(fmt.Errorf("%w: %s", ErrNewer, backup), c.Drop())
	}
	if len(r.Audit.Troubles) > 0 {
		return r, errors.Join(fmt.Errorf("%w: %s", ErrUnfit, backup), c.Drop())
	}
	if runtime.GOOS == "windows" { // where nobody can replace what somebody has open
		if err := letGo(); err != nil {
			return r, errors.Join(err, c.Drop())
		}
	}
	if there {
		if r.Kept, err = keepBeside(path); err != nil {
			return r, errors.Join(fmt.Errorf("restore: %w", err), c.Drop())
		}
		syncFolder(path) // a power cut must not undo the second name, and leave the backup in the place of the first
	}
	if err := c.place(path, there || placeholder); err != nil { // where nothing was, somebody may have come meanwhile
		return r, errors.Join(fmt.Errorf("restore: %w", err), c.Drop(), putBack(r.Kept, path))
	}
	return r, nil
}

// occupied says whether there is a file that counts. An empty one does not.
func occupied(path string) (bool, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case !info.Mode().IsRegular():
		return false, fmt.Errorf("%s is not a file", path)
	}
	return info.Size() > 0, nil
}

// claim keeps everybody from what is at a path until it is let go, be it a file that counts or the empty placeholder of one.
// Where nothing is there is nothing to lock.
func claim(path string, there bool) (letGo func() error, placeholder bool, err error) {
	if there {
		letGo, err = keepOthersOut(path)
		return letGo, false, err
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return func() error { return nil }, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("restore: %w", err)
	}
	letGo = sync.OnceValue(f.Close)
	if err := lockFile(f); err != nil {
		return nil, false, errors.Join(fmt.Errorf("%w: %s", err, path), letGo())
	}
	if info, err := f.Stat(); err != nil || info.Size() > 0 { // somebody was here between the look and the lock
		return nil, false, errors.Join(cmp.Or(err, fmt.Errorf("%w: %s", ErrExists, path)), letGo())
	}
	return letGo, true, nil
}

// keepOthersOut keeps everybody from opening the file to write until it is let go. One that is no database any more, or is
// damaged, nobody has open: it would have been locked.
func keepOthersOut(path string) (letGo func() error, err error) {
	s := &Store{path: path, readOnly: true}
	switch err := s.open(); {
	case err == nil:
		return s.Close, nil
	case errors.Is(err, ErrForeign), errors.Is(err, ErrDamaged):
		return func() error { return nil }, nil
	default:
		return nil, err
	}
}

// keepBeside gives a file a second name that is free, and returns it. Where a file can have only one, it loses the first.
func keepBeside(path string) (string, error) {
	for n := 1; ; n++ {
		kept := path + ".before-restore"
		if n > 1 {
			kept = fmt.Sprintf("%s-%d", kept, n)
		}
		switch err := os.Link(path, kept); {
		case err == nil:
			return kept, nil
		case errors.Is(err, fs.ErrExist):
			continue
		}
		switch err := moveToFree(path, kept); {
		case err == nil:
			return kept, nil
		case errors.Is(err, ErrExists):
			continue
		default:
			return "", err
		}
	}
}

// putBack undoes keepBeside. The second name goes only when it is one; the first may be somebody else's by now.
func putBack(kept, path string) error {
	if kept == "" {
		return nil
	}
	own, err := os.Lstat(kept)
	if err != nil {
		return err
	}
	switch there, err := os.Lstat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return moveToFree(kept, path)
	case err != nil:
		return err
	case os.SameFile(own, there):
		return os.Remove(kept)
	default:
		return fmt.Errorf("what was at %s is kept as %s", path, kept)
	}
}

// stillThere makes sure that the file which is locked now is the one at its path. Whoever waited for the lock while a
// backup was restored has the one from before.
func (s *Store) stillThere() error {
	there, err := os.Stat(s.path)
	if err != nil {
		return fmt.Errorf("open store: %w", err)
	}
	own, err := s.file.Stat()
	if err != nil {
		return fmt.Errorf("open store: %w", err)
	}
	if !os.SameFile(own, there) {
		return fmt.Errorf("%w: %s was replaced at this moment; try again", ErrLocked, s.path)
	}
	return nil
}
