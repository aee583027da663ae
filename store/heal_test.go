package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// After a write that failed, the file that is at the path may be another one, or none.
func TestAStoreHealsOnlyOnItsOwnFile(t *testing.T) {
	for name, c := range map[string]struct {
		happens func(path string) error
		put     func(path string) error // right again
		reason  error
		left    bool // something is at the path meanwhile
	}{
		"moved":    {move, func(path string) error { return os.Rename(path+".moved", path) }, os.ErrNotExist, false},
		"replaced": {replace, func(path string) error { return os.Rename(path+".moved", path) }, ErrLocked, true},
	} {
		t.Run(name, func(t *testing.T) {
			file, _ := sampleFile(t)
			path := filepath.Join(t.TempDir(), "convene.db")
			overwrite(t, path, file)
			s := opened(t, path)
			before := readAll(t, s)
			if err := c.happens(path); err != nil {
				t.Fatal(err)
			}
			was, _ := os.ReadFile(path)
			s.ill.Store(true)
			for range 2 {
				if _, err := s.Load(t.Context(), "quiet-heron", 0); !errors.Is(err, c.reason) {
					t.Errorf("got %v", err)
				}
				if err := s.Append(t.Context(), "new-otter", 0); !errors.Is(err, c.reason) {
					t.Errorf("got %v", err)
				}
			}
			if now, err := os.ReadFile(path); (err == nil) != c.left || string(now) != string(was) {
				t.Errorf("%d bytes were at the path, and %d are, %v", len(was), len(now), err)
			}
			if err := c.put(path); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(before, readAll(t, s)); diff != "" {
				t.Errorf("(-before +after):\n%s", diff)
			}
			closeStore(t, s)
		})
	}
}

func move(path string) error { return os.Rename(path, path+".moved") }

func replace(path string) error {
	page, err := os.ReadFile(path)
	return errors.Join(err, move(path), os.WriteFile(path, page, 0o600))
}

// bbolt would make a database of a file that was cut to nothing.
func TestAFileThatHasBecomeEmptyStaysSo(t *testing.T) {
	file, _ := sampleFile(t)
	path := filepath.Join(t.TempDir(), "convene.db")
	overwrite(t, path, file)
	s := opened(t, path)
	before := readAll(t, s)
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if _, err := s.Load(t.Context(), "quiet-heron", 0); !errors.Is(err, ErrDamaged) {
			t.Errorf("got %v", err)
		}
	}
	if info, err := os.Stat(path); err != nil || info.Size() != 0 {
		t.Errorf("it has %d bytes, %v", info.Size(), err)
	}
	overwrite(t, path, file)
	if diff := cmp.Diff(before, readAll(t, s)); diff != "" {
		t.Errorf("(-before +after):\n%s", diff)
	}
	closeStore(t, s)
}

// A store that was closed stays closed, also when it was ill.
func TestAClosedStoreStaysClosed(t *testing.T) {
	for _, ill := range []bool{false, true} {
		file, _ := sampleFile(t)
		path := filepath.Join(t.TempDir(), "convene.db")
		overwrite(t, path, file)
		s := opened(t, path)
		s.ill.Store(ill)
		closeStore(t, s)
		if _, err := s.Load(t.Context(), "quiet-heron", 0); err == nil || !strings.Contains(err.Error(), "not open") {
			t.Errorf("got %v", err)
		}
		closeStore(t, opened(t, path)) // nobody has locked it
	}
}
