package sshd_test

import (
	"testing"

	"convene/tui/sshd"
	"convene/tui/sshd/sshtest"
)

// full is a server that takes in three connections, and ann, who belongs there, at her terminal.
func full(t *testing.T) (ann *sshtest.Terminal, address string) {
	h, _, address := open(t, func(c *sshd.Config) { c.Connections, c.Handshakes = 3, 2 })
	h.owns = []string{"ann"}
	ann = sshtest.Dial(t, address, "ann").Terminal()
	ann.See("guest ann")
	return ann, address
}

// Whoever opens all connections that there are, and goes no further than the door, keeps nobody out.
func TestStrangersMakePlaceForNewcomers(t *testing.T) {
	ann, address := full(t)
	oldest := sshtest.Dial(t, address, "eve")
	oldest.Terminal().See("guest eve")
	newest := sshtest.Dial(t, address, "eve").Terminal()
	newest.See("guest eve")

	bob := sshtest.Dial(t, address, "bob").Terminal()
	bob.See("guest bob")

	if err := oldest.Wait(); err == nil {
		t.Error("the connection ended without an error")
	}
	newest.Type("still here")
	newest.See("[still here]")
	ann.Type("unharmed")
	ann.See("[unharmed]")
}

func TestWhoBelongsHereMakesNoPlace(t *testing.T) {
	ann, address := full(t)
	other := sshtest.Dial(t, address, "ann")
	other.Terminal().See("guest ann")
	third := sshtest.Dial(t, address, "ann").Terminal()
	third.See("guest ann")

	if c, err := sshtest.TryDial(address, "bob"); err == nil {
		_ = c.Close()
		t.Fatal("a fourth connection was taken in")
	}

	ann.Type("unharmed")
	ann.See("[unharmed]")
	_ = other.Close()
	eventually(t, "a place", func() bool {
		c, err := sshtest.TryDial(address, "bob")
		if err == nil {
			_ = c.Close()
		}
		return err == nil
	})
}
