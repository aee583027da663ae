package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"convene/store"
	"convene/tui/sshd/sshtest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// voters are those of an election, at terminals of all sizes.
var voters = [...]struct {
	name          string
	width, height int
}{{"Ana", 80, 24}, {"Ben", 120, 35}, {"Cleo", 100, 30}, {"Dan", 60, 30}, {"Eve", 80, 24}, {"Finn", 140, 40}}

// ballots are what the voters vote, in their order: what each marks, one after the other.
type ballots [len(voters)][]string

// from gives every voter the ballot of the one so many places behind them: the same ballots, and so the same count.
func (b ballots) from(places int) ballots {
	var out ballots
	for i := range b {
		out[i] = b[(i+places)%len(b)]
	}
	return out
}

// The votes of an election. Turned by three places, each voter votes differently, and the count is the same.
var (
	onName   = ballots{{"Guild", "Yard"}, {"Guild"}, {"Guild"}, {"Forge"}, {"Forge"}, {"Forge", "Yard"}}
	onTie    = ballots{{"Guild"}, {"Guild"}, {"Guild"}, {"Forge"}, {"Forge"}, {"Forge"}}
	onLeader = ballots{{"Ana", "Ben"}, {"Ana"}, {"Ben", "Cleo"}, {"Ben", "Ana"}, {"Cleo", "Ben"}, {}}
	onRunoff = ballots{{"Ben"}, {"Ben"}, {"Ben"}, {"Ana"}, {"Ana"}, {"blank"}}
)

// prepared is the file of a workshop that has come to the naming, and the keys of all who will come: the host's, the
// facilitator's, and the voters'.
type prepared struct {
	file      []byte
	host, fay ssh.Signer
	keys      [len(voters)]ssh.Signer
}

func prepare(t *testing.T) prepared {
	t.Helper()
	p := prepared{host: sshtest.NewKey(t), fay: sshtest.NewKey(t)}
	for i := range p.keys {
		p.keys[i] = sshtest.NewKey(t)
	}
	s := NewStage()
	s.Now = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC) // when the time of a bubble begins
	if err := s.Play(Group("oma"), Reach(workshop.StepName, workshop.PhaseDiverge), By(Fay, workshop.RemovePerson{Person: "oma"})); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "prepared.db")
	file, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.Secret(t.Context()); err != nil { // it makes people's identifiers
		t.Fatal(err)
	}
	if err := file.Append(t.Context(), s.State.ID, 0, s.Records...); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	if p.file, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	return p
}

// election is one that is held over SSH, from the proposals for a name to the leader.
type election struct {
	*bubble
	code      workshop.ID
	fay, wall *caller
	people    [len(voters)]*caller
	seen      *witness
}

// hold holds an election in which everyone acts at the same moments whatever they vote; turned says by how many places the
// ballots are.
func (p prepared) hold(t *testing.T, turned int) *witness {
	t.Helper()
	path := filepath.Join(t.TempDir(), "convene.db")
	if err := os.WriteFile(path, p.file, 0o600); err != nil {
		t.Fatal(err)
	}
	e := &election{bubble: openBubble(t, path, p.host, p.fay), code: "brave-otter", seen: newWitness()}
	defer e.close()
	e.pass(250 * time.Millisecond) // between two seconds, so that nothing happens just when all clocks change
	e.fay = e.call(string(e.code), p.fay, 40000, 120, 35, "")
	e.wall = e.call(string(e.code), p.fay, 40001, 120, 35, "wall")
	for i, v := range voters {
		e.people[i] = e.call(string(e.code), p.keys[i], 40002+i, v.width, v.height, "")
		e.acts(e.people[i], "What shall we call you?", v.name, "enter")
	}
	e.name(turned)
	e.leader(turned)
	for _, c := range e.callers() {
		c.types("\x02")
	}
	e.pass(time.Second)
	for name, c := range e.callers() {
		e.seen.draw(name, c)
	}
	e.remember()
	e.pass(time.Second)
	e.seen.log = e.log.String()
	return e.seen
}

// callers are everybody's terminals.
func (e *election) callers() map[string]*caller {
	all := map[string]*caller{"the facilitator": e.fay, "the wall": e.wall}
	for i, p := range e.people {
		all[voters[i].name] = p
	}
	return all
}

// acts lets somebody press keys when their screen shows a text.
func (e *election) acts(c *caller, sees string, keys ...string) {
	e.t.Helper()
	if !strings.Contains(c.Text(), sees) {
		e.t.Fatalf("there is no %q on\n%s", sees, c.Text())
	}
	for _, k := range keys {
		c.types(k)
		e.pass(500 * time.Millisecond)
	}
}

