package sshd

import (
	"net/netip"
	"testing"
)

// came says whether a turn has come.
func (w *turn) came() bool {
	select {
	case <-w.come:
		return true
	default:
		return false
	}
}

func TestTurnsComeInOrderAndHalfOfThemToOneAddress(t *testing.T) {
	turns := newTurns(4)
	var crowd []*turn
	for range 8 {
		crowd = append(crowd, turns.join(netip.MustParseAddr("192.0.2.1")))
	}
	other := turns.join(netip.MustParseAddr("192.0.2.2"))
	check := func(when string, want ...bool) {
		t.Helper()
		for i, w := range want {
			if crowd[i].came() != w {
				t.Errorf("%s: the turn of number %d has come: %v", when, i, !w)
			}
		}
	}
	check("at first", true, true, false, false, false)
	if !other.came() {
		t.Error("one address keeps the others out")
	}
	turns.leave(crowd[3]) // gives up
	turns.leave(crowd[0])
	check("when one has gone", true, true, true, false, false)
	turns.leave(crowd[1])
	check("when two have gone", true, true, true, false, true, false)

	third, fourth := turns.join(netip.MustParseAddr("192.0.2.3")), turns.join(netip.MustParseAddr("192.0.2.4"))
	if !third.came() || fourth.came() {
		t.Error("there are more places than four, or fewer")
	}
	turns.leave(crowd[5]) // gives up
	turns.leave(crowd[2])
	if fourth.came() || !crowd[6].came() {
		t.Error("somebody got a place who had come later")
	}
	for _, w := range []*turn{crowd[4], crowd[6], crowd[7], other, third, fourth} {
		turns.leave(w)
	}
	if turns.free != 4 || len(turns.held) > 0 || len(turns.waiting) > 0 {
		t.Errorf("in the end %d places are free, held %v, and %d wait", turns.free, turns.held, len(turns.waiting))
	}
}

func TestOnePlaceIsForEveryone(t *testing.T) {
	turns := newTurns(1)
	if !turns.join(netip.MustParseAddr("192.0.2.1")).came() {
		t.Error("half of one place is none")
	}
}

func TestANeighbourhoodIsOneAddress(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"192.0.2.1", "192.0.2.1", true},
		{"192.0.2.1", "192.0.2.2", false},
		{"2001:db8::1", "2001:db8::ffff:1", true},
		{"2001:db8::1", "2001:db8:0:1::1", false},
	} {
		if same := neighbourhood(netip.MustParseAddr(c.a)) == neighbourhood(netip.MustParseAddr(c.b)); same != c.same {
			t.Errorf("%s and %s are one: %v", c.a, c.b, same)
		}
	}
	if got := neighbourhood(netip.Addr{}); got != (netip.Prefix{}) {
		t.Errorf("those without an address are in %s", got)
	}
}
