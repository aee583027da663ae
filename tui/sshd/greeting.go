package sshd

import (
	"net"
	"net/netip"
	"slices"
	"time"
)

// Read reads what the client says. Its first line is its version, and until then it holds no place among the
// handshakes: only who speaks can keep others waiting. The library has sent our version before it reads, so that
// clients that wait for it speak as well.
func (c *connection) Read(b []byte) (int, error) {
	if c.spoken.Load() || len(b) == 0 {
		n, err := c.Conn.Read(b)
		c.slow(n)
		return n, err
	}
	n, err := c.Conn.Read(b[:1]) // nothing behind the line before its turn
	if n == 1 && b[0] == '\n' {
		c.spoken.Store(true)
		if !c.await() {
			return 0, net.ErrClosed
		}
	}
	return n, err
}

// await waits for a place among the handshakes: many who come at the same time are let in one after the other, not sent
// away. It returns false when the wait was in vain.
func (c *connection) await() bool {
	handshake := c.server.config.HandshakeTimeout
	mine := c.server.turns.join(address(c.RemoteAddr()))
	c.turn.Store(mine)
	late := time.NewTimer(2 * handshake) // by when all that go on now have ended
	defer late.Stop()
	select {
	case <-mine.come:
		return c.SetDeadline(time.Now().Add(handshake)) == nil // so far it was the greeting's; the library lifts it
	case <-late.C:
		c.cut("too many handshakes before it")
		return false
	case <-c.server.life.Done():
		return false
	}
}

// greeted gives the place among the handshakes back, if it holds one or waits for one.
func (c *connection) greeted() {
	if mine := c.turn.Swap(nil); mine != nil {
		c.server.turns.leave(mine)
	}
}

// makePlace closes a connection that nobody has come in by, if there is one, and forgets it: that which has been silent longest,
// or else the oldest of the address that has the most of them. Otherwise it closes one by which nobody has come who belongs
// here, likewise: who keeps to the door must not keep others out. Nobody else has to go. The server is locked.
func (s *Server) makePlace() bool {
	var silent []*connection
	slow, strange := make(map[netip.Prefix][]*connection), make(map[netip.Prefix][]*connection)
	for c := range s.connections {
		switch {
		case !c.spoken.Load():
			silent = append(silent, c)
		case !c.in.Load():
			slow[c.from] = append(slow[c.from], c)
		case !c.stays.Load():
			strange[c.from] = append(strange[c.from], c)
		}
	}
	why, all := whyMuteFull, silent
	if len(all) == 0 {
		why, all = whySlowFull, most(slow)
	}
	if len(all) == 0 {
		why, all = whyStrangeFull, most(strange)
	}
	if len(all) == 0 {
		return false
	}
	oldest := slices.MinFunc(all, func(a, b *connection) int { return a.since.Compare(b.since) })
	delete(s.connections, oldest)
	oldest.ended.Store(true)
	oldest.refused(why, "")
	_ = oldest.Conn.Close() // who reads from it finds out, and does the rest
	return true
}

// most are the connections of the address that has the most.
func most(by map[netip.Prefix][]*connection) []*connection {
	var all []*connection
	for _, some := range by {
		if len(some) > len(all) {
			all = some
		}
	}
	return all
}
