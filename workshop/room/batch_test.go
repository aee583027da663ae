package room_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
)

func TestCommandsAreCarriedOutInTheOrderInWhichTheyWereSent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		release := g.log.hold()
		var want []string
		for i := range 20 {
			want = append(want, fmt.Sprintf("ann %d", i), fmt.Sprintf("ben %d", i))
			send(g.ann, vision("ann %d", i))
			send(g.ben, vision("ben %d", i))
		}
		release()
		synctest.Wait()
		if diff := cmp.Diff(want, g.texts()); diff != "" {
			t.Error(diff)
		}
	})
}

func TestCommandsThatWaitForAnAppendShareTheNextOne(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		release := g.log.hold()
		for i := range 11 {
			send(g.ann, vision("%d", i))
		}
		release()
		synctest.Wait()
		if diff := cmp.Diff([]int{1, 10}, g.log.appends()); diff != "" {
			t.Errorf("records in each append: %s", diff)
		}
	})
}

func TestABatchIsBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		release := g.log.hold()
		for i := range 600 {
			send(g.boo, workshop.DeclareDone{Done: i%2 == 0})
		}
		release()
		synctest.Wait()
		sizes := g.log.appends()
		sum := 0
		for _, n := range sizes {
			sum += n
		}
		if largest := slices.Max(sizes); largest > 256 || sum != 600 {
			t.Errorf("%d records in %d appends, the largest of %d", sum, len(sizes), largest)
		}
	})
}

func TestARefusalCostsNoAppend(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		if err := g.ann.Do(t.Context(), workshop.StartClock{}); !errors.Is(err, workshop.ErrFacilitatorOnly) {
			t.Errorf("got %v", err)
		}
		if sizes := g.log.appends(); len(sizes) > 0 || news(g.ann) {
			t.Errorf("appended %v, or told everyone", sizes)
		}
	})
}

func TestEachCommandSeesWhatTheOnesBeforeItInTheBatchDid(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		release := g.log.hold()
		send(g.ben, vision("first"))
		done := send(g.ann, workshop.DeclareDone{Done: true})
		again := send(g.ann, workshop.DeclareDone{Done: true})
		release()
		if err := <-done; err != nil {
			t.Error(err)
		}
		if err := <-again; !errors.Is(err, workshop.ErrAlreadySaid) {
			t.Errorf("got %v", err)
		}
	})
}

func TestNothingIsShownBeforeItIsOnDisk(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		before := g.ann.View().Seq
		release := g.log.hold()
		answer := send(g.ann, vision("on its way"))

		if v := g.ann.View(); v.Seq != before || len(v.Notes) != 0 || g.State().Notes.Len() != 0 {
			t.Error("a note is shown while it is being appended")
		}
		if news(g.ann) || news(g.ben) {
			t.Error("a notice came before the append has ended")
		}
		if len(answer) > 0 {
			t.Error("the sender was answered before the append has ended")
		}

		release()
		if err := <-answer; err != nil {
			t.Fatal(err)
		}
		if v := g.ann.View(); len(v.Notes) != 1 || v.Notes[0].Text != "on its way" {
			t.Errorf("the sender was answered and sees %v", v.Notes)
		}
		if !news(g.ann) || !news(g.ben) {
			t.Error("no notice after the append")
		}
	})
}

func TestTheRoomAsksTheClockOnceForEachCommand(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		// A zone and a monotonic reading, as time.Now has them: neither must get into the state.
		now := time.Now().In(time.FixedZone("east", 3*60*60))
		tick := func() time.Time { now = now.Add(time.Second); return now }
		g := gatherWith(t, diverge, tick)
		start := now
		release := g.log.hold()
		send(g.ann, vision("one"))
		send(g.ben, vision("two"))
		send(g.fac, workshop.PauseClock{})
		send(g.fac, workshop.StartClock{})
		send(g.fac, workshop.AdjustClock{Minutes: 1})
		release()
		synctest.Wait()

		records := g.stored()
		for i, r := range records[len(records)-5:] {
			if want := start.Add(time.Duration(i+1) * time.Second); !r.At.Equal(want) || r.At.Location() != time.UTC {
				t.Errorf("record %d (%s) is of %v, want %v in UTC", r.Seq, r.Event.Kind(), r.At, want)
			}
		}
		if deadline := g.State().Clock.Deadline; deadline != deadline.UTC().Round(0) {
			t.Errorf("the deadline %#v would be another one after a restart", deadline)
		}
	})
}
