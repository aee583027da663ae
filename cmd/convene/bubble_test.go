package main

import (
	"context"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/crypto/ssh"

	"convene/store"
	"convene/tui/sshd"
	"convene/tui/tuitest"
)

// bubble is a house with its door open, in which time passes only while nothing happens: the file and everything that is sent
// are real, and the clock is that of a synctest bubble. The same acts at the same moments give the same bytes.
type bubble struct {
	t      *testing.T
	db     string
	house  *house
	store  *store.Store
	log    *pages
	guests *memoryListener
	close  func()
}

// openBubble opens the door of a house over a file. Whoever has the key may facilitate, as Fay.
func openBubble(t *testing.T, db string, host, fay ssh.Signer) *bubble {
	t.Helper()
	b := &bubble{t: t, db: db, log: &pages{}, guests: newMemoryListener()}
	log, _ := sparingLog(b.log, slog.LevelDebug)
	var err error
	if b.store, err = store.Open(db); err != nil {
		t.Fatal(err)
	}
	if b.house, err = openHouse(t.Context(), b.store, log); err != nil {
		t.Fatal(err)
	}
	names := map[string]string{ssh.FingerprintSHA256(fay.PublicKey()): "Fay"}
	server, err := sshd.New(sshd.Config{Host: guests{b.house, newLimits(time.Now), names}, Key: host, Log: log, Private: holdsSeatCode})
	if err != nil {
		t.Fatal(err)
	}
	d := &doorway{
		server: server, addresses: []address{{"127.0.0.1", 2222}},
		fingerprint: ssh.FingerprintSHA256(host.PublicKey()), served: make(chan error, 1),
	}
	b.house.invite = d.invite
	go func() { d.served <- server.Serve(b.guests) }()
	b.close = func() {
		if err := d.close(); err != nil {
			t.Errorf("close the door: %v", err)
		}
		b.house.close()
		if err := b.store.Close(); err != nil {
			t.Errorf("close the file: %v", err)
		}
		b.pass(time.Hour) // the timers of the programs that have ended end with them
	}
	return b
}

// pass lets time pass, and then all come to rest.
func (b *bubble) pass(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

// copied is the file as it is now, to be opened beside it.
func (b *bubble) copied() string {
	b.t.Helper()
	all, err := os.ReadFile(b.db)
	if err != nil {
		b.t.Fatal(err)
	}
	path := filepath.Join(b.t.TempDir(), "copied.db")
	if err := os.WriteFile(path, all, 0o600); err != nil {
		b.t.Fatal(err)
	}
	return path
}

// caller is somebody's terminal in a bubble.
type caller struct {
	*tuitest.Screen
	t      *testing.T
	client *ssh.Client
	keys   io.WriteCloser
}

// dial connects with a key. Someone's address is their own.
func (b *bubble) dial(user string, key ssh.Signer, place int) *ssh.Client {
	b.t.Helper()
	near, far := memoryLine(place)
	b.guests.guests <- far
	config := &ssh.ClientConfig{
		User: user, Auth: []ssh.AuthMethod{ssh.PublicKeys(key)}, HostKeyCallback: ssh.InsecureIgnoreHostKey(),
	}
	conn, channels, requests, err := ssh.NewClientConn(near, near.RemoteAddr().String(), config)
	if err != nil {
		b.t.Fatal(err)
	}
	client := ssh.NewClient(conn, channels, requests)
	b.t.Cleanup(func() { _ = client.Close() })
	return client
}

// call opens a terminal with a key; a command is "wall", or empty for a shell.
func (b *bubble) call(user string, key ssh.Signer, place, width, height int, command string) *caller {
	b.t.Helper()
	client := b.dial(user, key, place)
	session, err := client.NewSession()
	if err != nil {
		b.t.Fatal(err)
	}
	c := &caller{Screen: tuitest.NewScreen(b.t, width, height), t: b.t, client: client}
	if err := session.RequestPty("xterm-256color", height, width, ssh.TerminalModes{}); err != nil {
		b.t.Fatal(err)
	}
	if c.keys, err = session.StdinPipe(); err != nil {
		b.t.Fatal(err)
	}
	session.Stdout = c
	go c.Answer(c.keys)
	if command == "" {
		err = session.Shell()
	} else {
		err = session.Start(command)
	}
	if err != nil {
		b.t.Fatal(err)
	}
	go func() {
		_ = session.Wait()
		_ = c.Close()
	}()
	b.pass(time.Second)
	return c
}

// types sends keys as they are, the named ones by their names.
func (c *caller) types(keys ...string) {
	c.t.Helper()
	for _, k := range keys {
		switch k {
		case "enter":
			k = "\r"
		case "down":
			k = "\x1b[B"
		case "space":
			k = " "
		}
		if _, err := io.WriteString(c.keys, k); err != nil {
			c.t.Fatalf("type %q: %v", k, err)
		}
	}
}

// memoryListener takes in connections that never leave the process, until it is closed.
type memoryListener struct {
	guests chan net.Conn
	life   context.Context
	end    context.CancelFunc
}

func newMemoryListener() *memoryListener {
	life, end := context.WithCancel(context.Background())
	return &memoryListener{make(chan net.Conn), life, end}
}

func (l *memoryListener) Accept() (net.Conn, error) {
	select {
	case c := <-l.guests:
		return c, nil
	case <-l.life.Done():
		return nil, net.ErrClosed
	}
}

func (l *memoryListener) Close() error {
	l.end()
	return nil
}

func (*memoryListener) Addr() net.Addr { return memoryAddr(2222) }

func memoryAddr(port int) net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: port} }

