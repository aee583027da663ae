package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd/sshtest"
	"convene/workshop"
	"convene/workshop/room"
)

// crowd is many people at one wall, each at a terminal of their own.
type crowd struct {
	*hall
	code workshop.ID
	room *room.Room
	seed uint64
	all  []*member
}

// member is one person of a crowd.
type member struct {
	crowd  *crowd
	name   string
	key    ssh.Signer
	client *sshtest.Client
	term   *sshtest.Terminal
	chance *rand.Rand

	echoes  []time.Duration // from some keys to the screen that answers them
	refused int
	bytes   int // of the terminals that were left
	dropped int // connections
}

// tallWindow shows most of a board of 200 notes at once.
var tallWindow = sshtest.Window{Width: 120, Height: 150}

// Keys that have no name in sshtest, or not one that can stand in the middle of others: an escape before another key
// would be taken for alt.
const (
	keyEsc = "\x1b[27u"
	keyF1  = "\x1bOP"
)

// Twenty people, each with a key and a terminal of their own, move two hundred notes by their keys at the same time, for
// five seconds or, with CONVENE_LONG=1, for a minute. Connections break, with things in hand or not, and come back; what
// was done is taken back. In the end every screen shows the same board, which is that of the log, and no note is missing
// or there twice. Another run with CONVENE_SEED set presses the same keys, although never at the same moments.
func TestTwentyPeopleMoveTwoHundredNotesAtOnce(t *testing.T) {
	const people, notes = 20, 200
	action := 5 * time.Second
	if os.Getenv("CONVENE_LONG") != "" {
		action = time.Minute
	}
	c := gatherCrowd(t, people, notes)
	began, ends := time.Now(), time.Now().Add(action)
	first := c.room.State().Seq
	c.everyone(func(m *member) {
		for time.Now().Before(ends) {
			m.act()
		}
	})
	took := time.Since(began)
	c.settles()
	c.isItsLog(notes)
	c.tell(first, took)
}

// gatherCrowd opens a workshop over SSH, lets everybody in, and hangs the notes on the wall.
func gatherCrowd(t *testing.T, people, notes int) *crowd {
	t.Helper()
	seed := uint64(time.Now().UnixNano())
	if s := os.Getenv("CONVENE_SEED"); s != "" {
		if _, err := fmt.Sscan(s, &seed); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("CONVENE_SEED=%d", seed)
	c := &crowd{hall: openHall(t), seed: seed}
	fay, code := c.facilitator(tallWindow)
	in, r, err := c.house.hold(t.Context(), code)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.house.release(in) })
	c.code, c.room = code, r
	names := strings.Fields("Ana Bea Carl Dora Emil Fritz Gina Hugo Iris Jack Kira Leo Mona Nils Olga Paul Quinn Rosa Sven Tina")
	for i, name := range names[:people] {
		m := &member{crowd: c, name: name, key: sshtest.NewKey(t), chance: rand.New(rand.NewPCG(seed, uint64(i)))}
		m.dial()
		m.term.See("What shall we call you?")
		m.term.Type(name + "\r")
		m.term.See("Welcome, " + name)
		c.all = append(c.all, m)
	}
	c.advance(workshop.PhaseDiverge)
	c.write(notes)
	c.advance(workshop.PhaseConverge)
	fay.See("VISION")
	return c
}

// person finds somebody's seat in the room.
func (c *crowd) person(name string) workshop.PersonID {
	for p := range c.room.State().People.All() {
		if p.Name == name {
			return p.ID
		}
	}
	c.t.Fatalf("%s is not here", name)
	return ""
}

// advance takes the group on, behind the facilitator's screen.
func (c *crowd) advance(to workshop.Phase) {
	c.t.Helper()
	seat := c.room.Seat(slices.Collect(c.room.State().People.All())[0].ID)
	defer seat.Leave()
	for c.room.State().At != (workshop.Position{Step: workshop.StepVision, Phase: to}) {
		if err := seat.Do(c.t.Context(), workshop.Advance{From: c.room.State().At, Despite: true}); err != nil {
			c.t.Fatal(err)
		}
	}
}

// write lets everybody write as many notes as the others.
func (c *crowd) write(notes int) {
	c.t.Helper()
	for i := range notes {
		seat := c.room.Seat(c.person(c.all[i%len(c.all)].name))
		prompt := []workshop.Prompt{workshop.PromptVision, workshop.PromptImportance}[i/len(c.all)%2]
		if err := seat.Do(c.t.Context(), workshop.WriteNote{Prompt: prompt, Text: fmt.Sprintf("idea %03d", i)}); err != nil {
			c.t.Fatal(err)
		}
		seat.Leave()
	}
}

