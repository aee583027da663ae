package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"convene/workshop"
	"convene/workshop/ballot"
)

// votes casts ballots that are all different, one after the other, and returns the log's end. The options are words
// that are nowhere else in the file.
func votes(t *testing.T, s *Store, after workshop.Seq, n int) workshop.Seq {
	t.Helper()
	for i := range n {
		after = appendTo(t, s, "brave-otter", after, cast(option(i)))
	}
	return after
}

func option(i int) string { return fmt.Sprintf("option-%03d", i) }

func TestBallotsLieInTheBoxUnderRandomKeys(t *testing.T) {
	const n = 24 // the odds that chance puts them in the order of casting are one to 6e23
	path := newPath(t)
	s := opened(t, path)
	end := votes(t, s, 0, n-1)
	// The order of the marks on a ballot may say something about the voter, too.
	appendTo(t, s, "brave-otter", end, workshop.BallotCast{
		Vote: 1, Ballot: ballot.Ballot{{Option: "ufer", Weight: 1}, {Option: "linden", Weight: 2}},
	})
	closeStore(t, s)
	withBolt(t, path, func(tx *bolt.Tx) error {
		var inOrder []string
		err := part(tx, "brave-otter", boxBucket).ForEach(func(k, v []byte) error {
			if len(k) != ballotKeySize {
				t.Errorf("a key of %d bytes", len(k))
			}
			inOrder = append(inOrder, string(v))
			return nil
		})
		if len(inOrder) != n {
			t.Errorf("%d ballots", len(inOrder))
		}
		if slices.IsSorted(inOrder) {
			t.Error("the ballots lie in the order of casting")
		}
		for _, want := range []string{
			`[{"option":"option-000","weight":1}]`,
			`[{"option":"linden","weight":2},{"option":"ufer","weight":1}]`,
		} {
			if !slices.Contains(inOrder, want) {
				t.Errorf("no ballot is %s: %s", want, inOrder)
			}
		}
		return err
	})
}

func TestEveryCastLaysTheBoxAnew(t *testing.T) {
	path := newPath(t)
	s := opened(t, path)
	votes(t, s, 0, 5)
	before := boxKeys(t, s)
	appendTo(t, s, "brave-otter", 5, cast(option(5)))
	after := boxKeys(t, s)
	if len(before) != 5 || len(after) != 6 {
		t.Fatalf("%d keys, then %d", len(before), len(after))
	}
	for k := range before {
		if after[k] {
			t.Errorf("key %x stayed", k)
		}
	}
}

