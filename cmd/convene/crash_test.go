//go:build unix

package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"convene/store"
	"convene/tui/sshd/sshtest"
	"convene/workshop"
)

var killings = flag.Int("kills", 20, "how often TestNothingIsLostByAKill kills the server; 200 at night")

// The server is killed while people write, while they vote, and while the vote is counted, at random moments, and started again.
// Whatever somebody was shown as saved is in the log, the log can be recalled and holds nothing that was not sent, each ballot in
// the box has a name on the roll, and everyone comes back to the screen that they had.
func TestNothingIsLostByAKill(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	s, db, fay := serving(t)
	c := &crash{t: t, server: s, db: db, fay: fay, chance: rand.New(rand.NewPCG(seed, 0))}
	for c.kills < *killings {
		c.newWorkshop()
		for _, round := range []func(){c.write, c.write, c.vote, c.count} {
			if c.kills < *killings {
				round()
			}
		}
	}
	s.kill()
	c.look()
	t.Logf("%d kills survived; %d notes and %d ballots had been shown as saved", c.kills, c.notes, c.ballots)
}

// crash is a workshop that is held while its server is killed.
type crash struct {
	t      *testing.T
	server *server
	db     string
	fay    ssh.Signer
	chance *rand.Rand

	kills, notes, ballots int

	open   bool // a vote, when look looked last
	code   workshop.ID
	leads  *sshtest.Terminal
	people []*writer
}

// writer is somebody who takes part, and what they have sent and been shown as saved.
type writer struct {
	name        string
	key         ssh.Signer
	term        *sshtest.Terminal
	sent, saved int // notes, which are numbered
	logged      int // as many as look has found
	cast        bool
	mayHaveCast bool
	castCounted bool // among the ballots of crash
}

func (w *writer) note(i int) string { return fmt.Sprintf("%s has idea %d", w.name, i) }

// newWorkshop brings people to where they write about the vision.
func (c *crash) newWorkshop() {
	c.t.Helper()
	if c.leads != nil {
		c.leads.Press("ctrl+c", "y")
		c.leads.Left()
	}
	h := &hall{t: c.t, address: c.server.address, fay: c.fay}
	c.leads, c.code = h.facilitator(sshtest.Window{Width: 120, Height: 35})
	c.people = nil
	for _, name := range []string{"Ana", "Ben", "Cleo", "Dan", "Eve"} {
		w := &writer{name: name, key: sshtest.NewKey(c.t)}
		w.term = h.join(c.code, name, sshtest.Window{}, sshtest.Key(w.key))
		c.people = append(c.people, w)
	}
	c.leads.Press("n")
	c.people[0].term.See("What do we want to reach")
	c.leads.Press("n")
	for _, w := range c.people {
		w.term.See("one idea")
	}
}

// killWhile lets everybody do something at the same time until they can't, and kills the server when they have been shown as saved
// so much, and a moment later.
func (c *crash) killWhile(most int, do func(w *writer, saved func())) {
	c.t.Helper()
	after, moment := int64(c.chance.IntN(most+1)), time.Duration(c.chance.Int64N(int64(15*time.Millisecond)))
	var all atomic.Int64
	enough := make(chan struct{})
	saved := sync.OnceFunc(func() { close(enough) })
	if after == 0 {
		saved()
	}
	var working sync.WaitGroup
	for _, w := range c.people {
		working.Go(func() {
			do(w, func() {
				if all.Add(1) >= after {
					saved()
				}
			})
		})
	}
	select {
	case <-enough:
	case <-time.After(sshtest.Patience):
		c.t.Fatal("nothing is saved")
	}
	<-time.After(moment) // the moment itself is what is random
	c.server.kill()
	working.Wait()
	c.kills++
	c.look()
	c.server.start()
	c.comeBack()
}

// comeBack brings everybody back to the seat of their key.
func (c *crash) comeBack() {
	c.t.Helper()
	c.leads = sshtest.Dial(c.t, c.server.address, string(c.code), sshtest.Key(c.fay)).Terminal(sshtest.Window{Width: 120, Height: 35})
	for _, w := range c.people {
		w.term = sshtest.Dial(c.t, c.server.address, string(c.code), sshtest.Key(w.key)).Terminal()
	}
}

var notesShown = regexp.MustCompile(`(\d+) notes?\b`)

// notesOn is how many notes of their own somebody's screen counts.
func notesOn(screen string) int {
	if m := notesShown.FindStringSubmatch(screen); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n
	}
	return 0
}

// write is a round in which all write as fast as they can.
func (c *crash) write() {
	c.t.Helper()
	c.killWhile(20, func(w *writer, saved func()) {
		for w.sent < 45 { // a person may write 50
			w.sent++
			sent := w.term.TryType(w.note(w.sent) + "\r")
			if !sent || !w.term.Await("a note to be saved", func(screen string) bool { return notesOn(screen) == w.sent }) {
				return
			}
			w.saved = w.sent
			saved()
		}
	})
	for _, w := range c.people { // they are shown what the log has, which is what look has found
		w.term.Until(fmt.Sprintf("%d notes of %s", w.sent, w.name), func(screen string) bool { return notesOn(screen) == w.sent })
	}
}

