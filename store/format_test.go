package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"convene/workshop"
)

// wantRefused checks that Open gives the refusal with the file's name, and does not touch the file.
func wantRefused(t *testing.T, path string, want error) {
	t.Helper()
	before := contents(t, path)
	s, err := Open(path)
	if err == nil {
		closeStore(t, s)
	}
	if !errors.Is(err, want) {
		t.Errorf("got %v, want %v", err, want)
	} else if !strings.Contains(err.Error(), path) {
		t.Errorf("%q does not name the file", err)
	}
	if contents(t, path) != before {
		t.Error("the file was changed")
	}
}

func TestOpenRefusesWhatIsNoDatabase(t *testing.T) {
	for name, text := range map[string]string{
		"one byte":       "x",
		"a text":         strings.Repeat("dear diary\n", 100),
		"a longer text":  strings.Repeat("dear diary\n", 500),
		"a very long":    strings.Repeat("dear diary\n", 50_000),
		"nothing at all": strings.Repeat("\x00", 40_000),
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "diary")
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			wantRefused(t, path, ErrForeign)
		})
	}
}

func TestOpenRefusesAnotherProgramsDatabase(t *testing.T) {
	for name, bucket := range map[string]string{"other buckets": "cats", "a bucket called meta": "meta"} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "cats.db")
			withBolt(t, path, func(tx *bolt.Tx) error {
				b, err := tx.CreateBucket([]byte(bucket))
				return errors.Join(err, b.Put([]byte("version"), []byte("1")))
			})
			wantRefused(t, path, ErrForeign)
		})
	}
}

func TestOpenRefusesANewerFormat(t *testing.T) {
	path := newPath(t)
	closeStore(t, opened(t, path))
	withBolt(t, path, func(tx *bolt.Tx) error {
		return tx.Bucket(metaBucket).Put(formatKey, []byte("convene 2"))
	})
	wantRefused(t, path, ErrNewer)
}

func TestOpenRefusesAFileWithoutItsEnd(t *testing.T) {
	path := newPath(t)
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	var many []workshop.Event
	for range 1000 {
		many = append(many, workshop.NoteWritten{Note: 1, Prompt: workshop.PromptVision, Text: "we meet & learn"})
	}
	appendTo(t, s, "brave-otter", 0, many...)
	closeStore(t, s)
	if err := os.Truncate(path, 5*int64(os.Getpagesize())); err != nil {
		t.Fatal(err)
	}
	wantRefused(t, path, ErrCutShort)
}

func TestFormatIsWrittenOnce(t *testing.T) {
	path := newPath(t)
	closeStore(t, opened(t, path))
	closeStore(t, opened(t, path))
	withBolt(t, path, func(tx *bolt.Tx) error {
		if got := string(tx.Bucket(metaBucket).Get(formatKey)); got != "convene 1" {
			t.Errorf("the format is %q", got)
		}
		return nil
	})
}
