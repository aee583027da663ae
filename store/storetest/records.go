package storetest

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
)

func everyKind(t *testing.T, l Log) {
	var events []workshop.Event
	for _, v := range workshop.Kinds() {
		events = append(events, filled(v))
	}
	want := records(0, events...)
	for i := range want {
		want[i].Via = "p-fac"
	}
	if err := l.Append(t.Context(), otter, 0, want...); err != nil {
		t.Fatal(err)
	}
	wantRecords(t, l, otter, want...)
}

func loadAfter(t *testing.T, l Log) {
	want := records(0, made(300)...) // more than a byte can number
	mustAppend(t, l, otter, 0, made(300)...)
	for _, after := range []workshop.Seq{0, 1, 254, 255, 256, 299, 300, 301} {
		got, err := l.Load(t.Context(), otter, after)
		if err != nil {
			t.Fatalf("load after %d: %v", after, err)
		}
		rest := append([]workshop.Record(nil), want[min(int(after), len(want)):]...)
		if diff := cmp.Diff(rest, got); diff != "" {
			t.Errorf("after %d (-want +got):\n%s", after, diff)
		}
	}
}

func unknownWorkshop(t *testing.T, l Log) {
	wantRecords(t, l, otter)
	wantBox(t, l, otter)
	mustAppend(t, l, heron, 0, workshop.MinuteAsked{})
	wantRecords(t, l, otter)
}

func twoWorkshops(t *testing.T, l Log) {
	mustAppend(t, l, otter, 0, made(1)...)
	mustAppend(t, l, heron, 0, workshop.MinuteAsked{}, workshop.HandsRevealed{})
	mustAppend(t, l, otter, 1, workshop.WorkshopClosed{})
	wantRecords(t, l, otter, records(0, made(1)[0])[0], records(1, workshop.WorkshopClosed{})[0])
	wantRecords(t, l, heron, records(0, workshop.MinuteAsked{}, workshop.HandsRevealed{})...)
}

func conflict(t *testing.T, l Log) {
	mustAppend(t, l, otter, 0, made(3)...)
	for _, after := range []workshop.Seq{0, 1, 2} {
		err := l.Append(t.Context(), otter, after, records(after, workshop.WorkshopClosed{})...)
		wantConflict(t, err, after, 3)
	}
	wantRecords(t, l, otter, records(0, made(3)...)...)
}

func ahead(t *testing.T, l Log) {
	wantConflict(t, l.Append(t.Context(), otter, 1, records(1, workshop.WorkshopClosed{})...), 1, 0)
	wantRecords(t, l, otter)
	mustAppend(t, l, otter, 0, made(3)...)
	wantConflict(t, l.Append(t.Context(), otter, 4, records(4, workshop.WorkshopClosed{})...), 4, 3)
	wantRecords(t, l, otter, records(0, made(3)...)...)
}

func nothingToAppend(t *testing.T, l Log) {
	mustAppend(t, l, otter, 0)
	wantRecords(t, l, otter)
	mustAppend(t, l, otter, 0, made(2)...)
	mustAppend(t, l, otter, 2)
	wantConflict(t, l.Append(t.Context(), otter, 1), 1, 2)
	wantRecords(t, l, otter, records(0, made(2)...)...)
}

