package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd/sshtest"
	"convene/workshop"
	"convene/workshop/export"
)

// said is what somebody says in a health check: a letter for each card, the last one for all that follow, and sentences under some.
type said struct {
	letters   string
	sentences map[int]string
}

// months is a community that lives over SSH: everybody comes when there is something to do, and leaves again.
type months struct {
	*election
	p    prepared
	keys map[string]ssh.Signer
	here map[string]*caller
	gone []string // sentences that nobody may find anywhere any more
	own  []string // receipts, which stand on their owner's screen and nowhere else
}

// come lets everybody take their seat again.
func (m *months) come(names ...string) {
	m.t.Helper()
	m.fay = m.call(string(m.code), m.p.fay, 40000, 120, 40, "")
	m.here = make(map[string]*caller)
	for i, name := range names {
		m.here[name] = m.call(string(m.code), m.keys[name], 41000+i, 100, 30, "")
	}
}

// leave sends everybody home until so many days later. Nothing ticks meanwhile.
func (m *months) leave(days int) {
	m.t.Helper()
	for _, c := range append([]*caller{m.fay}, values(m.here)...) {
		_ = c.client.Close()
	}
	m.pass(time.Duration(days) * 24 * time.Hour)
}

func values(of map[string]*caller) (all []*caller) {
	for _, c := range of {
		all = append(all, c)
	}
	return all
}

// opens lets the facilitator open a health check with the cards that are laid out.
func (m *months) opens() int {
	m.t.Helper()
	m.acts(m.fay, "hold a health check", "h", "enter", "enter")
	c, open := m.state().OpenCheck()
	if !open {
		m.t.Fatalf("no check is open:\n%s", m.fay.Text())
	}
	return len(c.Cards)
}

// answers lets somebody say something to all cards, and put it into the box.
func (m *months) answers(name string, cards int, s said) {
	m.t.Helper()
	p := m.here[name]
	for i := range cards {
		if sentence, writes := s.sentences[i]; writes {
			m.acts(p, "answered", "e")
			m.acts(p, "Everyone reads it, without your name", "\x15", sentence, "enter")
		}
		m.acts(p, "answered", s.letters[min(i, len(s.letters)-1):][:1])
	}
	m.acts(p, "answered", "enter")
	m.acts(p, "Put your answers into the box?", "y")
	m.acts(p, "Your answers are in the box")
	receipt := regexp.MustCompile(`[A-Z2-7]{4}(-[A-Z2-7]{4}){3}`).FindString(p.Text())
	if receipt == "" {
		m.t.Fatalf("no receipt stands on\n%s", p.Text())
	}
	m.own = append(m.own, receipt)
	for other, c := range m.here {
		if other != name && strings.Contains(c.Text(), receipt) {
			m.t.Errorf("%s's receipt stands on %s's screen", name, other)
		}
	}
}

// counts lets the facilitator close the check, and turn over all its cards while everybody looks; of a check in which too few took
// part there is nothing to turn over.
func (m *months) counts(cards int, says string) {
	m.t.Helper()
	m.acts(m.fay, "close and count", "v")
	m.acts(m.fay, says, "y")
	for range cards {
		m.acts(m.fay, "turns the next card over", "n")
		m.looks()
	}
	m.acts(m.fay, "ends the health check", "n")
	m.acts(m.fay, "End the health check?", "y")
	m.looks()
}

// looks checks that no screen shows what is gone.
func (m *months) looks() {
	m.t.Helper()
	for name, c := range m.here {
		m.lacks(name+"'s screen", c.Text())
	}
	m.lacks("the facilitator's screen", m.fay.Text())
}

func (m *months) lacks(where, text string) {
	m.t.Helper()
	for _, sentence := range m.gone {
		if strings.Contains(text, sentence) {
			m.t.Errorf("%s has %q", where, sentence)
		}
	}
}

