package sshd

import (
	"context"
	"log/slog"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// Why something was refused, as the log says it. The list is short and fixed, so that whoever keeps the log can count what comes
// by the thousand. What a client has said stands beside it, cleaned, and never in it.
const (
	whyFull        = "too many connections"
	whyMute        = "it did not say that it speaks SSH"
	whyMuteFull    = "it had said nothing yet, and others came"
	whySlowFull    = "it had not come in yet, and others came"
	whyStrangeFull = "nobody at it has a seat here, and others came"
	whyUnproven    = "a key was offered and never proven"
	whyStranger    = "it did not come in by any way that there is"
	whyTwo         = "two terminals are open on it already"
	whyChannel     = "nothing is forwarded"
	whyForward     = "no port is forwarded"
	whyRequest     = "there is no such request here"
	whyVariable    = "no such variable is taken over"
	whyFiles       = "there are no files here"
	whyDeaf        = "the client opens channels and reads no answer"
	whyCommand     = "a command that is too long, or has no words"
)

// refused writes down that something was refused, once for a connection and a reason: who tries it again has been seen. What a
// client has called it may be empty.
func (c *connection) refused(why, what string) {
	if _, again := c.told.LoadOrStore(why, struct{}{}); again {
		return
	}
	args := []any{"why", why, "from", c.RemoteAddr()}
	if what != "" {
		args = append(args, "what", word(what))
	}
	level := slog.LevelWarn
	if why == whyRequest || why == whyVariable { // many a client is set up to ask for its agent or its colours everywhere
		level = slog.LevelInfo
	}
	c.server.config.Log.Log(context.Background(), level, "refused", args...)
}

// gone writes down why a connection has ended that nobody has come in by, unless that has been said.
func (c *connection) gone() {
	switch {
	case c.in.Load(), c.ended.Load(), c.server.life.Err() != nil:
	case !c.spoken.Load():
		c.refused(whyMute, "")
	case c.offered.Load():
		c.refused(whyUnproven, "")
	default:
		c.refused(whyStranger, "")
	}
}

// refuse answers the wish for any channel but a session: forwarding, mostly.
func refuse(_ *ssh.Server, _ *gossh.ServerConn, channel gossh.NewChannel, ctx ssh.Context) {
	line := connectionOf(ctx)
	line.refused(whyChannel, channel.ChannelType())
	line.reject(channel, gossh.Prohibited, "there are terminals here, and nothing is forwarded")
}

// reject refuses a channel. The library handles each in a goroutine of its own, which waits for a client that does not read:
// one that goes on opening channels would take gigabytes in a minute.
func (c *connection) reject(channel gossh.NewChannel, reason gossh.RejectionReason, message string) {
	defer c.refusing.Add(-1)
	if c.refusing.Add(1) > maxRefusals {
		c.cut(whyDeaf)
		return
	}
	late := time.AfterFunc(c.server.config.WriteTimeout, func() { c.cut(whyDeaf) })
	defer late.Stop()
	_ = channel.Reject(reason, message)
}

// refusePort answers the wish to listen here for somebody elsewhere.
func refusePort(ctx ssh.Context, _ *ssh.Server, r *gossh.Request) (ok bool, payload []byte) {
	connectionOf(ctx).refused(whyForward, r.Type)
	return false, nil
}
