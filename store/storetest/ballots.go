package storetest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	"convene/workshop/ballot"
)

func cast(b ballot.Ballot) workshop.Event { return workshop.BallotCast{Vote: 1, Ballot: b} }

// forOption is a ballot with one vote.
func forOption(o string) ballot.Ballot { return ballot.Ballot{{Option: o, Weight: 1}} }

func ballotInBox(t *testing.T, l Log) {
	unsorted := ballot.Ballot{{Option: "ufer", Weight: 2}, {Option: "linden", Weight: 1}}
	mustAppend(t, l, otter, 0, workshop.VoteOpened{Vote: 1}, cast(unsorted))
	wantRecords(t, l, otter, records(0, workshop.VoteOpened{Vote: 1}, workshop.BallotCast{Vote: 1})...)
	wantBox(t, l, otter, ballot.Ballot{{Option: "linden", Weight: 1}, {Option: "ufer", Weight: 2}})
	if diff := cmp.Diff("ufer", unsorted[0].Option); diff != "" {
		t.Errorf("the caller's ballot was sorted in place (-want +got):\n%s", diff)
	}
	// Neither side can change what is in the box.
	unsorted[0].Option = "nordlicht"
	got, err := l.Box(t.Context(), otter)
	if err != nil {
		t.Fatal(err)
	}
	got[0][0].Option = "nordlicht"
	wantBox(t, l, otter, ballot.Ballot{{Option: "linden", Weight: 1}, {Option: "ufer", Weight: 2}})
}

func noOrder(t *testing.T, l Log) {
	ballots := []ballot.Ballot{forOption("c"), forOption("a"), forOption("b"), forOption("a")}
	var there, back workshop.Seq
	for i := range ballots {
		there = mustAppend(t, l, otter, there, cast(ballots[i]))
		back = mustAppend(t, l, heron, back, cast(ballots[len(ballots)-1-i]))
	}
	sorted := []ballot.Ballot{forOption("a"), forOption("a"), forOption("b"), forOption("c")}
	wantBox(t, l, otter, sorted...)
	wantBox(t, l, heron, sorted...)
}

func blankBallot(t *testing.T, l Log) {
	mustAppend(t, l, otter, 0, cast(nil), cast(forOption("a")), cast(ballot.Ballot{}))
	wantBox(t, l, otter, nil, nil, forOption("a"))
}

func failedBallot(t *testing.T, l Log) {
	end := mustAppend(t, l, otter, 0, cast(forOption("a")))
	wantConflict(t, l.Append(t.Context(), otter, 0, records(0, cast(forOption("b")))...), 0, end)
	gap := append(records(end, cast(forOption("b"))), records(end+5, cast(forOption("c")))...)
	if err := l.Append(t.Context(), otter, end, gap...); err == nil {
		t.Error("a gap was taken")
	}
	wantConflict(t, l.Append(t.Context(), otter, 0, records(0, workshop.VoteAbandoned{Vote: 1})...), 0, end)
	wantBox(t, l, otter, forOption("a"))
}

func closing(t *testing.T, l Log) {
	closed := workshop.VoteClosed{Vote: 1, Ballots: []ballot.Ballot{forOption("a"), forOption("b")}}
	emptying(t, l, closed)
}

func abandoning(t *testing.T, l Log) { emptying(t, l, workshop.VoteAbandoned{Vote: 1}) }

// emptying checks an event that ends a vote: the box is empty, the next vote has it for itself, and a vote that
// nobody voted in ends as well.
func emptying(t *testing.T, l Log, end workshop.Event) {
	seq := mustAppend(t, l, otter, 0, cast(forOption("b")), cast(forOption("a")))
	seq = mustAppend(t, l, otter, seq, end)
	wantBox(t, l, otter)
	seq = mustAppend(t, l, otter, seq, cast(forOption("c")))
	wantBox(t, l, otter, forOption("c"))
	seq = mustAppend(t, l, otter, seq, end)
	mustAppend(t, l, otter, seq, end)
	wantBox(t, l, otter)
	stored := workshop.BallotCast{Vote: 1}
	wantRecords(t, l, otter, append(append(records(0, stored, stored), records(2, end)...),
		append(records(3, stored), append(records(4, end), records(5, end)...)...)...)...)
}

func oneAppendManyVotes(t *testing.T, l Log) {
	mustAppend(t, l, otter, 0, cast(forOption("a")), workshop.VoteAbandoned{Vote: 1}, cast(forOption("b")))
	wantBox(t, l, otter, forOption("b"))
	mustAppend(t, l, otter, 3, cast(forOption("c")), workshop.VoteAbandoned{Vote: 1})
	wantBox(t, l, otter)
}

func twoBoxes(t *testing.T, l Log) {
	mustAppend(t, l, otter, 0, cast(forOption("a")))
	mustAppend(t, l, heron, 0, cast(forOption("b")))
	mustAppend(t, l, otter, 1, workshop.VoteAbandoned{Vote: 1})
	wantBox(t, l, otter)
	wantBox(t, l, heron, forOption("b"))
}
