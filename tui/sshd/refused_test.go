package sshd_test

import (
	"bytes"
	"io"
	"net"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd"
	"convene/tui/sshd/sshtest"
)

// attempt is one way to get more from the door than is to be had, and what the log says of it.
type attempt struct {
	name string
	try  func(t *testing.T, address string)
	why  string
}

func channel(kind string) func(*testing.T, string) {
	return func(t *testing.T, address string) {
		if _, _, err := sshtest.Dial(t, address, "eve").OpenChannel(kind, []byte("payload")); err == nil {
			t.Error("it was opened")
		}
	}
}

func global(kind string) func(*testing.T, string) {
	return func(t *testing.T, address string) {
		if ok, _, err := sshtest.Dial(t, address, "eve").SendRequest(kind, true, []byte("payload")); ok || err != nil {
			t.Errorf("%v, %v", ok, err)
		}
	}
}

func request(kind string, payload []byte) func(*testing.T, string) {
	return func(t *testing.T, address string) {
		session := newSession(t, sshtest.Dial(t, address, "eve"))
		for range 3 { // which is one attempt
			if ok, err := session.SendRequest(kind, true, payload); ok || err != nil {
				t.Errorf("%v, %v", ok, err)
			}
		}
	}
}

func variable(name, value string) func(*testing.T, string) {
	return request("env", ssh.Marshal(struct{ Name, Value string }{name, value}))
}

func told(command, want string) func(*testing.T, string) {
	return func(t *testing.T, address string) {
		if _, errs, status := sshtest.Dial(t, address, "eve").Exec(command); !strings.Contains(errs, want) || status == 0 {
			t.Errorf("%q, status %d", errs, status)
		}
	}
}

func without(methods ...ssh.AuthMethod) func(*testing.T, string) {
	return func(t *testing.T, address string) {
		if c, err := sshtest.TryDial(address, "eve", ways(methods...)); err == nil {
			_ = c.Close()
			t.Error("they came in")
		}
	}
}

func says(what string) func(*testing.T, string) {
	return func(t *testing.T, address string) {
		c := quiet(t, "127.0.0.1", address, what)
		_, _ = io.Copy(io.Discard, c)
	}
}

func manyTerminals(t *testing.T, address string) {
	client := sshtest.Dial(t, address, "eve")
	var all sync.WaitGroup
	for range 300 {
		all.Go(func() {
			if _, requests, err := client.OpenChannel("session", nil); err == nil {
				go ssh.DiscardRequests(requests)
			}
		})
	}
	all.Wait()
}

// attempts are all of them that one client can make; see also TestOnlySoManyConnectionsAreTakenIn and greeting_test.go.
func attempts(t *testing.T) []attempt {
	forged := forger{sshtest.NewKey(t), sshtest.NewKey(t).PublicKey()}
	return []attempt{
		{"a port from here", channel("direct-tcpip"), "nothing is forwarded"},
		{"a socket from here", channel("direct-streamlocal@openssh.com"), "nothing is forwarded"},
		{"an agent's channel", channel("auth-agent@openssh.com"), "nothing is forwarded"},
		{"a display's channel", channel("x11"), "nothing is forwarded"},
		{"a tunnel", channel("tun@openssh.com"), "nothing is forwarded"},
		{"a port to here", global("tcpip-forward"), "no port is forwarded"},
		{"a socket to here", global("streamlocal-forward@openssh.com"), "no port is forwarded"},
		{"an agent", request("auth-agent-req@openssh.com", nil), "there is no such request here"},
		{"a display", request("x11-req", []byte("payload")), "there is no such request here"},
		{"a signal", request("signal", ssh.Marshal(struct{ Name string }{"KILL"})), "there is no such request here"},
		{"a break", request("break", ssh.Marshal(struct{ Length uint32 }{500})), "there is no such request here"},
		{"a library", variable("LD_PRELOAD", "/tmp/eve.so"), "no such variable is taken over"},
		{"a path", variable("PATH", "/tmp"), "no such variable is taken over"},
		{"a debugger", variable("TEA_DEBUG", "1"), "no such variable is taken over"},
		{"a long variable", variable("LC_ALL", strings.Repeat("x", 2000)), "no such variable is taken over"},
		{"a long terminal", request("pty-req", make([]byte, 100_000)), "there is no such request here"},
		{"a long command", told(strings.Repeat("x", 100_000), "no words, or too many"), "a command that is too long"},
		{"a command of many words", told(strings.Repeat("x ", 300), "no words, or too many"), "a command that is too long"},
		{"files", func(t *testing.T, address string) {
			_ = newSession(t, sshtest.Dial(t, address, "eve")).RequestSubsystem("sftp")
		}, "there are no files here"},
		{"any subsystem", func(t *testing.T, address string) {
			_ = newSession(t, sshtest.Dial(t, address, "eve")).RequestSubsystem("netconf")
		}, "there are no files here"},
		{"300 terminals", manyTerminals, "two terminals are open on it already"},
		{"a password", without(ssh.Password("secret")), "it did not come in by any way"},
		{"no way at all", without(), "it did not come in by any way"},
		{"somebody else's key", without(ssh.PublicKeys(forged)), "a key was offered and never proven"},
		{"a key that is only offered", without(ssh.PublicKeys(tease{forged})), "a key was offered and never proven"},
		{"silence", says(""), "it did not say that it speaks SSH"},
		{"another protocol", says("GET / HTTP/1.1\r\nHost: x\r\n\r\n"), "it did not come in by any way"},
		{"silence after the version", says("SSH-2.0-mute\r\n"), "it did not come in by any way"},
	}
}

