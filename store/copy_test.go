package store

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	bolt "go.etcd.io/bbolt"

	"convene/workshop"
)

// copied copies a store to a new place, and returns that.
func copied(t testing.TB, s *Store) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "copy.db")
	c, err := s.Copy(t.Context(), to)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Place(to, false); err != nil {
		t.Fatal(err)
	}
	return to
}

// onlyFiles checks what is in a folder.
func onlyFiles(t *testing.T, folder string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("in the folder (-want +got):\n%s", diff)
	}
}

func TestACopyHoldsTheSame(t *testing.T) {
	for name, open := range map[string]func(string) (*Store, error){"one to write": Open, "one to read": OpenReadOnly} {
		t.Run(name, func(t *testing.T) {
			s, err := open(heldFile(t))
			if err != nil {
				t.Fatal(err)
			}
			was, path := readAll(t, s), copied(t, s)
			closeStore(t, s)
			onlyFiles(t, filepath.Dir(path), "copy.db")
			if info, err := os.Stat(path); err != nil || info.Mode() != 0o600 {
				t.Errorf("it has %v, %v", info.Mode(), err)
			}
			if a := verified(t, path); len(a.Troubles) > 0 || a.Workshops != 3 {
				t.Errorf("%+v", a)
			}
			if diff := cmp.Diff(was, readAll(t, opened(t, path))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A page that is not in use may hold a box as it was, when a crash came before it was wiped.
func TestACopyHasZerosInThePlaceOfPagesThatAreNotInUse(t *testing.T) {
	path := heldFile(t)
	file := []byte(contents(t, path))
	m, err := readPageMap(bytes.NewReader(file), int64(len(file)/page(1)), page(1))
	if err != nil {
		t.Fatal(err)
	}
	unused := 0
	for id := range uint64(len(m)) {
		if !m.used(int64(id)) {
			unused++
			copy(file[page(id)+100:], "a trace of ballots")
		}
	}
	if unused == 0 {
		t.Fatal("all pages are in use")
	}
	overwrite(t, path, file)
	s, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer closeStore(t, s)
	if strings.Contains(contents(t, copied(t, s)), "a trace of ballots") {
		t.Error("a trace is in the copy")
	}
}

// Copies that are made while people write and vote have what was on the disk at a moment, whole appends of it, and each ballot
// once: nothing of a box as it was before, or as it became afterwards.
func TestCopiesBetweenAppendsAreBeginningsOfTheLog(t *testing.T) {
	s := opened(t, newPath(t))
	const rounds = 40
	done := make(chan struct{})
	go func() {
		defer close(done)
		end := workshop.Seq(0)
		for i := range rounds {
			end = appendTo(t, s, "brave-otter", end, workshop.MinuteAsked{}, workshop.MinuteAsked{}, cast(option(i)))
			appendTo(t, s, "quiet-heron", workshop.Seq(30*i), notes(30)...) // so that the file grows, and pages are freed
		}
	}()
	var paths []string
	for going := true; going; {
		select {
		case <-done:
			going = false
		default:
		}
		paths = append(paths, copied(t, s))
	}
	whole := load(t, s, "brave-otter")
	lengths := make(map[int]bool)
	for _, path := range paths {
		c, err := OpenReadOnly(path)
		if err != nil {
			t.Fatal(err)
		}
		records, ballots := load(t, c, "brave-otter"), box(t, c, "brave-otter")
		closeStore(t, c)
		if len(records)%3 != 0 || len(ballots) != len(records)/3 {
			t.Errorf("%d records, and %d ballots", len(records), len(ballots))
		}
		if diff := cmp.Diff(whole[:len(records)], records, cmp.Transformer("empty", emptied)); diff != "" {
			t.Errorf("it is no beginning (-log +copy):\n%s", diff)
		}
		if n := strings.Count(contents(t, path), signs[0]); n != len(ballots) {
			t.Errorf("%d ballots are in the box, and %d in the file", len(ballots), n)
		}
		lengths[len(records)] = true
	}
	if len(lengths) < 3 {
		t.Errorf("only %d moments were copied in %d copies", len(lengths), len(paths))
	}
}

// emptied makes no records and none the same.
func emptied(rs []workshop.Record) []workshop.Record {
	if rs == nil {
		return []workshop.Record{}
	}
	return rs
}

// Whoever writes waits only until it is known which pages are in use.
func TestOthersAppendWhileACopyIsWritten(t *testing.T) {
	s := opened(t, newPath(t))
	end := appendTo(t, s, "brave-otter", 0, notes(400)...) // with room for more in what is mapped of the file
	path := filepath.Join(t.TempDir(), "copy.db")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	meanwhile := &between{to: f, do: func() { end = appendTo(t, s, "brave-otter", end, workshop.MinuteAsked{}) }}
	err = s.still(func(tx *bolt.Tx, letWrite func()) error {
		return s.writeTo(t.Context(), meanwhile, func(int) {}, tx, letWrite)
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if end != 401 || len(load(t, s, "brave-otter")) != 401 {
		t.Errorf("the log ends at %d", end)
	}
	if got := load(t, opened(t, path), "brave-otter"); len(got) != 400 {
		t.Errorf("the copy has %d records, want 400", len(got))
	}
}

// A copy goes by way of the memory, and takes no more of it than the file is long; a little for the pages apart.
func TestACopyTakesNoMoreMemoryThanItIsLong(t *testing.T) {
	s := opened(t, newPath(t))
	appendTo(t, s, "brave-otter", 0, notes(20_000)...)
	info, err := os.Stat(s.path)
	if err != nil {
		t.Fatal(err)
	}
	var content bytes.Buffer
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	err = s.still(func(tx *bolt.Tx, letWrite func()) error {
		return s.writeTo(t.Context(), &content, content.Grow, tx, letWrite)
	})
	if err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	took, room := after.TotalAlloc-before.TotalAlloc, uint64(info.Size())*3/2
	if took > room {
		t.Errorf("a copy of %d bytes takes %d", content.Len(), took)
	}
}

// between does something once, after the first part that is written.
type between struct {
	to io.Writer
	do func()
}

func (b *between) Write(p []byte) (int, error) {
	n, err := b.to.Write(p)
	if b.do != nil {
		b.do()
		b.do = nil
	}
	return n, err
}

func TestCopyBetweenVotesWaitsForTheEndOfAVote(t *testing.T) {
	s := opened(t, newPath(t))
	folder := t.TempDir()
	to := filepath.Join(folder, "copy.db")
	try := func() error {
		c, err := s.CopyBetweenVotes(t.Context(), to)
		if err == nil {
			return c.Drop()
		}
		return err
	}
	end := appendTo(t, s, "brave-otter", 0, workshop.MinuteAsked{})
	if err := try(); err != nil {
		t.Errorf("before the vote: %v", err)
	}
	end = votes(t, s, end, 2)
	appendTo(t, s, "quiet-heron", 0, cast(option(1)))
	voting := (*VotingError)(nil)
	if err := try(); !errors.As(err, &voting) || !strings.Contains(err.Error(), "a vote is open in brave-otter, quiet-heron;") {
		t.Errorf("in the vote: %v", err)
	}
	onlyFiles(t, folder)
	appendTo(t, s, "brave-otter", end, workshop.VoteClosed{Vote: 1})
	appendTo(t, s, "quiet-heron", 1, workshop.VoteAbandoned{Vote: 1})
	if err := try(); err != nil {
		t.Errorf("after the vote: %v", err)
	}
	onlyFiles(t, folder)
}

func TestACopyTakesNobodysPlace(t *testing.T) {
	path := newPath(t)
	s := opened(t, path)
	folder := t.TempDir()
	to := filepath.Join(folder, "diary")
	if err := os.WriteFile(to, []byte("dear diary"), 0o644); err != nil {
		t.Fatal(err)
	}
	c, err := s.Copy(t.Context(), to)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Place(to, false); !errors.Is(err, ErrExists) || !strings.Contains(err.Error(), to) {
		t.Errorf("got %v", err)
	}
	if contents(t, to) != "dear diary" {
		t.Error("the diary was replaced")
	}
	if err := c.Place(to, true); err != nil || contents(t, to) == "dear diary" {
		t.Errorf("the diary was not replaced, %v", err)
	}
	onlyFiles(t, folder, "diary")
	if err := os.Symlink(path, filepath.Join(folder, "link")); err != nil {
		t.Fatal(err)
	}
	for _, own := range []string{path, filepath.Join(folder, "link")} {
		if _, err := s.Copy(t.Context(), own); err == nil || !strings.Contains(err.Error(), "is the file itself") {
			t.Errorf("in its own place: %v", err)
		}
	}
}

// Who has a database open would write into a file without a name from then on, and lose it all.
func TestACopyDoesNotReplaceWhatSomebodyHasOpen(t *testing.T) {
	s, path := opened(t, heldFile(t)), inUseAlready(t)
	c, err := s.Copy(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	server := opened(t, path)
	before := contents(t, path)
	synctest.Test(t, func(t *testing.T) {
		if err := c.Place(path, true); !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), path) {
			t.Errorf("got %v", err)
		}
	})
	closeStore(t, server)
	if contents(t, path) != before {
		t.Error("the file was replaced")
	}
	if err := c.Place(path, true); err != nil || contents(t, path) == before {
		t.Errorf("afterwards it is not replaced, %v", err)
	}
	onlyFiles(t, filepath.Dir(path), "convene.db")
}

func TestACopyThatFailsLeavesNothing(t *testing.T) {
	s := opened(t, newPath(t))
	folder := t.TempDir()
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := s.Copy(ended, filepath.Join(folder, "copy.db")); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: %v", err)
	}
	onlyFiles(t, folder)
	if _, err := s.Copy(t.Context(), filepath.Join(folder, "none", "copy.db")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no folder: %v", err)
	}
	appendTo(t, s, "brave-otter", 0, workshop.MinuteAsked{}) // nobody is kept out
}

// A backup that was killed has left a draft with everything in it.
func TestLeftoversOfTheSameCopyAreRemoved(t *testing.T) {
	s, folder := opened(t, newPath(t)), t.TempDir()
	random := rand.Text()
	leave := func(name string, age time.Duration) {
		name = filepath.Join(folder, name)
		at := time.Now().Add(-age)
		if err := errors.Join(os.WriteFile(name, nil, 0o600), os.Chtimes(name, at, at)); err != nil {
			t.Fatal(err)
		}
	}
	leave("copy.db."+random+".tmp", 2*time.Hour)
	stays := []string{"copy.db." + rand.Text() + ".tmp", "copy.db.NOTES.tmp", "copyXdb." + random + ".tmp"}
	stays = append(stays, "other.db."+random+".tmp")
	leave(stays[0], time.Minute) // somebody may be at it
	for _, name := range stays[1:] {
		leave(name, 2*time.Hour)
	}
	c, err := s.Copy(t.Context(), filepath.Join(folder, "copy.db"))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Drop(); err != nil {
		t.Fatal(err)
	}
	slices.Sort(stays)
	onlyFiles(t, folder, stays...)
}

func TestTheRevisionGrowsWithWhatIsWritten(t *testing.T) {
	s := opened(t, newPath(t))
	revision := func() uint64 {
		r, err := s.Revision()
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	first := revision()
	appendTo(t, s, "brave-otter", 0, workshop.MinuteAsked{})
	second := revision()
	c, err := s.Copy(t.Context(), filepath.Join(t.TempDir(), "copy.db"))
	if err != nil {
		t.Fatal(err)
	}
	if second <= first || c.Revision != second || revision() != second {
		t.Errorf("%d, then %d, copied %d, now %d", first, second, c.Revision, revision())
	}
	remember(t, s, "k-ada", "Ada")
	if revision() <= second {
		t.Error("the guestbook doesn't count")
	}
}

// A disk that has failed is looked at anew before anything is copied from it.
func TestACopyIsMadeOfAStoreThatIsWellAgain(t *testing.T) {
	s := opened(t, newPath(t))
	appendTo(t, s, "brave-otter", 0, notes(3)...)
	s.ill.Store(true)
	if got := load(t, opened(t, copied(t, s)), "brave-otter"); len(got) != 3 {
		t.Errorf("the copy has %d records", len(got))
	}
}
