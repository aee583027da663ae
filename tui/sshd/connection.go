package sshd

import (
	"net"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
	"golang.org/x/time/rate"
)

// connection is one client's connection, over which it may open a few terminals.
type connection struct {
	net.Conn
	server    *Server
	terminals chan struct{} // a place for each channel that is open
	waiting   chan struct{} // a place for each that waits for one
	flow      *rate.Limiter // of what is read
	closed    chan struct{}
	since     time.Time
	from      netip.Prefix
	spoken    atomic.Bool          // it has said its version
	offered   atomic.Bool          // some key was offered: whose, nobody knows before it is proven
	in        atomic.Bool          // somebody is authenticated
	stays     atomic.Bool          // somebody at it belongs here; see Visitor.Stays
	ended     atomic.Bool          // from this side, for a reason that was logged
	refusing  atomic.Int32         // channels whose refusal it has not read yet
	told      sync.Map             // the reasons for which something was refused
	turn      atomic.Pointer[turn] // its place among the handshakes; nil before and after
	left      sync.Once
}

// connectionKey is where a connection stands in its context.
type connectionKey struct{}

func connectionOf(ctx ssh.Context) *connection { return ctx.Value(connectionKey{}).(*connection) }

// accept takes a new connection in, or returns nil, which closes it.
func (s *Server) accept(ctx ssh.Context, conn net.Conn) net.Conn {
	c := &connection{
		Conn: conn, server: s, since: time.Now(), from: neighbourhood(address(conn.RemoteAddr())),
		terminals: make(chan struct{}, maxTerminals), waiting: make(chan struct{}, maxTerminals),
		flow: newFlow(), closed: make(chan struct{}),
	}
	if !s.connected(c) {
		c.refused(whyFull, "")
		return nil
	}
	ctx.SetValue(connectionKey{}, c)
	go c.keepAlive(ctx)
	return c
}

// Close closes the connection and gives its places back.
func (c *connection) Close() error {
	err := c.Conn.Close()
	c.greeted()
	c.left.Do(func() {
		close(c.closed)
		c.gone()
		c.server.disconnected(c)
	})
	return err
}

// cut closes the connection because something is wrong with it.
func (c *connection) cut(why string) {
	if !c.ended.Swap(true) {
		c.server.config.Log.Warn("closed a connection", "why", why, "from", c.RemoteAddr())
	}
	_ = c.Close()
}

// admit says whether another terminal may be opened. Each that was admitted is to be dismissed when its channel closes.
// A few may wait for a moment: a client that runs one verb after the other asks for the next as soon as it has closed
// the last, whose end may not have been seen here.
func (c *connection) admit() bool {
	select {
	case c.terminals <- struct{}{}:
		return true
	case c.waiting <- struct{}{}:
		defer func() { <-c.waiting }()
	default:
		return false
	}
	turn := time.NewTimer(changeover)
	defer turn.Stop()
	select {
	case c.terminals <- struct{}{}:
		return true
	case <-turn.C:
		return false
	}
}

func (c *connection) dismiss() { <-c.terminals }

// keepAlive asks the client now and then whether it lives, and closes the connection when it does not answer. A
// connection that is kept open without a terminal is closed as well: it takes somebody's place.
func (c *connection) keepAlive(ctx ssh.Context) {
	tick := time.NewTicker(c.server.config.KeepAlive)
	defer tick.Stop()
	for deserted := false; ; {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		conn, ok := ctx.Value(ssh.ContextKeyConn).(*gossh.ServerConn)
		if !ok {
			continue // in its handshake still, which has a time-out of its own
		}
		empty := len(c.terminals) == 0
		if deserted && empty {
			_ = c.Close()
			return
		}
		deserted = empty
		late := time.AfterFunc(3*c.server.config.KeepAlive, func() { c.cut("the client did not answer") })
		_, _, err := conn.SendRequest("keepalive@openssh.com", true, nil)
		late.Stop()
		if err != nil {
			return
		}
	}
}
