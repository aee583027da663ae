package main

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"convene/store"
	"convene/workshop"
	"convene/workshop/workshoptest"
)

// strongroom is a vault that runs until the test ends, in a bubble of synctest, with what it logs.
type strongroom struct {
	*vault
	t      *testing.T
	logged pages
	stage  *workshoptest.Stage
	end    workshop.Seq // of the workshop brave-otter
}

func newStrongroom(t *testing.T, keep int) *strongroom {
	t.Helper()
	path := filepath.Join(t.TempDir(), "convene.db")
	s, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	r := &strongroom{t: t, stage: workshoptest.NewStage()}
	o := vaultOptions{folder: filepath.Join(t.TempDir(), "a", "backups"), every: 15 * time.Minute, keep: keep}
	r.vault, err = o.open(s, path, slog.New(slog.NewTextHandler(&r.logged, nil)), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		r.run(ctx)
	}()
	t.Cleanup(func() {
		stop()
		<-ended
		if err := errors.Join(r.close(), s.Close()); err != nil {
			t.Error(err)
		}
	})
	return r
}

// happens appends to the workshop.
func (r *strongroom) happens(events ...workshop.Event) {
	r.t.Helper()
	records := workshop.Records(r.end, workshop.Envelope{By: "fay", At: time.Now()}, events...)
	if err := r.store.Append(r.t.Context(), "brave-otter", r.end, records...); err != nil {
		r.t.Fatal(err)
	}
	r.end += workshop.Seq(len(events))
}

// plays appends what happens on a stage.
func (r *strongroom) plays(lines ...workshoptest.Line) {
	r.t.Helper()
	if err := r.stage.Play(lines...); err != nil {
		r.t.Fatal(err)
	}
	if err := r.store.Append(r.t.Context(), "brave-otter", r.end, r.stage.Records[r.end:]...); err != nil {
		r.t.Fatal(err)
	}
	r.end = workshop.Seq(len(r.stage.Records))
}

// opens opens the workshop.
func (r *strongroom) opens() {
	r.t.Helper()
	r.plays(workshoptest.Group("ana", "ben", "cleo"))
}

// passes lets time pass, and everybody do what they do then.
func (r *strongroom) passes(d time.Duration) {
	time.Sleep(d) // in a bubble, where nobody waits for it
	synctest.Wait()
}

// has checks which backups there are.
func (r *strongroom) has(want ...string) {
	r.t.Helper()
	entries, err := os.ReadDir(r.folder)
	if err != nil {
		r.t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		if e.Name() != ".convene-lock" {
			got = append(got, e.Name())
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		r.t.Errorf("in the vault (-want +got):\n%s%s", diff, r.logged.String())
	}
}

// something is what can happen at any time.
func something() workshop.Event {
	return workshop.StatementWritten{Section: workshop.SectionVision, Text: "We meet and learn"}
}

// The clock of a bubble begins at midnight of this day.
const bubbleDay = "convene-20000101T"

func TestBackupsAreMadeInTimeWhenThereIsSomethingNew(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newStrongroom(t, 10)
		r.opens()
		r.passes(14 * time.Minute)
		r.has()
		r.passes(time.Minute)
		r.has(bubbleDay + "001500Z.db")
		r.passes(time.Hour) // nothing happens
		r.has(bubbleDay + "001500Z.db")
		r.happens(something())
		r.passes(15 * time.Minute)
		r.has(bubbleDay+"001500Z.db", bubbleDay+"013000Z.db")
		if err := r.last(); err != nil { // has all already
			t.Error(err)
		}
		r.has(bubbleDay+"001500Z.db", bubbleDay+"013000Z.db")
		r.happens(something())
		r.passes(time.Minute)
		if err := r.last(); err != nil {
			t.Error(err)
		}
		r.has(bubbleDay+"001500Z.db", bubbleDay+"013000Z.db", bubbleDay+"013100Z.db")
		a, err := store.Verify(t.Context(), filepath.Join(r.folder, bubbleDay+"013100Z.db"))
		if err != nil || a.Records != int(r.end) {
			t.Errorf("the last has %+v, %v", a, err)
		}
		for name, want := range map[string]os.FileMode{
			r.folder: 0o700 | os.ModeDir, filepath.Join(r.folder, bubbleDay+"001500Z.db"): 0o600,
		} {
			if info, err := os.Stat(name); err != nil || info.Mode() != want {
				t.Errorf("%s has %v, %v", name, info.Mode(), err)
			}
		}
	})
}

