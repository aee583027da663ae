package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"convene/store"
)

// What a rehearsal leaves that was killed is removed; one that goes on, one that has just begun, and what is none, stay.
func TestOnlyLeftoversOfRehearsalsAreRemoved(t *testing.T) {
	temporary := t.TempDir()
	later := time.Now().Add(2 * leftAlone)
	leave := func(name string) (folder string, s *store.Store) {
		t.Helper()
		folder = filepath.Join(temporary, name)
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		s, err := store.Open(filepath.Join(folder, "convene.db"))
		if err != nil {
			t.Fatal(err)
		}
		return folder, s
	}
	killed, s := leave("convene-demo-killed")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	playing, s := leave("convene-demo-playing")
	defer s.Close()
	young, begun := leave("convene-demo-young")
	if err := begun.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(filepath.Join(young, "convene.db"), later, later); err != nil {
		t.Fatal(err)
	}
	other, kept := leave("convene-backup")
	if err := kept.Close(); err != nil {
		t.Fatal(err)
	}
	foreign := filepath.Join(temporary, "convene-demo-foreign")
	if err := os.Mkdir(foreign, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(foreign, "convene.db"), []byte("a letter"), 0o600); err != nil {
		t.Fatal(err)
	}

	if err := removeLeftovers(temporary, later); err != nil {
		t.Fatal(err)
	}
	for folder, stays := range map[string]bool{killed: false, playing: true, young: true, other: true, foreign: true} {
		if _, err := os.Stat(folder); (err == nil) != stays {
			t.Errorf("%s: %v, and it is to stay: %v", filepath.Base(folder), err, stays)
		}
	}
}
