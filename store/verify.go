package store

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	bolt "go.etcd.io/bbolt"

	"convene/workshop"
	"convene/workshop/ballot"
)

// Verify looks through a whole file, and changes nothing in it: whether its pages fit together, every record can be read
// and is written as convene writes it, every log replays and keeps the promises of package workshop, and boxes, the chance
// that is sealed for a lot and the guestbook are what they should be. It goes on behind what it finds wrong. What it cannot
// notice is what could have happened just so: a text with another letter, another time, another level of a hand or strength of
// a force, a ballot for another option, a last append that is gone. Nor can it tell the kind of a record that is damaged from
// one that a newer convene has; both are said to be possible.
//
// The error is one of those of OpenReadOnly, about a file that can't be looked through at all. ErrDamaged is not among
// them when it can be said what is damaged.
func Verify(ctx context.Context, path string) (Audit, error) {
	s, err := openUnchecked(path)
	if err != nil {
		return Audit{}, err
	}
	a, err := s.audit(ctx)
	return a, errors.Join(err, s.Close())
}

func (s *Store) audit(ctx context.Context) (Audit, error) {
	var a Audit
	err := s.view(func(tx *bolt.Tx) error {
		if err := checkLength(tx, s.path); err != nil {
			return err
		}
		if fit, err := a.pages(s); err != nil || !fit {
			return s.contentError(err)
		}
		if _, err := readFormat(tx, s.path); err != nil {
			return err
		}
		a.layout(tx)
		a.book(guestbook(tx))
		all := tx.Bucket(workshopsBucket)
		if all == nil {
			return nil
		}
		return all.ForEachBucket(func(id []byte) error {
			a.workshop(workshop.ID(id), all.Bucket(id))
			return ctx.Err()
		})
	})
	if err != nil {
		return a, fmt.Errorf("verify %s: %w", s.path, err)
	}
	return a, nil
}

// workshop looks through a workshop.
func (a *Audit) workshop(id workshop.ID, home *bolt.Bucket) {
	a.Workshops++
	if err := onlyBuckets(home.Cursor(), recordsBucket, boxBucket, answersBucket, sealBucket); err != nil {
		a.trouble(id, 0, "%v", err)
	}
	records, whole := a.records(id, home.Bucket(recordsBucket))
	state, err := workshop.Retrace(id, records...)
	if unreadable := (*workshop.UnreadableError)(nil); errors.As(err, &unreadable) {
		a.trouble(id, unreadable.Record, "it doesn't fit the records before it")
	} else if err != nil {
		a.trouble(id, 0, "%v", err)
		a.Troubles[len(a.Troubles)-1].Newer = errors.Is(err, workshop.ErrNewer)
	}
	ballots, counted := a.box(id, home.Bucket(boxBucket))
	sheets, filled := a.answers(id, home.Bucket(answersBucket))
	nonce, sealed := a.seal(id, home.Bucket(sealBucket))
	if !whole || err != nil {
		return // what the rest says goes with the end of the log, which is not known
	}
	a.promises(id, state, records)
	if err := state.CheckBox(ballots); counted && err != nil {
		a.trouble(id, 0, "%v", err)
	}
	if err := state.CheckSheets(sheets); filled && err != nil {
		if state.AnswersLeftOut(sheets) {
			a.Remarks = append(a.Remarks, fmt.Sprintf("workshop %s: a health check is open, and its answers are not in this file, "+
				"as in every backup; it can only be abandoned", id))
		} else {
			a.trouble(id, 0, "%v", err)
		}
	}
	if err := state.CheckNonce(nonce); sealed && err != nil {
		a.trouble(id, 0, "%v", err)
	}
}

// records reads a log. It returns the records up to the first that is wrong, and whether that is all of them.
func (a *Audit) records(id workshop.ID, b *bolt.Bucket) (readable []workshop.Record, whole bool) {
	if b == nil {
		a.trouble(id, 0, "it has no records")
		return nil, false
	}
	whole = true
	want := workshop.Seq(1)
	c := b.Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		a.Records++
		seq, err := keySeq(k)
		if err != nil {
			a.trouble(id, want, "%v", err)
			whole = false
			continue
		}
		if seq != want {
			a.gap(id, want, seq)
			whole = false
		}
		r, what := readRecord(seq, v)
		if what != nil {
			a.trouble(id, seq, "%v", what)
			a.Troubles[len(a.Troubles)-1].Newer = errors.Is(what, workshop.ErrNewer)
			whole = false
		}
		if whole {
			readable = append(readable, r)
		}
		want = seq + 1
	}
	if want == 1 {
		a.trouble(id, 0, "it has no records")
		whole = false
	}
	return readable, whole
}

