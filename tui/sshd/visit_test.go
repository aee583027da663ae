package sshd_test

import (
	"strings"
	"testing"

	"convene/tui/sshd/sshtest"
)

func TestAVisitorTypesAndLeaves(t *testing.T) {
	h, server, address := open(t)
	term := sshtest.Dial(t, address, "K7M2QP").Terminal()
	term.See("guest k7m2qp key  from 127.0.0.1")
	term.See("window 80x24 then 80x24")
	term.Type("hello")
	term.See("typed [hello]")
	term.Paste("two words")
	term.See("pasted 9")
	term.Press("ctrl+c")
	if status := term.Left(); status != 0 {
		t.Errorf("left with status %d", status)
	}
	term.See("come back, k7m2qp")
	if term.InFullScreen() {
		t.Error("the alternate screen is still shown")
	}
	eventually(t, "the end of the visit", func() bool { return server.Sessions() == 0 })
	if n := h.count(&h.closed); n != 1 {
		t.Errorf("the screen was closed %d times", n)
	}
}

func TestEverybodySeesWhatOneSays(t *testing.T) {
	_, _, address := open(t)
	ann, bob := sshtest.Dial(t, address, "ann").Terminal(), sshtest.Dial(t, address, "bob").Terminal()
	bob.See("guest bob")
	ann.Type("good morning")
	ann.Press("enter")
	bob.See("good morning")
}

func TestAVerbNeedsNoTerminal(t *testing.T) {
	_, _, address := open(t)
	client := sshtest.Dial(t, address, "ann")
	out, errs, status := client.Exec(`note "two words" three`)
	if want := `ann asks for ["note" "two words" "three"]`; strings.TrimSpace(out) != want || errs != "" || status != 0 {
		t.Errorf("got %q, %q, status %d; want %q", out, errs, status, want)
	}
}
