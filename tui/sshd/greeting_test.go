package sshd_test

import (
	"io"
	"net"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd"
	"convene/tui/sshd/sshtest"
)

// never is a time-out for tests in which it must not matter.
const never = time.Hour

// quiet connects from an address of this machine, hears the server's version and says what it is told, and no more.
func quiet(t *testing.T, from, address, says string) net.Conn {
	t.Helper()
	d := net.Dialer{Timeout: sshtest.Patience, LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}}
	c, err := d.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	if _, err := c.Read(make([]byte, 1)); err != nil { // the server has begun
		t.Fatal(err)
	}
	if _, err := io.WriteString(c, says); err != nil {
		t.Fatal(err)
	}
	return c
}

// greet makes a connection's handshake.
func greet(c net.Conn) error {
	_, _, _, err := ssh.NewClientConn(c, "", &ssh.ClientConfig{
		Auth: []ssh.AuthMethod{ssh.KeyboardInteractive(silent)}, HostKeyCallback: ssh.InsecureIgnoreHostKey(),
	})
	return err
}

// closed waits until the server has closed a connection.
func closed(t *testing.T, c net.Conn) {
	t.Helper()
	if err := c.SetReadDeadline(time.Now().Add(sshtest.Patience)); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, c); err != nil {
		t.Errorf("not closed but broken: %v", err)
	}
}

// However many say nothing, and for however long: they hold no place among the handshakes.
func TestTheSilentKeepNobodyWaiting(t *testing.T) {
	_, _, address := open(t, func(c *sshd.Config) { c.Handshakes, c.GreetingTimeout, c.HandshakeTimeout = 4, never, never })
	for range 8 {
		quiet(t, "127.0.0.1", address, "")
		quiet(t, "127.0.0.1", address, "SSH-2.0-half a line")
	}
	sshtest.Dial(t, address, "ann").Terminal().See("guest ann")
}

func TestASilentClientIsSentAway(t *testing.T) {
	_, _, address := open(t, func(c *sshd.Config) { c.GreetingTimeout, c.HandshakeTimeout = 200*time.Millisecond, never })
	closed(t, quiet(t, "127.0.0.1", address, ""))
	closed(t, quiet(t, "127.0.0.1", address, "SSH-2.0-half a line"))
}

func TestAClientThatOnlyGreetsIsSentAway(t *testing.T) {
	_, _, address := open(t, func(c *sshd.Config) { c.Handshakes, c.HandshakeTimeout = 1, 2*time.Second })
	c := quiet(t, "127.0.0.1", address, "SSH-2.0-mute\r\n")
	sshtest.Dial(t, address, "ann").Terminal().See("guest ann") // in the place that the other had
	closed(t, c)
}

// slowConn is a connection whose client says its version, and nothing more before it may.
type slowConn struct {
	net.Conn
	spoken bool
	may    chan struct{}
}

func (s *slowConn) Write(b []byte) (int, error) {
	if s.spoken {
		<-s.may
	}
	s.spoken = true
	return s.Conn.Write(b)
}

// The short time-out ends with the version. From there on the other one counts.
func TestASlowClientGetsIn(t *testing.T) {
	_, _, address := open(t, func(c *sshd.Config) { c.GreetingTimeout, c.HandshakeTimeout = 700*time.Millisecond, never })
	tcp, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tcp.Close() }()
	slow := &slowConn{Conn: tcp, may: make(chan struct{})}
	in := make(chan error, 1)
	go func() { in <- greet(slow) }()
	for range 2 {
		closed(t, quiet(t, "127.0.0.1", address, "")) // who came later and said nothing: its time is over
	}
	close(slow.may)
	if err := <-in; err != nil {
		t.Errorf("a slow client was sent away: %v", err)
	}
}

func TestOneAddressCantKeepTheOthersOut(t *testing.T) {
	_, _, address := open(t, func(c *sshd.Config) { c.Handshakes, c.HandshakeTimeout = 4, never })
	other := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, 2)}}
	tcp, err := other.Dial("tcp", address)
	if err != nil {
		t.Skipf("this machine has one address only: %v", err)
	}
	defer func() { _ = tcp.Close() }()
	for range 8 {
		quiet(t, "127.0.0.1", address, "SSH-2.0-mute\r\n")
	}
	if err := greet(tcp); err != nil {
		t.Errorf("another address: %v", err)
	}
}

// When the house is full, the oldest of those who have said nothing makes place, and nobody else.
func TestTheSilentMakePlace(t *testing.T) {
	_, _, address := open(t, func(c *sshd.Config) { c.Connections, c.GreetingTimeout = 4, never })
	ann := sshtest.Dial(t, address, "ann").Terminal()
	ann.See("guest ann")
	oldest, next, last := quiet(t, "127.0.0.1", address, ""), quiet(t, "127.0.0.1", address, ""), quiet(t, "127.0.0.1", address, "")
	bob := sshtest.Dial(t, address, "bob").Terminal()
	bob.See("guest bob")
	closed(t, oldest)
	for _, c := range []net.Conn{next, last} {
		if err := greet(&heard{Conn: c}); err != nil {
			t.Errorf("somebody younger had to go: %v", err)
		}
	}
	ann.Type("still here")
	ann.See("[still here]")
}

// heard is a connection of which the first byte has been read.
type heard struct {
	net.Conn
	again bool
}

func (h *heard) Read(b []byte) (int, error) {
	if h.again || len(b) == 0 {
		return h.Conn.Read(b)
	}
	h.again = true
	b[0] = 'S'
	return 1, nil
}