// vote is a round in which all put a ballot into the box.
func (c *crash) vote() {
	c.t.Helper()
	c.leads.Press("n")
	asked := false
	c.leads.Until("the notes on the wall", func(screen string) bool { // it is asked about those who are here and not done
		if strings.Contains(screen, "y yes") && !asked {
			asked = true
			c.leads.Press("y")
		}
		return strings.Contains(screen, "reading together")
	})
	c.people[0].term.See("Ana has idea")
	c.leads.Press("n")
	c.leads.See("lustering")
	c.leads.Press("v", "enter")
	c.people[0].term.See("into the box") // or the kill may come before there is a vote, and nobody opens one afterwards
	c.killWhile(len(c.people)-1, func(w *writer, saved func()) {
		if w.castBallot() {
			saved()
		}
	})
}

// castBallot puts a ballot into the box, and says whether it is shown as being there.
func (w *writer) castBallot() bool {
	shows := func(what string) bool {
		return w.term.Await(what, func(screen string) bool { return strings.Contains(screen, what) })
	}
	if !shows("into the box") || !w.term.TryType(" \r") || !shows("final") {
		return false
	}
	w.mayHaveCast = w.term.TryType("y") || w.mayHaveCast
	w.cast = w.term.Await("the ballot to be in the box", w.hasVoted)
	return w.cast
}

// hasVoted says whether a screen shows a person's ballot as being in the box.
func (w *writer) hasVoted(screen string) bool {
	return strings.Contains(screen, "Your ballot is in the box") || strings.Contains(screen, w.name+" has voted")
}

// count is a round in which the others vote, and the facilitator lets the ballots be counted.
func (c *crash) count() {
	c.t.Helper()
	for _, w := range c.people {
		if w.cast {
			w.term.Until("the ballot of "+w.name, w.hasVoted)
		} else if !w.castBallot() {
			c.t.Fatalf("%s can't vote:\n%s", w.name, w.term.Text())
		}
	}
	c.leads.See("Everyone has voted")
	c.killWhile(0, func(w *writer, _ func()) {
		if w == c.people[0] {
			c.leads.TryType("v")
		}
	})
	if c.open {
		c.leads.See("Everyone has voted")
		c.leads.Press("v")
		c.leads.Gone("Everyone has voted")
	}
}

// look reads the file that the killed server has left, and holds it against what people sent and were shown.
func (c *crash) look() {
	c.t.Helper()
	s, err := store.OpenReadOnly(c.db)
	if err != nil {
		c.t.Fatalf("kill %d: %v", c.kills, err)
	}
	defer s.Close()
	if a, err := store.Verify(c.t.Context(), c.db); err != nil || len(a.Troubles) > 0 {
		c.t.Errorf("kill %d: %v, %v", c.kills, a.Troubles, err)
	}
	state := c.recalled(s)
	box, err := s.Box(c.t.Context(), c.code)
	if err != nil {
		c.t.Fatal(err)
	}
	if len(box) != len(state.Vote.Roll) {
		c.t.Errorf("kill %d: %d ballots are in the box, and %d names on the roll", c.kills, len(box), len(state.Vote.Roll))
	}
	c.open = state.Vote.ID != 0
	for _, w := range c.people {
		c.lookAt(w, state)
	}
}

// recalled is the workshop as the log has it; every other log can be recalled, too.
func (c *crash) recalled(s *store.Store) workshop.State {
	c.t.Helper()
	ids, err := s.IDs(c.t.Context())
	if err != nil {
		c.t.Fatal(err)
	}
	var held workshop.State
	for _, id := range ids {
		records, err := s.Load(c.t.Context(), id, 0)
		if err != nil {
			c.t.Fatalf("kill %d: %v", c.kills, err)
		}
		state, err := workshop.Recall(id, records...)
		if err != nil {
			c.t.Fatalf("kill %d: %v", c.kills, err)
		}
		for _, r := range state.Results {
			if n := r.Outcome.Cast; n != len(c.people) {
				c.t.Errorf("kill %d: %d ballots were counted", c.kills, n)
			}
		}
		if id == c.code {
			held = state
		}
	}
	return held
}

// lookAt holds the log against one person.
func (c *crash) lookAt(w *writer, state workshop.State) {
	c.t.Helper()
	people := slices.Collect(state.People.All())
	i := slices.IndexFunc(people, func(p workshop.Person) bool { return p.Name == w.name })
	if i < 0 {
		c.t.Fatalf("kill %d: %s has no seat", c.kills, w.name)
	}
	var texts, want []string
	for n := range state.Notes.All() {
		if n.Author == people[i].ID {
			texts = append(texts, n.Text)
		}
	}
	if len(texts) < w.saved || len(texts) > w.sent {
		c.t.Errorf("kill %d: %s sent %d notes, was shown %d as saved, and the log has %d", c.kills, w.name, w.sent, w.saved, len(texts))
	}
	for n := range texts {
		want = append(want, w.note(n+1))
	}
	if !slices.Equal(want, texts) {
		c.t.Errorf("kill %d: the log has %q of %s", c.kills, texts, w.name)
	}
	c.notes += len(texts) - w.logged
	w.sent, w.saved, w.logged = len(texts), len(texts), len(texts)
	voted := state.Vote.ID != 0 && slices.Contains(state.Vote.Roll, people[i].ID)
	if state.Vote.ID != 0 && (w.cast && !voted || voted && !w.mayHaveCast) {
		c.t.Errorf("kill %d: %s was shown a ballot in the box: %v, sent one: %v, and is on the roll: %v", c.kills, w.name, w.cast, w.mayHaveCast, voted)
	}
	if w.cast && !w.castCounted {
		c.ballots++
		w.castCounted = true
	}
	w.cast = w.cast || voted
}
