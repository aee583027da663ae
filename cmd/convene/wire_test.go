package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"convene/tui/sshd/sshtest"
	"convene/workshop"
)

// audience is a workshop with people at terminals of all kinds: two with a key, two without, one of them on a
// telephone; the facilitator and the wall.
type audience struct {
	*hall
	code   workshop.ID
	leads  *sshtest.Terminal // Fay's
	wall   *sshtest.Terminal
	people map[string]*sshtest.Terminal
}

func gather(t *testing.T) *audience {
	t.Helper()
	h := openHall(t)
	a := &audience{hall: h, people: make(map[string]*sshtest.Terminal)}
	a.leads, a.code = h.facilitator(sshtest.Window{Width: 120, Height: 35})
	a.people["ana"] = h.join(a.code, "Ana", sshtest.Window{}, sshtest.Key(sshtest.NewKey(t)))
	a.people["ben"] = h.join(a.code, "Ben", sshtest.Window{Width: 120, Height: 35}, sshtest.Key(sshtest.NewKey(t)))
	a.people["cleo"] = h.join(a.code, "Cleo", sshtest.Window{Width: 100, Height: 30})
	a.people["dan"] = h.join(a.code, "Dan", sshtest.Window{Width: 40, Height: 20})
	a.wall = sshtest.Dial(t, h.address, string(a.code), sshtest.Key(h.fay)).Terminal(
		sshtest.Window{Width: 80, Height: 20, Command: "wall"}) // so small that its clock is plain text, and no port is shown
	a.wall.See("Ana")
	return a
}

// others are everybody's terminals but one person's.
func (a *audience) others(name string) map[string]*sshtest.Terminal {
	out := map[string]*sshtest.Terminal{"the facilitator": a.leads, "the wall": a.wall}
	for n, term := range a.people {
		if n != name {
			out[n] = term
		}
	}
	return out
}

// onward lets the group go on, and waits until everybody sees where it is.
func (a *audience) onward(sees string) {
	a.t.Helper()
	a.leads.Press("n")
	for _, term := range a.others("") {
		term.See(sees)
	}
}

// write lets the group go on from the brief to writing.
func (a *audience) write() {
	a.t.Helper()
	a.leads.Press("n")
	for _, term := range a.people {
		term.See("one idea")
	}
	for _, term := range []*sshtest.Terminal{a.leads, a.wall} {
		term.See("in silence")
	}
}

func TestNobodysNotesAreOnTheWireBeforeTheReveal(t *testing.T) {
	a := gather(t)
	a.onward("What do we want to reach together?")
	a.write()
	canary := func(name string) string { return "canary" + strings.ToUpper(name) }
	for name, term := range a.people {
		term.Type(canary(name))
		term.Press("enter")
		term.See("1 note")
		term.Type("draft" + canary(name)) // and something that is never sent
		term.See("draft" + canary(name))
	}
	silent := func() {
		t.Helper()
		for name := range a.people {
			for other, term := range a.others(name) {
				if received(term, canary(name)) {
					t.Errorf("%s has received %s's note before the reveal", other, name)
				}
			}
			if strings.Contains(a.log.String(), canary(name)) {
				t.Errorf("the server's log holds %s's note", name)
			}
			if strings.Contains(read(t, a.db), "draft"+canary(name)) {
				t.Errorf("the file holds what %s never sent", name)
			}
		}
	}
	canvas, _, status := sshtest.Dial(t, a.address, string(a.code), sshtest.Key(a.fay)).Exec("canvas")
	if status != 0 || strings.Contains(canvas, "canary") {
		t.Errorf("the canvas, status %d:\n%s", status, canvas)
	}
	silent()

	a.leads.Press("n") // asks, since some are still writing
	a.leads.See("Reveal now?")
	silent()
	a.leads.Press("y")
	for _, term := range a.people { // whoever is in mid-sentence leaves it as a draft
		term.See("The notes are revealed.")
		term.Press("esc")
	}
	for reader, term := range a.others("") {
		for name := range a.people {
			if reader == "dan" { // on whose telephone some notes are below the edge
				continue
			}
			term.See(canary(name))
		}
	}
	a.people["dan"].See("canary")
	for name := range a.people {
		for other, term := range a.others(name) {
			if received(term, "draft"+canary(name)) {
				t.Errorf("%s has received what %s never sent", other, name)
			}
		}
	}
}