// everyone does something, all at the same time, and waits until all have done it.
func (c *crowd) everyone(do func(m *member)) {
	c.t.Helper()
	var all sync.WaitGroup
	for _, m := range c.all {
		all.Go(func() { do(m) })
	}
	all.Wait()
	if c.t.Failed() {
		c.t.FailNow()
	}
}

// dial opens a terminal, as the person with this key.
func (m *member) dial() {
	m.client = sshtest.Dial(m.crowd.t, m.crowd.address, string(m.crowd.code), sshtest.Key(m.key))
	m.term = m.client.Terminal(tallWindow)
}

// act does something to the board by keys, and waits until the screen has answered all of them. F1 comes last: when the
// help stands there, whatever came before it is on disk, or was refused.
func (m *member) act() {
	if m.chance.IntN(40) == 0 {
		m.drop()
		return
	}
	began := time.Now()
	m.press(m.deed())
	m.echoes = append(m.echoes, time.Since(began))
	m.term.Type(keyEsc)
	m.term.Gone("Everywhere")
}

// press types keys, puts back what is in the hand then, and waits until the help stands there.
func (m *member) press(keys string) {
	m.term.Type(keys + keyEsc + keyF1)
	m.term.See("Everywhere")
}

// drop breaks the connection, half of the times with something in hand, and comes back.
func (m *member) drop() {
	if m.chance.IntN(2) == 0 {
		m.term.Type(m.walk() + " " + m.walk())
	}
	_ = m.client.Close()
	m.term.Left()
	m.bytes += len(m.term.Bytes())
	m.refused += strings.Count(string(m.term.Bytes()), "✗")
	m.dropped++
	m.dial()
	m.term.See("VISION")
}

// walk is a way over the board.
func (m *member) walk() string {
	var keys strings.Builder
	for range m.chance.IntN(4) {
		keys.WriteString([]string{"\x1b[A", "\x1b[B", "\x1b[B", "\x1b[B", "\t", "\x1b[5~", "\x1b[6~"}[m.chance.IntN(7)])
	}
	return keys.String()
}

// deed are the keys of one thing that people do at a board. The more clusters there are, the likelier it is that some are
// put together.
func (m *member) deed() string {
	walk := m.walk()
	clusters := 0
	for _, col := range workshop.Share(m.crowd.room.State()).Columns {
		clusters = max(clusters, len(col.Clusters))
	}
	if clusters > 6 && m.chance.IntN(3) > 0 { // to the top, where the clusters stand: put some of it together
		return "\x1b[5~\x1b[5~" + walk + "M\x1b[B" + m.walk() + "M" + m.walk() + "Mm"
	}
	switch m.chance.IntN(12) {
	case 0, 1, 2, 3: // carry something
		return walk + " " + m.walk() + m.walk() + " "
	case 4, 5: // to a cluster
		return walk + " \x1b[5~\x1b[5~" + m.walk() + " "
	case 6: // mark some, and put them together
		return walk + "M" + m.walk() + "M" + m.walk() + "Mm"
	case 7:
		return walk + "x"
	case 8:
		return walk + "p"
	case 9, 10:
		return walk + "u"
	default: // where there is no cluster, the letters of the title are no keys
		return walk + "e" + []string{"zz", "yyy", "y z"}[m.chance.IntN(3)] + "\r" + keyEsc
	}
}

// idea is a note's text on a screen.
var idea = regexp.MustCompile(`idea \d{3}`)

// lanes lists the notes on a screen, from the top, in each half of it.
func lanes(screen string) [2][]string {
	var out [2][]string
	for line := range strings.Lines(screen) {
		for _, at := range idea.FindAllStringIndex(line, -1) {
			half := 0
			if len([]rune(line[:at[0]])) >= tallWindow.Width/2-2 {
				half = 1
			}
			out[half] = append(out[half], line[at[0]:at[1]])
		}
	}
	return out
}

// hung lists the notes of a board in the order in which a screen shows them.
func hung(columns []workshop.Column) [2][]string {
	var out [2][]string
	for i, col := range columns {
		var cards []workshop.Card
		for _, p := range col.Clusters {
			cards = append(cards, p.Notes...)
		}
		for _, card := range slices.Concat(cards, col.Lone, col.Parked) {
			out[i] = append(out[i], card.Text)
		}
	}
	return out
}

