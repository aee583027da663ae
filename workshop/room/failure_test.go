package room_test

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"convene/workshop"
	"convene/workshop/room"
)

func TestAFailedAppendChangesNothingAndEveryoneInItIsTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		g.log.next(outcome{}, outcome{err: errDisk})
		release := g.log.hold()
		first := send(g.ann, vision("saved"))
		lost := []<-chan error{
			send(g.ann, vision("lost")),
			send(g.ben, workshop.DeclareDone{Done: true}),
			send(g.ben, workshop.DeclareDone{Done: true}), // would have been refused, because of what was lost
			send(g.ann, workshop.StartClock{}),            // would have been refused in any case
		}
		release()
		if err := <-first; err != nil {
			t.Fatalf("the append before: %v", err)
		}
		for i, answer := range lost {
			err := <-answer
			if !errors.Is(err, room.ErrNotSaved) || !errors.Is(err, errDisk) {
				t.Errorf("sender %d was told %v", i, err)
			}
			if err.Error() != room.ErrNotSaved.Error() { // how the disk fails, and where, is not for everybody's screen
				t.Errorf("sender %d is shown %q", i, err)
			}
		}
		if diff := cmp.Diff([]string{"saved"}, g.texts()); diff != "" {
			t.Error(diff)
		}
		g.isItsLog()
	})
}

// Who is about to write is told as well, once, and again when the disk takes something.
func TestEveryoneIsToldWhileNothingCanBeSaved(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		before := g.State()
		unsaved := func() [2]bool { return [2]bool{g.ann.View().Live.Unsaved, g.ben.View().Live.Unsaved} }
		for i := range 2 {
			g.log.next(outcome{err: errDisk})
			if err := g.ann.Do(t.Context(), vision("lost")); !errors.Is(err, room.ErrNotSaved) {
				t.Fatalf("got %v", err)
			}
			if told := news(g.ben); told != (i == 0) || unsaved() != [2]bool{true, true} || !reflect.DeepEqual(before, g.State()) {
				t.Errorf("failure %d: told %v, unsaved %v", i+1, told, unsaved())
			}
		}
		if err := g.ben.Do(t.Context(), workshop.StartClock{}); !errors.Is(err, workshop.ErrFacilitatorOnly) || unsaved() != [2]bool{true, true} {
			t.Errorf("what needs no disk says nothing about it: %v, unsaved %v", err, unsaved())
		}
		g.do(g.ben, vision("kept"))
		if !news(g.ann) || unsaved() != [2]bool{} {
			t.Errorf("it is over, and unsaved is %v", unsaved())
		}
	})
}

// A log that has become shorter has lost what was saved: nobody is told to try again without a word.
func TestALogThatHasBecomeShorterIsNotWell(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		g.log.next(outcome{err: &workshop.ConflictError{Expected: g.State().Seq, Actual: 0}})
		if err := g.ann.Do(t.Context(), vision("lost")); !errors.Is(err, room.ErrNotSaved) || !g.ben.View().Live.Unsaved {
			t.Errorf("got %v, unsaved %v", err, g.ben.View().Live.Unsaved)
		}
	})
}

// When the file was put back to an earlier day, what everybody sees is not on the disk: they are told so, and nothing is appended
// where it was.
func TestWhatTheLogHasLostIsNotCalledSafe(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		g.do(g.ann, vision("lost"))
		shown := g.State()
		g.log.Log = earlier{g.log.Log, shown.Seq - 1}
		if err := g.ben.Do(t.Context(), vision("behind it")); !errors.Is(err, room.ErrNotSaved) {
			t.Errorf("got %v", err)
		}
		unreadable := (*workshop.UnreadableError)(nil)
		if !errors.As(g.Unreadable(), &unreadable) || unreadable.Record != shown.Seq || !g.ann.View().Live.Unreadable || !news(g.ann) {
			t.Errorf("unreadable is %v, and shown: %v", g.Unreadable(), g.ann.View().Live.Unreadable)
		}
		if err := g.ann.Do(t.Context(), vision("behind it")); !errors.Is(err, workshop.ErrUnreadable) {
			t.Errorf("got %v", err)
		}
		if !reflect.DeepEqual(shown, g.State()) {
			t.Errorf("it shows %+v", g.State())
		}
	})
}

// earlier is a log as it was at a record.
type earlier struct {
	room.Log
	end workshop.Seq
}

func (l earlier) Load(ctx context.Context, id workshop.ID, after workshop.Seq) ([]workshop.Record, error) {
	records, err := l.Log.Load(ctx, id, after)
	return records[:l.end-after], err
}

func (l earlier) Append(_ context.Context, _ workshop.ID, after workshop.Seq, _ ...workshop.Record) error {
	return &workshop.ConflictError{Expected: after, Actual: l.end}
}

// That somebody else has appended is no failure of the disk.
func TestALogThatHasMovedOnIsWell(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		g.elsewhere("zoe")
		if err := g.ann.Do(t.Context(), vision("too late")); !errors.Is(err, room.ErrNotSaved) || g.ann.View().Live.Unsaved {
			t.Errorf("got %v, unsaved %v", err, g.ann.View().Live.Unsaved)
		}
	})
}

