package soak

import (
	"fmt"
	"io"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd/sshtest"
)

// facilitator leads a workshop, and sees what they do.
type facilitator struct {
	*sshtest.Terminal
	t      *testing.T
	client *sshtest.Client
	rounds int
}

// facilitates lets a facilitator come to the lobby.
func (s *server) facilitates(t *testing.T, i int) *facilitator {
	t.Helper()
	c := sshtest.Dial(t, s.address, fmt.Sprintf("facilitator-%d", i), sshtest.Key(s.keys[i]))
	return &facilitator{Terminal: c.Terminal(sshtest.Window{Width: 120, Height: 35}), t: t, client: c}
}

// opens opens a workshop, and returns its code.
func (f *facilitator) opens() string {
	f.Until("the lobby", func(screen string) bool {
		return strings.Contains(screen, "begin your first workshop") || strings.Contains(screen, "new workshop")
	})
	f.Press("n")
	f.See("What will the community be about?")
	f.Type("Software Craft")
	f.Press("enter")
	f.See("How many minutes do you have?")
	f.Press("enter")
	f.See("To join")
	form, code := regexp.MustCompile(`([a-z]+-[a-z]+)@127`), ""
	f.Until("how to join", func(screen string) bool {
		if m := form.FindStringSubmatch(strings.ReplaceAll(screen, " ", "")); m != nil { // it stands there in wide letters
			code = m[1]
		}
		return code != ""
	})
	return code
}

// leaves goes back to the lobby, from where another workshop can be opened.
func (f *facilitator) leaves() {
	f.rounds = 0
	f.Press("esc")
	f.answers("y", "new workshop")
}

// everybodyIsHere waits until all have come.
func (f *facilitator) everybodyIsHere(people int) {
	f.Await("everybody", func(screen string) bool { return strings.Contains(screen, fmt.Sprintf("%d here", people)) })
}

// letsWrite goes to where everyone writes, and gives them a while.
func (f *facilitator) letsWrite(while time.Duration) {
	if f.rounds++; f.rounds == 1 {
		f.Press("n", "n")
	} else {
		f.Press("b", "b")
	}
	f.shows("writing alone")
	<-time.After(while)
}

func (f *facilitator) reveals() {
	f.Press("n")
	f.answers("y", "n next: clustering")
}

// letsVote opens a vote, and gives everyone a while.
func (f *facilitator) letsVote(while time.Duration) {
	f.Press("n")
	f.shows("v dot vote")
	f.Press("v")
	f.answers("enter", "have voted") // how many dots, as proposed
	<-time.After(while)
}

// counts lets the ballots be counted, also if somebody has not voted.
func (f *facilitator) counts() {
	f.Press("v")
	f.answers("y", "ballots, ")
}

// answers waits for something, and gives an answer whenever it is asked for one; again, if that was not heard, and then it shows
// what stood on the screen.
func (f *facilitator) answers(key, what string) {
	var answered time.Time
	var before string
	f.Await(what, func(screen string) bool {
		asks := strings.Contains(screen, "y yes") || strings.Contains(screen, "enter open the vote")
		if asks && time.Since(answered) > 3*time.Second {
			if before != "" {
				f.t.Logf("%s was not heard:\n%s\nand after it:\n%s", key, before, screen)
			}
			answered, before = time.Now(), screen
			f.Press(key)
		}
		return !asks && strings.Contains(screen, what)
	})
}

func (f *facilitator) shows(what string) {
	f.Await(what, func(screen string) bool { return strings.Contains(screen, what) })
}

// Close leaves.
func (f *facilitator) Close() { _ = f.client.Close() }

// terminal is one that nobody looks at.
type terminal struct {
	client *ssh.Client
	keys   io.WriteCloser
	ended  chan struct{}
}

// comes comes in by the key and, the first time, by a name.
func (m *member) comes() (*terminal, error) {
	client, err := sshtest.TryDial(m.group.server.address, m.group.code, sshtest.Key(m.key))
	if err != nil {
		return nil, err
	}
	term := &terminal{client: client, ended: make(chan struct{})}
	if err := term.open(); err != nil {
		return nil, err
	}
	m.group.here.arrivals.Add(1)
	if m.seated {
		return term, nil
	}
	m.seated = true
	return term, term.types(m.name + "\r")
}

func (term *terminal) open() error {
	session, err := term.client.NewSession()
	if err != nil {
		return err
	}
	if err := session.RequestPty("xterm-256color", 24, 80, ssh.TerminalModes{}); err != nil {
		return err
	}
	if term.keys, err = session.StdinPipe(); err != nil {
		return err
	}
	out, err := session.StdoutPipe()
	if err != nil {
		return err
	}
	go func() {
		defer close(term.ended)
		_, _ = io.Copy(io.Discard, out)
	}()
	return session.Shell()
}

func (term *terminal) types(keys string) error {
	_, err := io.WriteString(term.keys, keys)
	return err
}

// goes breaks the connection off, as a lid that is shut does.
func (term *terminal) goes() {
	_ = term.client.Close()
	<-term.ended
}

// areInTheLog checks that the logs have what the members sent.
func (g *group) areInTheLog() {
	g.t.Helper()
	for _, w := range append(g.held, g.present()) {
		out, err := exec.Command(g.program, "log", w.code, "--json", "--db", g.server.db).Output()
		if err != nil {
			g.t.Fatal(err)
		}
		page := string(out)
		for kind, least := range map[string]int64{"note-written": w.notes, "ballot-cast": w.votes} {
			if n := strings.Count(page, `"kind":"`+kind+`"`); int64(n) < least {
				g.t.Errorf("%s: the log has %d of the kind %s, want %d at least", w.code, n, kind, least)
			}
		}
	}
}
