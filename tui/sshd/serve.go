package sshd

import (
	"fmt"

	"charm.land/ssh"

	"convene/workshop/text"
	"convene/workshop/tongue"
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
			v.exit(sess, v.tell(sess, closing))
			v.part()
			return
		}
		defer s.departed(v)
		log := s.config.Log.With("user", s.userInLog(sess.User()), "from", address(sess.RemoteAddr()), "kind", v.kind)
		log.Info("visit begins", "client", word(v.ClientVersion()), "term", word(v.term), "key", fingerprint(sess.PublicKey()))
		defer log.Info("visit ends")
		next(sess)
	}
}

// userInLog is an SSH user name as the log may have it.
func (s *Server) userInLog(user string) string {
	if s.config.Private != nil && s.config.Private(user) {
		return "(private)"
	}
	return word(user)
}

// guard is the layer inside: nothing that panics further in ends the server, and nobody is forgotten before everything
// of their visit has ended.
func (s *Server) guard(next ssh.Handler) ssh.Handler {
	return func(sess ssh.Session) {
		v := visitOf(sess)
		defer v.part()
		defer func() {
			if v.recovered("visit", recover()) {
				v.exit(sess, v.tell(sess, sorry))
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

// answer gives a visitor what they have asked for, when it is their turn, and returns the exit status.
func (s *Server) answer(sess ssh.Session, v *visit) int {
	visitor := visitorOf(sess)
	if !s.people.await(v.life, visitor.person(v.SessionID())) {
		if why := v.why(); why != nothing {
			return v.tell(sess, why)
		}
		return 1 // to nobody: they have gone
	}
	raw := sess.RawCommand()
	switch {
	case v.kind == "subsystem":
		v.line.refused(whyFiles, sess.Subsystem())
		return v.tell(sess, noFiles)
	case raw == "" && v.pty:
		return s.show(sess, v, false)
	case raw == "":
		return v.tell(sess, noTerminal)
	case len(raw) > maxCommand:
		v.line.refused(whyCommand, "")
		return v.tell(sess, badCommand)
	}
	switch words := sess.Command(); {
	case len(words) == 0, len(words) > maxArguments:
		v.line.refused(whyCommand, "")
		return v.tell(sess, badCommand)
	case len(words) > 1, words[0] != "wall":
		stdout, stderr := watched{v.wire, sess}, watched{v.wire, sess.Stderr()}
		return s.config.Host.Verb(v.life, visitor, words, stdout, stderr)
	case !v.pty:
		return v.tell(sess, noWall)
	default:
		return s.show(sess, v, true)
	}
}

// tell tells the visitor a notice in the server's language: there is no screen that speaks another. It returns the exit
// status that goes with it.
func (v *visit) tell(sess ssh.Session, n notice) int { return v.say(sess, n.in(v.server.tongue)) }

// say tells the visitor one sentence, and returns the exit status that goes with it.
func (v *visit) say(sess ssh.Session, line string) int {
	_, _ = fmt.Fprintln(watched{v.wire, sess.Stderr()}, line) // who has gone needs no sentence
	return 1
}

// exit ends the visit from this side.
func (v *visit) exit(sess ssh.Session, status int) {
	_ = v.wire.do(func() error { return sess.Exit(status) })
}

// refusal is an error as a sentence to be read: clean, a capital first, a full stop last.
func refusal(l tongue.Tongue, err error) string {
	clean := cleaned{err}
	if clean.Error() == "" {
		return failed.in(l)
	}
	return l.Error(clean)
}

// cleaned is an error whose text may go to a terminal, whatever is in it.
type cleaned struct{ error }

func (c cleaned) Error() string { return text.Line(c.error.Error()) }
func (c cleaned) Unwrap() error { return c.error }
