package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	bolt "go.etcd.io/bbolt"

	"convene/store/storetest"
	"convene/workshop"
)

func TestStorePassesTheContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) storetest.Log { return opened(t, newPath(t)) })
}

// newPath is where no file is yet.
func newPath(t testing.TB) string { return filepath.Join(t.TempDir(), "convene", "convene.db") }

// opened opens a store. When the test is over it closes it and checks the file page by page.
func opened(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		checkPages(t, path)
	})
	return s
}

// checkPages runs bbolt's own consistency check.
func checkPages(t testing.TB, path string) {
	t.Helper()
	withBolt(t, path, func(tx *bolt.Tx) error {
		for err := range tx.Check() {
			t.Errorf("check pages: %v", err)
		}
		return nil
	})
}

// withBolt changes the file of a closed store behind its back.
func withBolt(t testing.TB, path string, change func(tx *bolt.Tx) error) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: time.Second})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(change), db.Close()); err != nil {
		t.Fatal(err)
	}
}

func closeStore(t *testing.T, s *Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func contents(t testing.TB, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestOpenKeepsFileAndFolderToTheOwner(t *testing.T) {
	path := filepath.Join(t.TempDir(), "share", "convene", "convene.db")
	opened(t, path)
	for name, want := range map[string]os.FileMode{
		path:                             0o600,
		filepath.Dir(path):               0o700 | os.ModeDir,
		filepath.Dir(filepath.Dir(path)): 0o700 | os.ModeDir,
	} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode() != want {
			t.Errorf("%s has %v, want %v", name, info.Mode(), want)
		}
	}
}

func TestReopenedStoreHasEverything(t *testing.T) {
	path := newPath(t)
	s := opened(t, path)
	appendTo(t, s, "brave-otter", 0, workshop.MinuteAsked{}, cast("linden"))
	appendTo(t, s, "quiet-heron", 0, workshop.HandsRevealed{})
	closeStore(t, s)

	s = opened(t, path)
	if got := load(t, s, "brave-otter"); len(got) != 2 {
		t.Errorf("brave-otter has %v", got)
	}
	if got := load(t, s, "quiet-heron"); len(got) != 1 {
		t.Errorf("quiet-heron has %v", got)
	}
	if got := box(t, s, "brave-otter"); len(got) != 1 {
		t.Errorf("the box has %v", got)
	}
	appendTo(t, s, "brave-otter", 2, workshop.MinuteAsked{})
}

func TestOpenRefusesALockedFile(t *testing.T) {
	path := newPath(t)
	first := opened(t, path)
	// Time in the bubble is not the machine's, so a busy machine cannot fail this.
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		_, err := Open(path)
		if waited := time.Since(began); waited > 1500*time.Millisecond {
			t.Errorf("gave up after %v", waited)
		}
		if !errors.Is(err, ErrLocked) {
			t.Fatalf("got %v, want %v", err, ErrLocked)
		}
		for _, part := range []string{path, "lsof " + path, "--db"} {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("%q does not mention %q", err, part)
			}
		}
	})
	appendTo(t, first, "brave-otter", 0, workshop.MinuteAsked{})
	closeStore(t, first)
	opened(t, path)
}

func TestOpenTakesAnEmptyFileForANewOne(t *testing.T) {
	empty := filepath.Join(t.TempDir(), "empty.db")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	appendTo(t, opened(t, empty), "brave-otter", 0, workshop.MinuteAsked{})

	interrupted := filepath.Join(t.TempDir(), "interrupted.db") // bbolt made it, and then the power went
	withBolt(t, interrupted, func(*bolt.Tx) error { return nil })
	appendTo(t, opened(t, interrupted), "brave-otter", 0, workshop.MinuteAsked{})
}

func TestOpenSaysWhatStandsInTheWay(t *testing.T) {
	if _, err := Open(t.TempDir()); err == nil || errors.Is(err, ErrForeign) {
		t.Errorf("a folder: got %v", err)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(filepath.Join(file, "convene.db")); err == nil {
		t.Error("a file as the folder: no error")
	}
}

func TestAClosedStoreSaysSo(t *testing.T) {
	s := opened(t, newPath(t))
	closeStore(t, s)
	if _, err := s.Load(t.Context(), "brave-otter", 0); err == nil {
		t.Error("load: no error")
	}
	if err := s.Append(t.Context(), "brave-otter", 0); err == nil {
		t.Error("append: no error")
	}
}

func TestOpenWritesNothingWhereThereIsNothingToWipe(t *testing.T) {
	file, _ := sampleFile(t)
	path := filepath.Join(t.TempDir(), "convene.db")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	closeStore(t, opened(t, path))
	if contents(t, path) != string(file) {
		t.Error("the file was changed")
	}
}
