package soak

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd/sshtest"
)

// perRoom is how many goroutines a workshop keeps that was held: a room waits for those who come back. Those of the connections that were
// closed last may just be ending, the facilitators': up to eight each. A leak is one for each of thousands who came.
const perRoom, ending = 1, 8 * workshops

// build makes the program, as people do.
func build(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "convene")
	if out, err := exec.Command("go", "build", "-o", program, "convene/cmd/convene").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return program
}

// server is convene serve in a process of its own.
type server struct {
	t       *testing.T
	db      string
	address string
	keys    []ssh.Signer // of the facilitators of the workshops
	process *exec.Cmd

	mu     sync.Mutex
	said   bytes.Buffer
	silent chan struct{} // closed when it says nothing any more
}

func start(t *testing.T, program string) *server {
	t.Helper()
	folder := t.TempDir()
	s := &server{t: t, db: filepath.Join(folder, "c.db"), silent: make(chan struct{})}
	var page []byte
	for range workshops {
		k := sshtest.NewKey(t)
		s.keys, page = append(s.keys, k), append(page, ssh.MarshalAuthorizedKey(k.PublicKey())...)
	}
	may := filepath.Join(folder, "facilitators")
	if err := os.WriteFile(may, page, 0o600); err != nil {
		t.Fatal(err)
	}
	s.process = exec.Command(program, "serve", "--addr", "127.0.0.1:0", "--db", s.db, "--facilitators", may)
	s.process.Env = append(os.Environ(), "GOTRACEBACK=all")
	said, err := s.process.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.process.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.process.Process.Kill() })
	open := make(chan string, 1)
	go s.listen(bufio.NewReader(said), open)
	select {
	case s.address = <-open:
	case <-time.After(sshtest.Patience):
		t.Fatal("the door has not opened")
	}
	return s
}

// listen keeps what the server says, and tells its address.
func (s *server) listen(said *bufio.Reader, open chan<- string) {
	defer close(s.silent)
	form := regexp.MustCompile(`the door is open.*address=(127\.0\.0\.1:\d+)`)
	for {
		line, err := said.ReadString('\n')
		s.mu.Lock()
		s.said.WriteString(line)
		s.mu.Unlock()
		if m := form.FindStringSubmatch(line); m != nil {
			open <- m[1]
		}
		if err != nil {
			return
		}
	}
}

// files is how many files and connections the server has open.
func (s *server) files() int {
	s.t.Helper()
	all, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", s.process.Process.Pid))
	if err != nil {
		s.t.Fatal(err)
	}
	return len(all)
}

// memory is what the server has of its own, in kB.
func (s *server) memory() int {
	s.t.Helper()
	page, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.process.Process.Pid))
	if err != nil {
		s.t.Fatal(err)
	}
	m := regexp.MustCompile(`RssAnon:\s+(\d+) kB`).FindSubmatch(page)
	if m == nil {
		s.t.Fatalf("no RssAnon in\n%s", page)
	}
	n, err := strconv.Atoi(string(m[1]))
	if err != nil {
		s.t.Fatal(err)
	}
	return n
}

// settles waits until the server has no more open files than so many; 0 is any number.
func (s *server) settles(files int) {
	s.t.Helper()
	late := time.After(sshtest.Patience)
	again := time.NewTicker(50 * time.Millisecond)
	defer again.Stop()
	for files > 0 && s.files() > files {
		select {
		case <-again.C:
		case <-late:
			s.t.Fatalf("%d files are open, and %d were", s.files(), files)
		}
	}
}

// end lets the server write down its goroutines, which is the end of it.
func (s *server) end() string {
	s.t.Helper()
	if err := s.process.Process.Signal(syscall.SIGQUIT); err != nil {
		s.t.Fatal(err)
	}
	<-s.silent
	_ = s.process.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.said.String()
}

// goroutinesIn counts those that a server has written down. Those of the runtime come and go as it likes, and are left out; so are
// the ticks of screens that are gone: Bubble Tea has no way to end them before their second, or minute, is over.
func goroutinesIn(page string) int {
	begun := func(by string) int { return strings.Count(page, "\ncreated by "+by) }
	return begun("") - begun("runtime.") - strings.Count(page, "\ncharm.land/bubbletea/v2.Tick.func1(")
}

// visitedOnce is what a server writes down that one person has visited.
func visitedOnce(t *testing.T, program string) string {
	t.Helper()
	s := start(t, program)
	before := s.files()
	f := s.facilitates(t, 0)
	f.opens()
	f.Close()
	s.settles(before)
	return s.end()
}

// logIsClean checks that the log of the server tells of no error.
func (s *server) logIsClean() {
	s.t.Helper()
	page, _, _ := strings.Cut(s.said.String(), "SIGQUIT")
	for line := range strings.Lines(page) {
		if strings.Contains(line, "level=WARN") || strings.Contains(line, "level=ERROR") || !strings.Contains(line, "level=") {
			s.t.Errorf("the log says: %s", line)
		}
	}
}
