package workshop_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// A log may be cut anywhere, in the middle of what one command did, too.
func TestEveryBeginningOfALogCanBeRecalled(t *testing.T) {
	for name, sample := range map[string]func() (State, []Record){"by vote": Sample, "by consent": SampleByConsent} {
		_, records := sample()
		id := records[0].Event.(WorkshopOpened).ID
		for n := range len(records) + 1 {
			s, err := Recall(id, records[:n]...)
			if err != nil {
				t.Fatalf("%s: the first %d: %v", name, n, err)
			}
			if whole, err := Salvage(id, records[:n]...); err != nil || !reflect.DeepEqual(s, whole) {
				t.Fatalf("%s: the first %d: Salvage gives another state, or %v", name, n, err)
			}
		}
	}
}

// A record that changes what a later one sets right is found, and so is one of somebody who was never here.
func TestRetraceFindsWhatTheEndDoesNotTell(t *testing.T) {
	for name, sample := range map[string]func() (State, []Record){"by vote": Sample, "by consent": SampleByConsent} {
		want, records := sample()
		id := records[0].Event.(WorkshopOpened).ID
		if s, err := Retrace(id, records...); err != nil || !reflect.DeepEqual(want, s) {
			t.Fatalf("%s: got %v", name, err)
		}
		for n, r := range records {
			changed := append([]Record{}, records...)
			changed[n].By = "nobody"
			if e, enters := r.Event.(PhaseEntered); enters {
				e.Step += "x"
				changed[n] = Record{r.Seq, r.At, r.By, r.Via, e}
			}
			unreadable := (*UnreadableError)(nil)
			_, joins := r.Event.(PersonJoined)
			joins = joins || n == 0 // then it is somebody else who acts later, and was never here
			if _, err := Retrace(id, changed...); !errors.As(err, &unreadable) || unreadable.Record > r.Seq && !joins {
				t.Errorf("%s: record %d: %T: got %v", name, r.Seq, r.Event, err)
			}
		}
	}
}

// Whatever record is forged, what comes before it is salvaged, and the error names it.
func TestWhatComesBeforeAForgedRecordIsSalvaged(t *testing.T) {
	_, records := Sample()
	id := records[0].Event.(WorkshopOpened).ID
	for n := range records {
		forged := append([]Record{}, records...)
		forged[n].Event = NoteReworded{Note: 9999, Text: "forged"}
		s, err := Salvage(id, forged...)
		unreadable := (*UnreadableError)(nil)
		if !errors.As(err, &unreadable) || unreadable.Record != Seq(n+1) || unreadable.ID != id || !errors.Is(err, ErrDamaged) {
			t.Fatalf("record %d: got %v", n+1, err)
		}
		if want := Replay(State{}, records[:n]...); !reflect.DeepEqual(want, s) {
			t.Fatalf("record %d: got\n%+v, want\n%+v", n+1, s, want)
		}
	}
}

// The lobby salvages a damaged workshop again and again. That must not take as many looks at it as there are records.
func TestSalvageTakesAFewRecallsOnly(t *testing.T) {
	_, records := Sample()
	id := records[0].Event.(WorkshopOpened).ID
	end := records[len(records)-1]
	last := Record{Seq: end.Seq + 1, At: end.At, By: end.By, Event: NoteReworded{Note: 9999}}
	forged := append(records[:len(records):len(records)], last)
	recall := testing.AllocsPerRun(1, func() { _, _ = Recall(id, records...) })
	salvage := testing.AllocsPerRun(1, func() { _, _ = Salvage(id, forged...) })
	if most := 12.0; salvage > most*recall { // two, and as many as the number of records can be halved
		t.Errorf("of %d records: Salvage allocates %.0f times what Recall does", len(forged), salvage/recall)
	}
	t.Logf("%.1f times, of %d records", salvage/recall, len(forged))
}

func TestNothingIsSalvagedOfANewerWorkshop(t *testing.T) {
	opened := WorkshopOpened{ID: "brave-otter", Topic: "Craft", Lang: "tlh"}
	s, err := Salvage("brave-otter", Records(0, Envelope{By: "fay", At: time.Now()}, opened)...)
	if !errors.Is(err, ErrNewer) || s.Open() {
		t.Errorf("got %v, %+v", err, s)
	}
}

func TestAnUnreadableLogSaysHowMuchOfItCanBeRead(t *testing.T) {
	for seq, want := range map[Seq]string{1: "nothing of workshop", 2: "up to record 1,", 57: "up to record 56,"} {
		e := &UnreadableError{ID: "brave-otter", Record: seq, Err: ErrDamaged}
		if got := e.Error(); !strings.Contains(got, want) || !strings.Contains(got, "brave-otter") {
			t.Errorf("%d: %s", seq, got)
		}
	}
}
