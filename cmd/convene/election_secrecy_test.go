package main

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"
	bolt "go.etcd.io/bbolt"

	"convene/workshop"
	"convene/workshop/export"
)

// witness has followed an election with eyes for everything: all that was sent to every screen but what voters had on their own
// while they filled a ballot in; after every ballot and count the file, the log and every document; what the program logged.
type witness struct {
	sent    map[string][]byte
	from    map[string]int      // where in the bytes of a terminal that goes on
	own     map[string][]string // a voter's screen with each of their ballots on it
	after   map[string][]string // and when it was in the box
	moments []moment
	boxes   []string // the ballots in the box when all have voted
	keys    [][]byte // of the box, at every moment
	log     string
}

// moment is what the file held, and the program told, at some time.
type moment struct{ when, file, told string }

func newWitness() *witness {
	return &witness{
		sent: make(map[string][]byte), from: make(map[string]int),
		own: make(map[string][]string), after: make(map[string][]string),
	}
}

// draw closes the curtain: what the voter gets from here on is theirs.
func (w *witness) draw(name string, c *caller) {
	w.sent[name] = append(w.sent[name], c.Bytes()[w.from[name]:]...)
}

// open opens the curtain again.
func (w *witness) open(name string, c *caller) {
	w.from[name] = len(c.Bytes())
	w.after[name] = append(w.after[name], c.Text())
}

// written writes everything that tells of a workshop.
func written(to io.Writer, records []workshop.Record, state workshop.State) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		_ = yield("log", writeLog(to, records)) && yield("lots", writeLots(to, records)) &&
			yield("ledger", writeLedger(to, state)) && yield("JSON log", writeLogJSON(to, records)) &&
			yield("markdown", export.Write(to, export.FormatMarkdown, state.Canvas())) &&
			yield("json", export.Write(to, export.FormatJSON, state.Canvas()))
	}
}

// liveRecords are all keys and values of a file but those of ballots in a box, which come by themselves: the values sorted.
func liveRecords(t *testing.T, path string) (all string, box []string, keys [][]byte) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var out strings.Builder
	var walk func(name string, in *bolt.Bucket) error
	walk = func(name string, in *bolt.Bucket) error {
		return in.ForEach(func(k, v []byte) error {
			switch {
			case v == nil:
				return walk(fmt.Sprintf("%s/%q", name, k), in.Bucket(k))
			case strings.HasSuffix(name, `/"box"`):
				box, keys = append(box, string(v)), append(keys, bytes.Clone(k))
				fmt.Fprintf(&out, "%s holds a ballot under %d bytes\n", name, len(k))
			default:
				fmt.Fprintf(&out, "%s %q: %q\n", name, k, v)
			}
			return nil
		})
	}
	if err := db.View(func(tx *bolt.Tx) error {
		return tx.ForEach(func(name []byte, b *bolt.Bucket) error { return walk(fmt.Sprintf("%q", name), b) })
	}); err != nil {
		t.Fatal(err)
	}
	slices.Sort(box)
	return out.String(), box, keys
}

// sealedChance replaces what lots are drawn from, and nothing else that is random: two elections have the same seals, and come to
// the same lot. How often it was asked is counted.
type sealedChance struct {
	rest  io.Reader
	asked atomic.Uint64
}

func (c *sealedChance) Read(b []byte) (int, error) {
	var callers [16]uintptr
	frames := runtime.CallersFrames(callers[:runtime.Callers(0, callers[:])])
	for {
		f, more := frames.Next()
		if f.Function == "convene/workshop/room.chance" {
			sum := sha256.Sum256(binary.BigEndian.AppendUint64(nil, c.asked.Add(1)))
			return copy(b, sum[:]), nil
		}
		if !more {
			return c.rest.Read(b)
		}
	}
}

