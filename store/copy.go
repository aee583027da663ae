package store

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"

	"convene/workshop"
)

// ErrExists is returned when there is a file already where a copy is to be.
var ErrExists = errors.New("there is a file already")

// VotingError is returned by CopyBetweenVotes while ballots are in the boxes of these workshops.
type VotingError struct{ IDs []workshop.ID }

func (e *VotingError) Error() string {
	codes := make([]string, len(e.IDs))
	for i, id := range e.IDs {
		codes[i] = string(id)
	}
	return fmt.Sprintf("a vote is open in %s; a copy can be made when it is closed", strings.Join(codes, ", "))
}

// Copy is a copy of a file under a name of its own, on the disk and verified. It waits to be placed, or dropped.
type Copy struct {
	Audit    Audit
	Revision uint64 // of what was copied; see Store.Revision
	draft    string
}

// Copy copies the file, as it is at one moment, to beside the place that it is meant for. Others may append meanwhile; what
// they append after that moment is not in it. The copy has the pages that are in use, and zeros in the place of all others,
// so that it holds nothing of ballots but what the package comment says of one copy. See there what two copies tell.
func (s *Store) Copy(ctx context.Context, to string) (*Copy, error) {
	return s.copy(ctx, to, false)
}

// CopyBetweenVotes is Copy for whoever copies again and again: it returns a *VotingError while ballots are in any box. The
// answers to health checks, which may stay open for days, it leaves out, so that no two copies tell who answered between
// them. Where such a copy is restored, a check that was open can only be abandoned.
func (s *Store) CopyBetweenVotes(ctx context.Context, to string) (*Copy, error) {
	return s.copy(ctx, to, true)
}

// Revision grows with everything that is written into the file.
func (s *Store) Revision() (uint64, error) {
	var revision uint64
	err := s.view(func(tx *bolt.Tx) error {
		revision = uint64(tx.ID())
		return nil
	})
	return revision, err
}

func (s *Store) copy(ctx context.Context, to string, betweenVotes bool) (*Copy, error) {
	to = followed(to)
	if err := s.isOther(to); err != nil {
		return nil, err
	}
	removeLeftovers(to)
	c := &Copy{draft: fmt.Sprintf("%s.%s%s", to, rand.Text(), draftEnding)}
	// It goes by way of the memory: who has the file open must not wait for a disk elsewhere, which may be slow, or not answer.
	// All of it is asked for at once: a buffer that grows by itself is copied again and again, and takes thrice as much.
	var content bytes.Buffer
	var rest *extract
	err := s.still(func(tx *bolt.Tx, letWrite func()) (err error) {
		c.Revision = uint64(tx.ID())
		if ids := boxed(tx, boxBucket); betweenVotes && len(ids) > 0 {
			return &VotingError{ids}
		}
		if betweenVotes && len(boxed(tx, answersBucket)) > 0 {
			letWrite()
			rest, err = extractOf(ctx, tx)
			return err
		}
		return s.writeTo(ctx, &content, content.Grow, tx, letWrite)
	})
	switch {
	case err != nil:
	case rest != nil:
		err = rest.write(c.draft)
	default:
		err = c.write(content.Bytes())
	}
	if err == nil {
		c.Audit, err = Verify(ctx, c.draft)
	}
	if voting := (*VotingError)(nil); errors.As(err, &voting) {
		return nil, voting
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("copy %s to %s: %w", s.path, to, err), c.Drop())
	}
	return c, nil
}

// still looks at the file as it is at one moment. Nobody writes to it until f lets them; from then on the transaction keeps
// the pages that are in use from being used for anything else.
func (s *Store) still(f func(tx *bolt.Tx, letWrite func()) error) error {
	s.writer.Lock()
	letWrite := sync.OnceFunc(s.writer.Unlock)
	defer letWrite()
	if err := s.heal(); err != nil {
		return err
	}
	s.readers.RLock()
	defer s.readers.RUnlock()
	return s.look(func(tx *bolt.Tx) error { return f(tx, letWrite) })
}

// writeTo writes a copy, and says before how many bytes it will have. It lets others write as soon as it is known which pages
// are in use.
func (s *Store) writeTo(ctx context.Context, w io.Writer, expect func(bytes int), tx *bolt.Tx, letWrite func()) error {
	m, err := s.pageMap()
	if err != nil {
		return err
	}
	letWrite()
	expect(int(tx.Size()))
	if _, err = tx.WriteTo(&inUse{ctx: ctx, to: w, pages: m, zeros: make([]byte, s.pageSize)}); ctx.Err() != nil {
		return ctx.Err() // which bbolt would only quote
	}
	return err
}