func boxKeys(t *testing.T, s *Store) map[string]bool {
	t.Helper()
	keys := make(map[string]bool)
	err := s.view(func(tx *bolt.Tx) error {
		return part(tx, "brave-otter", boxBucket).ForEach(func(k, _ []byte) error {
			keys[string(k)] = true
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

func TestRecordsInTheFileHoldNoBallot(t *testing.T) {
	path := newPath(t)
	s := opened(t, path)
	votes(t, s, 0, 5)
	closeStore(t, s)
	withBolt(t, path, func(tx *bolt.Tx) error {
		return part(tx, "brave-otter", recordsBucket).ForEach(func(k, v []byte) error {
			if bytes.Contains(v, []byte("option")) {
				t.Errorf("record %x holds a ballot: %s", k, v)
			}
			return nil
		})
	})
}

// A page that holds the box as it was some ballots ago would say in which order they were cast, and the roll says who
// cast in that order. So every ballot must be in the file, free pages included, exactly once.
func TestTheFileHoldsEachBallotOnce(t *testing.T) {
	for _, n := range []int{1, 2, 20, 120} { // inside its parent's page, and in many pages of its own
		t.Run(fmt.Sprintf("%d ballots", n), func(t *testing.T) {
			path := newPath(t)
			s := opened(t, path)
			votes(t, s, 0, n)
			wantInFile(t, path, n, 1)
		})
	}
}

// What else is appended during a vote leaves pages behind, too, and the box of one workshop may share a page with
// another workshop.
func TestTheFileHoldsEachBallotOnceWhateverElseHappens(t *testing.T) {
	path := newPath(t)
	s := opened(t, path)
	var otter, heron workshop.Seq
	for i := range 12 {
		otter = appendTo(t, s, "brave-otter", otter, cast(option(i)))
		wantInFile(t, path, i+1, 1)
		otter = appendTo(t, s, "brave-otter", otter, workshop.MinuteAsked{})
		wantInFile(t, path, i+1, 1)
		heron = appendTo(t, s, "quiet-heron", heron, notes(1+i)...)
		wantInFile(t, path, i+1, 1)
	}
}

func TestCloseReportsTracesOfAnAppendThatFailed(t *testing.T) {
	s, err := Open(newPath(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.file.Close(); err != nil {
		t.Fatal(err)
	}
	records := workshop.Records(0, workshop.Envelope{By: "p-ada"}, cast("linden"))
	if err := s.Append(t.Context(), "brave-otter", 0, records...); err == nil {
		t.Error("append: no error")
	}
	if err := s.Close(); err == nil || !strings.Contains(err.Error(), "traces of ballots") {
		t.Errorf("got %v", err)
	}
}

func TestTheFileForgetsABoxThatWasEmptied(t *testing.T) {
	for _, n := range []int{1, 20, 120} {
		t.Run(fmt.Sprintf("%d ballots", n), func(t *testing.T) {
			path := newPath(t)
			s := opened(t, path)
			end := votes(t, s, 0, n)
			end = appendTo(t, s, "brave-otter", end, workshop.VoteAbandoned{Vote: 1})
			wantInFile(t, path, n, 0)

			end = votes(t, s, end, n)
			all := make([]ballot.Ballot, n)
			for i := range all {
				all[i] = ballot.Ballot{{Option: option(i), Weight: 1}}
			}
			appendTo(t, s, "brave-otter", end, workshop.VoteClosed{Vote: 1, Ballots: all})
			wantInFile(t, path, n, 1) // in the record
		})
	}
}

// wantInFile counts the ballots in the bytes of the file, whatever page they are on.
func wantInFile(t *testing.T, path string, n, want int) {
	t.Helper()
	file := contents(t, path)
	for i := range n {
		if got := strings.Count(file, option(i)); got != want {
			t.Errorf("%s is in the file %d times, want %d", option(i), got, want)
		}
	}
}

func TestOpenWipesWhatACrashLeft(t *testing.T) {
	path := newPath(t)
	s := opened(t, path)
	votes(t, s, 0, 3)
	closeStore(t, s)
	// The crash comes after the ballot is durable and before the page that it replaces is wiped.
	withBolt(t, path, func(tx *bolt.Tx) error {
		return tx.Bucket(workshopsBucket).Bucket([]byte("brave-otter")).DeleteBucket(boxBucket)
	})
	// A transaction was not finished, behind the last page that was ever used.
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteAt([]byte(option(1)), info.Size()-200); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(contents(t, path), option(1)) {
		t.Fatal("the crash left nothing to wipe")
	}
	opened(t, path)
	wantInFile(t, path, 3, 0)
}

// A reader still sees the pages that a later append has freed.
func TestNothingIsWipedUnderAReader(t *testing.T) {
	s := opened(t, newPath(t))
	end := votes(t, s, 0, 2)
	done := make(chan error, 1)
	err := s.view(func(tx *bolt.Tx) error {
		b := part(tx, "brave-otter", boxBucket)
		go func() {
			records := workshop.Records(end, workshop.Envelope{By: "p-ada"}, workshop.VoteAbandoned{Vote: 1})
			done <- s.Append(context.Background(), "brave-otter", end, records...)
		}()
		// Nobody gets in as a reader any more once the wiper waits for its turn.
		for s.readers.TryRLock() {
			s.readers.RUnlock()
			if len(done) > 0 {
				return errors.New("the box was wiped while it was being read")
			}
			runtime.Gosched()
		}
		if n := b.Stats().KeyN; n != 2 {
			t.Errorf("the reader sees %d ballots", n)
		}
		return nil
	})
	if err := errors.Join(err, <-done); err != nil {
		t.Error(err)
	}
	if got := box(t, s, "brave-otter"); len(got) != 0 {
		t.Errorf("the box has %v", got)
	}
}

func TestCloseReportsTracesThatWereNotWiped(t *testing.T) {
	path := newPath(t)
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	good := s.file
	broken, err := os.Open(path) // cannot be written to
	if err != nil {
		t.Fatal(err)
	}
	end := votes(t, s, 0, 2)
	s.file = broken
	appendTo(t, s, "brave-otter", end, cast(option(2))) // is in all the same
	if got := box(t, s, "brave-otter"); len(got) != 3 {
		t.Errorf("the box has %v", got)
	}
	if err := s.Close(); err == nil || !strings.Contains(err.Error(), "traces of ballots") {
		t.Errorf("got %v", err)
	}
	if err := broken.Close(); err != nil {
		t.Error(err)
	}
	if err := good.Close(); !errors.Is(err, os.ErrClosed) {
		t.Errorf("the file was left open: %v", err)
	}
	closeStore(t, opened(t, path)) // makes up for it
	wantInFile(t, path, 3, 1)
}