// told is everything that can be had of the community by now; it and the file have nothing of what is gone.
func (m *months) told() string {
	m.t.Helper()
	state := m.state()
	c, _ := state.Community()
	records, err := m.store.Load(m.t.Context(), m.code, 0)
	if err != nil {
		m.t.Fatal(err)
	}
	var out strings.Builder
	for what, err := range written(&out, records, state) {
		if err != nil {
			m.t.Fatalf("%s: %v", what, err)
		}
	}
	if err := writeMinute(&out, records); err != nil {
		m.t.Fatal(err)
	}
	for _, f := range export.Formats() {
		if err := export.WriteCommunity(&out, f, c); err != nil {
			m.t.Fatal(err)
		}
	}
	file, err := os.ReadFile(m.db)
	if err != nil {
		m.t.Fatal(err)
	}
	m.lacks("what can be had", out.String())
	m.lacks("the file", string(file))
	for _, receipt := range m.own {
		if strings.Contains(out.String()+string(file)+m.log.String(), receipt) {
			m.t.Errorf("somebody else has the receipt %s", receipt)
		}
	}
	return out.String()
}

// over is what a visitor is told without a screen.
func (m *months) over(name, command string) string {
	m.t.Helper()
	session, err := m.here[name].client.NewSession()
	if err != nil {
		m.t.Fatal(err)
	}
	out, err := session.CombinedOutput(command)
	if err != nil {
		m.t.Fatalf("%s: %v: %s", command, err, out)
	}
	m.pass(time.Second)
	return string(out)
}

// lets takes somebody new in who knocks.
func (m *months) lets(name string) {
	m.t.Helper()
	m.keys[name] = sshtest.NewKey(m.t)
	c := m.call(string(m.code), m.keys[name], 42000+len(m.keys), 80, 24, "")
	m.acts(c, "What shall we call you?", name, "enter")
	m.acts(c, "The door is locked.")
	m.acts(m.fay, name+" is at the door", "y")
	m.acts(c, "Welcome, "+name)
	m.here[name] = c
}

// Six people found a community, and hold three health checks within half a year, one of which too few answer. Between them two come
// and one goes. Nobody sees, in no export, log or file, what few have said, or what somebody has changed.
func TestACommunityLivesForMonths(t *testing.T) {
	p := prepare(t)
	synctest.Test(t, func(t *testing.T) { p.live(t) })
}

