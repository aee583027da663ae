package sshd_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"convene/tui/sshd"
	"convene/tui/sshd/sshtest"
	"convene/workshop"
	"convene/workshop/tongue"
)

func inFrench(c *sshd.Config) { c.Lang = workshop.French }

// Who gets no screen is told why in the server's language.
func TestTheServerSpeaksItsLanguage(t *testing.T) {
	_, _, address := open(t, inFrench)
	for _, c := range []struct{ command, want string }{
		{"", "connectez-vous sans redirection, ou avec ssh -t"},
		{"wall", "Le mur a besoin d’un terminal\u00a0: ssh -t HÔTE wall"},
		{"   ", "Cette commande est illisible"},
	} {
		out, errs, status := sshtest.Dial(t, address, "ann").Exec(c.command)
		if out != "" || !strings.Contains(errs, c.want) || status != 1 {
			t.Errorf("%q: %q, %q, status %d", c.command, out, errs, status)
		}
	}
	session := newSession(t, sshtest.Dial(t, address, "ann"))
	errs, err := session.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := session.RequestSubsystem("sftp"); err != nil {
		t.Fatal(err)
	}
	if got := read(t, errs); !strings.Contains(got, "Il n’y a pas de fichiers ici") {
		t.Errorf("told %q", got)
	}
}

// wait is an error with a number in it, which says itself.
type wait int

func (w wait) Error() string             { return fmt.Sprintf("wait %d seconds", int(w)) }
func (w wait) In(l tongue.Tongue) string { return l.Count(int(w), "%d second", "%d seconds") }

// A refusal that the catalogues have is said in the server's language, whatever it is wrapped in; any other as it is, clean.
func TestARefusalIsSaidInTheServersLanguage(t *testing.T) {
	for _, c := range []struct {
		refuse error
		want   string
	}{
		{fmt.Errorf("open: %w", workshop.ErrLanguage), "Convene parle anglais (en) et français (fr)\r\n"},
		{errFull, "This house is full; come back tomorrow.\r\n"},
		{fmt.Errorf("open: %w", wait(4)), "4 secondes.\r\n"},
		{fmt.Errorf("\x07no\x07 room"), "No room.\r\n"},
		{fmt.Errorf("\x07"), "Cela n’a pas marché.\r\n"},
	} {
		h, _, address := open(t, inFrench)
		h.refuse = c.refuse
		term := sshtest.Dial(t, address, "ann").Terminal()
		term.Left()
		if got := string(term.Bytes()); got != c.want {
			t.Errorf("%q: told %q, want %q", c.refuse, got, c.want)
		}
	}
}

// Whoever had a screen is told goodbye in the language that it spoke.
func TestAScreenIsLeftInItsLanguage(t *testing.T) {
	for _, c := range []struct {
		server, screen workshop.Language
		want           string
	}{
		{workshop.English, workshop.French, "Vous n’avez appuyé sur aucune touche depuis longtemps"},
		{workshop.French, workshop.English, "You have not pressed a key for a long time"},
	} {
		h, _, address := open(t, func(s *sshd.Config) { s.Lang, s.IdleAfter = c.server, 100*time.Millisecond })
		h.speaks = c.screen
		term := sshtest.Dial(t, address, "ann").Terminal()
		term.Left()
		term.See(c.want)
		term.See("come back, ann")
	}
}
