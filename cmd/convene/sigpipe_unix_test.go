//go:build unix

package main

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A Ctrl-C in `convene serve 2>&1 | tee log` ends the tee as well. The server ends as ever all the same: with its last backup.
func TestAServerOutlivesWhoReadsItsLog(t *testing.T) {
	folder := t.TempDir()
	backups := filepath.Join(folder, "backups")
	cmd := exec.Command("convene", "serve", "--addr", "127.0.0.1:0", "--db", filepath.Join(folder, "c.db"), "--backup-dir", backups)
	reads, writes, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = writes
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	if err := writes.Close(); err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(reads); lines.Scan() && !strings.Contains(lines.Text(), "nobody can facilitate"); {
	}
	if err := reads.Close(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("it ends with %v", err)
	}
	if made, err := filepath.Glob(filepath.Join(backups, "*.db")); err != nil || len(made) != 1 {
		t.Errorf("its backups are %v, %v", made, err)
	}
}
