package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"convene/store"
)

// servesOnce serves until the door is open, lets something happen, and ends the server. It returns what that has said, and its status.
func servesOnce(t *testing.T, db, backups string, happens func()) (told []string, status int) {
	t.Helper()
	ctx, end := context.WithCancel(t.Context())
	defer end()
	said, says := io.Pipe()
	code := make(chan int, 1)
	go func() {
		code <- run(ctx, []string{"serve", "--db", db, "--addr", "127.0.0.1:0", "--backup-dir", backups}, nil, io.Discard, says)
		_ = says.Close()
	}()
	for lines := bufio.NewScanner(said); lines.Scan(); {
		if told = append(told, lines.Text()); strings.Contains(lines.Text(), "nobody can facilitate") { // then all is open
			happens()
			end()
		}
	}
	return told, <-code
}

// A server makes a backup when it ends, and none when it doesn't even begin.
func TestAServerMakesABackupWhenItEnds(t *testing.T) {
	folder := t.TempDir()
	db, backups := filepath.Join(folder, "house.db"), filepath.Join(folder, "backups")
	if code := run(t.Context(), []string{"new", "Craft", "--db", db}, nil, io.Discard, io.Discard); code != exitDone {
		t.Fatalf("exited with %d", code)
	}
	made := func() []string {
		names, err := filepath.Glob(filepath.Join(backups, "*.db"))
		if err != nil {
			t.Fatal(err)
		}
		return names
	}
	if code := run(t.Context(), []string{"serve", "--db", db, "--addr", "192.0.2.1:2222", "--backup-dir", backups}, nil, io.Discard,
		io.Discard); code != exitFailed || len(made()) > 0 {
		t.Errorf("exited with %d, and made %v", code, made())
	}
	said, code := servesOnce(t, db, backups, func() {})
	told := slices.DeleteFunc(said, func(line string) bool { return !strings.Contains(line, "backup made") })
	if len(told) != 1 || !strings.Contains(told[0], `level=INFO msg="backup made"`) || !strings.Contains(told[0], backups) {
		t.Errorf("of its backups it says %q", told)
	}
	if code != exitDone {
		t.Errorf("exited with %d", code)
	}
	if names := made(); len(names) != 1 || !strings.HasPrefix(filepath.Base(names[0]), "house-") {
		t.Fatalf("made %v", names)
	}
	if a, err := store.Verify(t.Context(), made()[0]); err != nil || a.Workshops != 1 || len(a.Troubles) > 0 {
		t.Errorf("the backup has %+v, %v", a, err)
	}
}

// Whoever only looks at the status is told as well that there is no backup of the last minutes.
func TestAServerFailsWhenItsLastBackupDoes(t *testing.T) {
	folder := t.TempDir()
	db, backups := filepath.Join(folder, "house.db"), filepath.Join(folder, "backups")
	told, code := servesOnce(t, db, backups, func() {
		if err := os.RemoveAll(backups); err != nil {
			t.Error(err)
		}
	})
	if code != exitFailed {
		t.Errorf("exited with %d", code)
	}
	all := strings.Join(told, "\n")
	for _, want := range []string{
		`level=ERROR msg="no backup was made at the end"`, "\nconvene: no backup was made at the end: ",
		"\nhint: the workshops themselves are saved",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not said:\n%s", want, all)
		}
	}
}

func TestWhatCannotBeMeantOfBackupsIsRefused(t *testing.T) {
	for flags, want := range map[string]string{
		"--backup-every 15m":                  "--backup-dir is missing",
		"--backup-keep 3":                     "--backup-dir is missing",
		"--backup-dir x --backup-every 5s":    "a minute or more",
		"--backup-dir x --backup-keep 0":      "1 or more",
		"--backup-dir x --backup-every never": "--backup-every",
	} {
		var said bytes.Buffer
		db := filepath.Join(t.TempDir(), "convene.db")
		args := append([]string{"serve", "--db", db}, strings.Fields(flags)...)
		if code := run(t.Context(), args, nil, io.Discard, &said); code != exitUsage || !strings.Contains(said.String(), want) {
			t.Errorf("%s: exited with %d: %s", flags, code, said.String())
		}
		if _, err := os.Stat(db); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s: a file was made (%v)", flags, err)
		}
	}
}
