package sshd

import (
	"context"
	"errors"
	"fmt"
	"net"
	"sync"

	"charm.land/ssh"
	"charm.land/wish/v2"
	gossh "golang.org/x/crypto/ssh"

	"convene/workshop/tongue"
)

// ErrClosed is returned by Serve after Shutdown.
var ErrClosed = errors.New("sshd: server closed")

// Server serves Screens over SSH.
type Server struct {
	config Config
	tongue tongue.Tongue // of Config.Lang
	ssh    *ssh.Server
	turns  *turns  // of handshakes
	people *people // at terminals

	stencils stencils // of what stands on terminals
	stagger  stagger  // of the terminals, when something is due on all of them

	life        context.Context // ends when the server closes
	end         context.CancelFunc
	mu          sync.Mutex
	listeners   map[net.Listener]struct{}
	connections map[*connection]struct{}
	visits      map[*visit]struct{}
	connecting  sync.WaitGroup // counts connections
	visiting    sync.WaitGroup // counts visits; neither grows when closing
}

// New makes a Server. It listens to nobody before Serve.
func New(c Config) (*Server, error) {
	c, err := c.filled()
	if err != nil {
		return nil, err
	}
	s := &Server{
		config: c, tongue: tongue.In(c.Lang), turns: newTurns(c.Handshakes), people: &people{known: make(map[string]*person)},
		listeners:   make(map[net.Listener]struct{}),
		connections: make(map[*connection]struct{}),
		visits:      make(map[*visit]struct{}),
	}
	s.life, s.end = context.WithCancel(context.Background())
	s.ssh, err = wish.NewServer(
		s.settings,
		wish.WithPublicKeyAuth(func(ctx ssh.Context, _ ssh.PublicKey) bool {
			connectionOf(ctx).offered.Store(true)
			return true
		}),
		wish.WithKeyboardInteractiveAuth(func(ssh.Context, gossh.KeyboardInteractiveChallenge) bool { return true }),
		wish.WithMiddleware(s.serve, s.guard, s.count), // the last is the outermost
	)
	if err != nil {
		return nil, fmt.Errorf("make SSH server: %w", err)
	}
	s.ssh.SubsystemHandlers = map[string]ssh.SubsystemHandler{"default": ssh.SubsystemHandler(s.ssh.Handler)}
	return s, nil
}

// settings is everything that is not an option of Wish's.
func (s *Server) settings(srv *ssh.Server) error {
	srv.AddHostKey(s.config.Key)
	srv.HandshakeTimeout = s.config.GreetingTimeout // and from there on see connection.await
	srv.ConnCallback = s.accept
	srv.ServerConfigCallback = s.greet
	srv.SessionRequestCallback = s.begin
	srv.ChannelHandlers = map[string]ssh.ChannelHandler{"session": s.open, "default": refuse}
	srv.RequestHandlers = map[string]ssh.RequestHandler{
		"tcpip-forward": refusePort, "streamlocal-forward@openssh.com": refusePort, // all others are answered with no as well
	}
	return nil
}

// greet configures the handshake of one connection.
func (s *Server) greet(ctx ssh.Context) *gossh.ServerConfig {
	c := connectionOf(ctx)
	return &gossh.ServerConfig{
		Config: gossh.Config{KeyExchanges: quickExchanges()},
		AuthLogCallback: func(_ gossh.ConnMetadata, _ string, err error) {
			if err == nil {
				c.in.Store(true)
				c.greeted()
			}
		},
	}
}

// quickExchanges are the ways of agreeing on session keys that cost the server little: a client may ask for new ones all the
// time. Nobody needs the others: who knows our kind of host key knows Curve25519 as well, OpenSSH since the same version.
func quickExchanges() []string {
	return []string{gossh.KeyExchangeMLKEM768X25519, gossh.KeyExchangeCurve25519, "curve25519-sha256@libssh.org", gossh.KeyExchangeECDHP256}
}

// Serve takes connections in until the listener fails, or until Shutdown, when it returns ErrClosed. It closes the
// listener. It may be called for several.
func (s *Server) Serve(l net.Listener) error {
	s.mu.Lock()
	s.listeners[l] = struct{}{}
	closing := s.life.Err() != nil
	s.mu.Unlock()
	if closing {
		_ = l.Close()
		return ErrClosed
	}
	err := s.ssh.Serve(l)
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.listeners, l)
	if s.life.Err() != nil {
		return ErrClosed
	}
	return fmt.Errorf("serve SSH: %w", err)
}

// Sessions is how many people are served now: screens and verbs, each until its client has closed it.
func (s *Server) Sessions() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.visits)
}

// connected counts a connection in, if there is room, or somebody who has not come in yet can make some.
func (s *Server) connected(c *connection) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.life.Err() != nil || len(s.connections) >= s.config.Connections && !s.makePlace() {
		return false
	}
	s.connections[c] = struct{}{}
	s.connecting.Add(1)
	return true
}

func (s *Server) disconnected(c *connection) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.connections, c)
	s.connecting.Done()
}

// arrived counts a visit in, unless the server is closing.
func (s *Server) arrived(v *visit) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.life.Err() != nil {
		return false
	}
	s.visits[v] = struct{}{}
	s.visiting.Add(1)
	return true
}

func (s *Server) departed(v *visit) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.visits, v)
	s.visiting.Done()
}