// memoryConn is one end of a line. A write never waits: SSH begins with both sides speaking.
type memoryConn struct {
	in, out    *stream
	here, away net.Addr
}

// memoryLine is a line from a port to the door.
func memoryLine(port int) (near, far memoryConn) {
	a, b := newStream(), newStream()
	return memoryConn{a, b, memoryAddr(port), memoryAddr(2222)}, memoryConn{b, a, memoryAddr(2222), memoryAddr(port)}
}

func (c memoryConn) Read(b []byte) (int, error)  { return c.in.read(b) }
func (c memoryConn) Write(b []byte) (int, error) { return c.out.write(b) }
func (c memoryConn) LocalAddr() net.Addr         { return c.here }
func (c memoryConn) RemoteAddr() net.Addr        { return c.away }

func (c memoryConn) Close() error {
	c.in.end()
	c.out.end()
	return nil
}

func (c memoryConn) SetDeadline(at time.Time) error     { return c.SetReadDeadline(at) }
func (memoryConn) SetWriteDeadline(time.Time) error     { return nil }
func (c memoryConn) SetReadDeadline(at time.Time) error { c.in.until(at); return nil }

// stream is what is on its way in one direction.
type stream struct {
	mu       sync.Mutex
	changed  *sync.Cond
	waiting  []byte
	ended    bool
	deadline time.Time // of whoever reads; zero is none
	alarm    *time.Timer
}

func newStream() *stream {
	s := &stream{}
	s.changed = sync.NewCond(&s.mu)
	return s
}

func (s *stream) read(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.waiting) == 0 {
		switch {
		case s.ended:
			return 0, io.EOF
		case !s.deadline.IsZero() && !time.Now().Before(s.deadline):
			return 0, os.ErrDeadlineExceeded
		}
		s.changed.Wait()
	}
	n := copy(b, s.waiting)
	s.waiting = slices.Delete(s.waiting, 0, n)
	return n, nil
}

func (s *stream) write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended {
		return 0, io.ErrClosedPipe
	}
	s.waiting = append(s.waiting, b...)
	s.changed.Broadcast()
	return len(b), nil
}

func (s *stream) end() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ended = true
	if s.alarm != nil {
		s.alarm.Stop()
	}
	s.changed.Broadcast()
}

func (s *stream) until(at time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.alarm != nil {
		s.alarm.Stop()
	}
	if s.deadline = at; !at.IsZero() {
		s.alarm = time.AfterFunc(time.Until(at), s.changed.Broadcast)
	}
	s.changed.Broadcast()
}