// Each attempt is refused, and leaves one line that says what and from where.
func TestWhateverIsRefusedLeavesOneLine(t *testing.T) {
	all := attempts(t)
	for _, a := range all {
		t.Run(a.name, func(t *testing.T) {
			l := &logs{}
			_, _, address := open(t, func(c *sshd.Config) {
				c.Log, c.GreetingTimeout, c.HandshakeTimeout = l.logger(), 500*time.Millisecond, 500*time.Millisecond
			})
			a.try(t, address)
			count := func() int { return strings.Count(l.plain.text(), " refused why=") }
			eventually(t, "the line", func() bool { return count() > 0 })
			for _, line := range lines(&l.plain) {
				if strings.Contains(line, " refused why=") && !strings.Contains(line, "why="+a.why) ||
					!strings.Contains(line, "from=127.0.0.1") {
					t.Errorf("the log says %s", line)
				}
			}
			if n := count(); n != 1 {
				t.Errorf("%d lines:\n%s", n, l.plain.text())
			}
			for _, secret := range []string{"secret", "payload", "/tmp", "xxxxx"} {
				if strings.Contains(l.plain.text(), secret) {
					t.Errorf("the log says %q:\n%s", secret, l.plain.text())
				}
			}
		})
	}
	t.Logf("%d attempts", len(all))
}

// Somebody who comes in leaves no such line, whatever keys they have offered, and nobody's key is in the log but theirs.
func TestTheLogNamesTheKeyThatWasProven(t *testing.T) {
	l := &logs{}
	_, server, address := open(t, func(c *sshd.Config) { c.Log = l.logger() })
	victim, eve := sshtest.NewKey(t), sshtest.NewKey(t)
	client := sshtest.Dial(t, address, "eve", ways(ssh.PublicKeys(tease{forger{eve, victim.PublicKey()}}, eve)))
	client.Terminal().See("guest eve")
	_ = client.Close()
	without(ssh.PublicKeys(forger{eve, victim.PublicKey()}))(t, address)
	eventually(t, "two lines of the visit and one of the other", func() bool {
		return server.Sessions() == 0 && strings.Count(l.plain.text(), "\n") == 3
	})
	if got := l.plain.text(); strings.Contains(got, ssh.FingerprintSHA256(victim.PublicKey())) ||
		!strings.Contains(got, "key="+ssh.FingerprintSHA256(eve.PublicKey())) || strings.Count(got, "WARN") != 1 {
		t.Errorf("the log:\n%s", got)
	}
}

// Who is sent away because the house is full leaves a line as well.
func TestAFullHouseSaysSoInTheLog(t *testing.T) {
	l := &logs{}
	h, _, address := open(t, func(c *sshd.Config) { c.Log, c.Connections = l.logger(), 1 })
	h.owns = []string{"ann"}
	ann := sshtest.Dial(t, address, "ann")
	ann.Terminal().See("guest ann")
	for range 3 {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		closed(t, c)
	}
	if n := strings.Count(l.plain.text(), "why=too many connections from=127.0.0.1:"); n != 3 {
		t.Errorf("%d of 3 lines:\n%s", n, l.plain.text())
	}
}

// A secret that somebody uses as their user name is not in the log.
func TestASecretUserNameIsNotLogged(t *testing.T) {
	l := &logs{}
	_, _, address := open(t, func(c *sshd.Config) {
		c.Log, c.Private = l.logger(), func(user string) bool { return user == "k7qm-2fxd-sh" }
	})
	sshtest.Dial(t, address, "k7qm-2fxd-sh").Exec("note")
	if got := l.plain.text(); strings.Contains(got, "2fxd") || !strings.Contains(got, "user=(private)") {
		t.Errorf("the log:\n%s", got)
	}
}

// A panic is one line in the log and nothing anywhere else, and what somebody was typing is not in it.
func TestAPanicTellsNothingOfWhatWasTyped(t *testing.T) {
	l := &logs{}
	h, server, address := open(t, func(c *sshd.Config) { c.Log = l.logger() })
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	before := os.Stderr
	os.Stderr = w
	for _, key := range []string{"ctrl+p", "ctrl+o", "ctrl+y"} {
		term := sshtest.Dial(t, address, "ann").Terminal()
		term.See("guest ann")
		term.Press(key)
		term.See(sorry)
		if status := term.Left(); status != 1 {
			t.Errorf("%s: left with status %d", key, status)
		}
	}
	eventually(t, "the end of the visits", func() bool { return server.Sessions() == 0 && h.count(&h.closed) == 3 })
	os.Stderr = before
	_ = w.Close()
	var said bytes.Buffer
	if _, err := said.ReadFrom(r); err != nil {
		t.Fatal(err)
	}
	if said.Len() > 0 {
		t.Errorf("standard error:\n%s", said.String())
	}
	if n := strings.Count(l.text.text(), "msg=panic"); n != 3 {
		t.Errorf("%d panics in the log", n)
	}
	for _, secret := range []string{"in Update", "in a Cmd", "in Lines"} {
		if strings.Contains(l.plain.text(), secret) {
			t.Errorf("the log says %q", secret)
		}
	}
}
