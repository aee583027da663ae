package sshd

import (
	"net/netip"
	"slices"
	"sync"
)

// turns gives out the places among the handshakes in the order in which people came. One address gets no more than half
// of them: whatever comes from there, others find a way in.
type turns struct {
	mu      sync.Mutex
	free    int
	share   int // of one neighbourhood
	held    map[netip.Prefix]int
	waiting []*turn
}

// turn is somebody's place, or their wait for one.
type turn struct {
	from netip.Prefix
	come chan struct{} // closed when the place is theirs
}

func newTurns(places int) *turns {
	return &turns{free: places, share: max(1, places/2), held: make(map[netip.Prefix]int)}
}

// neighbourhood is what counts as one address: a household has 2^64 of those with IPv6. Whose address isn't known is in
// the neighbourhood of all whose isn't.
func neighbourhood(a netip.Addr) netip.Prefix {
	bits := a.BitLen()
	if a.Is6() {
		bits = 64
	}
	p, err := a.Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return p
}

// join begins to wait. Every turn is to be left, whether it has come or not.
func (t *turns) join(a netip.Addr) *turn {
	t.mu.Lock()
	defer t.mu.Unlock()
	w := &turn{from: neighbourhood(a), come: make(chan struct{})}
	t.waiting = append(t.waiting, w)
	t.call()
	return w
}

// leave gives the place back, or the wait for it up.
func (t *turns) leave(w *turn) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if i := slices.Index(t.waiting, w); i >= 0 {
		t.waiting = slices.Delete(t.waiting, i, i+1)
		return
	}
	t.free++
	if t.held[w.from]--; t.held[w.from] == 0 {
		delete(t.held, w.from)
	}
	t.call()
}

// call gives the free places to the first who may have one.
func (t *turns) call() {
	t.waiting = slices.DeleteFunc(t.waiting, func(w *turn) bool {
		if t.free == 0 || t.held[w.from] >= t.share {
			return false
		}
		t.free--
		t.held[w.from]++
		close(w.come)
		return true
	})
}
