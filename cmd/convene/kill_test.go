//go:build unix

package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd/sshtest"
)

// server is convene serve in a process of its own, which can be killed.
type server struct {
	t       *testing.T
	args    []string
	address string
	process *exec.Cmd
	said    pages         // on standard error
	silent  chan struct{} // is closed when it says nothing any more
}

// serving is a server that runs, its file, and the key with which Fay facilitates there.
func serving(t *testing.T) (s *server, db string, fay ssh.Signer) {
	t.Helper()
	folder := t.TempDir()
	may, fay := filepath.Join(folder, "facilitators"), sshtest.NewKey(t)
	if err := os.WriteFile(may, bytes.TrimSpace(ssh.MarshalAuthorizedKey(fay.PublicKey())), 0o600); err != nil {
		t.Fatal(err)
	}
	db = filepath.Join(folder, "c.db")
	s = &server{t: t, address: "127.0.0.1:0", args: []string{"--db", db, "--facilitators", may}}
	s.start()
	return s, db, fay
}

// start runs the server at its address, and returns when its door is open.
func (s *server) start() {
	s.t.Helper()
	cmd := exec.Command("convene", append([]string{"serve", "--addr", s.address}, s.args...)...)
	said, err := cmd.StderrPipe()
	if err != nil {
		s.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.process = cmd
	s.t.Cleanup(func() { _ = cmd.Process.Kill() })
	open := make(chan string, 1)
	silent := make(chan struct{})
	s.silent = silent
	go func() {
		defer close(silent)
		form := regexp.MustCompile(`the door is open.*address=(127\.0\.0\.1:\d+)`)
		for lines := bufio.NewScanner(said); lines.Scan(); {
			fmt.Fprintln(&s.said, lines.Text())
			if m := form.FindStringSubmatch(lines.Text()); m != nil {
				open <- m[1]
			}
		}
	}()
	select {
	case s.address = <-open:
	case <-time.After(sshtest.Patience):
		s.t.Fatal("the door has not opened")
	}
}

// kill ends the server as a power cut would.
func (s *server) kill() {
	s.t.Helper()
	if err := s.process.Process.Kill(); err != nil {
		s.t.Fatal(err)
	}
	_ = s.process.Wait()
}

// The power fails while people write, and again while a vote is open. Whoever comes back, with a key or a seat code,
// finds what was shown as saved, and is where the group is.
func TestPeopleComeBackAfterAPowerCut(t *testing.T) {
	s, _, fay := serving(t)
	ana := sshtest.NewKey(t)
	h := &hall{t: t, address: s.address, fay: fay}
	leads, code := h.facilitator(sshtest.Window{Width: 120, Height: 35})
	window := sshtest.Window{}
	terms := map[string]*sshtest.Terminal{
		"Ana":  h.join(code, "Ana", window, sshtest.Key(ana)),
		"Ben":  h.join(code, "Ben", window),
		"Cleo": h.join(code, "Cleo", sshtest.Window{Width: 40, Height: 20}),
	}
	back := map[string]string{"Ben": seatCode(t, terms["Ben"]), "Cleo": seatCode(t, terms["Cleo"])}
	comeBack := func() {
		t.Helper()
		s.kill()
		s.start()
		leads = sshtest.Dial(t, s.address, string(code), sshtest.Key(fay)).Terminal(sshtest.Window{Width: 120, Height: 35})
		for name := range terms {
			if name == "Ana" {
				terms[name] = sshtest.Dial(t, s.address, string(code), sshtest.Key(ana)).Terminal(window)
				continue
			}
			term := sshtest.Dial(t, s.address, string(code)).Terminal(window)
			term.See("What shall we call you?")
			term.Press("tab")
			term.See("our seat code")
			term.Type(strings.ToUpper(back[name]))
			term.Press("enter")
			terms[name] = term
		}
	}

	leads.Press("n")
	terms["Cleo"].See("What do we want to reach")
	leads.Press("n")
	for name, term := range terms {
		term.See("one idea")
		term.Type("An idea of " + name)
		term.Press("enter")
		term.See("1 note")
		term.Type("and half a sen")
		term.See("half a sen")
	}
	comeBack()
	leads.See("3 notes so far")
	for name, term := range terms {
		term.See("An idea of " + name)
		term.Type("Another of " + name)
		term.Press("enter")
		term.See("2 notes")
	}

	leads.See("6 notes so far")
	leads.Press("n")
	leads.See("Reveal now?")
	leads.Press("y")
	terms["Ben"].See("Another of Cleo")
	leads.Press("n")
	leads.See("lustering")
	leads.Press("v", "enter")
	terms["Ana"].See("into the box")
	terms["Ana"].Press("space", "enter")
	terms["Ana"].See("final")
	terms["Ana"].Press("y")
	terms["Ana"].See("Your ballot is in the box")
	comeBack()
	terms["Ana"].See("Your ballot is in the box")
	for _, name := range []string{"Ben", "Cleo"} {
		terms[name].See("into the box")
		terms[name].Press("space", "enter")
		terms[name].See("final")
		terms[name].Press("y")
		terms[name].See("Your ballot is in the box")
	}
	leads.See("Everyone has voted")
	leads.Press("v")
	leads.See("Another of")
	terms["Ana"].Press("ctrl+c")
	if status := terms["Ana"].Left(); status != 0 {
		t.Errorf("Ana left with status %d", status)
	}
}
