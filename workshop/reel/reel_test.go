package reel_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"convene/workshop"
	"convene/workshop/reel"
	. "convene/workshop/workshoptest"
)

// sample is the log of a whole workshop.
func sample(t testing.TB) []workshop.Record {
	t.Helper()
	s := SampleStage(workshop.StepClosing, workshop.PhaseCanvas)
	if err := s.Play(By(Fay, workshop.CloseWorkshop{})); err != nil {
		t.Fatal(err)
	}
	return s.Records
}

func TestEveryMomentIsWhatTheLogGives(t *testing.T) {
	records := sample(t)
	film := reel.New(records)
	if film.Len() != len(records) {
		t.Fatalf("%d of %d records", film.Len(), len(records))
	}
	var want workshop.State
	for n := range film.Len() + 1 {
		if n > 0 {
			want = workshop.Evolve(want, film.Record(n))
		}
		got := film.State(n)
		if got.Seq != want.Seq {
			t.Fatalf("after %d records it is the state after record %d", n, got.Seq)
		}
		if diff := cmp.Diff(workshop.Share(want), workshop.Share(got), cmp.AllowUnexported(workshop.Shared{}, workshop.Entry{}, workshop.Clock{}, workshop.Break{}, workshop.Timing{})); diff != "" {
			t.Fatalf("after %d records:\n%s", n, diff)
		}
	}
}

// Looking at one moment changes no other: states are shared between them.
func TestLookingBackAndForthChangesNothing(t *testing.T) {
	film := reel.New(sample(t))
	seen := make(map[int]string)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, film.Len()).Draw(t, "n")
		now := fmt.Sprintf("%+v", workshop.Share(film.State(n)).Columns)
		if before, ok := seen[n]; ok && before != now {
			t.Fatalf("after %d records it looks another way now", n)
		}
		seen[n] = now
	})
}

// waits is a log with these waits between its records.
func waits(all ...time.Duration) *reel.Reel {
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	records := []workshop.Record{{Seq: 1, At: at, Event: workshop.DoorLocked{}}}
	for i, d := range all {
		at = at.Add(d)
		records = append(records, workshop.Record{Seq: workshop.Seq(i + 2), At: at, Event: workshop.DoorLocked{}})
	}
	return reel.New(records)
}

func TestLongWaitsAreCut(t *testing.T) {
	film := waits(10*time.Second, 14*time.Hour, 0, reel.LongestWait)
	for n, want := range map[int]time.Duration{
		1: 0, 2: 10 * time.Second, 3: 10*time.Second + reel.LongestWait, 4: 10*time.Second + reel.LongestWait, 5: 10*time.Second + 2*reel.LongestWait,
	} {
		if got := film.Comes(n); got != want {
			t.Errorf("record %d comes after %v, want %v", n, got, want)
		}
	}
	if got := film.Length(); got != 10*time.Second+2*reel.LongestWait {
		t.Errorf("the film takes %v", got)
	}
	for n, want := range map[int]time.Duration{1: 0, 2: 0, 3: 14*time.Hour - reel.LongestWait, 4: 0, 5: 0} {
		if got := film.Cut(n); got != want {
			t.Errorf("before record %d %v are cut, want %v", n, got, want)
		}
	}
}

func TestWhatHasComeByATime(t *testing.T) {
	film := waits(10*time.Second, time.Hour, 0)
	for _, c := range []struct {
		at   time.Duration
		want int
	}{
		{-1, 0},
		{0, 1},
		{10*time.Second - 1, 1},
		{10 * time.Second, 2},
		{10*time.Second + reel.LongestWait - 1, 2},
		{10*time.Second + reel.LongestWait, 4},
		{time.Hour, 4},
	} {
		if got := film.By(c.at); got != c.want {
			t.Errorf("by %v %d records have come, want %d", c.at, got, c.want)
		}
	}
}

// The clock is that of the day: it runs between the records, and jumps where a wait is cut.
func TestTheClockIsThatOfTheDay(t *testing.T) {
	film := waits(10*time.Second, 14*time.Hour)
	for _, c := range []struct {
		n    int
		at   time.Duration
		want string
	}{
		{0, 0, "09:00:00"},
		{1, 4 * time.Second, "09:00:04"},
		{2, 10*time.Second + time.Minute, "09:01:10"},
		{3, film.Comes(3), "23:00:10"},
	} {
		if got := film.Clock(c.n, c.at).Format(time.TimeOnly); got != c.want {
			t.Errorf("after %d records and %v it is %s, want %s", c.n, c.at, got, c.want)
		}
	}
}

// A clock that was set back, as a laptop's can be, doesn't turn the film back.
func TestAFilmNeverRunsBackwards(t *testing.T) {
	film := waits(time.Minute, -time.Hour, time.Minute)
	for n := 2; n <= film.Len(); n++ {
		if film.Comes(n) < film.Comes(n-1) || film.Cut(n) < 0 {
			t.Errorf("record %d comes after %v, and the one before after %v", n, film.Comes(n), film.Comes(n-1))
		}
	}
}

func TestScenesAreThePhasesInTheirOrder(t *testing.T) {
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	if err := s.Play(Back(workshop.StepVision, workshop.PhaseBrief)); err != nil {
		t.Fatal(err)
	}
	film := reel.New(s.Records)
	var got []string
	for i, scene := range film.Scenes() {
		got = append(got, scene.At.String())
		state := film.State(scene.From)
		if state.At != scene.At {
			t.Errorf("scene %d begins at %v, and the group is at %v", i, scene.At, state.At)
		}
		if film.Scene(scene.From) != i || film.Scene(scene.From-1) != i-1 {
			t.Errorf("record %d begins scene %d, and is found in %d, after %d", scene.From, i, film.Scene(scene.From), film.Scene(scene.From-1))
		}
	}
	want := []string{"welcome/gather", "vision/brief", "vision/diverge", "vision/brief"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestNothingIsOnAnEmptyReel(t *testing.T) {
	film := reel.New(nil)
	if film.Len() != 0 || film.Length() != 0 || film.By(time.Hour) != 0 || film.State(0).Open() || film.Scene(0) != -1 {
		t.Error("there is something on it")
	}
}

// long is a log of so many records, with a wall of notes that is worked on.
func long(b *testing.B, n int) []workshop.Record {
	b.Helper()
	s := SampleStage(workshop.StepVision, workshop.PhaseDiverge)
	people := s.State.Participants()
	for i := 0; len(s.Records) < n/4; i++ {
		note := fmt.Sprintf("Idea %d, in some words", i)
		if err := s.Play(Write(people[i%len(people)].ID, workshop.PromptVision, note)); err != nil {
			break // no more fits on this wall
		}
	}
	if err := s.Play(Reach(workshop.StepVision, workshop.PhaseConverge)); err != nil {
		b.Fatal(err)
	}
	for i := 0; len(s.Records) < n; i++ {
		on := workshop.Spot{Note: workshop.NoteID(1 + i%100)}
		if err := s.Play(By(Fay, workshop.PutSpotlight{On: on})); err != nil {
			b.Fatal(err)
		}
	}
	return s.Records
}

// Seeking anywhere in a long workshop has to be instant, drawing what everyone sees included.
func BenchmarkSeekIn5000Records(b *testing.B) {
	film := reel.New(long(b, 5000))
	n := 0
	for b.Loop() {
		n = (n + 2741) % film.Len()
		workshop.Share(film.State(n))
	}
}

func BenchmarkReelOf5000Records(b *testing.B) {
	records := long(b, 5000)
	b.ReportAllocs()
	for b.Loop() {
		reel.New(records)
	}
}
