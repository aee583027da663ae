package main

import (
	"context"
	"net"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd"
	"convene/tui/sshd/sshtest"
)

// narrowDoor opens another door of the hall, for so many connections.
func (h *hall) narrowDoor(connections int) (address string) {
	h.t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		h.t.Fatal(err)
	}
	facilitates := map[string]string{ssh.FingerprintSHA256(h.fay.PublicKey()): "Fay"}
	server, err := sshd.New(sshd.Config{
		Host: guests{h.house, newLimits(time.Now), facilitates}, Key: sshtest.NewKey(h.t), Connections: connections,
	})
	if err != nil {
		h.t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- server.Serve(l) }()
	h.t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), sshtest.Patience)
		defer cancel()
		if err := server.Shutdown(ctx); err != nil {
			h.t.Errorf("shut down: %v", err)
		}
		<-served
	})
	return l.Addr().String()
}

// One visitor can open all connections that a server takes in, and go no further than the question for a code or a name. That
// must keep nobody out, and send nobody away who has a seat.
func TestStrangersAtTheDoorKeepNobodyOut(t *testing.T) {
	h := openHall(t)
	_, code := h.facilitator(sshtest.Window{})
	h.address = h.narrowDoor(5)
	fay := sshtest.Dial(t, h.address, string(code), sshtest.Key(h.fay)).Terminal()
	fay.See("To join")
	ana := h.join(code, "Ana", sshtest.Window{})
	back := seatCode(t, ana)
	bob := sshtest.NewKey(t)
	joined := sshtest.Dial(t, h.address, string(code), sshtest.Key(bob))
	first := joined.Terminal()
	first.See("What shall we call you?")
	first.Type("Bob")
	first.Press("enter")
	first.See("Welcome, Bob")
	_ = joined.Close()
	returned := sshtest.Dial(t, h.address, string(code), sshtest.Key(bob)).Terminal()
	returned.See("Welcome, Bob")

	for range 5 {
		sshtest.Dial(t, h.address, "no-such", sshtest.Key(sshtest.NewKey(t))).Terminal().See("There is no workshop")
		sshtest.Dial(t, h.address, string(code)).Terminal().See("What shall we call you?")
	}

	for _, term := range []*sshtest.Terminal{fay, ana, returned} {
		term.Press("?")
		term.See("Everywhere")
		term.Press("esc")
	}
	if again := seatCode(t, ana); again != back {
		t.Errorf("Ana's seat is %s and not %s", again, back)
	}
}
