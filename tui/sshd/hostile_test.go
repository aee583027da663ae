package sshd_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"convene/tui/sshd"
	"convene/tui/sshd/sshtest"
)

// OpenSSH's ControlMaster closes the channel and keeps the connection.
func TestAClosedChannelEndsItsProgramAndNothingSpins(t *testing.T) {
	h, server, address := open(t)
	client := sshtest.Dial(t, address, "ann")
	answered(t, client)
	before := runtime.NumGoroutine()
	for range 3 {
		term := client.Terminal()
		term.See("guest ann")
		term.Close()
		eventually(t, "the end of the visit", func() bool { return server.Sessions() == 0 })
		settled(t, before) // whatever could spin has ended
	}
	if n := h.count(&h.closed); n != 3 {
		t.Errorf("%d of 3 screens were closed", n)
	}
}

func TestADropWhileTypingLeavesNothingBehind(t *testing.T) {
	h, server, address := open(t)
	before := runtime.NumGoroutine()
	for range 20 {
		client := sshtest.Dial(t, address, "ann")
		term := client.Terminal()
		term.See("guest ann")
		term.Type(strings.Repeat("typing and ", 1000))
		_ = client.Close()
	}
	eventually(t, "the end of all visits", func() bool { return server.Sessions() == 0 && h.count(&h.closed) == 20 })
	settled(t, before)
}

func TestAStalledReaderHarmsNobodyElse(t *testing.T) {
	h, server, address := open(t, func(c *sshd.Config) { c.WriteTimeout = time.Second })
	stalled := sshtest.Dial(t, address, "stalled")
	channel := openChannel(t, stalled)
	ask(t, channel, "pty-req", pty(400, 150))
	ask(t, channel, "shell", nil)
	ann := sshtest.Dial(t, address, "ann").Terminal()
	ann.See("guest ann")

	gone := make(chan struct{})
	go func() {
		_ = stalled.Wait()
		close(gone)
	}()
	cut := func() bool {
		select {
		case <-gone:
			return true
		default:
			return false
		}
	}
	for i := 0; !cut(); i++ { // until two megabytes have gone to somebody who doesn't read them
		h.fill(fmt.Sprintf("%d ", i))
		ann.See(fmt.Sprintf("fill %d end", i))
		if i > 2000 {
			t.Fatal("the watchdog sleeps")
		}
	}
	eventually(t, "the end of one visit", func() bool { return server.Sessions() == 1 })
	ann.Type("unharmed")
	ann.See("[unharmed]")
}

func TestBombsCostNoMemory(t *testing.T) {
	for name, start := range map[string]string{
		"OSC": "\x1b]0;", "DCS": "\x1bP", "CSI": "\x1b[", "paste": "\x1b[200~", "keys": "",
	} {
		t.Run(name, func(t *testing.T) {
			_, _, address := open(t)
			term := sshtest.Dial(t, address, "ann").Terminal()
			term.See("guest ann")
			before := heap()
			term.Type(start)
			chunk := strings.Repeat("1", 32<<10)
			for range 512 << 10 / len(chunk) { // more would only take longer (flow.go)
				term.Type(chunk)
			}
			if grown := heap() - before; grown > 8<<20 {
				t.Errorf("the heap has grown by %d MB", grown>>20)
			}
			term.Type("\x1b[201~\a") // the end of a paste, and of a string
			eventually(t, "a keyboard that works", func() bool {
				term.Press("ctrl+g")
				return term.Bells() > 0
			})
		})
	}
}

func TestAThousandJoinsAndDropsLeaveNothingBehind(t *testing.T) {
	times := 1000
	if testing.Short() || raceEnabled {
		times = 200
	}
	h, server, address := open(t)
	sshtest.Dial(t, address, "first").Terminal().See("guest first")
	before := runtime.NumGoroutine()
	for i := range times {
		client, err := sshtest.TryDial(address, "ann")
		if err != nil {
			t.Fatal(err)
		}
		channel := openChannel(t, &sshtest.Client{Client: client})
		ask(t, channel, "pty-req", pty(80, 24))
		ask(t, channel, "shell", nil)
		switch i % 3 {
		case 0:
			expect(t, channel, "guest ann")
		case 1:
			_, _ = channel.Write([]byte("bye"))
		}
		_ = client.Close()
	}
	eventually(t, "the end of the visits", func() bool { return server.Sessions() == 1 })
	settled(t, before)
	if n := h.count(&h.closed); n > times {
		t.Errorf("%d screens were closed", n)
	}
}
