package sshd

import (
	"net"
	"net/netip"
	"strings"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"convene/workshop/text"
)

// maxWord bounds a user name, a TERM or a client's version, in cells.
const maxWord = 64

// Visitor is who is at the other end.
type Visitor struct {
	// User is the SSH user name in lower case: at most 64 characters of printable ASCII, all others left out. It is a
	// wish, never authority.
	User string
	// Key is the fingerprint, "SHA256:…", of the key that was proven, of a certificate that of its key. It is empty when
	// the visitor came without one.
	Key string
	// Address is where from. A whole room may share one; it is never authority.
	Address netip.Addr

	known func(as string) // see Known; nil when that has no consequences
	stays func()          // see Stays; nil when that has none
}

// Stays tells the server that the visitor belongs here. When all places are taken, those lose theirs to newcomers of whom it
// has not been told so.
func (v Visitor) Stays() {
	if v.stays != nil {
		v.stays()
	}
}

// Known tells the server who a visitor without a key has turned out to be: all terminals that are known as the same are one
// person's, of which there may be so many. Whoever has a key is known by that already.
func (v Visitor) Known(as string) {
	if v.Key == "" && v.known != nil {
		v.known("seat " + as)
	}
}

// person is as whom a visitor is counted at first: by their key, or else by their connection.
func (v Visitor) person(connection string) string {
	if v.Key == "" {
		return "connection " + connection
	}
	return "key " + v.Key
}

func visitorOf(sess ssh.Session) Visitor {
	return Visitor{User: userName(sess.User()), Key: fingerprint(sess.PublicKey()), Address: address(sess.RemoteAddr())}
}

func userName(s string) string {
	var b strings.Builder
	for _, c := range []byte(strings.ToLower(s)) {
		if c > ' ' && c < 0x7f && b.Len() < maxWord {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// fingerprint names a key. A certificate is as good as the key in it, which made the signature: what else it says was
// written by whoever signed it.
func fingerprint(key gossh.PublicKey) string {
	if key == nil {
		return ""
	}
	if c, ok := key.(*gossh.Certificate); ok {
		key = c.Key
	}
	return gossh.FingerprintSHA256(key)
}

func address(a net.Addr) netip.Addr {
	p, err := netip.ParseAddrPort(a.String())
	if err != nil {
		return netip.Addr{}
	}
	return p.Addr().Unmap()
}

// word makes of what a client says about itself something that can be logged.
func word(s string) string { return text.Clip(text.Line(s), maxWord) }