func TestTheOldestBackupsGoAndNothingElse(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newStrongroom(t, 2)
		others := []string{"convene-20000101T000000Z.db.bak", "convene-by-hand.db", "diary.db", "other-19990101T000000Z.db"}
		for _, name := range others {
			if err := os.WriteFile(filepath.Join(r.folder, name), []byte("dear diary"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		r.opens()
		for range 4 {
			r.happens(something())
			r.passes(15 * time.Minute)
		}
		r.has("convene-20000101T000000Z.db.bak", bubbleDay+"004500Z.db", bubbleDay+"010000Z.db",
			"convene-by-hand.db", "diary.db", "other-19990101T000000Z.db")
	})
}

// Somebody may set the clock back: what was just made has the oldest name then.
func TestTheBackupThatWasJustMadeStays(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newStrongroom(t, 2)
		r.opens()
		for range 2 {
			r.happens(something())
			r.passes(15 * time.Minute)
		}
		r.now = func() time.Time { return time.Date(1999, 12, 31, 0, 0, 0, 0, time.UTC) }
		r.happens(something())
		r.passes(15 * time.Minute)
		r.has("convene-19991231T000000Z.db", bubbleDay+"003000Z.db")
	})
}

// Two copies in one vote would tell who voted what between them, and one with a single ballot does too.
func TestNoBackupIsMadeInAVote(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newStrongroom(t, 10)
		r.opens()
		r.plays(workshoptest.Reach(workshop.StepName, workshop.PhaseDiverge),
			workshoptest.Write("ana", workshop.PromptName, "Guild", "Forge"),
			workshoptest.Reach(workshop.StepName, workshop.PhaseConverge),
			workshoptest.By(workshoptest.Fay, workshop.OpenVote{}), workshoptest.Cast("ana", "Guild"))
		r.passes(20 * time.Minute)
		r.plays(workshoptest.Cast("ben", "Guild"))
		r.passes(time.Minute)
		r.has()
		if err := r.last(); err != nil {
			t.Errorf("that a vote is open is taken for a failure: %v", err)
		}
		r.has()
		said := r.logged.String()
		if strings.Count(said, "the backup waits until the vote is closed") != 1 || !strings.Contains(said, "workshops=brave-otter") ||
			!strings.Contains(said, `level=WARN msg="no backup was made at the end: a vote is open" workshops=brave-otter`) {
			t.Errorf("it was said: %s", said)
		}
		r.passes(15 * time.Minute)
		if said := r.logged.String(); strings.Count(said, "the backup waits") != 2 {
			t.Errorf("later it was said: %s", said)
		}
		r.plays(workshoptest.Cast("cleo", "Forge"), workshoptest.Counted())
		r.passes(time.Minute)
		r.has(bubbleDay + "003700Z.db") // within a minute, and not a quarter of an hour later
	})
}

// A backup that fails is told, ends nothing, and is made as soon as it can be.
func TestABackupThatFailsIsTriedAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newStrongroom(t, 10)
		r.opens()
		if err := os.RemoveAll(r.folder); err != nil {
			t.Fatal(err)
		}
		r.passes(17 * time.Minute)
		if said := r.logged.String(); strings.Count(said, "no backup was made; it is tried again in a minute") != 3 ||
			!strings.Contains(said, "no such file or directory") {
			t.Errorf("it was said: %s", said)
		}
		if err := os.Mkdir(r.folder, 0o700); err != nil {
			t.Fatal(err)
		}
		r.passes(time.Minute)
		r.has(bubbleDay + "001800Z.db")
	})
}

