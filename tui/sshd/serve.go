package sshd

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"charm.land/ssh"

	"convene/workshop/text"
)

// What the server says by itself. Terminals of every kind show it, so it is ASCII.
const (
	closing   = "The server is closing. What you have done is kept; connect again when it is back."
	sorry     = "Something broke here, and your terminal had to end. It has been logged; connect again to go on."
	unused    = "You have not pressed a key for a long time, so your terminal has ended. Connect again to go on."
	displaced = "You have opened more than four terminals, so this one, your oldest, has ended. Go on in one of the others."

	noTerminal = "This is shown on a terminal: connect without a pipe, or with ssh -t."
	noWall     = `The wall needs a terminal: ssh -t HOST wall`
	noFiles    = "There are no files here, only terminals."
	badCommand = "That command can't be read: it has no words, or too many."
)

// How long a command may be.
const (
	maxCommand   = 1 << 10 // bytes
	maxArguments = 200     // words: a note of 280 characters has no more than 140
)

// count is the outermost layer. It keeps account of who is here, until both sides have closed a visit, and turns people
// away when the server closes.
func (s *Server) count(next ssh.Handler) ssh.Handler {
	return func(sess ssh.Session) {
		v := visitOf(sess)
		defer close(v.ended)
		if !s.arrived(v) {
			v.exit(sess, v.say(sess, closing))
			v.part()
			return
		}
		defer s.departed(v)
		log := s.config.Log.With("user", word(sess.User()), "from", address(sess.RemoteAddr()), "kind", v.kind)
		log.Info("visit begins", "client", word(v.ClientVersion()), "term", word(v.term), "key", fingerprint(sess.PublicKey()))
		defer log.Info("visit ends")
		next(sess)
	}
}

// guard is the layer inside: nothing that panics further in ends the server, and nobody is forgotten before everything
// of their visit has ended.
func (s *Server) guard(next ssh.Handler) ssh.Handler {
	return func(sess ssh.Session) {
		v := visitOf(sess)
		defer v.part()
		defer func() {
			if v.recovered("visit", recover()) {
				v.exit(sess, v.say(sess, sorry))
			}
		}()
		next(sess)
	}
}

// serve is the innermost layer: a screen or a verb. It calls nothing further.
func (s *Server) serve(ssh.Handler) ssh.Handler {
	return func(sess ssh.Session) {
		v := visitOf(sess)
		v.exit(sess, s.answer(sess, v))
	}
}

// answer gives a visitor what they have asked for, and returns the exit status.
func (s *Server) answer(sess ssh.Session, v *visit) int {
	raw := sess.RawCommand()
	switch {
	case v.kind == "subsystem":
		return v.say(sess, noFiles)
	case raw == "" && v.pty:
		return s.show(sess, v, false)
	case raw == "":
		return v.say(sess, noTerminal)
	case len(raw) > maxCommand:
		return v.say(sess, badCommand)
	}
	switch words := sess.Command(); {
	case len(words) == 0, len(words) > maxArguments:
		return v.say(sess, badCommand)
	case len(words) > 1, words[0] != "wall":
		stdout, stderr := watched{v.wire, sess}, watched{v.wire, sess.Stderr()}
		return s.config.Host.Verb(v.life, visitorOf(sess), words, stdout, stderr)
	case !v.pty:
		return v.say(sess, noWall)
	default:
		return s.show(sess, v, true)
	}
}

// say tells the visitor one sentence, and returns the exit status that goes with it.
func (v *visit) say(sess ssh.Session, line string) int {
	_, _ = fmt.Fprintln(watched{v.wire, sess.Stderr()}, line) // who has gone needs no sentence
	return 1
}

// exit ends the visit from this side.
func (v *visit) exit(sess ssh.Session, status int) {
	_ = v.wire.do(func() error { return sess.Exit(status) })
}

// sentence makes an error's text a sentence to be read: clean, a capital first, a full stop last.
func sentence(err error) string {
	s := text.Line(err.Error())
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return "That did not work."
	}
	s = string(unicode.ToUpper(r)) + s[n:]
	switch s[len(s)-1] {
	case '.', '?', '!', ')':
		return s
	default:
		return s + "."
	}
}
