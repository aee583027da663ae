package sshd_test

import (
	"bytes"
	"log/slog"
	"strings"
	"sync"
	"testing"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd"
	"convene/tui/sshd/sshtest"
)

// journal is a log that can be read while it is written.
type journal struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (j *journal) Write(b []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.b.Write(b)
}

func (j *journal) text() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.b.String()
}

func TestTheLogSaysWhoCameAndNotWhatTheyDid(t *testing.T) {
	j := &journal{}
	_, server, address := open(t, func(c *sshd.Config) { c.Log = slog.New(slog.NewTextHandler(j, nil)) })
	hostile := "ann\x1b[2J\nlevel=ERROR " + strings.Repeat("x", 500)
	client := sshtest.Dial(t, address, hostile, func(c *ssh.ClientConfig) { c.ClientVersion = "SSH-2.0-evil\u009b2J" })
	term := client.Terminal(sshtest.Window{Term: "xterm\x1b]0;x\a"})
	term.See("guest ann")
	term.Type("keystroke")
	term.See("[keystroke]")
	client.Exec("note argument")
	_ = client.Close()
	eventually(t, "the end of the visits", func() bool { return server.Sessions() == 0 })
	eventually(t, "four lines", func() bool { return strings.Count(j.text(), "\n") == 4 })
	got := j.text()
	for _, want := range []string{
		`"visit begins"`, `"visit ends"`, "kind=shell", "kind=exec",
		"from=127.0.0.1", "client=SSH-2.0-evil2J", "term=xterm]0;x",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the log does not say %s:\n%s", want, got)
		}
	}
	for _, secret := range []string{"keystroke", "argument", "\x1b", "\a", "\u009b", strings.Repeat("x", 65)} {
		if strings.Contains(got, secret) {
			t.Errorf("the log says %q:\n%s", secret, got)
		}
	}
}
