package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
)

func TestOpenReadOnlyMakesAndChangesNothing(t *testing.T) {
	file, was := sampleFile(t)
	folder := t.TempDir()
	path := filepath.Join(folder, "convene.db")
	// A crash left a trace, which is not the reader's to wipe.
	copy(file[len(file)-page(1):], option(1))
	if err := os.WriteFile(path, file, 0o400); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Chmod(path, 0o444), os.Chmod(folder, 0o555)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(folder, 0o755) }) // so that it can be removed
	one, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	two, err := OpenReadOnly(path) // several can read at once
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []*Store{one, two} {
		if diff := cmp.Diff(was, readAll(t, s)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		e := workshop.Envelope{By: "p-ada"}
		if err := s.Append(t.Context(), "odd-newt", 3, workshop.Records(3, e, workshop.MinuteAsked{})...); err == nil {
			t.Error("append: no error")
		}
		if _, err := s.file.WriteAt([]byte{0}, 0); err == nil { // holds for an administrator, too
			t.Error("the file is open to write")
		}
		closeStore(t, s)
	}
	if contents(t, path) != string(file) {
		t.Error("the file was changed")
	}
	if names, err := os.ReadDir(folder); err != nil || len(names) != 1 {
		t.Errorf("the folder has %v, %v", names, err)
	}
}

func TestOpenReadOnlyFindsNoFile(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "convene")
	if _, err := OpenReadOnly(filepath.Join(folder, "convene.db")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(folder); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder: %v", err)
	}
	empty := filepath.Join(t.TempDir(), "empty.db")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenReadOnly(empty); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("an empty file: got %v", err)
	}
	if got := contents(t, empty); got != "" {
		t.Errorf("the empty file has %d bytes", len(got))
	}
}

func TestReadersAndWritersLockEachOtherOut(t *testing.T) {
	path := newPath(t)
	writer := opened(t, path)
	synctest.Test(t, func(t *testing.T) {
		if _, err := OpenReadOnly(path); !errors.Is(err, ErrLocked) {
			t.Errorf("a reader: %v", err)
		}
	})
	closeStore(t, writer)
	reader, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		if _, err := Open(path); !errors.Is(err, ErrLocked) {
			t.Errorf("a writer: %v", err)
		}
	})
	closeStore(t, reader)
}
