package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"convene/store"
	"convene/tui/sshd/sshtest"
	"convene/workshop"
)

// The disk is full while people write. Each of them is told, on the wall too; what was saved is shown, what is typed stays, and the
// one who tries again when there is room finds it saved, without anybody having started anything anew.
func TestAFullDiskIsWaitedFor(t *testing.T) {
	s, db, fay := serving(t)
	h := &hall{t: t, address: s.address, fay: fay}
	leads, code := h.facilitator(sshtest.Window{Width: 120, Height: 35})
	ana, ben := h.join(code, "Ana", sshtest.Window{}), h.join(code, "Ben", sshtest.Window{Width: 40, Height: 20})
	wall := sshtest.Dial(t, s.address, string(code)).Terminal(sshtest.Window{Width: 120, Height: 35, Command: "wall"})
	leads.Press("n")
	ana.See("What do we want to reach")
	leads.Press("n")
	ana.See("one idea")
	ana.Type("Pairing\r")
	ana.See("1 note")
	leads.See("1 note so far")

	metaPages := uint64(2 * os.Getpagesize()) // they are always there; what comes behind them finds no room
	limitFiles(t, s.process.Process.Pid, metaPages)
	ana.Type("Open source\r")
	ana.See("could not be saved")
	if text := ana.Text(); strings.Contains(text, "c.db") {
		t.Errorf("nobody needs to know where the file is:\n%s", text)
	}
	leads.See("Nothing new can be saved: the disk is full")
	ben.See("Nothing new can be saved")
	wall.See("Nothing new can be saved")
	if text := ana.Text(); !strings.Contains(text, "Open source") || !strings.Contains(text, "1 note") {
		t.Errorf("what was saved, or what was typed, is gone:\n%s", text)
	}
	leads.Press("n")   // nobody is moved on either
	leads.See("y yes") // the question itself may be wrapped
	leads.Press("y")
	leads.See("could not be saved")
	ben.Type("A note of Ben\r")
	ben.See("could not be")

	limitFiles(t, s.process.Process.Pid, unix.RLIM_INFINITY)
	ana.Press("enter")
	ana.See("2 notes")
	for name, term := range map[string]*sshtest.Terminal{"Fay": leads, "Ana": ana, "Ben": ben, "the wall": wall} {
		term.Until("an end of it for "+name, func(screen string) bool { return !strings.Contains(screen, "Nothing new can be") })
	}
	ben.Press("enter")
	ben.See("1 note")
	s.kill()
	<-s.silent
	if said := s.said.String(); !strings.Contains(said, `msg="nothing new can be saved; people wait`) || !strings.Contains(said, db) ||
		strings.Contains(said, "Open source") {
		t.Errorf("who looks after the server reads %s", said)
	}
	file, err := store.OpenReadOnly(db)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	records, err := file.Load(t.Context(), code, 0)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, r := range records {
		if n, is := r.Event.(workshop.NoteWritten); is {
			texts = append(texts, n.Text)
		}
	}
	if got := strings.Join(texts, ", "); got != "Pairing, Open source, A note of Ben" {
		t.Errorf("the log has %s", got)
	}
}

// limitFiles bounds how long the files of a process may become, in bytes.
func limitFiles(t *testing.T, process int, most uint64) {
	t.Helper()
	var now unix.Rlimit
	if err := unix.Prlimit(process, unix.RLIMIT_FSIZE, nil, &now); err != nil {
		t.Fatal(err)
	}
	if err := unix.Prlimit(process, unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: most, Max: now.Max}, nil); err != nil {
		t.Fatal(err)
	}
}

// A folder in which nobody may write is said to be one, and nothing is left in it; who is allowed everything tries it as nobody.
func TestAFolderThatMayNotBeWrittenTo(t *testing.T) {
	folder, err := os.MkdirTemp("", "closed")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	self, err := exec.LookPath("convene")
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(folder, "convene") // the tests' own lies where nobody may look
	page, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.WriteFile(program, page, 0o755), os.Chmod(program, 0o755), os.Chmod(folder, 0o555)); err != nil {
		t.Fatal(err)
	}
	open := t.TempDir()
	for _, path := range []string{filepath.Dir(open), open} {
		if err := os.Chmod(path, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for _, line := range []string{
		"new Craft --db " + folder + "/c.db", "new Craft --db " + folder + "/below/c.db", "demo --no-tui --speed 0 --db " + folder + "/c.db",
		"serve --addr 127.0.0.1:0 --db " + folder + "/c.db",
		"serve --addr 127.0.0.1:0 --db " + open + "/c.db --backup-dir " + folder,
	} {
		cmd := exec.Command(program, strings.Fields(line)...)
		cmd.Env = append(os.Environ(), "HOME="+folder, "XDG_DATA_HOME="+folder)
		if os.Geteuid() == 0 {
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		}
		var said bytes.Buffer
		cmd.Stderr = &said
		exit := (*exec.ExitError)(nil)
		if err := cmd.Run(); !errors.As(err, &exit) || exit.ExitCode() != 1 || !strings.Contains(said.String(), "permission denied") {
			t.Errorf("convene %s: %v, says %q", line, err, said.String())
		}
		if strings.Count(said.String(), "\n") != 2 || !strings.Contains(said.String(), "\nhint: ") {
			t.Errorf("convene %s says too much, or not what to do: %q", line, said.String())
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 1 {
		t.Errorf("%v is left, %v", left, err)
	}
}
