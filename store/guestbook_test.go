package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"convene/workshop"
)

func secret(t *testing.T, s *Store) []byte {
	t.Helper()
	b, err := s.Secret(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func recordHostKey(t testing.TB, s *Store, fingerprint string) {
	t.Helper()
	if err := s.RecordHostKey(t.Context(), fingerprint); err != nil {
		t.Fatal(err)
	}
}

func wantHostKey(t *testing.T, s *Store, want string) {
	t.Helper()
	if got, err := s.HostKey(t.Context()); err != nil || got != want {
		t.Errorf("the host key is %q, %v; want %q", got, err, want)
	}
}

func TestTheSecretIsMadeOnce(t *testing.T) {
	path := newPath(t)
	s := opened(t, path)
	was := secret(t, s)
	if len(was) != 32 || bytes.Equal(was, make([]byte, 32)) {
		t.Fatalf("it is %x", was)
	}
	kept := bytes.Clone(was)
	was[0] ^= 1 // is the caller's to do with as they like
	remember(t, s, "k-ada", "Ada")
	if got := secret(t, s); !bytes.Equal(got, kept) {
		t.Errorf("it was %x and is %x", kept, got)
	}
	closeStore(t, s)
	if got := secret(t, opened(t, path)); !bytes.Equal(got, kept) {
		t.Errorf("it was %x and is %x in the reopened file", kept, got)
	}
	if other := secret(t, opened(t, newPath(t))); bytes.Equal(other, kept) {
		t.Error("two files have the same")
	}
}

func TestAllWhoAskFirstGetTheSameSecret(t *testing.T) {
	s := opened(t, newPath(t))
	const n = 8
	got, failed := make(chan string, n), make(chan error, n)
	for range n {
		go func() {
			b, err := s.Secret(t.Context())
			got <- string(b)
			failed <- err
		}()
	}
	first := <-got
	for range n - 1 {
		if next := <-got; next != first {
			t.Errorf("%x and %x", first, next)
		}
	}
	for range n {
		if err := <-failed; err != nil {
			t.Error(err)
		}
	}
}

func TestOnlyWhatHasItsSizeGetsIntoTheGuestbook(t *testing.T) {
	path := newPath(t)
	s := opened(t, path)
	was := contents(t, path)
	for _, c := range []struct{ who, name string }{
		{"", "Ada"},
		{strings.Repeat("k", 65), "Ada"},
		{"k-ada", ""},
		{"k-ada", strings.Repeat("a", 1281)},
		{"k-ada", "\xff"},
	} {
		if err := s.Remember(t.Context(), c.who, c.name); err == nil {
			t.Errorf("%.9q, %.9q: no error", c.who, c.name)
		}
	}
	for _, fingerprint := range []string{"", strings.Repeat("f", 129)} {
		if err := s.RecordHostKey(t.Context(), fingerprint); err == nil {
			t.Errorf("fingerprint %.9q: no error", fingerprint)
		}
	}
	if contents(t, path) != was {
		t.Error("the file was changed")
	}
	most, longest := strings.Repeat("k", 64), strings.Repeat("a", 1280)
	remember(t, s, most, longest)
	wantName(t, s, most, longest)
}

func TestTheHostKeyRecordedLastIsRemembered(t *testing.T) {
	path := newPath(t)
	s := opened(t, path)
	wantHostKey(t, s, "")
	recordHostKey(t, s, "SHA256:lanterns")
	wantHostKey(t, s, "SHA256:lanterns")
	recordHostKey(t, s, "SHA256:harbours")
	closeStore(t, s)
	wantHostKey(t, opened(t, path), "SHA256:harbours")
}

// Files are out there that look like this.
func TestTheGuestbookIsReadAsItIsLaidOut(t *testing.T) {
	path := newPath(t)
	closeStore(t, opened(t, path))
	kept := strings.Repeat("32 bytes", 4)
	withBolt(t, path, func(tx *bolt.Tx) error {
		book, err := tx.Bucket([]byte("meta")).CreateBucket([]byte("guestbook"))
		if err != nil {
			return err
		}
		names, err := book.CreateBucket([]byte("names"))
		return errors.Join(
			err, names.Put([]byte("k-ada"), []byte(`{"turn":7,"name":"Ada"}`)),
			book.Put([]byte("secret"), []byte(kept)), book.Put([]byte("host-key"), []byte("SHA256:lanterns")),
		)
	})
	s := opened(t, path)
	if got := secret(t, s); string(got) != kept {
		t.Errorf("the secret is %q", got)
	}
	wantName(t, s, "k-ada", "Ada")
	wantHostKey(t, s, "SHA256:lanterns")
}

// That is how a program from before there was a guestbook sees one.
func TestWhatALaterProgramKeepsInMetaIsPassedOver(t *testing.T) {
	path := newPath(t)
	closeStore(t, opened(t, path))
	withBolt(t, path, func(tx *bolt.Tx) error {
		about := tx.Bucket(metaBucket)
		_, err := about.CreateBucket([]byte("almanac"))
		return errors.Join(err, about.Put([]byte("moon"), []byte("full")))
	})
	s := opened(t, path)
	secret(t, s)
	appendTo(t, s, "brave-otter", 0, workshop.MinuteAsked{})
}

func TestADamagedGuestbookIsRefused(t *testing.T) {
	for name, damage := range map[string]func(book *bolt.Bucket) error{
		"no secret":      func(b *bolt.Bucket) error { return b.Delete(secretKey) },
		"a short secret": func(b *bolt.Bucket) error { return b.Put(secretKey, []byte("hush")) },
		"a wrong name":   func(b *bolt.Bucket) error { return b.Put([]byte("host-kez"), []byte("SHA256:x")) },
		"a value that is a bucket": func(b *bolt.Bucket) error {
			_, err := b.CreateBucket(hostKeyKey)
			return err
		},
		"a bucket that is a value": func(b *bolt.Bucket) error { return b.Put(namesBucket, []byte("Ada")) },
	} {
		t.Run(name, func(t *testing.T) {
			path := newPath(t)
			s := opened(t, path)
			secret(t, s)
			closeStore(t, s)
			withBolt(t, path, func(tx *bolt.Tx) error { return damage(guestbook(tx)) })
			wantRefused(t, path, ErrDamaged)
		})
	}
	t.Run("a value in its place", func(t *testing.T) {
		path := newPath(t)
		closeStore(t, opened(t, path))
		withBolt(t, path, func(tx *bolt.Tx) error { return tx.Bucket(metaBucket).Put(guestbookBucket, []byte("x")) })
		wantRefused(t, path, ErrDamaged)
	})
}

func TestAReaderOfTheGuestbookMakesNothing(t *testing.T) {
	path := newPath(t)
	closeStore(t, opened(t, path))
	empty := contents(t, path)
	r, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	if b, err := r.Secret(t.Context()); err == nil || b != nil {
		t.Errorf("a secret was made up: %x, %v", b, err)
	}
	wantName(t, r, "k-ada", "")
	wantHostKey(t, r, "")
	closeStore(t, r)
	if contents(t, path) != empty {
		t.Error("the file was changed")
	}

	s := opened(t, path)
	remember(t, s, "k-ada", "Ada")
	kept := secret(t, s)
	closeStore(t, s)
	if r, err = OpenReadOnly(path); err != nil {
		t.Fatal(err)
	}
	if got := secret(t, r); !bytes.Equal(got, kept) {
		t.Errorf("the secret was %x and is %x", kept, got)
	}
	wantName(t, r, "k-ada", "Ada")
	if err := r.Remember(t.Context(), "k-ada", "Countess"); err == nil {
		t.Error("remember: no error")
	}
	if err := r.RecordHostKey(t.Context(), "SHA256:lanterns"); err == nil {
		t.Error("record host key: no error")
	}
	closeStore(t, r)
}

// The guestbook takes free pages and leaves others behind, in the middle of a vote. While there is a box, all that are
// left are zeros, whatever was on them.
func TestTheGuestbookLeavesNoTraceOfABallot(t *testing.T) {
	for name, write := range map[string]func(s *Store, i int){
		"the secret": func(s *Store, _ int) { secret(t, s) },
		"names":      func(s *Store, i int) { remember(t, s, fmt.Sprintf("k-%d", i), strings.Repeat("Ada ", 20)) },
		"one name":   func(s *Store, i int) { remember(t, s, "k-ada", fmt.Sprintf("Ada %d", i)) },
		"host keys":  func(s *Store, i int) { recordHostKey(t, s, fmt.Sprintf("SHA256:%d", i)) },
	} {
		t.Run(name, func(t *testing.T) {
			path := newPath(t)
			s := opened(t, path)
			var end workshop.Seq
			for i := range 30 {
				end = appendTo(t, s, "brave-otter", end, cast(option(i)))
				write(s, i)
				wantInFile(t, path, i+1, 1)
				wantNothingToWipe(t, s)
			}
			appendTo(t, s, "brave-otter", end, workshop.VoteAbandoned{Vote: 1})
			write(s, 30)
			wantInFile(t, path, 30, 0)
		})
	}
}

func wantNothingToWipe(t *testing.T, s *Store) {
	t.Helper()
	m, err := s.pageMap()
	if err != nil {
		t.Fatal(err)
	}
	if traces, err := s.traces(m, false); err != nil || len(traces) > 0 {
		t.Errorf("the pages %v hold something and are not in use, %v", traces, err)
	}
}

func TestTheGuestbookMakesUpForAWipeThatFailed(t *testing.T) {
	path := newPath(t)
	s := opened(t, path)
	end := votes(t, s, 0, 3)
	good := s.file
	broken, err := os.Open(path) // cannot be written to
	if err != nil {
		t.Fatal(err)
	}
	s.file = broken
	appendTo(t, s, "brave-otter", end, workshop.VoteAbandoned{Vote: 1}) // no box is left, and its pages are
	s.file = good
	if err := broken.Close(); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(contents(t, path), option(1)) {
		t.Fatal("there is nothing to make up for")
	}
	remember(t, s, "k-ada", "Ada")
	wantInFile(t, path, 3, 0)
	closeStore(t, s)
}
