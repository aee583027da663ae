package main

import (
	"io"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd/sshtest"
)

// A script that runs a verb over and over goes at the pace of somebody who leans on a key, on as many lines as it likes. Somebody
// else is answered at once.
func TestVerbsInALoopWaitForTheirTurn(t *testing.T) {
	host, fay, ana := sshtest.NewKey(t), sshtest.NewKey(t), sshtest.NewKey(t)
	synctest.Test(t, func(t *testing.T) {
		b := openBubble(t, filepath.Join(t.TempDir(), "convene.db"), host, fay)
		defer b.close()
		lines := []*ssh.Client{b.dial("x", ana, 40000), b.dial("x", ana, 40001)}
		began := time.Now()
		for n := range 300 { // 200 of them at once, and then 50 in a second
			asks(t, lines[n%2])
		}
		if took := time.Since(began); took < 1900*time.Millisecond || took > 2500*time.Millisecond {
			t.Errorf("it took %v", took)
		}
		began = time.Now()
		asks(t, b.dial("x", fay, 40002))
		if took := time.Since(began); took > 0 {
			t.Errorf("somebody else waited %v", took)
		}
		for _, l := range lines {
			_ = l.Close()
		}
	})
}

// asks runs a verb.
func asks(t *testing.T, client *ssh.Client) {
	t.Helper()
	session, err := client.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	if page, err := session.Output("help"); err != nil || len(page) == 0 {
		t.Fatalf("it was answered with %q, %v", page, err)
	}
	if err := session.Close(); err != nil && err != io.EOF {
		t.Fatal(err)
	}
}
