package main

import (
	"os"
	"path/filepath"
	"testing"
)

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestAFileIsReplacedAndKeepsItsMode(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "canvas.md")
	if err := os.WriteFile(path, []byte("a long old content"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := writeFile(path, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if got := read(t, path); got != "new" {
		t.Errorf("it holds %q", got)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("its mode is %v, %v", info.Mode(), err)
	}
	if left, _ := os.ReadDir(folder); len(left) != 1 {
		t.Errorf("drafts were left: %v", left)
	}
}

func TestALinkIsFollowed(t *testing.T) {
	folder := t.TempDir()
	path, link := filepath.Join(folder, "canvas.md"), filepath.Join(folder, "link.md")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		t.Skip(err)
	}
	if err := writeFile(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode().Type() != os.ModeSymlink {
		t.Errorf("the link has become %v, %v", info.Mode(), err)
	}
	if got := read(t, path); got != "new" {
		t.Errorf("the file holds %q", got)
	}
}

func TestAFileThatCannotBeWrittenLeavesNoDraft(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "canvas.md")
	if err := os.MkdirAll(filepath.Join(path, "child"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := writeFile(path, []byte("new")); err == nil {
		t.Error("a folder was overwritten")
	}
	if err := writeFile(filepath.Join(folder, "missing", "canvas.md"), nil); err == nil {
		t.Error("a folder was made up")
	}
	if left, _ := os.ReadDir(folder); len(left) != 1 {
		t.Errorf("drafts were left: %v", left)
	}
}
