package store

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	bolt "go.etcd.io/bbolt"

	"convene/workshop"
	"convene/workshop/ballot"
)

func appendTo(t testing.TB, s *Store, id workshop.ID, after workshop.Seq, events ...workshop.Event) workshop.Seq {
	t.Helper()
	e := workshop.Envelope{By: "p-ada", At: time.Date(2026, 3, 14, 12, 0, 0, 0, time.UTC)}
	if err := s.Append(t.Context(), id, after, workshop.Records(after, e, events...)...); err != nil {
		t.Fatal(err)
	}
	return after + workshop.Seq(len(events))
}

func load(t testing.TB, s *Store, id workshop.ID) []workshop.Record {
	t.Helper()
	rs, err := s.Load(t.Context(), id, 0)
	if err != nil {
		t.Fatal(err)
	}
	return rs
}

func box(t testing.TB, s *Store, id workshop.ID) []ballot.Ballot {
	t.Helper()
	bs, err := s.Box(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return bs
}

// cast is a ballot with one vote.
func cast(option string) workshop.Event {
	return workshop.BallotCast{Vote: 1, Ballot: ballot.Ballot{{Option: option, Weight: 1}}}
}

func TestIDsAreSorted(t *testing.T) {
	s := opened(t, newPath(t))
	want := []workshop.ID(nil)
	for _, id := range []workshop.ID{"quiet-heron", "brave-otter", "odd-newt"} {
		got, err := s.IDs(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		appendTo(t, s, id, 0, workshop.MinuteAsked{})
		want = append(want, id)
		slices.Sort(want)
	}
	if err := s.Append(t.Context(), "empty-elk", 0); err != nil {
		t.Fatal(err)
	}
	got, err := s.IDs(t.Context())
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v, (-want +got):\n%s", err, diff)
	}
}

func TestLoadNamesTheRecordThatItCannotRead(t *testing.T) {
	for _, c := range []struct {
		name   string
		damage func(records *bolt.Bucket) error
	}{
		{"no JSON", func(b *bolt.Bucket) error { return b.Put(seqKey(2), []byte("{")) }},
		{"an unknown kind", func(b *bolt.Bucket) error {
			return b.Put(seqKey(2), []byte(`{"seq":2,"at":"2026-03-14T12:00:00Z","by":"p-ada","kind":"cat-fed","event":{}}`))
		}},
		{"another number", func(b *bolt.Bucket) error { return b.Put(seqKey(2), slices.Clone(b.Get(seqKey(3)))) }},
		{"a gap", func(b *bolt.Bucket) error { return b.Delete(seqKey(2)) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := newPath(t)
			s := opened(t, path)
			appendTo(t, s, "brave-otter", 0, workshop.MinuteAsked{}, workshop.MinuteAsked{}, workshop.MinuteAsked{})
			closeStore(t, s)
			withBolt(t, path, func(tx *bolt.Tx) error { return c.damage(part(tx, "brave-otter", recordsBucket)) })
			s = opened(t, path)
			_, err := s.Load(t.Context(), "brave-otter", 0)
			if err == nil {
				t.Fatal("no error")
			}
			for _, part := range []string{"brave-otter", "record 2"} {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("%q does not mention %q", err, part)
				}
			}
			if rs, err := s.Load(t.Context(), "brave-otter", 2); err != nil || len(rs) != 1 {
				t.Errorf("the record after it: %v, %v", rs, err)
			}
		})
	}
}

func TestAKeyThatIsNoSeqIsAnError(t *testing.T) {
	for _, key := range []string{"\x00\x00\x00\x00\x00\x00\x00\x02x", "x", "\x00\x00\x00\x00\x00\x00\x00\x03yz"} {
		t.Run(fmt.Sprintf("%q", key), func(t *testing.T) {
			path := newPath(t)
			s := opened(t, path)
			appendTo(t, s, "br\x1bave", 0, notes(2)...)
			closeStore(t, s)
			withBolt(t, path, func(tx *bolt.Tx) error {
				b := part(tx, "br\x1bave", recordsBucket)
				return b.Put([]byte(key), bytes.Clone(b.Get(seqKey(1))))
			})
			s = opened(t, path)
			_, loadErr := s.Load(t.Context(), "br\x1bave", 0)
			e := workshop.Envelope{By: "p-ada"}
			appendErr := s.Append(t.Context(), "br\x1bave", 2, workshop.Records(2, e, workshop.MinuteAsked{})...)
			for seq, err := range map[string]error{"record 3": loadErr, "record 2": appendErr} {
				if err == nil || !strings.Contains(err.Error(), `"br\x1bave"`) || !strings.Contains(err.Error(), seq) {
					t.Errorf("got %v, want %s", err, seq)
				}
			}
		})
	}
}
