//go:build unix

package main

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// company is several people at their own terminals: a facilitator, who runs convene, and others who come with the real
// ssh, each with a key of their own or none.
type company struct {
	t      *testing.T
	folder string
	port   string
	code   string
	cast   map[string]*terminal
	people []string  // who came in to take part, in the order of arrival
	on     *terminal // whose line it is
	typed  []string  // by everybody, on whatever screen
}

// A company play is a screenplay with several terminals. It has the verbs of one, which are about the terminal that was
// named last, and these:
//
//	as NAME [W H]       the lines that follow are NAME's, whose window is 80 × 24 or as it says
//	host [ARG ...]      run convene here, with its door on a port of its own
//	code                remember the workshop's code, which stands on this screen
//	join USER [VERB]    come in by ssh with a key of one's own; CODE stands for the code
//	keyless USER        come in by ssh without any key
//	all VERB …          every terminal in turn: "all see TEXT"
//	people VERB …       the same for those who came in by join and keyless, the wall left out
func TestCompanies(t *testing.T) {
	if _, err := exec.LookPath("ssh"); err != nil {
		t.Skip("the real ssh is not installed")
	}
	plays, err := filepath.Glob("testdata/company/*.txt")
	if err != nil || len(plays) == 0 {
		t.Fatalf("no plays: %v", err)
	}
	for _, play := range plays {
		t.Run(strings.TrimSuffix(filepath.Base(play), ".txt"), func(t *testing.T) {
			t.Parallel()
			c := &company{t: t, folder: t.TempDir(), cast: make(map[string]*terminal)}
			c.perform(play)
			c.checkLog()
		})
	}
}

func (c *company) perform(play string) {
	f, err := os.Open(play)
	if err != nil {
		c.t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		verb, rest, _ := strings.Cut(lines.Text(), " ")
		if verb == "" || strings.HasPrefix(verb, "#") {
			continue
		}
		c.t.Logf("%s:%d: %s", filepath.Base(play), n, lines.Text())
		c.act(verb, rest)
	}
	if err := lines.Err(); err != nil {
		c.t.Fatal(err)
	}
}

func (c *company) act(verb, rest string) {
	c.t.Helper()
	words := strings.Fields(rest)
	switch verb {
	case "type", "paste":
		c.typed = append(c.typed, rest)
		act(c.t, c.on, verb, rest)
	case "as":
		c.turnTo(words)
	case "host":
		c.checkLog()
		_ = os.Remove(filepath.Join(c.folder, "convene.log")) // of the time before, with another port
		c.on.start("convene", append([]string{
			"--db", filepath.Join(c.folder, "convene.db"), "--addr", "127.0.0.1:0", "--log-level", "debug",
		}, words...)...)
		c.port = c.listening()
	case "code":
		form := regexp.MustCompile(`([a-z]+-[a-z]+)@`)
		c.on.Until("how to join", func(screen string) bool {
			m := form.FindStringSubmatch(strings.ReplaceAll(screen, " ", "")) // it stands there in wide letters
			if m != nil {
				c.code = m[1]
			}
			return m != nil
		})
	case "join":
		if len(words) == 1 {
			c.arrives()
		}
		c.ssh(append([]string{"-i", c.key(c.name())}, c.userAndVerb(words)...)...)
	case "keyless":
		c.arrives()
		c.ssh(append([]string{"-o", "PubkeyAuthentication=no"}, c.userAndVerb(words)...)...)
	case "all":
		verb, rest, _ := strings.Cut(rest, " ")
		for _, term := range c.cast {
			act(c.t, term, verb, rest)
		}
	case "people":
		verb, rest, _ := strings.Cut(rest, " ")
		for _, name := range c.people {
			act(c.t, c.cast[name], verb, rest)
		}
	default:
		act(c.t, c.on, verb, rest)
	}
}

// checkLog looks for secrets in what the program has logged at its most talkative: whatever anybody has typed, be it sent or a
// draft, a name, a reason or a concern; and the seat codes that stand on the screens. What is shorter than a fingerprint's chance
// to hold it is passed over.
func (c *company) checkLog() {
	c.t.Helper()
	page, err := os.ReadFile(filepath.Join(c.folder, "convene.log"))
	if err != nil {
		return // there is none yet
	}
	log := strings.ToLower(string(page))
	if !strings.Contains(log, "the door is open") {
		c.t.Errorf("this is not the log:\n%s", page)
	}
	secrets := slices.Clone(c.typed)
	for _, term := range c.cast {
		for _, code := range regexp.MustCompile(`\b[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{2}\b`).FindAllString(string(term.Bytes()), -1) {
			secrets = append(secrets, code, plainSeatCode(code))
		}
	}
	for _, secret := range secrets {
		if len(secret) > 4 && strings.Contains(log, strings.ToLower(strings.TrimSpace(secret))) {
			c.t.Errorf("the log holds %q:\n%s", secret, page)
		}
	}
	c.t.Logf("%d secrets are not in the %d lines of the log", len(secrets), strings.Count(log, "\n"))
}

// turnTo makes the lines that follow those of somebody, who gets a terminal if they have none yet.
func (c *company) turnTo(words []string) {
	c.t.Helper()
	name := words[0]
	if c.cast[name] == nil {
		width, height := 80, 24
		if len(words) == 3 {
			width, height = number(c.t, words[1]), number(c.t, words[2])
		}
		c.cast[name] = newTerminal(c.t, width, height)
		c.cast[name].folder = c.folder
	}
	c.on = c.cast[name]
}

func number(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// arrives counts whoever is on among the people.
func (c *company) arrives() {
	if name := c.name(); !slices.Contains(c.people, name) {
		c.people = append(c.people, name)
	}
}

func (c *company) name() string {
	for name, term := range c.cast {
		if term == c.on {
			return name
		}
	}
	return ""
}

// listening waits until convene has written to its log where its door is, and returns the port.
func (c *company) listening() string {
	c.t.Helper()
	port := regexp.MustCompile(`the door is open.*address=127\.0\.0\.1:(\d+)`)
	found := ""
	c.on.Until("the door's address in the log", func(string) bool {
		page, _ := os.ReadFile(filepath.Join(c.folder, "convene.log"))
		if m := port.FindSubmatch(page); m != nil {
			found = string(m[1])
		}
		return found != ""
	})
	return found
}

// key is somebody's own, which is made when they first need it.
func (c *company) key(name string) string {
	c.t.Helper()
	path := filepath.Join(c.folder, name+".key")
	if _, err := os.Stat(path); err == nil {
		return path
	}
	if out, err := exec.Command("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", path).CombinedOutput(); err != nil {
		c.t.Fatalf("make a key: %v: %s", err, out)
	}
	return path
}

func (c *company) userAndVerb(words []string) []string {
	c.t.Helper()
	out := []string{strings.ReplaceAll(words[0], "CODE", c.code) + "@127.0.0.1"}
	if len(words) > 1 {
		out = append([]string{"-t"}, append(out, words[1:]...)...)
	}
	return out
}

// ssh runs the real one, which knows no other keys and hosts than those of the play.
func (c *company) ssh(args ...string) {
	c.t.Helper()
	c.on.start("ssh", append([]string{
		"-F", "none", "-p", c.port, "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-o", "ControlPath=none",
		"-o", "StrictHostKeyChecking=accept-new", "-o", "UserKnownHostsFile=" + filepath.Join(c.folder, "known_hosts"),
	}, args...)...)
}
