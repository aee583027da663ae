package main

import (
	"strings"
	"testing"

	"convene/tui/sshd/sshtest"
)

// One person has four terminals at most, whether a key or a seat code says who they are; walls are nobody's.
func TestAFifthTerminalOfOnePersonEndsTheirOldest(t *testing.T) {
	h := openHall(t)
	leads, code := h.facilitator(sshtest.Window{})
	for range 5 { // the facilitator's walls are not counted
		sshtest.Dial(t, h.address, string(code), sshtest.Key(h.fay)).Terminal(sshtest.Window{Command: "wall"}).See("To join")
	}
	key := sshtest.Key(sshtest.NewKey(t))
	ana, ben := h.join(code, "Ana", sshtest.Window{}, key), h.join(code, "Ben", sshtest.Window{})
	seat := seatCode(t, ben)
	var others []*sshtest.Terminal
	for range 4 {
		hers := sshtest.Dial(t, h.address, string(code), key).Terminal()
		hers.See("are here")
		his := sshtest.Dial(t, h.address, string(code)).Terminal()
		his.See("What shall we call you?")
		his.Press("tab")
		his.See("our seat code")
		his.Type(seat)
		his.Press("enter")
		his.See("are here")
		others = append(others, hers, his)
	}
	for _, first := range []*sshtest.Terminal{ana, ben} {
		first.Left()
		if !received(first, "You have opened more than four terminals") {
			t.Errorf("the oldest is not told why it ended:\n%s", first.Text())
		}
	}
	leads.See("2 people are here")
	leads.Press("n")
	for _, term := range others {
		term.See("What do we want to reach")
	}
	if n := strings.Count(h.log.String(), "closed a terminal"); n != 2 {
		t.Errorf("%d terminals were closed:\n%s", n, h.log)
	}
}
