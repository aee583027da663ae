package sshd

import (
	"errors"
	"log/slog"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"convene/workshop"
)

// What a Config that says nothing else gets.
const (
	DefaultConnections      = 1200
	DefaultHandshakes       = 64
	DefaultGreetingTimeout  = 2 * time.Second // clients speak as soon as they are connected
	DefaultHandshakeTimeout = 10 * time.Second
	DefaultWriteTimeout     = 10 * time.Second
	DefaultKeepAlive        = 30 * time.Second
	DefaultIdleAfter        = 4 * time.Hour // a workshop takes two
)

const (
	maxTerminals = 2                // of one connection at a time; see also maxScreens
	maxRefusals  = 400              // of channels of one connection, that it has not read yet
	changeover   = time.Second      // for a terminal that has ended to make place for the next of its connection
	idleWarning  = 5 * time.Minute  // the bell rings so long before an idle person is sent away
	grace        = 2 * time.Second  // for saying goodbye when the server closes
	frameTime    = time.Second / 30 // at least so long between two frames, in the long run
	frameBurst   = 2                // so many more may come at once
)

// Config is what a Server is made of. Host and Key are needed; every other field may be zero, which means its default.
type Config struct {
	Host Host
	Key  gossh.Signer // the host's key
	Log  *slog.Logger // in English; nil: nothing is logged

	// Private says of an SSH user name that there may be somebody's secret in it, which they have typed in the wrong place: the
	// log leaves the name out. nil: there never is.
	Private func(user string) bool

	Lang workshop.Language // of what the server says by itself where no Screen speaks another; empty is English

	Connections int // at once; more are closed at the door, but those first by which nobody has come who belongs here
	Handshakes  int // at once, half of them of one address; more wait for their turn, twice HandshakeTimeout at most

	GreetingTimeout  time.Duration // until a client has said its version, when its handshake may begin
	HandshakeTimeout time.Duration // from there until somebody is authenticated
	WriteTimeout     time.Duration // one write that takes longer ends its connection, and so does a slow goodbye
	KeepAlive        time.Duration // between two questions whether the client still lives; a third without answer ends it
	IdleAfter        time.Duration // without a key: then a screen is left, except a wall
}

var (
	errNoHost = errors.New("sshd: no host")
	errNoKey  = errors.New("sshd: no host key")
)

// filled is the Config with its defaults.
func (c Config) filled() (Config, error) {
	switch {
	case c.Host == nil:
		return c, errNoHost
	case c.Key == nil:
		return c, errNoKey
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	c.Connections = orDefault(c.Connections, DefaultConnections)
	c.Handshakes = orDefault(c.Handshakes, DefaultHandshakes)
	c.GreetingTimeout = orDefault(c.GreetingTimeout, DefaultGreetingTimeout)
	c.HandshakeTimeout = orDefault(c.HandshakeTimeout, DefaultHandshakeTimeout)
	c.WriteTimeout = orDefault(c.WriteTimeout, DefaultWriteTimeout)
	c.KeepAlive = orDefault(c.KeepAlive, DefaultKeepAlive)
	c.IdleAfter = orDefault(c.IdleAfter, DefaultIdleAfter)
	return c, nil
}

func orDefault[T int | time.Duration](v, otherwise T) T {
	if v <= 0 {
		return otherwise
	}
	return v
}