func gaps(t *testing.T, l Log) {
	mustAppend(t, l, otter, 0, made(2)...)
	good := records(2, made(3)...)
	for name, bad := range map[string][]workshop.Record{
		"the first is missing":  good[1:],
		"one between":           {good[0], good[2]},
		"one twice":             {good[0], good[0]},
		"the wrong way round":   {good[1], good[0]},
		"numbered from nothing": {{At: noon, Event: workshop.MinuteAsked{}}},
		"one that is there":     records(1, workshop.MinuteAsked{}),
	} {
		if err := l.Append(t.Context(), otter, 2, bad...); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	wantRecords(t, l, otter, records(0, made(2)...)...)
}

func allOrNothing(t *testing.T, l Log) {
	mustAppend(t, l, otter, 0, made(2)...)
	some := records(2, made(3)...)
	some[2].Event = nil // cannot be written
	if err := l.Append(t.Context(), otter, 2, some...); err == nil {
		t.Error("a record without an event was taken")
	}
	wantRecords(t, l, otter, records(0, made(2)...)...)
	mustAppend(t, l, otter, 2, made(3)...)
	wantRecords(t, l, otter, append(records(0, made(2)...), records(2, made(3)...)...)...)
}

func oneWins(t *testing.T, l Log) {
	const writers, rounds = 8, 5
	for round := range rounds {
		after := workshop.Seq(round * 2)
		errs := make([]error, writers)
		var wg sync.WaitGroup
		for i := range writers {
			// Each writes something else, so that a mixture would be seen.
			mine := records(after, workshop.NotesMoved{Notes: []workshop.NoteID{workshop.NoteID(i + 1)}},
				workshop.ClusterTitled{Cluster: workshop.ClusterID(i + 1), Title: "won"})
			wg.Go(func() { errs[i] = l.Append(t.Context(), otter, after, mine...) })
		}
		wg.Wait()
		winner := slices.Index(errs, nil)
		if winner < 0 {
			t.Fatalf("nobody won: %v", errs)
		}
		for i, err := range errs {
			if i != winner {
				wantConflict(t, err, after, after+2)
			}
		}
		got, err := l.Load(t.Context(), otter, after)
		if err != nil {
			t.Fatal(err)
		}
		want := records(after, workshop.NotesMoved{Notes: []workshop.NoteID{workshop.NoteID(winner + 1)}},
			workshop.ClusterTitled{Cluster: workshop.ClusterID(winner + 1), Title: "won"})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("what the winner wrote (-want +got):\n%s", diff)
		}
	}
}

func cancelled(t *testing.T, l Log) {
	mustAppend(t, l, otter, 0, made(1)...)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := l.Append(ctx, otter, 1, records(1, made(1)...)...); !errors.Is(err, context.Canceled) {
		t.Errorf("append: %v", err)
	}
	if _, err := l.Load(ctx, otter, 0); !errors.Is(err, context.Canceled) {
		t.Errorf("load: %v", err)
	}
	if _, err := l.Box(ctx, otter); !errors.Is(err, context.Canceled) {
		t.Errorf("box: %v", err)
	}
	if _, err := l.Sheets(ctx, otter); !errors.Is(err, context.Canceled) {
		t.Errorf("sheets: %v", err)
	}
	wantRecords(t, l, otter, records(0, made(1)...)...)
}

func noAliases(t *testing.T, l Log) {
	notes := []workshop.NoteID{1, 2, 3}
	mustAppend(t, l, otter, 0, workshop.NotesMoved{Notes: notes, Cluster: 1})
	want := records(0, workshop.NotesMoved{Notes: []workshop.NoteID{1, 2, 3}, Cluster: 1})
	notes[0] = 99
	wantRecords(t, l, otter, want...)
	got, err := l.Load(t.Context(), otter, 0)
	if err != nil {
		t.Fatal(err)
	}
	got[0].Event.(workshop.NotesMoved).Notes[0] = 99
	wantRecords(t, l, otter, want...)
}

// made is n different events.
func made(n int) []workshop.Event {
	out := make([]workshop.Event, n)
	for i := range out {
		out[i] = workshop.NoteWritten{Note: workshop.NoteID(i + 1), Prompt: workshop.PromptVision, Text: "we meet & learn"}
	}
	return out
}

func wantConflict(t *testing.T, err error, expected, actual workshop.Seq) {
	t.Helper()
	var c *workshop.ConflictError
	if !errors.As(err, &c) {
		t.Errorf("got %v, want a conflict", err)
		return
	}
	if want := (workshop.ConflictError{Expected: expected, Actual: actual}); *c != want {
		t.Errorf("got %+v, want %+v", *c, want)
	}
}
