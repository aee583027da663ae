package store

import (
	"unicode/utf8"

	bolt "go.etcd.io/bbolt"
)

// book notes what in the guestbook is not as it was let in. That it has a secret, and nothing that doesn't belong there, is
// for layout.
func (a *Audit) book(book *bolt.Bucket) {
	if book == nil {
		return
	}
	if key := book.Get(hostKeyKey); key != nil && (len(key) == 0 || len(key) > maxFingerprint) {
		a.trouble("", 0, "the guestbook has a host key of %d bytes, of 1 to %d", len(key), maxFingerprint)
	}
	names := book.Bucket(namesBucket)
	if names == nil {
		return
	}
	count := 0
	turns := make(map[uint64]bool)
	c := names.Cursor()
	for who, value := c.First(); who != nil; who, value = c.Next() {
		count++
		e, err := readName(who, value)
		switch {
		case err != nil:
			a.trouble("", 0, "a name in the guestbook can't be read: %v", err)
		case len(who) > maxWho || len(e.Name) == 0 || len(e.Name) > maxName || !utf8.ValidString(e.Name):
			a.trouble("", 0, "what the guestbook has under %q is no name", who)
		case e.Turn > names.Sequence() || turns[e.Turn]:
			a.trouble("", 0, "the name that the guestbook has under %q is out of turn", who)
		}
		turns[e.Turn] = true
	}
	if count > maxNames {
		a.trouble("", 0, "the guestbook has %d names, of %d at most", count, maxNames)
	}
}