// sealChance makes the lots of what runs from now on the same.
func sealChance(t *testing.T) *sealedChance {
	t.Helper()
	c := &sealedChance{rest: rand.Reader}
	rand.Reader = c
	t.Cleanup(func() { rand.Reader = c.rest })
	return c
}

// The same people elect twice: a name, by a vote that ties, a runoff that ties, and a lot; and a leader, by ranked ballots and a
// runoff. They do the same at the same moments, and only the ballots have changed hands, so that all counts are the same. Then
// nothing that anybody else has can differ, or it would tell who voted what.
func TestNothingLinksAVoterToAVote(t *testing.T) {
	p := prepare(t)
	var seen [2]*witness
	for run, turned := range []int{0, len(voters) / 2} {
		t.Run(fmt.Sprintf("turned by %d", turned), func(t *testing.T) {
			chance := sealChance(t)
			synctest.Test(t, func(t *testing.T) { seen[run] = p.hold(t, turned) })
			if chance.asked.Load() == 0 {
				t.Error("the chance of the lots was not asked for here")
			}
		})
		if seen[run] == nil {
			t.FailNow()
		}
	}
	one, two := seen[0], seen[1]
	for _, v := range voters {
		for i, own := range one.own[v.name] {
			if own == two.own[v.name][i] {
				t.Errorf("%s voted alike in vote %d, so that nothing could differ", v.name, i+1)
			}
		}
	}
	one.compare(t, two)
	compareKeys(t, one.keys, two.keys)
}

// compare finds what two witnesses have seen differently.
func (w *witness) compare(t *testing.T, other *witness) {
	t.Helper()
	for name, sent := range w.sent {
		if at := differs(sent, other.sent[name]); at >= 0 {
			t.Errorf("%s was sent, from byte %d of %d and %d:\n%s\nor:\n%s", name, at, len(sent), len(other.sent[name]),
				excerpt(sent, at), excerpt(other.sent[name], at))
		}
	}
	if diff := cmp.Diff(w.after, other.after); diff != "" {
		t.Errorf("a ballot that is in the box is on its voter's screen:\n%s", diff)
	}
	if len(w.moments) != len(other.moments) {
		t.Fatalf("%d moments, and %d", len(w.moments), len(other.moments))
	}
	for i, m := range w.moments {
		if diff := cmp.Diff(m, other.moments[i], cmp.AllowUnexported(moment{})); diff != "" {
			t.Errorf("the file, or what is told of it, at %s, and maybe later:\n%s", m.when, diff)
			break
		}
	}
	if diff := cmp.Diff(w.boxes, other.boxes); diff != "" {
		t.Errorf("the ballots in the box:\n%s", diff)
	}
	if diff := cmp.Diff(w.log, other.log); diff != "" {
		t.Errorf("the program's log:\n%s", diff)
	}
}

// compareKeys checks that no ballot lay under a key of which any part is in the same place of another key, be it in one election or
// the other. All else was the same in both, the time, the people and the order included: what is made of that would come again.
func compareKeys(t *testing.T, all ...[][]byte) {
	t.Helper()
	const part = 6 // bytes; chance makes two alike in one of a hundred million runs
	keys := slices.Concat(all...)
	if len(keys) != 2*4*(1+2+3+4+5+6) {
		t.Errorf("%d ballots lay in the boxes of four votes, in all", len(keys))
	}
	known := make(map[string]bool)
	for _, k := range keys {
		for at := range len(k) - part + 1 {
			if same := fmt.Sprintf("%d: %x", at, k[at:at+part]); known[same] {
				t.Errorf("a ballot lay under the key %x, of which another had the same from byte %s", k, same)
			} else {
				known[same] = true
			}
		}
	}
}

// differs is where two texts begin to differ; -1 when they don't.
func differs(a, b []byte) int {
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			return i
		}
	}
	return -1
}

func excerpt(all []byte, at int) string {
	return fmt.Sprintf("%q", all[max(0, at-150):min(len(all), at+150)])
}
