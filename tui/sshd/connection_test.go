package sshd_test

import (
	"log/slog"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd"
	"convene/tui/sshd/sshtest"
)

func TestAConnectionHasTwoTerminalsAtMost(t *testing.T) {
	_, _, address := open(t)
	client := sshtest.Dial(t, address, "ann")
	var all sync.WaitGroup
	var opened atomic.Int32
	for range 300 {
		all.Go(func() {
			channel, requests, err := client.OpenChannel("session", nil)
			if err != nil {
				if !strings.Contains(err.Error(), "two terminals already") {
					t.Error(err)
				}
				return
			}
			opened.Add(1)
			go ssh.DiscardRequests(requests)
			t.Cleanup(func() { _ = channel.Close() })
		})
	}
	all.Wait()
	if n := opened.Load(); n != 2 {
		t.Errorf("%d terminals on one connection", n)
	}
}

// One verb after the other is one at a time.
func TestAConnectionServesOneVerbAfterTheOther(t *testing.T) {
	_, _, address := open(t)
	client := sshtest.Dial(t, address, "ann")
	for range 50 {
		if _, errs, status := client.Exec("note"); status != 0 {
			t.Fatalf("status %d: %s", status, errs)
		}
	}
}

func TestADeadClientIsNoticed(t *testing.T) {
	_, server, address := open(t, func(c *sshd.Config) { c.KeepAlive = 300 * time.Millisecond })
	alive := sshtest.Dial(t, address, "alive").Terminal()
	alive.See("guest alive")

	tcp, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	conn, channels, unanswered, err := ssh.NewClientConn(tcp, address, &ssh.ClientConfig{
		Auth: []ssh.AuthMethod{ssh.KeyboardInteractive(silent)}, HostKeyCallback: ssh.InsecureIgnoreHostKey(),
	})
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		for range channels {
		}
	}()
	channel, requests, err := conn.OpenChannel("session", nil)
	if err != nil {
		t.Fatal(err)
	}
	go ssh.DiscardRequests(requests)
	ask(t, channel, "pty-req", pty(80, 24))
	ask(t, channel, "shell", nil)
	expect(t, channel, "guest")
	if err := conn.Wait(); err == nil {
		t.Error("the connection ended without an error")
	}
	for range unanswered {
	}
	eventually(t, "the end of one visit", func() bool { return server.Sessions() == 1 })
	alive.Type("x")
	alive.See("[x]")
}

func TestADesertedConnectionIsClosed(t *testing.T) {
	_, _, address := open(t, func(c *sshd.Config) { c.KeepAlive = 300 * time.Millisecond })
	client := sshtest.Dial(t, address, "ann")
	if err := client.Wait(); err == nil {
		t.Error("the connection ended without an error")
	}
}

func TestAChannelThatAsksForNothingIsNotKept(t *testing.T) {
	_, _, address := open(t, func(c *sshd.Config) { c.HandshakeTimeout = time.Second })
	ann := sshtest.Dial(t, address, "ann").Terminal() // asks earlier, and so would be sent away earlier
	client := sshtest.Dial(t, address, "mute")
	ask(t, openChannel(t, client), "pty-req", pty(80, 24))
	if err := client.Wait(); err == nil {
		t.Error("the connection ended without an error")
	}
	ann.Type("x")
	ann.See("[x]")
}

// A client that never closes its side of a channel loses its connection.
func TestAClientMustCloseItsChannel(t *testing.T) {
	j := &journal{}
	_, server, address := open(t, func(c *sshd.Config) {
		c.WriteTimeout, c.Log = 500*time.Millisecond, slog.New(slog.NewTextHandler(j, nil))
	})
	tcp, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	deaf := &deafConn{Conn: tcp, hear: make(chan struct{})}
	conn, channels, requests, err := ssh.NewClientConn(deaf, address, &ssh.ClientConfig{
		Auth: []ssh.AuthMethod{ssh.KeyboardInteractive(silent)}, HostKeyCallback: ssh.InsecureIgnoreHostKey(),
	})
	if err != nil {
		t.Fatal(err)
	}
	client := &sshtest.Client{Client: ssh.NewClient(conn, channels, requests)}
	channel := openChannel(t, client)
	ask(t, channel, "pty-req", pty(80, 24))
	ask(t, channel, "shell", nil)
	expect(t, channel, "guest")
	deaf.stop.Store(true)
	if _, err := channel.Write([]byte("\x03")); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the end of the visit", func() bool { return server.Sessions() == 0 })
	if got := j.text(); !strings.Contains(got, "did not close its channel") {
		t.Errorf("the visit ended without a reason:\n%s", got)
	}
	close(deaf.hear)
	if err := conn.Wait(); err == nil {
		t.Error("the connection ended without an error")
	}
}