// inUse writes the pages of a file that are in use, from the first on, and zeros for the others. A page that is not in use
// may hold a box as it was before, or as somebody makes it at this moment.
type inUse struct {
	ctx   context.Context
	to    io.Writer
	pages pageMap
	zeros []byte // a page of them
	at    int64
}

func (w *inUse) Write(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	size := int64(len(w.zeros))
	for done := 0; done < len(p); {
		n := min(len(p)-done, int(size-w.at%size))
		part := p[done : done+n]
		if !w.pages.used(w.at / size) {
			part = w.zeros[:n]
		}
		if _, err := w.to.Write(part); err != nil {
			return done, err
		}
		done += n
		w.at += int64(n)
	}
	return len(p), nil
}

// isOther makes sure that a copy of the file doesn't take the place of the file.
func (s *Store) isOther(to string) error {
	there, err := os.Stat(to)
	if err != nil {
		return nil // nothing is there, or what can't be looked at can't be written to either, which is said then
	}
	own, err := os.Stat(s.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil // somebody has removed it, and a copy is all that will be left
	case err != nil:
		return err
	}
	if os.SameFile(own, there) {
		return fmt.Errorf("%s is the file itself, and no place for its copy", to)
	}
	return nil
}

// write writes the draft and makes sure that it is on the disk. It is for its owner only.
func (c *Copy) write(content []byte) error {
	f, err := os.OpenFile(c.draft, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		c.draft = ""              // nothing was made that could be dropped
		return errors.Unwrap(err) // without the draft's name, which says nothing to anybody
	}
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// Place gives the copy its name, at once and with all that is in it. It returns ErrExists when a file has that name, unless
// it is to be replaced; and ErrLocked when somebody has the file open that is to be replaced.
func (c *Copy) Place(to string, replace bool) error {
	to = followed(to)
	there, err := occupied(to)
	if err != nil {
		return fmt.Errorf("write copy: %w", err)
	}
	if !there || !replace {
		return c.place(to, replace)
	}
	letGo, err := keepOthersOut(to)
	if err != nil {
		return err
	}
	if runtime.GOOS == "windows" { // where nobody can replace what somebody has open
		return errors.Join(letGo(), c.place(to, true))
	}
	return errors.Join(c.place(to, true), letGo())
}

// place is Place for who has looked whether anybody has the file open, and keeps it locked.
func (c *Copy) place(to string, replace bool) error {
	if replace {
		if err := os.Rename(c.draft, to); err != nil {
			return fmt.Errorf("write copy: %w", err)
		}
	} else if err := moveToFree(c.draft, to); err != nil {
		return err
	}
	syncFolder(to)
	return nil
}

// draftEnding comes behind the random part of a draft's name.
const draftEnding = ".tmp"

// deadAfter is how long a draft is left alone: who makes one writes to it, verifies it and gives it its name within minutes.
const deadAfter = time.Hour

// removeLeftovers removes the drafts of copies to the same place whose makers were killed. One that can't be removed is in
// nobody's way.
func removeLeftovers(to string) {
	own := regexp.MustCompile("^" + regexp.QuoteMeta(filepath.Base(to)) + `\.[A-Z2-7]{26}` + regexp.QuoteMeta(draftEnding) + "$")
	entries, err := os.ReadDir(filepath.Dir(to))
	if err != nil {
		return // which is said by what comes next
	}
	for _, e := range entries {
		if !own.MatchString(e.Name()) {
			continue
		}
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > deadAfter {
			_ = os.Remove(filepath.Join(filepath.Dir(to), e.Name()))
		}
	}
}

// Drop removes a copy that has not been placed.
func (c *Copy) Drop() error {
	if c.draft == "" {
		return nil
	}
	if err := os.Remove(c.draft); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("drop copy: %w", err)
	}
	return nil
}

// moveToFree gives a file another name, which must be free. A second link takes no name from anybody; where a file system
// has none it must do to look first.
func moveToFree(from, to string) error {
	err := os.Link(from, to)
	switch {
	case err == nil:
		return os.Remove(from)
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%w: %s", ErrExists, to)
	}
	if _, err := os.Lstat(to); err == nil {
		return fmt.Errorf("%w: %s", ErrExists, to)
	}
	return os.Rename(from, to)
}

// followed is where a link leads; a path that is none is as it was.
func followed(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}
