//go:build unix

package main

import (
	"bufio"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/crypto/ssh"

	"convene/store"
	"convene/tui/sshd/sshtest"
)

// umasked is the program in a shell with a umask, in a folder of its own.
func umasked(folder, umask, line string) *exec.Cmd {
	cmd := exec.Command("sh", "-c", "umask "+umask+"; "+line)
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), "XDG_DATA_HOME="+filepath.Join(folder, "data"), "HOME="+folder)
	return cmd
}

// modes are those of all files and folders below one.
func modes(t *testing.T, folder string) map[string]fs.FileMode {
	t.Helper()
	all := make(map[string]fs.FileMode)
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		name, _ := filepath.Rel(folder, path)
		all[name] = info.Mode().Perm()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// However careless or careful the system is: what convene keeps is its owner's alone. What is exported is for others, as the
// umask says.
func TestFilesAreTheirOwnersAlone(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("there is no shell")
	}
	for umask, exported := range map[string]fs.FileMode{"0": 0o666, "022": 0o644, "077": 0o600} {
		t.Run(umask, func(t *testing.T) {
			folder := t.TempDir()
			run := func(line string) string {
				t.Helper()
				out, err := umasked(folder, umask, line).CombinedOutput()
				if err != nil {
					t.Fatalf("%s: %v: %s", line, err, out)
				}
				return string(out)
			}
			run("convene new Craft")
			code, _, _ := strings.Cut(run("convene list"), " ")
			run("convene export " + code + " -o canvas.md")
			run("convene backup data/convene/by-hand.db")
			key := ssh.MarshalAuthorizedKey(sshtest.NewKey(t).PublicKey())
			if err := os.WriteFile(filepath.Join(folder, "facilitators"), key, 0o600); err != nil {
				t.Fatal(err)
			}
			for _, more := range []string{"", " --new-host-key"} { // the second leaves the old key beside the new one
				serveOnce(t, umasked(folder, umask, "exec convene serve --addr 127.0.0.1:0 --facilitators facilitators"+
					" --backup-dir data/convene/backups"+more))
			}
			got := modes(t, folder)
			if got["canvas.md"] != exported {
				t.Errorf("an export has the mode %04o, want %04o", got["canvas.md"], exported)
			}
			aside, backups := 0, 0
			for name, mode := range got {
				want, ours := fs.FileMode(0o600), strings.HasPrefix(name, "data/convene/")
				if name == "data" || name == "data/convene" || name == "data/convene/backups" {
					want, ours = 0o700, true
				}
				if strings.Contains(name, "host_key.old-") {
					aside++
				}
				if strings.HasPrefix(name, "data/convene/backups/") {
					backups++
				}
				if ours && mode != want {
					t.Errorf("%s has the mode %04o, want %04o", name, mode, want)
				}
			}
			if _, ok := got["data/convene/convene.db"]; !ok || aside != 1 || backups < 1 {
				t.Errorf("the files: %v", got)
			}
		})
	}
}

// serveOnce lets convene open its door, and ends it.
func serveOnce(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	log, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	open, said := false, ""
	for lines := bufio.NewScanner(log); lines.Scan(); {
		said += lines.Text() + "\n"
		if strings.Contains(lines.Text(), "the door is open") {
			open = true
			if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
				t.Error(err)
			}
		}
	}
	if err := cmd.Wait(); err != nil || !open {
		t.Fatalf("%v: %s", err, said)
	}
}

// The screen beside which a door is open writes its log, and m saves a canvas.
func TestFilesOfAScreenAreTheirOwnersAlone(t *testing.T) {
	for umask, exported := range map[string]fs.FileMode{"0": 0o666, "077": 0o600} {
		t.Run(umask, func(t *testing.T) {
			term := newTerminal(t, 120, 35)
			term.folder = t.TempDir()
			db := filepath.Join(term.folder, "data", "convene.db")
			term.start("sh", "-c", fmt.Sprintf("umask %s; exec convene --db %s --addr 127.0.0.1:0", umask, db))
			term.See("Welcome to convene.")
			term.press("n")
			term.See("What will the community be about?")
			term.send("Craft")
			term.press("enter")
			term.See("How many minutes")
			term.press("enter")
			term.See("To join")
			term.kill()
			toCanvasOf(t, db)
			term.start("sh", "-c", fmt.Sprintf("umask %s; exec convene --db %s --no-ssh", umask, db))
			term.See("Your workshops")
			term.press("enter")
			saved := term.saveCanvas()
			got := modes(t, term.folder)
			for name, want := range map[string]fs.FileMode{
				"data": 0o700, "data/convene.db": 0o600, "data/convene.log": 0o600, "data/host_key": 0o600, saved: exported,
			} {
				if mode, ok := got[name]; !ok || mode != want {
					t.Errorf("%s has the mode %04o, want %04o, there %v", name, mode, want, ok)
				}
			}
		})
	}
}

// toCanvasOf leads the only workshop of a file to its canvas.
func toCanvasOf(t *testing.T, db string) {
	t.Helper()
	s, err := store.Open(db)
	if err != nil {
		t.Fatal(err)
	}
	h, err := openHouse(t.Context(), s, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	ids, err := s.IDs(t.Context())
	if err != nil || len(ids) != 1 {
		t.Fatal(ids, err)
	}
	join(t, enter(t, h, ids[0], "ana"), "Ana")
	toCanvas(t, h, ids[0])
	h.close()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// saveCanvas saves the canvas where the program runs, and returns the file's name.
func (term *terminal) saveCanvas() string {
	term.t.Helper()
	form, name := regexp.MustCompile(`[\w-]+\.md`), ""
	term.See("Markdown")
	term.press("m")
	term.See("Saved as")
	term.Until("the name of a file", func(screen string) bool {
		name = form.FindString(screen)
		return name != ""
	})
	return name
}
