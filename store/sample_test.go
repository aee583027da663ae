package store

import (
	"os"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"convene/workshop"
	"convene/workshop/ballot"
)

// content is what can be read from a store, workshop by workshop.
type content struct {
	Records map[workshop.ID][]workshop.Record
	Boxes   map[workshop.ID][]ballot.Ballot
	Book    map[string]string
	Errors  []string
}

func readAll(t testing.TB, s *Store) content {
	t.Helper()
	c := content{map[workshop.ID][]workshop.Record{}, map[workshop.ID][]ballot.Ballot{}, map[string]string{}, nil}
	ids, err := s.IDs(t.Context())
	if err != nil {
		c.Errors = append(c.Errors, err.Error())
	}
	for _, id := range ids {
		if c.Records[id], err = s.Load(t.Context(), id, 0); err != nil {
			c.Errors = append(c.Errors, err.Error())
		}
		if c.Boxes[id], err = s.Box(t.Context(), id); err != nil {
			c.Errors = append(c.Errors, err.Error())
		}
	}
	err = s.lookUp(t.Context(), func(book *bolt.Bucket) error { // Secret would make one
		c.Book["secret"] = string(book.Get(secretKey))
		return nil
	})
	if err != nil {
		c.Errors = append(c.Errors, err.Error())
	}
	if c.Book["host key"], err = s.HostKey(t.Context()); err != nil {
		c.Errors = append(c.Errors, err.Error())
	}
	for _, who := range []string{"k-ada", "k-ben"} {
		if c.Book[who], err = s.Name(t.Context(), who); err != nil {
			c.Errors = append(c.Errors, err.Error())
		}
	}
	return c
}

// sampleFile is a file with pages of every kind: a guestbook and three workshops, one with branch pages, one with a vote
// that is open, and one with a record that needs several pages. It returns its bytes and what is in it.
func sampleFile(t testing.TB) ([]byte, content) {
	t.Helper()
	path := newPath(t)
	s := opened(t, path)
	appendTo(t, s, "quiet-heron", 0, notes(60)...)
	long := workshop.StatementWritten{Section: "vision", Text: strings.Repeat("we meet and learn ", 300)}
	appendTo(t, s, "odd-newt", 0, workshop.MinuteAsked{}, long, workshop.HandsRevealed{})
	for i := range 5 {
		appendTo(t, s, "brave-otter", workshop.Seq(i), cast(option(i)))
	}
	remember(t, s, "k-ada", "Ada")
	remember(t, s, "k-ben", "Ben")
	recordHostKey(t, s, "SHA256:lanterns")
	was := readAll(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b, was
}
