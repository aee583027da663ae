package sshd_test

import (
	"fmt"
	"io"
	"net"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd/sshtest"
)

// settled waits until no more goroutines run than at an earlier time.
func settled(t testing.TB, before int) {
	t.Helper()
	eventually(t, fmt.Sprintf("%d goroutines", before), func() bool { return runtime.NumGoroutine() <= before })
}

// answered waits until the server answers, when everything that a connection needs has been started.
func answered(t testing.TB, c *sshtest.Client) {
	t.Helper()
	if _, _, err := c.SendRequest("are you there", true, nil); err != nil {
		t.Fatal(err)
	}
}

// deafConn is a connection whose client can be made to stop reading.
type deafConn struct {
	net.Conn
	stop atomic.Bool
	hear chan struct{} // when closed it reads again
}

func (d *deafConn) Read(b []byte) (int, error) {
	n, err := d.Conn.Read(b)
	if d.stop.Load() {
		<-d.hear
	}
	return n, err
}

// ask sends a request whose answer doesn't matter.
func ask(t testing.TB, channel ssh.Channel, kind string, payload []byte) {
	t.Helper()
	if _, err := channel.SendRequest(kind, false, payload); err != nil {
		t.Fatalf("%s: %v", kind, err)
	}
}

// pty is a request for a terminal.
func pty(width, height uint32) []byte {
	return ssh.Marshal(struct {
		Term                                     string
		Width, Height, WidthPixels, HeightPixels uint32
		Modes                                    string
	}{Term: "xterm", Width: width, Height: height})
}

// window is a change of the window's size.
func window(width, height uint32) []byte {
	return ssh.Marshal(struct{ Width, Height, WidthPixels, HeightPixels uint32 }{Width: width, Height: height})
}

// openChannel opens a channel for a session by hand, whose requests from the server are dropped.
func openChannel(t testing.TB, c *sshtest.Client) ssh.Channel {
	t.Helper()
	channel, requests, err := c.OpenChannel("session", nil)
	if err != nil {
		t.Fatal(err)
	}
	go ssh.DiscardRequests(requests)
	return channel
}

// heap is how much is in use, in bytes.
func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// expect reads until a text has come.
func expect(t testing.TB, r io.ReadCloser, want string) {
	t.Helper()
	late := time.AfterFunc(sshtest.Patience, func() { _ = r.Close() })
	defer late.Stop()
	var got strings.Builder
	buf := make([]byte, 4096)
	for !strings.Contains(got.String(), want) {
		n, err := r.Read(buf)
		got.Write(buf[:n])
		if err != nil {
			t.Fatalf("waiting for %q: %v after %q", want, err, got.String())
		}
	}
}