// wallOf is what a screen shows of the board, without where its person is, nor the names of the others.
func wallOf(screen string) string {
	_, after, _ := strings.Cut(screen, "VISION")
	wall, _, _ := strings.Cut(after, strings.Repeat("─", tallWindow.Width))
	named := regexp.MustCompile(`▸|[◂✥] \pL+( \+\d+)?|─`) // a name stands over the edge of a card, too
	var lines []string
	for line := range strings.Lines(wall) {
		fields := strings.Fields(named.ReplaceAllString(line, " "))
		lines = append(lines, strings.Join(fields, " "))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// settles lets everybody go through both columns, and waits on each page until the screen shows what the room has there.
// Everyone sees the same on each page, and every note on one of them, and nothing in anybody's hand: what a broken connection
// held is put down when the server hears of the break, which may be after its person is back.
func (c *crowd) settles() {
	c.t.Helper()
	const up, down = "\x1b[5~", "\x1b[6~"
	top := strings.Repeat(up, 12)
	pages := []string{"\x1b[D" + top, down, down, down, down, down, "\t" + top, down, down, down, down, down} // more than the longest column has
	want := hung(workshop.Share(c.room.State()).Columns)
	walls := make([][]string, len(c.all))
	c.everyone(func(m *member) { // whoever answers a key now has heard of everything that was done before
		m.press("")
		m.term.Type(keyEsc)
		m.term.Gone("Everywhere")
	})
	c.everyone(func(m *member) {
		i, seen := slices.Index(c.all, m), make(map[string]bool)
		for _, keys := range pages {
			m.press(keys)
			m.term.Type(keyEsc)
			wall := ""
			m.term.Until("a part of the board that the room has", func(screen string) bool {
				wall = wallOf(screen)
				return isPart(lanes(screen), want) && !strings.Contains(screen, "✥")
			})
			walls[i] = append(walls[i], wall)
			for _, note := range idea.FindAllString(wall, -1) {
				seen[note] = true
			}
		}
		if n := len(want[0]) + len(want[1]); len(seen) != n {
			c.t.Errorf("%s sees %d of %d notes", m.name, len(seen), n)
		}
	})
	for i, m := range c.all {
		for page := range pages {
			if walls[i][page] != walls[0][page] {
				c.t.Errorf("%s sees\n%s\n%s sees\n%s", m.name, walls[i][page], c.all[0].name, walls[0][page])
			}
		}
	}
}

// isPart says whether what is shown of each column stands there in the same order, without gaps.
func isPart(shown, all [2][]string) bool {
	for i := range shown {
		at := 0
		if len(shown[i]) > 0 {
			at = slices.Index(all[i], shown[i][0])
		}
		if at < 0 || at+len(shown[i]) > len(all[i]) || !slices.Equal(shown[i], all[i][at:at+len(shown[i])]) {
			return false
		}
	}
	return len(shown[0])+len(shown[1]) > 0
}

// isItsLog checks that the board is what the file tells, and that every note is on it once.
func (c *crowd) isItsLog(notes int) {
	c.t.Helper()
	records, err := c.store.Load(context.Background(), c.code, 0)
	if err != nil {
		c.t.Fatal(err)
	}
	replayed, err := workshop.Recall(c.code, records...)
	if err != nil {
		c.t.Fatal(err)
	}
	if !reflect.DeepEqual(replayed, c.room.State()) {
		c.t.Error("the room is not what its log tells")
	}
	shown := hung(workshop.Share(replayed).Columns)
	all := slices.Concat(shown[0], shown[1])
	slices.Sort(all)
	if len(all) != notes || len(slices.Compact(all)) != notes {
		c.t.Errorf("%d notes were written, %d are on the wall", notes, len(all))
	}
}

// tell says what there was.
func (c *crowd) tell(first workshop.Seq, took time.Duration) {
	var echoes []time.Duration
	refused, bytes, dropped := 0, 0, 0
	for _, m := range c.all {
		echoes = append(echoes, m.echoes...)
		refused += m.refused + strings.Count(string(m.term.Bytes()), "✗")
		bytes, dropped = bytes+m.bytes+len(m.term.Bytes()), dropped+m.dropped
	}
	slices.Sort(echoes)
	done := int(c.room.State().Seq - first)
	c.t.Logf("%d people, %.0f s: %d events on disk (%.0f a second), %d refusals shown, %d connections broken, %.1f MB to the terminals",
		len(c.all), took.Seconds(), done, float64(done)/took.Seconds(), refused, dropped, float64(bytes)/1e6)
	c.t.Logf("a handful of keys until the screen has answered all of them: half within %v, 99 of 100 within %v (%d times)",
		echoes[len(echoes)/2].Round(time.Millisecond), echoes[len(echoes)*99/100].Round(time.Millisecond), len(echoes))
	kinds := make(map[string]int)
	records, _ := c.store.Load(context.Background(), c.code, first)
	for _, r := range records {
		kinds[r.Event.Kind()]++
	}
	c.t.Logf("%v", kinds)
}
