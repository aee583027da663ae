package sshd_test

import (
	"log/slog"
	"net"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd"
)

// narrow is a listener whose connections hold little of what a client does not read.
type narrow struct{ net.Listener }

func (n narrow) Accept() (net.Conn, error) {
	c, err := n.Listener.Accept()
	if err == nil {
		err = c.(*net.TCPConn).SetWriteBuffer(4 << 10)
	}
	return c, err
}

// Each channel that is refused waits in memory until the refusal has been read.
func TestAClientThatReadsNoRefusalsIsCut(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	j := &journal{}
	_, _, address := openAt(t, narrow{l}, func(c *sshd.Config) {
		c.Log, c.WriteTimeout = slog.New(slog.NewTextHandler(j, nil)), never // the number alone must do
	})
	tcp, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	if err := tcp.(*net.TCPConn).SetReadBuffer(4 << 10); err != nil {
		t.Fatal(err)
	}
	deaf := &deafConn{Conn: tcp, hear: make(chan struct{})}
	conn, channels, requests, err := ssh.NewClientConn(deaf, address, &ssh.ClientConfig{
		Auth: []ssh.AuthMethod{ssh.KeyboardInteractive(silent)}, HostKeyCallback: ssh.InsecureIgnoreHostKey(),
	})
	if err != nil {
		t.Fatal(err)
	}
	client := ssh.NewClient(conn, channels, requests)
	t.Cleanup(func() { _ = client.Close() })
	deaf.stop.Store(true)

	for range 20_000 {
		go func() { _, _, _ = client.OpenChannel("direct-tcpip", nil) }()
	}

	eventually(t, "the end of the connection", func() bool { return strings.Contains(j.text(), "reads no answer") })
	close(deaf.hear)
	if err := client.Wait(); err == nil {
		t.Error("the connection ended without an error")
	}
}
