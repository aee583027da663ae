//go:build unix

package main

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"convene/store"
)

// The backups of a disk that isn't mounted go into the folder where it should be, on the disk that they are to be apart from.
func TestBackupsBesideTheWorkshopsAreDoubted(t *testing.T) {
	here := t.TempDir()
	elsewhere, err := os.MkdirTemp("/dev/shm", "backups")
	if err == nil {
		t.Cleanup(func() { _ = os.RemoveAll(elsewhere) })
	}
	const (
		same  = "backups are on the same disk as the workshops"
		fresh = "not even the folder above"
	)
	for name, c := range map[string]struct {
		folder string
		want   string // of what is said
		other  bool   // disk
	}{
		"beside":                      {folder: filepath.Join(here, "backups"), want: same},
		"where a disk should be":      {folder: filepath.Join(here, "disk", "backups"), want: same},
		"on another disk":             {folder: filepath.Join(elsewhere, "backups"), other: true},
		"on another disk, and deeper": {folder: filepath.Join(elsewhere, "disk", "backups") + "/", want: fresh, other: true},
	} {
		t.Run(name, func(t *testing.T) {
			if c.other && (elsewhere == "" || sameDisk(elsewhere, here)) {
				t.Skip("there is no other disk here")
			}
			path := filepath.Join(here, "convene.db")
			s, err := store.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			var logged pages
			o := vaultOptions{folder: c.folder, every: 15 * time.Minute, keep: 2}
			v, err := o.open(s, path, slog.New(slog.NewTextHandler(&logged, nil)), time.Now)
			if err := errors.Join(err, v.close(), s.Close()); err != nil {
				t.Fatal(err)
			}
			said := logged.String()
			want := 1
			if c.want == "" {
				want = 0
			}
			if strings.Count(said, "\n") != want || !strings.Contains(said, c.want) {
				t.Errorf("it was said: %s", said)
			}
		})
	}
}
