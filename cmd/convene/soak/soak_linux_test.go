package soak

import (
	"cmp"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd/sshtest"
)

var (
	soaks  = flag.Duration("soak", 5*time.Minute, "how long TestNothingGrows holds workshops")
	people = flag.Int("people", 25, "how many take part in each of its four workshops")
)

// notes are how many a workshop gets on purpose. A vote has room for 200 ideas, and an enter that comes too late for a ballot, or a
// sentence that nobody ends, makes another now and then.
const workshops, notes = 4, 75

// A workshop is held for so many rounds, then the group has another: nobody votes a hundred times in one. What a closed vote leaves
// is kept as long as the workshop is open, so much memory at most, twice what package room says: the rest is the collector's.
const roundsOfOne, keptOfVote = 20, 100 // kB

// A hundred people in four workshops come and go, write and vote. Whenever all have left, the server has as many open files as after
// the first round, and about as much memory; in the end it has as many goroutines as one that somebody has visited once. Its log
// tells of no error.
func TestNothingGrows(t *testing.T) {
	if testing.Short() || raceEnabled {
		t.Skip("it takes minutes")
	}
	program := build(t)
	s := start(t, program)
	var groups []*group
	for i := range workshops {
		groups = append(groups, gather(t, program, s, i))
	}
	var files int
	var memory []int // after each round but the first, which has warmed everything up
	rounds, began := 0, time.Now()
	for time.Since(began) < *soaks || rounds < 5 {
		var all sync.WaitGroup
		for _, g := range groups {
			all.Go(g.round)
		}
		all.Wait()
		if t.Failed() {
			return
		}
		if (rounds+1)%roundsOfOne == 0 {
			for _, g := range groups {
				g.begins()
			}
		}
		s.settles(files)
		if rounds++; rounds > 1 {
			files, memory = cmp.Or(files, s.files()), append(memory, s.memory())
		}
		t.Logf("round %d: %d open files, %d kB of memory", rounds, s.files(), s.memory())
	}
	// How much garbage is on top depends on when it was collected last, and on a busy machine it is given back late. What leaks is
	// another matter: if it were only what each arrival takes while it is there, that would be hundreds of megabytes.
	half := len(memory) / 2
	before, now := slices.Min(memory[:half]), slices.Min(memory[half:])
	if now > 2*before+16<<10+rounds*workshops*keptOfVote {
		t.Errorf("at least %d kB of memory in the first rounds, at least %d kB in the last, of %d", before, now, rounds)
	}
	var did deeds
	rooms := 0
	for _, g := range groups {
		did.add(&g.did)
		did.add(&g.here)
		rooms += len(g.held) + 1
		g.facilitator.Close()
	}
	s.settles(files - workshops) // their connections
	page := s.end()
	if got, want := goroutinesIn(page), goroutinesIn(visitedOnce(t, program)); got > want+rooms*perRoom+ending {
		t.Errorf("%d goroutines in the end, and %d in a server that somebody has visited once", got, want)
	}
	s.logIsClean()
	for _, g := range groups {
		g.areInTheLog()
	}
	t.Logf("%d people for %v, %d rounds: %d arrivals, %d notes sent, %d ballots sent; at most %d kB of memory when all had left",
		workshops**people, time.Since(began).Round(time.Second), rounds, did.arrivals.Load(), did.notes.Load(), did.ballots.Load(), slices.Max(memory))
}

// deeds count what people have done.
type deeds struct{ arrivals, notes, ballots atomic.Int64 }

func (d *deeds) add(e *deeds) {
	d.arrivals.Add(e.arrivals.Load())
	d.notes.Add(e.notes.Load())
	d.ballots.Add(e.ballots.Load())
}

// group is a workshop, and those who take part in it.
type group struct {
	t           *testing.T
	program     string
	server      *server
	code        string
	facilitator *facilitator
	members     []*member
	doing       atomic.Int32 // what the members do now
	did         deeds        // in all workshops
	here        deeds        // in the present one
	held        []held
}

// What the members of a group do.
const (
	leave int32 = iota
	write
	look
	vote
)

func gather(t *testing.T, program string, s *server, i int) *group {
	g := &group{t: t, program: program, server: s}
	g.facilitator = s.facilitates(t, i)
	g.code = g.facilitator.opens()
	for n := range *people {
		g.members = append(g.members, &member{
			group: g, name: fmt.Sprintf("Person %d", n+1), key: sshtest.NewKey(t), chance: rand.New(rand.NewPCG(uint64(i), uint64(n))),
		})
	}
	return g
}

// held is a workshop that was held before: how many notes were sent at least, and how many votes there were.
type held struct {
	code         string
	notes, votes int64
}

// present is the workshop that is held now.
func (g *group) present() held {
	return held{g.code, g.here.notes.Load() / 2, int64(g.facilitator.rounds)}
}

// begins begins another workshop, in which everybody is new.
func (g *group) begins() {
	g.did.add(&g.here)
	g.held = append(g.held, g.present())
	g.here = deeds{}
	g.facilitator.leaves()
	g.code = g.facilitator.opens()
	for _, m := range g.members {
		m.seated, m.wrote = false, 0
	}
}

// round is one in which all come, write, look at what is written, vote, and leave. Meanwhile some always go and come back.
func (g *group) round() {
	var all sync.WaitGroup
	phase := func(do int32, lead func()) {
		g.doing.Store(do)
		lead()
	}
	g.doing.Store(look)
	for _, m := range g.members {
		all.Go(m.takesPart)
	}
	g.facilitator.everybodyIsHere(*people)
	phase(write, func() { g.facilitator.letsWrite(10 * time.Second) })
	phase(look, g.facilitator.reveals)
	phase(vote, func() { g.facilitator.letsVote(8 * time.Second) })
	phase(leave, g.facilitator.counts)
	all.Wait()
}

// member is somebody who takes part, at one terminal after the other.
type member struct {
	group  *group
	name   string
	key    ssh.Signer
	chance *rand.Rand
	seated bool
	wrote  int
}

// takesPart comes, does what the group does, goes and comes back, until the group leaves.
func (m *member) takesPart() {
	for {
		term, err := m.comes()
		if err != nil {
			m.group.t.Errorf("%s can't come in: %v", m.name, err)
			return
		}
		stays := m.chance.IntN(12) + 1
		for range stays {
			<-time.After(time.Duration(1500+m.chance.IntN(3000)) * time.Millisecond) // people think
			doing := m.group.doing.Load()
			if doing == leave {
				term.goes()
				return
			}
			if err := m.does(term, doing); err != nil {
				m.group.t.Errorf("%s: %v", m.name, err)
				return
			}
		}
		term.goes()
	}
}

// does is what people do: they type, whatever their screen shows meanwhile.
func (m *member) does(term *terminal, doing int32) error {
	switch {
	case doing == write && m.wrote < notes / *people:
		m.wrote++
		m.group.here.notes.Add(1)
		return term.types(fmt.Sprintf("An idea of %s, number %d\r", m.name, m.wrote))
	case doing == write:
		return term.types("Something that is given up again" + strings.Repeat("\x7f", 32))
	case doing == vote:
		m.group.here.ballots.Add(1)
		return term.types(" \ry")
	default:
		return term.types("\x1b[B\x1b[A")
	}
}