func TestAfterAFailureTheNextCommandWorks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		g.log.next(outcome{err: errDisk})
		if err := g.ann.Do(t.Context(), vision("lost")); !errors.Is(err, room.ErrNotSaved) {
			t.Fatalf("got %v", err)
		}
		g.do(g.ann, vision("kept"))
		if notes := g.ann.View().Notes; len(notes) != 1 || notes[0].Text != "kept" || notes[0].ID != 1 {
			t.Errorf("got %+v", notes)
		}
		g.isItsLog()
	})
}

func TestWhenTheLogHasMovedOnTheRoomCatchesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		g.elsewhere("zoe")
		err := g.ann.Do(t.Context(), vision("too late"))
		if conflict := (*workshop.ConflictError)(nil); !errors.Is(err, room.ErrNotSaved) || !errors.As(err, &conflict) {
			t.Fatalf("got %v", err)
		}
		if _, here := g.State().Person("zoe"); !here || !news(g.ben) {
			t.Error("the room hasn't caught up, or told nobody")
		}
		g.do(g.ann, vision("in time"))
		if diff := cmp.Diff([]string{"in time"}, g.texts()); diff != "" {
			t.Error(diff)
		}
		g.isItsLog()
	})
}

func TestCatchingUpIsTriedAgainWithTheNextCommand(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		g.elsewhere("zoe")
		g.log.loads = []error{errDisk}
		for range 2 {
			if err := g.ann.Do(t.Context(), vision("too late")); !errors.Is(err, room.ErrNotSaved) {
				t.Fatalf("got %v", err)
			}
		}
		g.do(g.ann, vision("in time"))
		g.isItsLog()
	})
}

// A log that says that it failed may have written all the same: a full acknowledgement queue, a time-out. The room looks, and the
// sender is told what is true: whoever tried again would have two notes.
func TestWhatWasWrittenAfterAllIsSaved(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		g.log.next(outcome{err: errDisk, written: true})
		if err := g.ann.Do(t.Context(), vision("written after all")); err != nil {
			t.Fatalf("got %v", err)
		}
		if v := g.ann.View(); len(v.Notes) != 1 || v.Live.Unsaved || !news(g.ben) {
			t.Errorf("the log has a note that its author doesn't see; notes: %v, unsaved: %v", v.Notes, v.Live.Unsaved)
		}
		g.do(g.ben, vision("no conflict"))
		g.isItsLog()
	})
}

func TestAVoteWhoseCloseWasWrittenAfterAllIsClosed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := voting(t)
		g.allVote("n1")
		g.log.next(outcome{err: errDisk, written: true})
		closing := workshop.CloseVote{Vote: 1, Early: true}
		if err := g.fac.Do(t.Context(), closing); err != nil {
			t.Fatalf("got %v", err)
		}
		// The box is empty by now: a room that still believed in the vote would call the box damaged.
		if err := g.fac.Do(t.Context(), closing); !errors.Is(err, workshop.ErrNoVote) {
			t.Errorf("got %v", err)
		}
		if s := g.State(); len(s.Results) != 1 || len(s.Results[0].Ballots) != 3 {
			t.Errorf("got %+v", s.Results)
		}
		g.isItsLog()
	})
}

// Whatever goes wrong, and in whichever order: after the next success the room is what its log says, and the log holds
// what was acknowledged.
func TestTheRoomNeverStraysFromItsLog(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		g := gather(t, diverge)
		defer g.Close()
		var acknowledged []string
		for i := range rapid.IntRange(0, 12).Draw(rt, "commands") {
			switch rapid.SampledFrom([]string{"well", "lost", "written", "conflict"}).Draw(rt, "how") {
			case "lost":
				g.log.next(outcome{err: errDisk})
			case "written":
				g.log.next(outcome{err: errDisk, written: true})
			case "conflict":
				g.elsewhere(workshop.PersonID("guest " + string(rune('a'+i))))
			}
			if rapid.Bool().Draw(rt, "catching up fails") {
				g.log.loads = []error{errDisk}
			}
			note := vision("note %d", i)
			if g.ann.Do(context.Background(), note) == nil {
				acknowledged = append(acknowledged, note.Text)
			}
			g.log.loads = nil
		}
		_ = g.ben.Do(context.Background(), vision("may conflict"))
		g.do(g.ben, vision("last"))
		g.isItsLog()
		for _, text := range acknowledged {
			if !slices.Contains(g.texts(), text) {
				rt.Errorf("%q was acknowledged and is not in the log", text)
			}
		}
	})
}

func TestTimesAreTheSameAfterARestart(t *testing.T) {
	g := gatherWith(t, diverge, time.Now)
	g.do(g.fac, workshop.PauseClock{})
	g.do(g.fac, workshop.StartClock{})
	g.do(g.fac, workshop.AdjustClock{Minutes: 2})
	before := g.State()
	g.Close()
	again, err := room.Open(t.Context(), g.log, g.ID(), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if !reflect.DeepEqual(before, again.State()) {
		t.Errorf("before %+v\nafter  %+v", before, again.State())
	}
}
