package sshd_test

import (
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd"
	"convene/tui/sshd/sshtest"
)

// halfOpen is how many connections somebody opens and leaves. The server takes in 1,200.
const halfOpen = 2000

// besiege opens connections from this machine that say so much and then nothing more, however many of them the server closes.
func besiege(t *testing.T, address, says string) {
	t.Helper()
	var all sync.WaitGroup
	var mu sync.Mutex
	opened := 0
	for range 50 {
		all.Go(func() {
			for range halfOpen / 50 {
				c, err := net.DialTimeout("tcp", address, sshtest.Patience)
				if err != nil {
					continue
				}
				t.Cleanup(func() { _ = c.Close() })
				_, _ = io.WriteString(c, says)
				mu.Lock()
				opened++
				mu.Unlock()
			}
		})
	}
	all.Wait()
	t.Logf("%d connections are half open", opened)
	if opened < halfOpen/2 {
		t.Skip("this machine has too few files for so many")
	}
}

// comesIn is an honest client from an address of this machine, which waits and comes again as people do.
func comesIn(t *testing.T, from, address string) {
	t.Helper()
	begun, tries := time.Now(), 0
	eventually(t, "the honest client", func() bool {
		tries++
		d := net.Dialer{Timeout: sshtest.Patience, LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}}
		tcp, err := d.Dial("tcp", address)
		if err != nil {
			return false
		}
		conn, channels, requests, err := ssh.NewClientConn(tcp, address, &ssh.ClientConfig{
			User: "ann", Auth: []ssh.AuthMethod{ssh.KeyboardInteractive(silent)}, HostKeyCallback: ssh.InsecureIgnoreHostKey(),
		})
		if err != nil {
			_ = tcp.Close()
			return false
		}
		client := ssh.NewClient(conn, channels, requests)
		defer func() { _ = client.Close() }()
		session, err := client.NewSession()
		if err != nil {
			return false
		}
		out, err := session.Output("note")
		return err == nil && strings.Contains(string(out), "asks for")
	})
	t.Logf("the honest client from %s is in after %v and %d tries", from, time.Since(begun).Round(time.Millisecond), tries)
}

// Two thousand connections that say nothing, or that greet and then say nothing, keep nobody out: who is in goes on, and who
// comes comes in, from another address at once, and from the same one when its turn comes.
func TestTwoThousandHalfOpenConnectionsKeepNobodyOut(t *testing.T) {
	for name, c := range map[string]struct{ says, from string }{
		"silent":                         {"", "127.0.0.1"},
		"half a greeting":                {"SSH-2.0-half", "127.0.0.1"},
		"greeted, from another address":  {"SSH-2.0-mute\r\n", "127.0.0.2"},
		"greeted, from the same address": {"SSH-2.0-mute\r\n", "127.0.0.1"},
	} {
		t.Run(name, func(t *testing.T) {
			l := &logs{}
			_, server, address := open(t, func(o *sshd.Config) {
				o.Log, o.GreetingTimeout = l.logger(), never // or the silent go by themselves
				o.HandshakeTimeout = never
				if c.from == "127.0.0.1" {
					o.HandshakeTimeout = time.Second // ten in earnest: a turn comes when those of the others are over
				}
			})
			in := sshtest.Dial(t, address, "bob").Terminal()
			in.See("guest bob")
			probe := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(c.from)}}
			if tcp, err := probe.Dial("tcp", address); err != nil {
				t.Skipf("this machine has one address only: %v", err)
			} else {
				_ = tcp.Close()
			}
			besiege(t, address, c.says)
			comesIn(t, c.from, address)
			in.Type("still here")
			in.See("[still here]")
			if n := server.Sessions(); n < 1 {
				t.Errorf("%d visits", n)
			}
			t.Logf("%d lines in the log", len(lines(&l.plain)))
		})
	}
}
