package store

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	"convene/workshop/workshoptest"
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
				if _, err := s.Load(t.Context(), "quiet-heron", 0); !errors.Is(err, c.reason) || s.file == nil {
					t.Errorf("got %v, and it is closed: %v", err, s.file == nil)
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

// Somebody copies an earlier state over the file. bbolt believes that other pages are free than are, and would write over them.
func TestAnEarlierStateThatIsCopiedOverTheFileIsNotHarmed(t *testing.T) {
	for later := 1; later <= 4; later++ {
		path := heldFile(t)
		s := opened(t, path)
		ask := func(id workshop.ID, times int) error {
			end := workshop.Seq(len(load(t, s, id)))
			events := slices.Repeat([]workshop.Event{workshop.MinuteAsked{}}, times)
			e := workshop.Envelope{By: "fay", At: workshoptest.Morning()}
			return s.Append(t.Context(), id, end, workshop.Records(end, e, events...)...)
		}
		for range 15 {
			for _, id := range []workshop.ID{"brave-otter", "quiet-heron"} {
				if err := ask(id, 25); err != nil {
					t.Fatal(err)
				}
			}
		}
		earlier, before := contents(t, path), load(t, s, "brave-otter")
		for range later {
			if err := ask("brave-otter", 3); err != nil {
				t.Fatal(err)
			}
		}
		overwrite(t, path, []byte(earlier))
		if err := ask("quiet-heron", 2); !errors.Is(err, errOverwritten) {
			t.Errorf("%d appends later: got %v", later, err)
		}
		for range 5 {
			if err := ask("quiet-heron", 2); err != nil {
				t.Errorf("%d appends later: %v", later, err)
			}
		}
		if diff := cmp.Diff(before, load(t, s, "brave-otter")); diff != "" {
			t.Errorf("(-before +after):\n%s", diff)
		}
		closeStore(t, s)
		closeStore(t, opened(t, path))
	}
}

// What is written to a file that has no name any more is gone with the program, so nothing is. What is in it can be copied.
func TestNothingIsSavedInAFileThatHasLostItsName(t *testing.T) {
	for name, c := range map[string]struct {
		happens func(path string) error
		reason  error
	}{"moved": {move, os.ErrNotExist}, "replaced": {replace, ErrLocked}} {
		t.Run(name, func(t *testing.T) {
			path := heldFile(t)
			s := opened(t, path)
			remember(t, s, "k-cleo", "Cleo")
			before := readAll(t, s)
			if err := c.happens(path); err != nil {
				t.Fatal(err)
			}
			for range 2 {
				if err := s.Remember(t.Context(), "k-dan", "Dan"); !errors.Is(err, c.reason) {
					t.Errorf("got %v", err)
				}
			}
			if diff := cmp.Diff(before, readAll(t, s)); diff != "" {
				t.Errorf("(-before +after):\n%s", diff)
			}
			to := filepath.Join(t.TempDir(), "copy.db")
			copied, err := s.Copy(t.Context(), to)
			if err != nil {
				t.Fatal(err)
			}
			if err := copied.Place(to, false); err != nil {
				t.Fatal(err)
			}
			kept := opened(t, to)
			if diff := cmp.Diff(before, readAll(t, kept)); diff != "" {
				t.Errorf("(-before +copied):\n%s", diff)
			}
			closeStore(t, kept)
			if err := os.Rename(path+".moved", path); err != nil {
				t.Fatal(err)
			}
			remember(t, s, "k-dan", "Dan")
			closeStore(t, s)
		})
	}
}
