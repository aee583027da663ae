package store

import (
	"fmt"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"
)

func remember(t testing.TB, s *Store, who, name string) {
	t.Helper()
	if err := s.Remember(t.Context(), who, name); err != nil {
		t.Fatal(err)
	}
}

func wantName(t *testing.T, s *Store, who, want string) {
	t.Helper()
	if got, err := s.Name(t.Context(), who); err != nil || got != want {
		t.Errorf("the name of %q is %q, %v; want %q", who, got, err, want)
	}
}

func TestTheNameGivenLastIsRemembered(t *testing.T) {
	path := newPath(t)
	s := opened(t, path)
	wantName(t, s, "k-ada", "")
	remember(t, s, "k-ada", "Ada")
	remember(t, s, "k-ben", "Ben <3 \u202fé")
	wantName(t, s, "k-cleo", "")
	remember(t, s, "k-ada", "Countess")
	wantName(t, s, "k-ada", "Countess")
	closeStore(t, s)
	s = opened(t, path)
	wantName(t, s, "k-ada", "Countess")
	wantName(t, s, "k-ben", "Ben <3 \u202fé")
	wantName(t, s, "", "")
}

func TestTheOldestNameIsForgottenWhenTheBookIsFull(t *testing.T) {
	path := newPath(t)
	s := opened(t, path)
	secret(t, s)
	closeStore(t, s)
	withBolt(t, path, func(tx *bolt.Tx) error {
		names, err := guestbook(tx).CreateBucket(namesBucket)
		if err != nil {
			return err
		}
		for i := range 10_000 { // the keys are not in the order of the turns
			who, turn := fmt.Appendf(nil, "k-%05d", i*7919%10_000), i+1
			if err := names.Put(who, fmt.Appendf(nil, `{"turn":%d,"name":"Guest %d"}`, turn, turn)); err != nil {
				return err
			}
		}
		return names.SetSequence(10_000)
	})
	s = opened(t, path)
	wantName(t, s, "k-00000", "Guest 1")
	remember(t, s, "k-00000", "Ada") // takes no room, and is the newest now
	wantName(t, s, "k-07919", "Guest 2")
	remember(t, s, "k-ben", "Ben")
	wantName(t, s, "k-07919", "")
	wantName(t, s, "k-00000", "Ada")
	wantName(t, s, "k-05838", "Guest 3")
	remember(t, s, "k-cleo", "Cleo")
	wantName(t, s, "k-05838", "")
	wantName(t, s, "k-ben", "Ben")
}

func TestANameThatCannotBeReadIsAnError(t *testing.T) {
	path := newPath(t)
	s := opened(t, path)
	remember(t, s, "k-ada", "Ada")
	closeStore(t, s)
	withBolt(t, path, func(tx *bolt.Tx) error {
		return guestbook(tx).Bucket(namesBucket).Put([]byte("k-ada"), []byte("{"))
	})
	s = opened(t, path)
	if _, err := s.Name(t.Context(), "k-ada"); err == nil || !strings.Contains(err.Error(), "k-ada") {
		t.Errorf("got %v", err)
	}
	remember(t, s, "k-ada", "Ada") // mends it
	wantName(t, s, "k-ada", "Ada")
}
