package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"convene/workshop"
	"convene/workshop/ballot"
	"convene/workshop/workshoptest"
)

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

// Each promise is broken since a record of its own.
func TestEachPromiseIsBrokenSinceARecordOfItsOwn(t *testing.T) {
	path := heldFile(t)
	var end workshop.Seq
	withBolt(t, path, func(tx *bolt.Tx) error {
		b := part(tx, "calm-newt", recordsBucket)
		var err error
		if end, err = lastSeq(b); err != nil {
			return err
		}
		e := workshop.Envelope{By: "fay", At: workshoptest.Morning()}
		forged := []workshop.Event{
			workshop.FacilitatorReleased{Person: "fay"},
			workshop.PersonAdded{Person: "p-eve", Name: "Eve"},
			workshop.PersonAdded{Person: "p-eva", Name: "Eve"},
		}
		for _, r := range workshop.Records(end, e, forged...) {
			value, err := json.Marshal(r)
			if err := errors.Join(err, b.Put(seqKey(r.Seq), value)); err != nil {
				return err
			}
		}
		return nil
	})
	got := make(map[string]workshop.Seq)
	for _, tr := range verified(t, path).Troubles {
		got[tr.What] = tr.Record
	}
	want := map[string]workshop.Seq{"since then nobody facilitates": end + 1, `since then two people are called "Eve"`: end + 3}
	if !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
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
		"a strange name": {func(tx *bolt.Tx) { must(home(tx, "calm-newt").Put([]byte("x"), key)) }, `is called "x"`},
		"a strange bucket": {func(tx *bolt.Tx) {
			_, err := tx.CreateBucket([]byte("diary"))
			must(err)
		}, `is called "diary"`},
		"a bucket that is a value": {
			func(tx *bolt.Tx) { must(tx.Bucket(workshopsBucket).Put([]byte("x"), key)) }, `is called "x"`,
		},
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
		"a guest's turn that is to come": {func(tx *bolt.Tx) {
			must(guestbook(tx).Bucket(namesBucket).Put([]byte("k-ben"), []byte(`{"turn":3,"name":"Ben"}`)))
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