// anyEnd is how late the workshop is and when it would end: a minute may pass between two runs.
var anyEnd = regexp.MustCompile(`(?:\d+ min (?:ahead|behind), )?ends (?:\w{3} )?\d\d:\d\d`)

// anySeat is a seat code where its owner sees it: another one in each run.
var anySeat = regexp.MustCompile(`seat [a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{2}`)

// unshuffled is a screen without the order of its lines: each person's ballot has one of its own, and another in each run.
func unshuffled(screen string) string {
	lines := strings.Split(strings.ReplaceAll(screen, "▸", " "), "\n")
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// The same workshop, twice, in which Ana votes differently: until the count nobody else can see a difference, on any
// screen or in the file.
func TestABallotMakesNoDifferenceBeforeTheCount(t *testing.T) {
	var seen [2]map[string]string
	for run, choice := range []string{"one idea", "another idea"} {
		a := gather(t)
		a.onward("What do we want to reach together?")
		a.write()
		for _, idea := range []string{"one idea", "another idea"} {
			a.people["ana"].Type(idea)
			a.people["ana"].Press("enter")
			a.people["ana"].See(idea)
		}
		a.leads.Press("t") // so that no second that passes makes a difference
		a.leads.See("paused")
		a.leads.Press("n")
		a.leads.See("Reveal now?")
		a.leads.Press("y")
		a.people["ben"].See("another idea")
		a.onward("lustering")
		a.leads.Press("t")
		a.leads.See("The clock stands.")
		a.leads.Press("v", "enter")
		ana := a.people["ana"]
		ana.See("into the box")
		if !strings.Contains(ana.Text(), "▸ [ ] "+choice) {
			ana.Press("down")
		}
		ana.See("▸ [ ] " + choice)
		ana.Press("space", "enter")
		ana.See("final")
		ana.Press("y")
		ana.See("Your ballot is in the box")
		a.leads.Press("+")

		seen[run] = make(map[string]string)
		for other, term := range a.others("ana") {
			term.See("10:00") // then it has seen what came before, too
			text := anySeat.ReplaceAllString(strings.ReplaceAll(term.Text(), string(a.code), "CODE"), "seat CODE")
			text = anyEnd.ReplaceAllString(text, "ends then")
			seen[run][other] = unshuffled(text)
		}
		a.checkFile("Ana")
	}
	for other, first := range seen[0] {
		if second := seen[1][other]; first != second {
			t.Errorf("%s sees how Ana has voted:\n%s\nor:\n%s", other, first, second)
		}
	}
}

// checkFile looks at a copy of the file while a vote is open: what is in the box names nobody, and the record of who has
// voted says nothing else.
func (a *audience) checkFile(name string) {
	t := a.t
	t.Helper()
	s, err := a.house.state(context.Background(), a.code)
	if err != nil {
		t.Fatal(err)
	}
	who := workshop.PersonID("")
	for p := range s.People.All() {
		if p.Name == name {
			who = p.ID
		}
	}
	copied := a.db + ".copy"
	b, err := os.ReadFile(a.db)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(copied, b, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := bolt.Open(copied, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	ballots := 0
	err = db.View(func(tx *bolt.Tx) error {
		in := tx.Bucket([]byte("workshops")).Bucket([]byte(a.code))
		if err := in.Bucket([]byte("box")).ForEach(func(k, v []byte) error {
			ballots++
			if bytes.Contains(k, []byte(who)) || bytes.Contains(v, []byte(who)) {
				return fmt.Errorf("the box names %s: %q %q", name, k, v)
			}
			return nil
		}); err != nil {
			return err
		}
		return in.Bucket([]byte("records")).ForEach(func(_, v []byte) error {
			if bytes.Contains(v, []byte(`"ballot-cast"`)) && (bytes.Contains(v, []byte(`"n1"`)) || bytes.Contains(v, []byte(`"n2"`))) {
				return fmt.Errorf("a record holds a ballot: %s", v)
			}
			return nil
		})
	})
	if err != nil || ballots != 1 {
		t.Errorf("%d ballots in the box: %v", ballots, err)
	}
}
