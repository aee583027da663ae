//go:build unix

package main

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestAPipeIsWrittenToAndStaysAPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	came := make(chan string)
	go func() {
		b, _ := os.ReadFile(path)
		came <- string(b)
	}()
	if err := writeFile(path, []byte("a canvas")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(path); err != nil || info.Mode().Type() != os.ModeNamedPipe {
		t.Fatalf("it has become %v, %v", info.Mode(), err)
	}
	if got := <-came; got != "a canvas" {
		t.Errorf("what came through is %q", got)
	}
}
