package sshd

import (
	"strings"

	gossh "golang.org/x/crypto/ssh"
)

// How much a client may say about itself. What is more is refused.
const (
	maxEnv     = 16      // variables
	maxPayload = 1 << 10 // bytes of one request: TERM and the modes of a terminal, or a variable. 160 modes take 800
)

// sifted is a session channel whose requests are looked at before anything acts on them.
type sifted struct {
	gossh.NewChannel
	visit *visit
}

// Accept opens the channel and begins to look.
func (s sifted) Accept() (gossh.Channel, <-chan *gossh.Request, error) {
	channel, in, err := s.NewChannel.Accept()
	if err != nil {
		s.visit.line.dismiss()
		return nil, nil, err
	}
	s.visit.channel = channel
	out := make(chan *gossh.Request)
	s.visit.besides("requests", func() { s.visit.sift(in, out) })
	s.visit.besides("stderr", func() { drain(s.visit.life, channel.Stderr()) }) // no client writes there, but any can
	return channel, out, nil
}

// sift lets requests through until the channel closes, which ends the visit. Sizes of the window stop here: the
// library's own channel for them blocks everything behind it while nobody reads it, and closes unseen.
func (v *visit) sift(in <-chan *gossh.Request, out chan<- *gossh.Request) {
	defer v.line.dismiss()
	defer v.hangUp()
	defer close(out)
	terminal, variables := false, 0
	for r := range in {
		ok, why, what := len(r.Payload) <= maxPayload, whyRequest, r.Type
		switch r.Type {
		case "shell", "subsystem":
		case "exec":
			ok = true // what is too long is told so
		case "pty-req":
			terminal = terminal || ok
		case "env":
			variables++
			name := variable(r.Payload)
			ok = ok && variables <= maxEnv && (name == "LANG" || strings.HasPrefix(name, "LC_"))
			why, what = whyVariable, name
		case "window-change":
			var w struct{ Width, Height, WidthPixels, HeightPixels uint32 }
			if ok = terminal && gossh.Unmarshal(r.Payload, &w) == nil; ok {
				v.resize(size{cells(w.Width), cells(w.Height)})
			}
			_ = r.Reply(ok, nil)
			continue
		default: // agent and X11 forwarding, signals, breaks
			ok = false
		}
		if !ok {
			v.line.refused(why, what)
			_ = r.Reply(false, nil)
			continue
		}
		out <- r
	}
}

// variable is the name of the variable of the environment that is to be set; empty when there is none.
func variable(payload []byte) string {
	var e struct{ Name, Value string }
	if gossh.Unmarshal(payload, &e) != nil {
		return ""
	}
	return e.Name
}

// cells is a number of cells, which where an int has 32 bits must not become negative.
func cells(n uint32) int { return int(min(n, MaxWidth)) }
