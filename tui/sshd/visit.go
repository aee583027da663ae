package sshd

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// visit is one session channel from its opening to its end. It is the context of its ssh.Session, which otherwise has
// that of the whole connection: it ends with the channel.
type visit struct {
	ssh.Context // the connection's
	life        context.Context
	hangUp      context.CancelFunc

	server  *Server
	line    *connection
	wire    *wire
	channel gossh.Channel  // itself: the library's session looks for line ends in whatever is written
	aside   sync.WaitGroup // goroutines next to the one that handles the visit

	window  atomic.Pointer[size] // the newest; nil until there is a terminal
	resized chan struct{}        // one slot

	silence *time.Timer   // ends a connection whose channel asks for nothing
	kind    string        // of request that began the visit: shell, exec or subsystem; empty until then
	pty     bool          // there is a terminal
	term    string        // its TERM
	ended   chan struct{} // closed when the visit has been handled

	wall   bool                   // it only looks
	person atomic.Pointer[person] // whose terminal it is; nil until there is one

	mu     sync.Mutex
	quit   func() // ends the program that runs; nil when none does
	reason notice // why the server ended it; nothing when it didn't
	broken bool   // by a panic
}

func (s *Server) newVisit(ctx ssh.Context, line *connection) *visit {
	life, hangUp := context.WithCancel(ctx)
	return &visit{
		Context: ctx, life: life, hangUp: hangUp,
		server: s, line: line, wire: newWire(s.config.WriteTimeout, func() { line.cut("the client did not read") }),
		silence: time.AfterFunc(s.config.HandshakeTimeout, func() { line.cut("the client asked for nothing") }),
		resized: make(chan struct{}, 1), ended: make(chan struct{}),
	}
}

// visitOf is the visit of a session that was opened by our channel handler, as all are.
func visitOf(sess ssh.Session) *visit { return sess.Context().(*visit) }

func (v *visit) Deadline() (time.Time, bool) { return v.life.Deadline() }
func (v *visit) Done() <-chan struct{}       { return v.life.Done() }
func (v *visit) Err() error                  { return v.life.Err() }

// open handles a session channel until it has closed and everything that belongs to it has ended.
func (s *Server) open(srv *ssh.Server, conn *gossh.ServerConn, channel gossh.NewChannel, ctx ssh.Context) {
	line := connectionOf(ctx)
	if !line.admit() {
		line.refused(whyTwo, "")
		line.reject(channel, gossh.ResourceShortage, "this connection has two terminals already; use another connection")
		return
	}
	v := s.newVisit(ctx, line)
	defer v.hangUp()
	defer v.silence.Stop()
	ssh.DefaultSessionHandler(srv, conn, sifted{channel, v}, v)
	if v.kind != "" {
		<-v.ended
	}
}

// begin is called when a session has asked for what it wants, before that is granted.
func (s *Server) begin(sess ssh.Session, kind string) bool {
	v := visitOf(sess)
	v.silence.Stop()
	if pty, _, ok := sess.Pty(); ok {
		v.pty, v.term = true, pty.Term
		first := size{pty.Window.Width, pty.Window.Height}.bounded()
		v.window.CompareAndSwap(nil, &first) // the window may have changed since
	}
	v.kind = kind
	return true
}

// resize notes a new size of the window.
func (v *visit) resize(s size) {
	s = s.bounded()
	v.window.Store(&s)
	select {
	case v.resized <- struct{}{}:
	default:
	}
}

// run gives the visit a program that dismiss can end. It returns false when that has been called already.
func (v *visit) run(quit func()) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.quit = quit
	return v.reason == nothing
}

// dismiss ends the visit from the server's side, for a reason that is shown. The first reason counts. It may wait for as
// long as a Screen's Update takes.
func (v *visit) dismiss(reason notice) {
	v.mu.Lock()
	if v.reason == nothing {
		v.reason = reason
	}
	quit := v.quit
	v.mu.Unlock()
	if quit == nil {
		quit = v.hangUp
	}
	quit()
}

func (v *visit) why() notice {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.reason
}

// besides runs part of the visit in a goroutine of its own. The visit lasts until it has ended.
func (v *visit) besides(what string, f func()) {
	v.aside.Go(func() {
		defer func() {
			if v.recovered(what, recover()) {
				v.dismiss(sorry)
			}
		}()
		f()
	})
}

// safely calls something that is not ours at the end of a visit, when a panic must not keep the rest from happening.
func (v *visit) safely(what string, f func()) {
	defer func() { v.recovered(what, recover()) }()
	f()
}

// recovered logs what a deferred function has recovered, and says whether that was anything.
func (v *visit) recovered(what string, r any) bool {
	if r == nil {
		return false
	}
	v.server.config.Log.Error("panic", "in", what, "panic", cause(r), "stack", string(debug.Stack()))
	v.mu.Lock()
	defer v.mu.Unlock()
	v.broken = true
	return true
}

// breakOff ends the program in which something has panicked. That waits for the program, which may be the caller.
func (v *visit) breakOff(what string, panicked any) {
	v.recovered(what, panicked)
	v.besides("breaking off", func() { v.dismiss(sorry) })
}

func (v *visit) isBroken() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.broken
}

// cause is what may be logged of a panic's value: what the runtime says of an index or a nil, and of all else its type. There may
// be anything in it, such as what somebody was typing; the stack says where to look.
func cause(r any) string {
	if err, ok := r.(runtime.Error); ok {
		return word(err.Error())
	}
	return fmt.Sprintf("%T", r)
}

// part waits until the client has closed its side too, and everything besides has ended. A client that doesn't close
// loses its connection, and so does one with which something has gone wrong.
func (v *visit) part() {
	late := time.AfterFunc(v.server.config.WriteTimeout, func() { v.line.cut("the client did not close its channel") })
	defer late.Stop()
	<-v.life.Done()
	v.aside.Wait()
	if v.isBroken() {
		v.line.cut("a panic")
	}
}
