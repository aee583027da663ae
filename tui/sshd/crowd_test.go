package sshd_test

import (
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"convene/tui/sshd"
	"convene/tui/sshd/sshtest"
)

// Whoever sits in a bad network is never locked out by the connections that it has left behind.
func TestAFifthTerminalOfAKeyEndsTheOldest(t *testing.T) {
	j := &journal{}
	_, _, address := open(t, func(c *sshd.Config) { c.Log = slog.New(slog.NewTextHandler(j, nil)) })
	ann := sshtest.Key(sshtest.NewKey(t))
	at := func(w sshtest.Window, options ...sshtest.Option) *sshtest.Terminal {
		t.Helper()
		term := sshtest.Dial(t, address, "x", options...).Terminal(w)
		term.See("guest x")
		return term
	}
	wall := at(sshtest.Window{Command: "wall"}, ann)
	var hers []*sshtest.Terminal
	for range 4 {
		hers = append(hers, at(sshtest.Window{}, ann))
	}
	others := []*sshtest.Terminal{wall, at(sshtest.Window{}, sshtest.Key(sshtest.NewKey(t)))}
	for range 5 { // who has no key may be anybody, as long as nobody says who
		others = append(others, at(sshtest.Window{}))
	}
	if _, errs, status := sshtest.Dial(t, address, "x", ann).Exec("note"); status != 0 {
		t.Errorf("a verb: status %d, %s", status, errs)
	}
	if strings.Contains(j.text(), "closed a terminal") {
		t.Errorf("something was closed:\n%s", j.text())
	}

	hers = append(hers, at(sshtest.Window{}, ann))
	if status := hers[0].Left(); status != 0 {
		t.Errorf("the oldest ended with status %d", status)
	}
	for _, want := range []string{"You have opened more than four terminals", "come back, x"} {
		if got := string(hers[0].Bytes()); !strings.Contains(got, want) {
			t.Errorf("the oldest is not told %q", want)
		}
	}
	for i, term := range append(others, hers[1:]...) {
		said := fmt.Sprintf("still%d", i)
		term.Type(said)
		term.See(said)
	}
	if !strings.Contains(j.text(), `level=WARN msg="closed a terminal" why="its person has opened too many others" from=127.0.0.1`) {
		t.Errorf("the log does not say it:\n%s", j.text())
	}
}

// Who has no key is whom the host knows them as.
func TestAFifthTerminalOfASeatEndsTheOldest(t *testing.T) {
	h, _, address := open(t)
	h.knows = "ann"
	keyed := sshtest.Dial(t, address, "x", sshtest.Key(sshtest.NewKey(t))).Terminal()
	keyed.See("guest x") // who has a key is that, whatever the host says
	var hers []*sshtest.Terminal
	for range 5 {
		term := sshtest.Dial(t, address, "x").Terminal()
		term.See("guest x")
		hers = append(hers, term)
	}
	hers[0].Left()
	if got := string(hers[0].Bytes()); !strings.Contains(got, "more than four terminals") {
		t.Error("the oldest is not told why")
	}
	for i, term := range append(hers[1:], keyed) {
		said := fmt.Sprintf("still%d", i)
		term.Type(said)
		term.See(said)
	}
}