// gap notes that a record comes where another should.
func (a *Audit) gap(id workshop.ID, want, got workshop.Seq) {
	switch {
	case got < want:
		a.trouble(id, got, "it comes where record %d should", want)
	case got == want+1:
		a.trouble(id, want, "it is missing")
	default:
		a.trouble(id, want, "it is missing, and so are all up to record %d", got-1)
	}
}

// readRecord reads a record, and says what is wrong with it. What was read must be written as it was: another key or number
// may be read as something that it never was.
func readRecord(seq workshop.Seq, value []byte) (workshop.Record, error) {
	var r workshop.Record
	if value == nil {
		return r, errors.New("it is a bucket")
	}
	if err := json.Unmarshal(value, &r); err != nil {
		return r, fmt.Errorf("it can't be read: %w", err)
	}
	if r.Seq != seq {
		return r, fmt.Errorf("it says that it is record %d", r.Seq)
	}
	if again, err := json.Marshal(r); err != nil || !bytes.Equal(again, value) {
		return r, errors.New("it is not as this convene writes it: it was damaged, or a newer one wrote it")
	}
	return r, nil
}

// promises notes what of the promises of package workshop the state at the end of a log breaks, and each since which record.
func (a *Audit) promises(id workshop.ID, state workshop.State, records []workshop.Record) {
	if state.Check() == nil {
		return
	}
	since := make(map[string]workshop.Seq)
	var s workshop.State
	for _, r := range records {
		s = workshop.Evolve(s, r)
		broken := breaches(s)
		maps.DeleteFunc(since, func(what string, _ workshop.Seq) bool { return !slices.Contains(broken, what) })
		for _, what := range broken {
			since[what] = cmp.Or(since[what], r.Seq)
		}
	}
	for _, what := range breaches(state) {
		a.trouble(id, since[what], "since then %s", what)
	}
}

// breaches are the promises that a state breaks.
func breaches(s workshop.State) []string {
	broken := s.Check()
	if broken == nil {
		return nil
	}
	var all []string
	for _, err := range broken.(interface{ Unwrap() []error }).Unwrap() {
		all = append(all, err.Error())
	}
	return all
}

// box reads a box of ballots, and says whether all of it could be read.
func (a *Audit) box(id workshop.ID, b *bolt.Bucket) (ballots []ballot.Ballot, whole bool) {
	if b == nil {
		return nil, true
	}
	a.Voting = append(a.Voting, id)
	return things(a, id, b, "a ballot in the box", ballot.Canonical)
}

// answers reads a box of answers, and says whether all of it could be read.
func (a *Audit) answers(id workshop.ID, b *bolt.Bucket) (sheets []workshop.LockedSheet, whole bool) {
	if b == nil {
		return nil, true
	}
	return things(a, id, b, "a sheet in the box of answers", func(one workshop.LockedSheet) workshop.LockedSheet { return one })
}

// things reads what is in a box, and says whether all of it could be read. Each is written as convene writes it: in its
// canonical form.
func things[T any](a *Audit, id workshop.ID, b *bolt.Bucket, called string, canonical func(T) T) (out []T, whole bool) {
	whole = true
	c := b.Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		var one T
		err := json.Unmarshal(v, &one)
		if err == nil {
			again, _ := json.Marshal(canonical(one)) // numbers, names and texts, which can always be written
			if !bytes.Equal(again, v) {
				err = errors.New("it is not as convene writes it")
			}
		}
		if err == nil && len(k) != ballotKeySize {
			err = fmt.Errorf("its key has %d bytes and not %d", len(k), ballotKeySize)
		}
		if err != nil {
			a.trouble(id, 0, "%s can't be read: %v", called, err)
			whole = false
		}
		out = append(out, one)
	}
	return out, whole
}

// seal reads the chance that is kept for a lot, and says whether it could be read.
func (a *Audit) seal(id workshop.ID, b *bolt.Bucket) (nonce []byte, whole bool) {
	if b == nil {
		return nil, true
	}
	c := b.Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		if !bytes.Equal(k, nonceKey) || v == nil {
			a.trouble(id, 0, "nothing that is kept for a lot is called %q", k)
			return nil, false
		}
		nonce = bytes.Clone(v)
	}
	if len(nonce) == 0 {
		a.trouble(id, 0, "the chance that was kept for a lot is empty")
		return nil, false
	}
	return nonce, true
}
