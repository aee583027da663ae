package sshd_test

import (
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd/sshtest"
)

func TestWhoCantBeServedIsToldWhy(t *testing.T) {
	_, _, address := open(t)
	for _, c := range []struct{ command, want string }{
		{"", "connect without a pipe, or with ssh -t"},
		{"wall", "ssh -t HOST wall"},
		{"   ", "no words, or too many"},
		{strings.Repeat("a ", 201), "no words, or too many"},
		{"note " + strings.Repeat("x", 2000), "no words, or too many"},
	} {
		out, errs, status := sshtest.Dial(t, address, "ann").Exec(c.command)
		if out != "" || !strings.Contains(errs, c.want) || status != 1 {
			t.Errorf("%.20q: %q, %q, status %d", c.command, out, errs, status)
		}
	}
}

func TestAHostThatRefusesIsQuoted(t *testing.T) {
	h, _, address := open(t)
	h.refuse = errFull
	term := sshtest.Dial(t, address, "ann").Terminal()
	if status := term.Left(); status != 1 {
		t.Errorf("left with status %d", status)
	}
	if got := string(term.Bytes()); got != "This house is full; come back tomorrow.\r\n" {
		t.Errorf("told %q", got)
	}
}

func TestThereAreNoFiles(t *testing.T) {
	_, _, address := open(t)
	session := newSession(t, sshtest.Dial(t, address, "ann"))
	errs, err := session.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := session.RequestSubsystem("sftp"); err != nil {
		t.Fatalf("refused without a word: %v", err)
	}
	if got := read(t, errs); !strings.Contains(got, "There are no files here") {
		t.Errorf("told %q", got)
	}
}

func TestNothingIsForwarded(t *testing.T) {
	_, _, address := open(t)
	client := sshtest.Dial(t, address, "ann")
	for _, kind := range []string{"direct-tcpip", "direct-streamlocal@openssh.com", "auth-agent@openssh.com", "x11"} {
		_, _, err := client.OpenChannel(kind, nil)
		if err == nil || !strings.Contains(err.Error(), "nothing is forwarded") {
			t.Errorf("channel %s: %v", kind, err)
		}
	}
	for _, kind := range []string{"tcpip-forward", "streamlocal-forward@openssh.com"} {
		if ok, _, err := client.SendRequest(kind, true, nil); ok || err != nil {
			t.Errorf("request %s: %v, %v", kind, ok, err)
		}
	}
	session := newSession(t, client)
	for _, kind := range []string{"auth-agent-req@openssh.com", "x11-req", "break", "signal", "xon-xoff"} {
		if ok, err := session.SendRequest(kind, true, nil); ok || err != nil {
			t.Errorf("request %s: %v, %v", kind, ok, err)
		}
	}
}

func TestOfTheEnvironmentOnlyTheLocaleArrives(t *testing.T) {
	_, _, address := open(t)
	client := sshtest.Dial(t, address, "ann")
	session := newSession(t, client)
	for name, welcome := range map[string]bool{
		"LANG": true, "LC_ALL": true, "LC_CTYPE": true,
		"COLORTERM": false, "TERM": false, "PATH": false, "CLICOLOR_FORCE": false, "LANGUAGE": false, "TEA_DEBUG": false,
	} {
		if err := session.Setenv(name, "x"); (err == nil) != welcome {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := session.Setenv("LC_ALL", strings.Repeat("x", 5000)); err == nil {
		t.Error("a giant variable was accepted")
	}
	for range 20 {
		_ = session.Setenv("LC_ALL", "x")
	}
	if err := session.Setenv("LC_ALL", "x"); err == nil {
		t.Error("any number of variables is accepted")
	}

	client.Terminal(sshtest.Window{Env: map[string]string{"LANG": "C", "COLORTERM": "truecolor"}}).
		See("xterm-256color ANSI256 ascii=true")
}

func TestATerminalIsAskedForOnce(t *testing.T) {
	_, _, address := open(t)
	session := newSession(t, sshtest.Dial(t, address, "ann"))
	for i, want := range []bool{true, false} {
		if err := session.RequestPty("xterm", 24, 80, ssh.TerminalModes{}); (err == nil) != want {
			t.Errorf("request %d: %v", i, err)
		}
	}
	if _, err := session.StdinPipe(); err != nil { // or nobody could type, and the visit would be over
		t.Fatal(err)
	}
	if err := session.Shell(); err != nil {
		t.Fatal(err)
	}
	if ok, err := session.SendRequest("shell", true, nil); ok || err != nil {
		t.Errorf("a second shell: %v, %v", ok, err)
	}
}