// A backup that is made is not said to be missing, and is not made again, when it is an old one that can't be removed.
func TestAnOldBackupThatCannotBeRemovedIsTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newStrongroom(t, 1)
		r.remove = func(string) error { return errors.New("it is nailed to the wall") }
		r.opens()
		r.passes(15 * time.Minute)
		r.happens(something())
		r.passes(20 * time.Minute)
		r.has(bubbleDay+"001500Z.db", bubbleDay+"003000Z.db")
		if said := r.logged.String(); strings.Contains(said, "no backup was made") ||
			strings.Count(said, "the backup is made, and older ones can't be removed") != 1 || !strings.Contains(said, "nailed") {
			t.Errorf("it was said: %s", said)
		}
		r.remove = remove
		r.happens(something())
		r.passes(15 * time.Minute)
		r.has(bubbleDay + "004500Z.db")
	})
}

// Whoever may write in the folder can tell what the next backups will be called.
func TestNoLinkLeadsABackupOverAnotherFile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newStrongroom(t, 3)
		precious := filepath.Join(t.TempDir(), "precious")
		if err := os.WriteFile(precious, []byte("precious"), 0o600); err != nil {
			t.Fatal(err)
		}
		for s := range 2 {
			at := time.Now().Add(15*time.Minute + time.Duration(s)*time.Second)
			if err := os.Symlink(precious, filepath.Join(r.folder, backupName(r.db, at, sound))); err != nil {
				t.Skipf("no links here: %v", err)
			}
		}
		r.opens()
		r.passes(15 * time.Minute)
		if got, err := os.ReadFile(precious); err != nil || string(got) != "precious" {
			t.Errorf("a backup went over it: %d bytes, %v", len(got), err)
		}
		names, err := r.named(regexp.QuoteMeta(sound))
		if err != nil || len(names) != 1 {
			t.Errorf("the backups are %q, %v", names, err)
		}
	})
}

// Copies of damaged workshops push out no sound ones.
func TestDamagedBackupsAreKeptApart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newStrongroom(t, 2)
		r.opens()
		r.passes(15 * time.Minute)
		for range 4 {
			r.happens(workshop.NoteReworded{Note: 99, Text: "forged"}) // there is no such note
			r.passes(15 * time.Minute)
		}
		r.has(bubbleDay+"001500Z.db", bubbleDay+"010000Z.damaged.db", bubbleDay+"011500Z.damaged.db")
		if said := r.logged.String(); !strings.Contains(said, "the workshops are damaged") ||
			!strings.Contains(said, "workshop brave-otter, record") {
			t.Errorf("it was said: %s", said)
		}
	})
}

func TestAnInterruptedBackupIsTidiedUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newStrongroom(t, 2)
		for _, name := range []string{"convene-20000101T000000Z.db.ABC234.tmp", "convene-20000101T000000Z.db.notes.tmp", "diary.tmp"} {
			if err := os.WriteFile(filepath.Join(r.folder, name), nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if err := r.close(); err != nil {
			t.Fatal(err)
		}
		again, err := r.vaultOptions.open(r.store, r.db, r.log, time.Now)
		if err != nil {
			t.Fatal(err)
		}
		r.letGo = again.letGo
		r.has("convene-20000101T000000Z.db.notes.tmp", "diary.tmp")
	})
}

// Each of two servers would take the backups of the other for its own, and remove them.
func TestTwoServersDoNotShareTheirBackups(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newStrongroom(t, 2)
		draft := bubbleDay + "001500Z.db.ABC234.tmp"
		if err := os.WriteFile(filepath.Join(r.folder, draft), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		elsewhere := filepath.Join(t.TempDir(), "convene.db")
		if v, err := r.vaultOptions.open(r.store, elsewhere, r.log, time.Now); err == nil || !strings.Contains(err.Error(), r.folder) {
			t.Errorf("of the same name: got %v", errors.Join(err, v.close()))
		}
		r.has(draft)
		v, err := r.vaultOptions.open(r.store, filepath.Join(t.TempDir(), "other.db"), r.log, time.Now)
		if err != nil {
			t.Errorf("of another name: got %v", err)
		}
		if err := errors.Join(v.close(), r.close()); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(filepath.Join(r.folder, ".other-lock")); err != nil {
			t.Error(err)
		}
		if v, err = r.vaultOptions.open(r.store, elsewhere, r.log, time.Now); err != nil {
			t.Fatalf("when the first has ended: got %v", err)
		}
		r.letGo = v.letGo
	})
}
