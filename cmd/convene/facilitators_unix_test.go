//go:build unix

package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// What a shell makes of <(cat keys) is a pipe.
func TestFacilitatorsMayComeThroughAPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	wrote := make(chan error, 1)
	go func() { wrote <- os.WriteFile(path, []byte(anaKey+" ana@laptop\n"+benKey+" ben\n"), 0) }()
	names, err := facilitators(t.Context(), path)
	if err := errors.Join(err, <-wrote); err != nil || len(names) != 2 {
		t.Errorf("got %v, %v", names, err)
	}
}

// A start that waits for a pipe into which nobody writes can be ended.
func TestAStartThatWaitsForItsFacilitatorsEnds(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	ctx, end := context.WithCancel(t.Context())
	end()
	if _, err := facilitators(ctx, path); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if keys, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil { // lets go of who was left behind
		_ = keys.Close()
	}
}
