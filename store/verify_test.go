package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	bolt "go.etcd.io/bbolt"

	"convene/workshop"
	"convene/workshop/workshoptest"
)

// heldFile is a file with three workshops as people hold them: a whole one, one of consent, and one with a vote that is open,
// in which two have voted. It is closed.
func heldFile(t testing.TB) string {
	t.Helper()
	path := newPath(t)
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	stage := voteOpen(t)
	_, whole := workshoptest.Sample()
	_, consent := workshoptest.SampleByConsent()
	for id, records := range map[workshop.ID][]workshop.Record{
		codeOf(whole): whole, "quiet-heron": renamed(consent, "quiet-heron"), "calm-newt": renamed(stage.Records, "calm-newt"),
	} {
		if err := s.Append(t.Context(), id, 0, records...); err != nil {
			t.Fatal(err)
		}
	}
	remember(t, s, "k-ada", "Ada")
	remember(t, s, "k-ben", "Ben")
	recordHostKey(t, s, "SHA256:lanterns")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// voteOpen is a workshop in the middle of a vote for its name, with a nonce sealed.
func voteOpen(t testing.TB) *workshoptest.Stage {
	t.Helper()
	stage := workshoptest.NewStage()
	err := stage.Play(workshoptest.Group("ana", "ben", "cleo"),
		workshoptest.Reach(workshop.StepName, workshop.PhaseDiverge),
		workshoptest.Write("ana", workshop.PromptName, "Guild", "Forge"),
		workshoptest.Reach(workshop.StepName, workshop.PhaseConverge),
		workshoptest.By(workshoptest.Fay, workshop.OpenVote{Nonce: bytes.Repeat([]byte{7}, 32)}),
		workshoptest.Cast("ana", "Guild"), workshoptest.Cast("ben", "Forge"))
	if err != nil {
		t.Fatal(err)
	}
	return stage
}

func codeOf(records []workshop.Record) workshop.ID {
	return records[0].Event.(workshop.WorkshopOpened).ID
}

// renamed are the records of a workshop with another code.
func renamed(records []workshop.Record, id workshop.ID) []workshop.Record {
	out := slices.Clone(records)
	opened := out[0].Event.(workshop.WorkshopOpened)
	opened.ID = id
	out[0].Event = opened
	return out
}

func verified(t testing.TB, path string) Audit {
	t.Helper()
	a, err := Verify(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestASoundFileIsFoundSoundAndNotTouched(t *testing.T) {
	path := heldFile(t)
	before := contents(t, path)
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	a := verified(t, path)
	s, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	records := 0
	for _, id := range []workshop.ID{"brave-otter", "quiet-heron", "calm-newt"} {
		records += len(load(t, s, id))
	}
	closeStore(t, s)
	if len(a.Troubles) > 0 || a.Workshops != 3 || a.Records != records || !slices.Equal(a.Voting, []workshop.ID{"calm-newt"}) {
		t.Errorf("of %d records: %+v", records, a)
	}
	if contents(t, path) != before {
		t.Error("the file was changed")
	}
}

func TestAnEmptyStoreIsSound(t *testing.T) {
	path := newPath(t)
	closeStore(t, opened(t, path))
	if a := verified(t, path); len(a.Troubles) > 0 || a.Workshops != 0 || a.Records != 0 {
		t.Errorf("%+v", a)
	}
}

func TestVerifyRefusesWhatItCannotLookThrough(t *testing.T) {
	path := newPath(t)
	s := opened(t, path)
	synctest.Test(t, func(t *testing.T) {
		if _, err := Verify(t.Context(), path); !errors.Is(err, ErrLocked) {
			t.Errorf("one that is open: %v", err)
		}
	})
	closeStore(t, s)
	if _, err := Verify(t.Context(), filepath.Join(t.TempDir(), "none")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("none: %v", err)
	}
	withBolt(t, path, func(tx *bolt.Tx) error { return tx.Bucket(metaBucket).Put(formatKey, []byte("convene 2")) })
	if _, err := Verify(t.Context(), path); !errors.Is(err, ErrNewer) {
		t.Errorf("a newer one: %v", err)
	}
}

// Records as old files have them are read, and are not taken for damaged.
func TestVerifyKnowsOldRecords(t *testing.T) {
	path := newPath(t)
	closeStore(t, opened(t, path))
	db := boltOf(t, path)
	damaged(t, db, func(tx *bolt.Tx) {
		home, err := makeHome(tx, "brave-otter")
		if err != nil {
			panic(err)
		}
		b, err := home.CreateBucket(recordsBucket)
		if err != nil {
			panic(err)
		}
		for i, v := range workshop.Kinds() {
			if err := b.Put(seqKey(workshop.Seq(i+1)), frozenFile(t, v.Kind())); err != nil {
				panic(err)
			}
		}
		var a Audit
		if records, whole := a.records("brave-otter", b); !whole || len(records) != len(workshop.Kinds()) || len(a.Troubles) > 0 {
			t.Errorf("%d records: %v%s", len(records), a.Troubles, thaw)
		}
	}, func(Audit) {})
}

// errBack takes a transaction back.
var errBack = errors.New("back")

// damaged lets a case damage a file in a transaction that is taken back, and gives it what is found then beside the pages, of
// these workshops. That is the same as what is found in a file: an audit sees nothing but the transaction.
func damaged(t *testing.T, db *bolt.DB, damage func(tx *bolt.Tx), look func(a Audit), ids ...workshop.ID) {
	t.Helper()
	err := db.Update(func(tx *bolt.Tx) error {
		damage(tx)
		var a Audit
		a.layout(tx)
		a.book(guestbook(tx))
		for _, id := range ids {
			a.workshop(id, tx.Bucket(workshopsBucket).Bucket([]byte(id)))
		}
		look(a)
		return errBack
	})
	if !errors.Is(err, errBack) {
		t.Fatal(err)
	}
}

// boltOf opens the file of a closed store.
func boltOf(t *testing.T, path string) *bolt.DB {
	t.Helper()
	db, err := bolt.Open(path, 0o600, &bolt.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

// damages are what can become of a record, each with what is wrong then.
func damages() map[string]func(key, value []byte, b *bolt.Bucket) (what string) {
	put := func(b *bolt.Bucket, key, value []byte) {
		if err := b.Put(key, value); err != nil {
			panic(err)
		}
	}
	return map[string]func(key, value []byte, b *bolt.Bucket) string{
		"cut short": func(key, value []byte, b *bolt.Bucket) string {
			put(b, key, value[:len(value)/2])
			return "can't be read"
		},
		"empty": func(key, _ []byte, b *bolt.Bucket) string {
			put(b, key, []byte{})
			return "can't be read"
		},
		"a flipped bit at its beginning": func(key, value []byte, b *bolt.Bucket) string {
			value[0] ^= 1
			put(b, key, value)
			return "can't be read"
		},
		"another number": func(key, value []byte, b *bolt.Bucket) string {
			put(b, key, bytes.Replace(value, []byte(`{"seq":`), []byte(`{"seq":9`), 1))
			return "it says that it is record"
		},
		"a field in capitals": func(key, value []byte, b *bolt.Bucket) string { // which Go reads all the same
			put(b, key, bytes.Replace(value, []byte(`"at":`), []byte(`"At":`), 1))
			return "not as this convene writes it"
		},
		"something more": func(key, value []byte, b *bolt.Bucket) string {
			put(b, key, append([]byte(`{"more":1,`), value[1:]...))
			return "not as this convene writes it"
		},
		"a kind that nobody knows": func(key, value []byte, b *bolt.Bucket) string {
			put(b, key, bytes.Replace(value, []byte(`"kind":"`), []byte(`"kind":"x`), 1))
			return "unknown kind"
		},
		"missing": func(key, _ []byte, b *bolt.Bucket) string {
			if err := b.Delete(key); err != nil {
				panic(err)
			}
			return "it is missing"
		},
	}
}

// Whatever happens to whichever record, it is found there, and the others are looked at all the same.
func TestADamageIsFoundInEveryRecord(t *testing.T) {
	path := heldFile(t)
	ends := map[workshop.ID]workshop.Seq{"brave-otter": lastOf(t, path, "brave-otter"), "calm-newt": lastOf(t, path, "calm-newt")}
	db := boltOf(t, path)
	step := workshop.Seq(1)
	if testing.Short() || raceEnabled {
		step = 11
	}
	for name, damage := range damages() {
		t.Run(name, func(t *testing.T) {
			for id, last := range ends {
				for seq := workshop.Seq(1); seq <= last; seq += step {
					if name == "missing" && seq == last {
						continue // then the log ends before it
					}
					want := ""
					damaged(t, db, func(tx *bolt.Tx) {
						b := part(tx, id, recordsBucket)
						want = damage(seqKey(seq), bytes.Clone(b.Get(seqKey(seq))), b)
					}, func(a Audit) {
						if len(a.Troubles) != 1 || a.Troubles[0].Workshop != id || a.Troubles[0].Record != seq ||
							!strings.Contains(a.Troubles[0].What, want) {
							t.Errorf("record %d of %s: %v, want %q", seq, id, a.Troubles, want)
						}
					}, id)
				}
			}
		})
	}
}

// lastOf is the number of the last record of a workshop.
func lastOf(t *testing.T, path string, id workshop.ID) (last workshop.Seq) {
	t.Helper()
	s, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer closeStore(t, s)
	return workshop.Seq(len(load(t, s, id)))
}

// What a newer convene has added is not damage: there is nothing to restore, but an update to make.
func TestARecordOfANewerConveneIsSaidToBeOne(t *testing.T) {
	path := heldFile(t)
	withBolt(t, path, func(tx *bolt.Tx) error {
		b := part(tx, "brave-otter", recordsBucket)
		end := uint64(b.Stats().KeyN) + 1
		return b.Put(seqKey(workshop.Seq(end)), fmt.Appendf(nil,
			`{"seq":%d,"at":"2026-03-02T09:00:00Z","by":"p-ada","kind":"song-sung","event":{}}`, end))
	})
	a := verified(t, path)
	if !a.Newer() || !strings.Contains(a.Troubles[0].What, `unknown kind "song-sung"`) {
		t.Errorf("got %+v", a.Troubles)
	}
	if _, err := Restore(t.Context(), path, newPath(t), false); !errors.Is(err, ErrNewer) || errors.Is(err, ErrUnfit) {
		t.Errorf("restored: %v", err)
	}
	s := opened(t, path)
	if _, err := s.Load(t.Context(), "brave-otter", 0); !errors.Is(err, workshop.ErrNewer) {
		t.Errorf("loaded: %v", err)
	}
	a.trouble("", 0, "a page is torn")
	if a.Newer() || (Audit{}).Newer() {
		t.Error("damage counts as newer")
	}
}

// A workshop in a language that this convene doesn't have is one of a newer convene, too.
func TestALanguageOfANewerConveneIsNoDamage(t *testing.T) {
	path := heldFile(t)
	withBolt(t, path, func(tx *bolt.Tx) error {
		b := part(tx, "brave-otter", recordsBucket)
		value := bytes.Replace(b.Get(seqKey(1)), []byte(`"topic":`), []byte(`"lang":"eo","topic":`), 1)
		if !json.Valid(value) {
			t.Fatalf("it is %s", value)
		}
		var r workshop.Record // in the order of its fields
		if err := json.Unmarshal(value, &r); err != nil {
			return err
		}
		value, err := json.Marshal(r)
		return errors.Join(err, b.Put(seqKey(1), value))
	})
	if a := verified(t, path); !a.Newer() || !strings.Contains(a.Troubles[0].What, `"eo"`) {
		t.Errorf("got %+v", a.Troubles)
	}
	if _, err := Restore(t.Context(), path, newPath(t), false); !errors.Is(err, ErrNewer) || errors.Is(err, ErrUnfit) {
		t.Errorf("restored: %v", err)
	}
}

// No flipped byte makes Verify panic, and what refuses to be opened is never found sound.
func TestWhatIsRefusedIsNeverSound(t *testing.T) {
	path := heldFile(t)
	file := []byte(contents(t, path))
	for at := 0; at < len(file); at += 2039 {
		broken := bytes.Clone(file)
		broken[at] ^= 0x5a
		overwrite(t, path, broken)
		a, err := Verify(t.Context(), path)
		s, refused := OpenReadOnly(path)
		if refused == nil {
			closeStore(t, s)
		}
		if refused != nil && err == nil && len(a.Troubles) == 0 {
			t.Errorf("byte %#x: refused with %v, and found sound", at, refused)
		}
		if contents(t, path) != string(broken) {
			t.Fatal("the file was changed")
		}
	}
}
