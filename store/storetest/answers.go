package storetest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
)

// lock is that of a receipt.
func lock(receipt string) []byte { return workshop.LockOf([]byte(receipt)) }

// sheet is one on which one card has a colour.
func sheet(c workshop.Colour) workshop.Sheet {
	return workshop.Sheet{{Card: "safety", Colour: c, Sentence: "Nobody laughs"}, {Card: "fun", Colour: workshop.Abstain}}
}

func gave(receipt string, c workshop.Colour) workshop.Event {
	return workshop.AnswersGiven{Check: 1, Sheet: sheet(c), Lock: lock(receipt)}
}

func locked(receipt string, c workshop.Colour) workshop.LockedSheet {
	return workshop.LockedSheet{Lock: lock(receipt), Sheet: sheet(c)}
}

// wantSheets checks what the box of answers of a workshop holds.
func wantSheets(t *testing.T, l Log, id workshop.ID, want ...workshop.LockedSheet) {
	t.Helper()
	got, err := l.Sheets(t.Context(), id)
	if err != nil {
		t.Fatalf("sheets: %v", err)
	}
	if diff := cmp.Diff(workshop.SortedSheets(want), got); diff != "" {
		t.Errorf("the answers of %s (-want +got):\n%s", id, diff)
	}
}

func sheetInBox(t *testing.T, l Log) {
	wantSheets(t, l, otter)
	given := gave("a", workshop.Red)
	mustAppend(t, l, otter, 0, workshop.CheckOpened{Check: 1}, given)
	wantRecords(t, l, otter, records(0, workshop.CheckOpened{Check: 1}, workshop.AnswersGiven{Check: 1})...)
	wantSheets(t, l, otter, locked("a", workshop.Red))
	// Neither side can change what is in the box.
	given.(workshop.AnswersGiven).Sheet[0].Colour = workshop.Green
	got, err := l.Sheets(t.Context(), otter)
	if err != nil {
		t.Fatal(err)
	}
	got[0].Sheet[0].Colour, got[0].Lock[0] = workshop.Green, got[0].Lock[0]+1
	wantSheets(t, l, otter, locked("a", workshop.Red))
}

func noOrderOfSheets(t *testing.T, l Log) {
	receipts := []string{"c", "a", "b", "d"}
	var there, back workshop.Seq
	for i := range receipts {
		there = mustAppend(t, l, otter, there, gave(receipts[i], workshop.Green))
		back = mustAppend(t, l, heron, back, gave(receipts[len(receipts)-1-i], workshop.Green))
	}
	var all []workshop.LockedSheet
	for _, r := range receipts {
		all = append(all, locked(r, workshop.Green))
	}
	wantSheets(t, l, otter, all...)
	wantSheets(t, l, heron, all...)
}

func changedSheet(t *testing.T, l Log) {
	end := mustAppend(t, l, otter, 0, gave("a", workshop.Red), gave("b", workshop.Red))
	change := workshop.AnswersChanged{Check: 1, Sheet: sheet(workshop.Green), Was: lock("a"), Lock: lock("c")}
	mustAppend(t, l, otter, end, change)
	wantSheets(t, l, otter, locked("b", workshop.Red), locked("c", workshop.Green))
	wantRecords(t, l, otter, append(records(0, workshop.AnswersGiven{Check: 1}, workshop.AnswersGiven{Check: 1}),
		records(end, workshop.AnswersChanged{Check: 1})...)...)
	if err := l.Append(t.Context(), otter, end+1, records(end+1, change)...); err == nil {
		t.Error("answers were changed that are not in the box")
	}
	wantSheets(t, l, otter, locked("b", workshop.Red), locked("c", workshop.Green))
	mustAppend(t, l, otter, end+1, workshop.MinuteAsked{})
}

func failedSheet(t *testing.T, l Log) {
	end := mustAppend(t, l, otter, 0, gave("a", workshop.Red))
	wantConflict(t, l.Append(t.Context(), otter, 0, records(0, gave("b", workshop.Red))...), 0, end)
	wantConflict(t, l.Append(t.Context(), otter, 0, records(0, workshop.CheckAbandoned{Check: 1})...), 0, end)
	wantSheets(t, l, otter, locked("a", workshop.Red))
}

func emptiedOfSheets(t *testing.T, l Log) {
	for _, end := range []workshop.Event{workshop.CheckClosed{Check: 1}, workshop.CheckAbandoned{Check: 1}} {
		seq := seqOf(t, l, otter)
		seq = mustAppend(t, l, otter, seq, gave("a", workshop.Red), end, gave("b", workshop.Red))
		wantSheets(t, l, otter, locked("b", workshop.Red))
		mustAppend(t, l, otter, seq, end)
		wantSheets(t, l, otter)
	}
}

// seqOf is where a log ends.
func seqOf(t *testing.T, l Log, id workshop.ID) workshop.Seq {
	t.Helper()
	all, err := l.Load(t.Context(), id, 0)
	if err != nil {
		t.Fatal(err)
	}
	return workshop.Seq(len(all))
}

func boxesApart(t *testing.T, l Log) {
	mustAppend(t, l, otter, 0, gave("a", workshop.Red), cast(forOption("a")))
	mustAppend(t, l, heron, 0, gave("b", workshop.Green))
	wantSheets(t, l, otter, locked("a", workshop.Red))
	wantSheets(t, l, heron, locked("b", workshop.Green))
	wantBox(t, l, otter, forOption("a"))
	mustAppend(t, l, otter, 2, workshop.VoteAbandoned{Vote: 1})
	wantSheets(t, l, otter, locked("a", workshop.Red))
	mustAppend(t, l, heron, 1, workshop.CheckAbandoned{Check: 1})
	wantSheets(t, l, heron)
	wantSheets(t, l, otter, locked("a", workshop.Red))
}
