package room_test

import (
	"context"
	"errors"
	"reflect"
	"testing"
	"testing/synctest"
	"time"

	"convene/workshop"
	"convene/workshop/room"
)

// holed is a log with a record that can't be read.
type holed struct {
	*gate
	at workshop.Seq
}

func (l holed) Load(ctx context.Context, id workshop.ID, after workshop.Seq) ([]workshop.Record, error) {
	records, err := l.gate.Load(ctx, id, after)
	if err != nil || len(records) < int(l.at) {
		return records, err
	}
	return records[:l.at-1], &workshop.UnreadableError{ID: id, Record: l.at, Err: errDisk}
}

// onlyLookedAt opens a room, and checks that it shows what could be read of its log, takes nothing, and appends nothing.
func onlyLookedAt(t *testing.T, log room.Log, readable workshop.State) {
	t.Helper()
	r, err := room.Open(t.Context(), log, "brave-otter", time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	unreadable := (*workshop.UnreadableError)(nil)
	if !errors.As(r.Unreadable(), &unreadable) || unreadable.Record != readable.Seq+1 || unreadable.ID != "brave-otter" {
		t.Errorf("unreadable is %v, want record %d", r.Unreadable(), readable.Seq+1)
	}
	if !reflect.DeepEqual(readable, r.State()) {
		t.Errorf("it shows\n%+v, want\n%+v", r.State(), readable)
	}
	if !r.Seat("fay").View().Live.Unreadable {
		t.Error("nobody is told")
	}
	for name, err := range map[string]error{
		"somebody with a seat": r.Seat("ann").Do(t.Context(), workshop.DeclareDone{Done: true}),
		"the facilitator":      r.Seat("fay").Do(t.Context(), workshop.Advance{From: readable.At}),
		"somebody new":         r.Seat("eve").Do(t.Context(), workshop.Join{Name: "Eve"}),
		"a new facilitator":    r.Welcome(t.Context(), "guy", "Guy"),
	} {
		if !errors.Is(err, workshop.ErrUnreadable) {
			t.Errorf("%s was told %v", name, err)
		}
	}
	if !reflect.DeepEqual(readable, r.State()) {
		t.Errorf("then it shows\n%+v", r.State())
	}
}

func TestALogThatEndsInDamageIsOnlyLookedAt(t *testing.T) {
	g := gather(t, diverge)
	readable := g.State()
	g.do(g.ann, vision("lost"))
	g.do(g.ben, vision("lost as well"))
	g.Close()
	g.log.appends()
	onlyLookedAt(t, holed{gate: g.log, at: readable.Seq + 1}, readable)
	if n := g.log.appends(); len(n) > 0 {
		t.Errorf("it appended %v", n)
	}
}

// A vote that was open at the damage needs no box: nobody casts a ballot any more.
func TestABoxBehindDamageIsNotAsked(t *testing.T) {
	g := voting(t)
	readable := g.State()
	g.do(g.ann, cast("n1"))
	g.Close()
	g.log.boxes = []error{errDisk}
	onlyLookedAt(t, holed{gate: g.log, at: readable.Seq + 1}, readable)
}

// What doesn't fit may come before what can't be read.
func TestTheFirstDamageCounts(t *testing.T) {
	g := gather(t, diverge)
	g.Close()
	readable, after := g.State(), g.State().Seq
	e := workshop.Envelope{By: "ann", At: time.Now()}
	forged := []workshop.Event{workshop.NoteReworded{Note: 99, Text: "forged"}, workshop.MinuteAsked{}, workshop.MinuteAsked{}}
	if err := g.log.Append(t.Context(), "brave-otter", after, workshop.Records(after, e, forged...)...); err != nil {
		t.Fatal(err)
	}
	onlyLookedAt(t, holed{gate: g.log, at: after + 3}, readable)
}

func TestAWorkshopOfWhichNothingCanBeReadIsNotOpened(t *testing.T) {
	g := gather(t, diverge)
	g.Close()
	_, err := room.Open(t.Context(), holed{gate: g.log, at: 1}, "brave-otter", time.Now)
	if unreadable := (*workshop.UnreadableError)(nil); !errors.As(err, &unreadable) || unreadable.Record != 1 {
		t.Errorf("got %v", err)
	}
}

// A record that can't be read any more is noticed when an append has failed, and nothing is appended behind it.
func TestAHoleIsNoticedAfterAFailure(t *testing.T) {
	g := gather(t, diverge)
	g.do(g.ann, vision("kept"))
	g.Close()
	l := &holed{gate: g.log, at: g.State().Seq + 100}
	r, err := room.Open(t.Context(), l, "brave-otter", time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	shown := r.State()
	l.at = 3
	g.log.next(outcome{err: errDisk})
	if err := r.Seat("ann").Do(t.Context(), vision("lost")); !errors.Is(err, room.ErrNotSaved) {
		t.Errorf("got %v", err)
	}
	g.log.appends()
	for range 2 {
		if err := r.Seat("ann").Do(t.Context(), vision("behind it")); !errors.Is(err, workshop.ErrUnreadable) {
			t.Errorf("got %v", err)
		}
	}
	if n := g.log.appends(); len(n) > 0 || r.Unreadable() == nil || !reflect.DeepEqual(shown, r.State()) {
		t.Errorf("it appended %v, unreadable is %v", n, r.Unreadable())
	}
}

// What was sent together with what failed, and is decided after it, doesn't come behind the hole either.
func TestNothingOfTheSameBatchComesBehindAHole(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := voting(t)
		g.allVote("n1")
		g.Close()
		l := &holed{gate: g.log, at: g.State().Seq + 100}
		r, err := room.Open(t.Context(), l, "brave-otter", time.Now)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		l.at = 3
		g.log.next(outcome{}, outcome{err: errDisk})
		g.log.appends()
		release := g.log.hold()
		fac, ann := r.Seat("fay"), r.Seat("ann")
		first := send(fac, workshop.AdjustClock{Minutes: 1})
		lost := send(ann, workshop.DeclareDone{Done: true})
		closing := send(fac, workshop.CloseVote{Vote: 1, Early: true}) // reads what is on disk, so that the other is appended first
		release()
		if err := <-first; err != nil {
			t.Fatal(err)
		}
		if err := <-lost; !errors.Is(err, room.ErrNotSaved) {
			t.Errorf("got %v", err)
		}
		if err := <-closing; !errors.Is(err, workshop.ErrUnreadable) {
			t.Errorf("got %v", err)
		}
		if n := g.log.appends(); len(n) != 2 {
			t.Errorf("it appended %v", n)
		}
	})
}