func (p prepared) live(t *testing.T) {
	path := t.TempDir() + "/convene.db"
	if err := os.WriteFile(path, p.file, 0o600); err != nil {
		t.Fatal(err)
	}
	m := &months{
		election: &election{bubble: openBubble(t, path, p.host, p.fay), code: "brave-otter", seen: newWitness()},
		p:        p, keys: make(map[string]ssh.Signer), here: make(map[string]*caller),
	}
	defer m.close()
	m.house.cards = []workshop.HealthCard{{ID: "own", About: "Our own card", Green: "It is here", Red: "It is not"}}
	m.found()

	cards := m.opens()
	if c, _ := m.state().OpenCheck(); c.Cards[cards-1] != m.house.cards[0] {
		t.Errorf("the card of the house is not among %+v", c.Cards)
	}
	quiet, first := "Whispered about helping", "Pairing on Fridays taught me most"
	m.gone = []string{"Regretted at once"}
	for i, v := range voters {
		s := said{letters: "gg"}
		switch i {
		case 0:
			s = said{"gg", map[int]string{0: m.gone[0]}}
		case 1:
			s = said{"gyg", map[int]string{0: first, 1: quiet}}
		case 4, 5:
			s = said{letters: "rag"}
		}
		m.answers(v.name, cards, s)
	}
	m.acts(m.here["Ana"], "changes them", "x")
	m.answers("Ana", cards, said{"yg", map[int]string{0: "Better said this way"}})
	m.gone = append(m.gone, quiet)
	m.counts(cards, "6 of 6 have answered")
	if all := m.told(); !strings.Contains(all, first) || !strings.Contains(all, "Better said this way") {
		t.Error("what enough have answered is not told")
	}
	m.expect(0, 6, workshop.Spread{
		Card: "learning", Answered: 6, Red: 2, Yellow: 1, Green: 3, Sentences: []string{"Better said this way", first},
	})
	m.expect(0, 6, workshop.Spread{Card: "help", Answered: 4})
	m.acts(m.here["Ben"], "The community", "e", "enter")
	m.acts(m.here["Ben"], "what about?", "Mutation testing", "enter", "enter", "enter")
	m.leave(91)

	m.come("Ana", "Ben", "Cleo", "Dan", "Eve", "Finn")
	m.lets("Gwen")
	m.lets("Hal")
	m.acts(m.fay, "The community", "K", "down", "down", "down", "down", "enter")
	m.acts(m.fay, "Take Dan's seat away?", "y")
	m.acts(m.here["Dan"], "You no longer have a seat here.")
	cards = m.opens()
	for _, name := range []string{"Ana", "Ben", "Gwen", "Hal"} {
		m.gone = append(m.gone, name+" says what only four said")
		m.answers(name, cards, said{"r", map[int]string{0: m.gone[len(m.gone)-1]}})
	}
	m.counts(0, "fewer than 5")
	m.told()
	m.expect(1, 4, workshop.Spread{Card: "learning", Answered: 4})
	delete(m.here, "Dan")
	m.leave(91)

	m.come("Ana", "Ben", "Cleo", "Eve", "Finn", "Gwen", "Hal")
	cards = m.opens()
	for _, name := range []string{"Ana", "Ben", "Cleo", "Eve", "Finn", "Gwen", "Hal"} {
		m.answers(name, cards, said{"gg", map[int]string{0: "Half a year of " + name}})
	}
	m.counts(cards, "7 of 7 have answered")
	all := m.told()
	c, _ := m.state().Community()
	if c.Checks[1].Came != 2 || c.Checks[1].Went != 1 || c.Checks[2].Came+c.Checks[2].Went != 0 {
		t.Errorf("people came and went: %+v", c.Checks)
	}
	for _, want := range []string{"Half a year of Cleo", "Mutation testing", "too few"} {
		if !strings.Contains(all, want) {
			t.Errorf("nothing that can be had says %q", want)
		}
	}
	var page strings.Builder
	if err := export.WriteCommunity(&page, export.FormatMarkdown, c); err != nil {
		t.Fatal(err)
	}
	if got := m.over("Gwen", "community"); got != page.String() {
		t.Errorf("over SSH the page is another one:\n%s", got)
	}
	m.over("Gwen", "happened lean-coffee Flaky tests https://wiki.example.org/flaky")
	m.acts(m.here["Hal"], "Lean coffee: Flaky tests")
	m.leave(1)
}

// found chooses a name and a leader, and closes the workshop.
func (m *months) found() {
	m.t.Helper()
	m.pass(250 * time.Millisecond)
	m.fay = m.call(string(m.code), m.p.fay, 40000, 120, 40, "")
	for i, v := range voters {
		m.keys[v.name] = m.p.keys[i]
		m.people[i] = m.call(string(m.code), m.p.keys[i], 40002+i, v.width, v.height, "")
		m.here[v.name] = m.people[i]
		m.acts(m.people[i], "What shall we call you?", v.name, "enter")
	}
	m.name(0)
	m.leader(0)
	m.acts(m.fay, "reopen the election", "n")
	m.acts(m.fay, "This is what they made together", "n")
	m.acts(m.fay, "Finish the workshop?", "y")
	m.acts(m.fay, "the community", "h")
}

// expect compares what was counted in a check.
func (m *months) expect(check, took int, want workshop.Spread) {
	m.t.Helper()
	c, _ := m.state().Community()
	got := c.Checks[check]
	for _, s := range got.Spread {
		if s.Card == want.Card && (fmt.Sprintf("%+v", s) != fmt.Sprintf("%+v", want) || got.Took != took) {
			m.t.Errorf("%d took part, and of %s this was counted: %+v, want %d and %+v", got.Took, s.Card, s, took, want)
		}
	}
}
