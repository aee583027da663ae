package store

import (
	"fmt"

	bolt "go.etcd.io/bbolt"

	"convene/workshop"
)

// Audit is what Verify found in a file.
type Audit struct {
	Workshops int
	Records   int           // that are there, in all workshops
	Voting    []workshop.ID // with ballots in their box
	Troubles  []Trouble     // in the order of the file; none when all is well
	Remarks   []string      // what is no trouble, and good to know
}

// Newer says that all that is wrong is what a newer convene may have written. That one can read it.
func (a Audit) Newer() bool {
	for _, t := range a.Troubles {
		if !t.Newer {
			return false
		}
	}
	return len(a.Troubles) > 0
}

// Trouble is something in a file that is not as convene has written it.
type Trouble struct {
	Workshop workshop.ID  // empty for what belongs to none
	Record   workshop.Seq // zero for what is in none
	What     string
	Newer    bool // a newer convene may have written it
}

// String is the trouble with its place, as a line to be read.
func (t Trouble) String() string {
	switch {
	case t.Record > 0:
		return fmt.Sprintf("workshop %s, record %d: %s", t.Workshop, t.Record, t.What)
	case t.Workshop != "":
		return fmt.Sprintf("workshop %s: %s", t.Workshop, t.What)
	default:
		return t.What
	}
}

// trouble notes what is wrong.
func (a *Audit) trouble(id workshop.ID, record workshop.Seq, format string, args ...any) {
	a.Troubles = append(a.Troubles, Trouble{Workshop: id, Record: record, What: fmt.Sprintf(format, args...)})
}

// pages notes what is wrong with the pages, all of it, and says whether they fit together. If they do not, nothing else of
// the file can be trusted. A meta page that is not whole is no trouble: a power cut while it is written leaves it so, and what
// was being written then had not been answered.
func (a *Audit) pages(s *Store) (fit bool, err error) {
	pages, err := s.pages()
	if err != nil {
		return false, err
	}
	broken, err := brokenMetas(s.file, s.pageSize)
	if err != nil {
		return false, err
	}
	for _, id := range broken {
		a.Remarks = append(a.Remarks, fmt.Sprintf("page %d, one of the two with which the file begins, is not whole, as after a power "+
			"cut; the other one is in use, and if it was not a power cut, what was written last may be missing", id))
	}
	flaws, err := readFlaws(s.file, pages, s.pageSize)
	if err != nil {
		return false, err
	}
	for _, f := range flaws {
		a.Troubles = append(a.Troubles, Trouble{Workshop: f.workshop(), What: f.err.Error()})
	}
	return len(flaws) == 0, nil
}

// layout notes what is among the buckets and does not belong there.
func (a *Audit) layout(tx *bolt.Tx) {
	if err := onlyBuckets(tx.Cursor(), metaBucket, workshopsBucket); err != nil {
		a.trouble("", 0, "%v", err)
	}
	if err := checkGuestbook(tx.Bucket(metaBucket)); err != nil {
		a.trouble("", 0, "%v", err)
	}
	if all := tx.Bucket(workshopsBucket); all != nil {
		if err := onlyBuckets(all.Cursor()); err != nil {
			a.trouble("", 0, "%v", err)
		}
	}
}