// name lets the group choose a name: a tie, a runoff that ties, and the lot.
func (e *election) name(turned int) {
	e.t.Helper()
	for i, name := range []string{"Guild", "Forge", "Yard"} {
		e.acts(e.people[i], "one name", name, "enter")
	}
	e.acts(e.fay, "3 notes", "n")
	e.acts(e.fay, "Reveal now?", "y")
	e.acts(e.fay, "Guild", "n")
	e.acts(e.fay, "to choose from", "v")
	e.acts(e.fay, "A tie for the first place is normal", "enter")
	e.vote(onName.from(turned))
	e.acts(e.fay, "opens the runoff among them", "v")
	e.vote(onTie.from(turned))
	e.acts(e.fay, "draw the lot", "v")
	e.remember()
	e.acts(e.fay, "vote again", "n")
	if by := e.state().Name.How; by != workshop.ByLot {
		e.t.Errorf("the name was found by %s", by)
	}
}

// leader lets the group elect a leader: nominations, ranked ballots, and a runoff.
func (e *election) leader(turned int) {
	e.t.Helper()
	e.acts(e.fay, "One leader", "n")
	for i, p := range e.people[:3] { // Ana nominates Ben, Ben Cleo, and Cleo Ana
		for range (i + 1) % 3 {
			e.acts(p, "Who should lead", "down")
		}
		e.acts(p, "Who should lead", "enter")
		e.acts(p, "Why", "Listens", "enter")
	}
	e.acts(e.fay, "nominating alone", "n")
	e.acts(e.fay, "Reveal now?", "y")
	for _, p := range e.people[:3] {
		e.acts(p, "You are nominated", "y")
		e.acts(p, "Do you have dedicated time for it?", "y")
	}
	e.acts(e.fay, "accepting", "n")
	e.acts(e.fay, "opens the vote", "v")
	e.acts(e.fay, "Ranked ballots", "down", "enter")
	e.vote(onLeader.from(turned))
	e.acts(e.fay, "opens the runoff between", "v")
	e.vote(onRunoff.from(turned))
	e.acts(e.fay, "reopen the election")
	s := e.state()
	if n := len(s.Results); s.Leadership.How != workshop.ByRunoff || n < 2 || len(s.Results[n-2].Rounds) != 2 {
		e.t.Errorf("this is not a leader by a runoff after two rounds: %+v, %+v", s.Leadership, s.Results)
	}
}

func (e *election) state() workshop.State {
	e.t.Helper()
	s, err := e.house.state(e.t.Context(), e.code)
	if err != nil {
		e.t.Fatal(err)
	}
	return s
}

// vote lets everyone vote in turn, each at the same moment whatever it is, and then counts.
func (e *election) vote(all ballots) {
	e.t.Helper()
	for i, marks := range all {
		begun, p := time.Now(), e.people[i]
		e.seen.draw(voters[i].name, p)
		for _, option := range marks {
			e.point(p, option)
			e.acts(p, option, "space")
		}
		e.acts(p, "[", "enter")
		e.pass(time.Until(begun.Add(10 * time.Second)))
		e.seen.own[voters[i].name] = append(e.seen.own[voters[i].name], p.Text())
		e.acts(p, "It is final.", "y")
		e.seen.open(voters[i].name, p)
		e.acts(p, "Your ballot is in the box", "\x02") // other colours, so that every line is sent again
		e.remember()
	}
	e.acts(e.fay, "Everyone has voted", "v")
	e.remember()
}

// point moves somebody's cursor to an option of their ballot.
func (e *election) point(p *caller, option string) {
	e.t.Helper()
	there := regexp.MustCompile(`▸ \[.?\] (a )?` + option)
	for _, way := range []string{"down", "\x1b[A"} {
		for range 5 {
			if there.MatchString(p.Text()) {
				return
			}
			e.acts(p, "[", way)
		}
	}
	e.t.Fatalf("%s can't be pointed at on\n%s", option, p.Text())
}

// remember lets the witness look at all that can be had by now, besides the screens.
func (e *election) remember() {
	e.t.Helper()
	records, err := e.store.Load(e.t.Context(), e.code, 0)
	if err != nil {
		e.t.Fatal(err)
	}
	var told strings.Builder
	state := workshop.Replay(workshop.State{}, records...)
	for what, err := range written(&told, records, state) {
		if err != nil {
			e.t.Fatalf("%s: %v", what, err)
		}
	}
	session, err := e.fay.client.NewSession()
	if err != nil {
		e.t.Fatal(err)
	}
	page, err := session.Output("canvas")
	if err != nil {
		e.t.Fatal(err)
	}
	fmt.Fprintf(&told, "\nssh canvas:\n%s", page)
	file, box, keys := liveRecords(e.t, e.copied())
	e.seen.moments = append(e.seen.moments, moment{
		when: fmt.Sprintf("%s, after record %d", state.At, records[len(records)-1].Seq), told: told.String(), file: file,
	})
	e.seen.keys = append(e.seen.keys, keys...)
	if len(box) == len(voters) {
		e.seen.boxes = append(e.seen.boxes, strings.Join(box, "\n"))
	}
}
