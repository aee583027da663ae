package sshd

import (
	"context"

	"charm.land/ssh"
	"golang.org/x/time/rate"

	"convene/workshop"
	"convene/workshop/tongue"
)

// show shows a Screen until somebody leaves it, and returns the exit status.
func (s *Server) show(sess ssh.Session, v *visit, wall bool) int {
	t := terminalOf(v.term, *v.window.Load(), sess.Environ())
	t.Wall, v.wall = wall, wall
	visitor := visitorOf(sess)
	s.displace(s.people.come(v, visitor.person(v.SessionID())))
	defer s.people.leave(v)
	visitor.stays = func() { v.line.stays.Store(true) }
	visitor.known = func(as string) { s.displace(s.people.become(v, as)) }
	screen, err := s.config.Host.Screen(v.life, visitor, t)
	switch why := v.why(); {
	case err != nil && why != nothing:
		return v.tell(sess, why)
	case err != nil:
		return v.say(sess, refusal(s.tongue, err))
	}
	life, cancel := context.WithCancel(v.life)
	defer cancel()
	keys := func() *rate.Limiter { return v.person.Load().limit }
	painter := newPainter(watched{v.wire, v.channel}, newCanvas(t.Profile, &s.stencils))
	program := newLoop(life, newModel(screen, &v.window, v.breakOff), painter, &effort{limit: keys})
	program.late = s.stagger.next()
	in := s.newInput(sess, v, program, wall, keys)
	v.besides("receiver", func() { in.receive(life) })
	v.besides("input", func() { in.tell(life) })

	if v.run(program.quit) {
		program.run()
	}
	cancel()
	status := 0
	if v.isBroken() {
		status = 1
	}
	lines := v.farewell(program.model.screen)
	v.safely("closing a screen", program.model.screen.Close)
	_ = program.painter.goodbye(lines) // who has gone needs no farewell
	return status
}

// newInput makes the input of a program. A wall has no keyboard: it stays when nobody types, and when nobody can.
func (s *Server) newInput(sess ssh.Session, v *visit, program *loop, wall bool, keys func() *rate.Limiter) *input {
	window := func() size { return *v.window.Load() }
	if wall {
		return newInput(sess, window, v.resized, program.send, func() {}, nil, keys)
	}
	i := newIdle(s.config.IdleAfter, func() { program.send(warningMsg{}) }, func() { v.dismiss(unused) })
	return newInput(sess, window, v.resized, program.send, program.quit, i, keys)
}

// displace ends the terminal that has to make place for another of the same person; nil is none. That may take as long as
// its Screen's Update, and nobody waits for it.
func (s *Server) displace(oldest *visit) {
	if oldest == nil {
		return
	}
	s.config.Log.Warn("closed a terminal", "why", "its person has opened too many others", "from", address(oldest.RemoteAddr()))
	go oldest.dismiss(displaced)
}

// farewell is why the visit ended, when the server ended it, and what the Screen has to say: both in the Screen's language.
func (v *visit) farewell(screen Screen) []string {
	var lines []string
	l := v.server.tongue
	v.safely("saying goodbye", func() {
		if s, ok := screen.(interface{ Speaks() workshop.Language }); ok {
			l = tongue.In(s.Speaks())
		}
		lines = screen.Farewell()
	})
	if why := v.why(); why != nothing {
		lines = append([]string{why.in(l)}, lines...)
	}
	return lines
}
