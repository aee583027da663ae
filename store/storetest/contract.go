package storetest

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	"convene/workshop/ballot"
)

// Log is what a room needs of a log. Package store documents the methods.
type Log interface {
	Load(ctx context.Context, id workshop.ID, after workshop.Seq) ([]workshop.Record, error)
	Append(ctx context.Context, id workshop.ID, after workshop.Seq, records ...workshop.Record) error
	Box(ctx context.Context, id workshop.ID) ([]ballot.Ballot, error)
	Sheets(ctx context.Context, id workshop.ID) ([]workshop.LockedSheet, error)
	Nonce(ctx context.Context, id workshop.ID) ([]byte, error)
}

// Run checks a log against the contract. Open returns an empty log for one subtest, and cleans up with t.Cleanup.
func Run(t *testing.T, open func(t *testing.T) Log) {
	for _, c := range []struct {
		name  string
		check func(*testing.T, Log)
	}{
		{"every kind of event comes back as it was", everyKind},
		{"load begins after a seq", loadAfter},
		{"an unknown workshop is empty", unknownWorkshop},
		{"two workshops do not mix", twoWorkshops},
		{"a log that moved on is a conflict", conflict},
		{"a log is not appended to ahead of its end", ahead},
		{"nothing to append changes nothing", nothingToAppend},
		{"records are numbered without gaps", gaps},
		{"an append is all or nothing", allOrNothing},
		{"of many who append at once one wins", oneWins},
		{"a cancelled context does nothing", cancelled},
		{"what is kept shares no memory with the caller", noAliases},
		{"a ballot goes into the box and not into the record", ballotInBox},
		{"a box forgets the order of casting", noOrder},
		{"a blank ballot is a ballot", blankBallot},
		{"a ballot that was not appended is not in the box", failedBallot},
		{"closing a vote empties the box", closing},
		{"abandoning a vote empties the box", abandoning},
		{"the box follows the records of one append in order", oneAppendManyVotes},
		{"each workshop has its own box", twoBoxes},
		{"answers go into their box and not into the record", sheetInBox},
		{"a box forgets the order of answering", noOrderOfSheets},
		{"answers are changed with their lock", changedSheet},
		{"answers that were not appended are not in the box", failedSheet},
		{"closing or abandoning a check empties its box", emptiedOfSheets},
		{"ballots and answers have boxes of their own", boxesApart},
		{"a nonce is kept and not in the record", sealed},
		{"a nonce is kept until it has served", unsealed},
		{"a nonce that was not appended is not kept", failedSeal},
	} {
		t.Run(c.name, func(t *testing.T) { c.check(t, open(t)) })
	}
}

const (
	otter workshop.ID = "brave-otter"
	heron workshop.ID = "quiet-heron"
)

// mustAppend appends events to the workshop's log and returns its new end.
func mustAppend(t *testing.T, l Log, id workshop.ID, after workshop.Seq, events ...workshop.Event) workshop.Seq {
	t.Helper()
	if err := l.Append(t.Context(), id, after, records(after, events...)...); err != nil {
		t.Fatalf("append after %d: %v", after, err)
	}
	return after + workshop.Seq(len(events))
}

// wantRecords checks what the log of a workshop holds.
func wantRecords(t *testing.T, l Log, id workshop.ID, want ...workshop.Record) {
	t.Helper()
	got, err := l.Load(t.Context(), id, 0)
	if err != nil {
		t.Fatalf("load: %v", err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the log of %s (-want +got):\n%s", id, diff)
	}
}

// wantBox checks what the box of a workshop holds.
func wantBox(t *testing.T, l Log, id workshop.ID, want ...ballot.Ballot) {
	t.Helper()
	got, err := l.Box(t.Context(), id)
	if err != nil {
		t.Fatalf("box: %v", err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the box of %s (-want +got):\n%s", id, diff)
	}
}
