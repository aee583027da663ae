package workshop_test

import (
	"encoding/json"
	"runtime"
	"testing"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// What a command allocates with 500 people and 5,000 notes. A hand is looked at together with all others, and a reveal touches
// every note. The bounds leave room for the race detector, under which some lists are copied twice. When a change of one person
// copied all of them, commands took from 50 to 200 kB here, and a reveal 826 MB.
func TestTheCostOfACommandIsBounded(t *testing.T) {
	for _, m := range moments(t, MaxPeople-1, 5000) {
		most, things := uint64(20_000), 48.0
		switch m.name {
		case "reveal":
			most, things = 8_000_000, 40_000
		case "hand":
			most = 96_000
		}
		e := Envelope{By: m.by, At: Morning(), Command: m.send}
		command := func() {
			events, err := Decide(m.state, e)
			if err != nil {
				t.Fatal(m.name, err)
			}
			Replay(m.state, Records(m.state.Seq, e, events...)...)
		}
		bytes, allocations := Spent(command), testing.AllocsPerRun(10, command)
		t.Logf("%s: %d bytes, %.0f allocations", m.name, bytes, allocations)
		if bytes > most || allocations > things {
			t.Errorf("%s costs %d bytes and %.0f allocations, want %d and %.0f at most", m.name, bytes, allocations, most, things)
		}
	}
}

// The first look after a change costs something for each person. The notes only count when the wall is another one: then those of
// its column do, some 300 bytes each. A look of one's own costs one's own notes, whatever else there is.
func TestTheCostOfALookIsBounded(t *testing.T) {
	const people, notes = MaxPeople - 1, 5000
	for _, m := range moments(t, people, notes) {
		most := uint64(320 * people)
		switch m.name {
		case "reveal", "move", "form":
			most += 360 * notes // of which a card that stood on the last canvas may take 8 for its mark
		}
		shared, next := Share(m.state), Replay(m.state, m.records(t)...)
		first := Spent(func() { ShareAfter(shared, m.state, next) })
		own := Spent(func() { ViewFor(shared, m.state, m.by) })
		t.Logf("%s: %d bytes, and %d for each", m.name, first, own)
		if first > most || own > 2048 {
			t.Errorf("after %s: %d bytes, and %d for each, want %d and 2048 at most", m.name, first, own, most)
		}
	}
}

// A workshop of 100,000 records is folded in less than a second, of which most goes into what is allocated: 2.4 kB for each.
func TestTheCostOfFoldingARecordIsBounded(t *testing.T) {
	const records = 12_000
	s := NewStage()
	if err := s.Play(Piled(MaxPeople-1, 5000), Busy(records)); err != nil {
		t.Fatal(err)
	}
	bytes := Spent(func() {
		if _, err := Recall(s.State.ID, s.Records...); err != nil {
			t.Fatal(err)
		}
	})
	t.Logf("%d bytes for each record", bytes/records)
	if bytes > 5500*records {
		t.Errorf("folding costs %d bytes for each record, want 5500 at most", bytes/records)
	}
}

// A room keeps its state in memory for as long as somebody is in it, and no record: what is done again and again may not add up.
func TestTheStateDoesNotGrowWithTheRecords(t *testing.T) {
	s := NewStage()
	if err := s.Play(Piled(50, 500), Busy(5000)); err != nil {
		t.Fatal(err)
	}
	first, before := s.State, held(t, s)
	if err := s.Play(Busy(25_000)); err != nil {
		t.Fatal(err)
	}
	after := held(t, s)
	t.Logf("%d bytes after %d records, %d after %d", before, first.Seq, after, s.State.Seq)
	if after > before+before/10 {
		t.Errorf("a state of %d bytes has grown to %d by %d records that added nothing", before, after, s.State.Seq-first.Seq)
	}
}

// held is what a state takes in memory by itself, without the records from which it came.
func held(t *testing.T, s *Stage) int64 {
	t.Helper()
	heap := func() int64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	written, err := json.Marshal(s.Records)
	if err != nil {
		t.Fatal(err)
	}
	before := heap()
	var records []Record
	if err := json.Unmarshal(written, &records); err != nil {
		t.Fatal(err)
	}
	state, err := Recall(s.State.ID, records...)
	if err != nil {
		t.Fatal(err)
	}
	clear(records)
	records = nil
	after := heap()
	runtime.KeepAlive(state)
	runtime.KeepAlive(written)
	return after - before
}
