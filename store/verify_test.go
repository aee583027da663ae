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
	"convene/workshop/ballot"
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

// Several troubles are told, in one workshop as well, and what belongs to the others is not among them.
func TestVerifyGoesOnBehindWhatItFinds(t *testing.T) {
	path := heldFile(t)
	withBolt(t, path, func(tx *bolt.Tx) error {
		otter, newt := part(tx, "brave-otter", recordsBucket), part(tx, "calm-newt", recordsBucket)
		return errors.Join(otter.Put(seqKey(5), []byte("{")),
			otter.Delete(seqKey(9)), otter.Delete(seqKey(10)), otter.Delete(seqKey(11)),
			otter.Put(seqKey(20), []byte("null")), newt.Put(seqKey(3), []byte("{}")))
	})
	var got []string
	for _, tr := range verified(t, path).Troubles {
		place, _, _ := strings.Cut(tr.String(), ":")
		got = append(got, place)
	}
	want := []string{
		"workshop brave-otter, record 5", "workshop brave-otter, record 9", "workshop brave-otter, record 20",
		"workshop calm-newt, record 3",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What is in a file besides records is looked at, too.
func TestTroublesBesideTheRecordsAreFound(t *testing.T) {
	db := boltOf(t, heldFile(t))
	home := func(tx *bolt.Tx, id string) *bolt.Bucket { return tx.Bucket(workshopsBucket).Bucket([]byte(id)) }
	forge := func(tx *bolt.Tx, id workshop.ID, events ...workshop.Event) {
		b := part(tx, id, recordsBucket)
		last, err := lastSeq(b)
		if err != nil {
			panic(err)
		}
		e := workshop.Envelope{By: "fay", At: workshoptest.Morning()}
		for _, r := range workshop.Records(last, e, events...) {
			value, err := json.Marshal(r)
			if err := errors.Join(err, b.Put(seqKey(r.Seq), value)); err != nil {
				panic(err)
			}
		}
	}
	must := func(errs ...error) {
		if err := errors.Join(errs...); err != nil {
			panic(err)
		}
	}
	key := bytes.Repeat([]byte{1}, ballotKeySize)
	for name, c := range map[string]struct {
		damage func(tx *bolt.Tx)
		want   string
	}{
		"a ballot too many": {
			func(tx *bolt.Tx) { must(home(tx, "calm-newt").Bucket(boxBucket).Put(key, []byte("null"))) },
			"workshop calm-newt: 3 ballots are in the box, and 2 names on the roll",
		},
		"no box": {
			func(tx *bolt.Tx) { must(home(tx, "calm-newt").DeleteBucket(boxBucket)) },
			"workshop calm-newt: 0 ballots are in the box, and 2 names on the roll",
		},
		"a box in a workshop without a vote": {func(tx *bolt.Tx) {
			b, err := home(tx, "brave-otter").CreateBucket(boxBucket)
			must(err, b.Put(key, []byte("null")))
		}, "workshop brave-otter: 1 ballots are in the box, and 0 names on the roll"},
		"a ballot that is none": {func(tx *bolt.Tx) {
			b := home(tx, "calm-newt").Bucket(boxBucket)
			k, _ := b.Cursor().First()
			must(b.Put(k, []byte(`[{"option":`)))
		}, "workshop calm-newt: a ballot in the box can't be read"},
		"a ballot for what can't be chosen": {func(tx *bolt.Tx) {
			b := home(tx, "calm-newt").Bucket(boxBucket)
			k, _ := b.Cursor().First()
			value, err := json.Marshal(ballot.Ballot{{Option: "elsewhere", Weight: 1}})
			must(err, b.Put(k, value))
		}, "workshop calm-newt: a ballot in the box breaks the rule of its vote"},
		"another chance": {
			func(tx *bolt.Tx) { must(home(tx, "calm-newt").Bucket(sealBucket).Put(nonceKey, key)) },
			"workshop calm-newt: the chance that is kept for a lot is not what vote 1 sealed",
		},
		"no chance": {
			func(tx *bolt.Tx) { must(home(tx, "calm-newt").DeleteBucket(sealBucket)) },
			"workshop calm-newt: the chance that vote 1 sealed for a lot is missing",
		},
		"an empty chance": {
			func(tx *bolt.Tx) { must(home(tx, "calm-newt").Bucket(sealBucket).Delete(nonceKey)) },
			"workshop calm-newt: the chance that was kept for a lot is empty",
		},
		"no records": {
			func(tx *bolt.Tx) { must(home(tx, "calm-newt").DeleteBucket(recordsBucket)) },
			"workshop calm-newt: it has no records",
		},
		"records of another workshop": {func(tx *bolt.Tx) {
			b := part(tx, "quiet-heron", recordsBucket)
			value := bytes.Replace(b.Get(seqKey(1)), []byte("quiet-heron"), []byte("other-heron"), 1)
			must(b.Put(seqKey(1), value))
		}, "workshop quiet-heron, record 1: it doesn't fit"},
		"a record that doesn't fit": {func(tx *bolt.Tx) {
			forge(tx, "quiet-heron", workshop.MinuteAsked{}, workshop.NoteReworded{Note: 999, Text: "forged"}, workshop.MinuteAsked{})
		}, "it doesn't fit the records before it"},
		"a promise that is broken": {func(tx *bolt.Tx) {
			forge(tx, "calm-newt", workshop.FacilitatorReleased{Person: "fay"})
		}, "since then nobody facilitates"},
		"a strange name":   {func(tx *bolt.Tx) { must(home(tx, "calm-newt").Put([]byte("x"), key)) }, `is called "x"`},
		"no secret":        {func(tx *bolt.Tx) { must(guestbook(tx).Delete(secretKey)) }, "the secret of the guestbook has 0 bytes"},
		"an empty hostkey": {func(tx *bolt.Tx) { must(guestbook(tx).Put(hostKeyKey, []byte{})) }, "has a host key of 0 bytes"},
		"a guest's name that can't be read": {func(tx *bolt.Tx) {
			must(guestbook(tx).Bucket(namesBucket).Put([]byte("k-ada"), []byte("{")))
		}, "a name in the guestbook can't be read"},
		"a guest without a name": {func(tx *bolt.Tx) {
			must(guestbook(tx).Bucket(namesBucket).Put([]byte("k-ada"), []byte(`{"turn":1,"name":""}`)))
		}, `what the guestbook has under "k-ada" is no name`},
		"two guests in one turn": {func(tx *bolt.Tx) {
			must(guestbook(tx).Bucket(namesBucket).Put([]byte("k-ben"), []byte(`{"turn":1,"name":"Ben"}`)))
		}, `the name that the guestbook has under "k-ben" is out of turn`},
	} {
		t.Run(name, func(t *testing.T) {
			damaged(t, db, c.damage, func(a Audit) {
				if len(a.Troubles) != 1 || !strings.Contains(a.Troubles[0].String(), c.want) {
					t.Errorf("got %v, want %q", a.Troubles, c.want)
				}
			}, "brave-otter", "calm-newt", "quiet-heron")
		})
	}
}

// A page that is damaged is named, with the workshop that it belongs to, and another one as well.
func TestEveryDamagedPageIsNamed(t *testing.T) {
	path := heldFile(t)
	file := []byte(contents(t, path))
	for _, id := range []workshop.ID{"brave-otter", "quiet-heron"} {
		at := pageOf(t, path, id)
		file[page(at)] ^= 0xff // its own number
	}
	overwrite(t, path, file)
	a := verified(t, path)
	if len(a.Troubles) != 2 || a.Troubles[0].Workshop != "brave-otter" || a.Troubles[1].Workshop != "quiet-heron" {
		t.Fatalf("got %v", a.Troubles)
	}
	for _, tr := range a.Troubles {
		if !strings.Contains(tr.What, "says that it is another one") {
			t.Error(tr)
		}
	}
	if contents(t, path) != string(file) {
		t.Error("the file was changed")
	}
}

// pageOf is a page with records of a workshop.
func pageOf(t *testing.T, path string, id workshop.ID) (page uint64) {
	t.Helper()
	withBolt(t, path, func(tx *bolt.Tx) error {
		page = uint64(part(tx, id, recordsBucket).Root())
		return nil
	})
	return page
}

// A power cut while one of the two is written leaves the earlier, and that is passed over: nothing has to be restored. When the
// later one rots, pages may be missing that the earlier one knew.
func TestAMetaPageThatIsNotWholeIsNamedAndNoTrouble(t *testing.T) {
	for id := range uint64(2) {
		path := heldFile(t)
		file := []byte(contents(t, path))
		later := mustMeta(t, file).transaction % 2
		file[page(id)+headerSize+20] ^= 1
		overwrite(t, path, file)
		a := verified(t, path)
		want := fmt.Sprintf("page %d, one of the two with which the file begins, is not whole, as after a power cut", id)
		if len(a.Remarks) != 1 || !strings.Contains(a.Remarks[0], want) {
			t.Errorf("got %v", a.Remarks)
		}
		if id == later {
			continue
		}
		if len(a.Troubles) > 0 {
			t.Errorf("got %v", a.Troubles)
		}
		if _, err := Restore(t.Context(), path, newPath(t), false); err != nil {
			t.Errorf("it can't be restored: %v", err)
		}
	}
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
