package main

import (
	"os"
	"path/filepath"
	"testing"

	"convene/workshop"
)

// What is in the folder stays as it is, whatever it is: a canvas goes into a file of its own, and the whole path is told.
func TestSavingACanvasOverwritesNothing(t *testing.T) {
	folder, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(folder)
	save := func(c workshop.Canvas) string {
		t.Helper()
		path, err := lobby{}.Export(t.Context(), c, "markdown")
		if err != nil {
			t.Fatal(err)
		}
		return path
	}
	if err := os.WriteFile("brave-otter.md", []byte("a letter"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir("brave-otter-2.md", 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("elsewhere.md", "brave-otter-3.md"); err != nil {
		t.Skip(err)
	}
	c := workshop.Canvas{Code: "brave-otter", Title: "Craft"}
	first, again := save(c), save(c)
	c.Title = "Craft Guild"
	other := save(c)
	for i, want := range []string{"brave-otter-4.md", "brave-otter-4.md", "brave-otter-5.md"} {
		if got := []string{first, again, other}[i]; got != filepath.Join(folder, want) {
			t.Errorf("it is saved as %s, want %s in %s", got, want, folder)
		}
	}
	if got := read(t, "brave-otter.md"); got != "a letter" {
		t.Errorf("somebody's file holds %q", got)
	}
	if _, err := os.Stat("elsewhere.md"); err == nil {
		t.Error("a link was followed to a file that was not there")
	}
}
