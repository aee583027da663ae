package room_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	"convene/workshop/room"
)

func TestCloseSavesWhatIsBeingSavedAndRefusesWhatIsQueued(t *testing.T) {
	for range 10 { // the room must not choose by chance
		synctest.Test(t, func(t *testing.T) {
			g := gather(t, diverge)
			release := g.log.hold()
			saving := send(g.ann, vision("being saved"))
			queued := []<-chan error{send(g.ann, vision("queued")), send(g.ben, vision("queued")), send(g.fac, nil)}
			closed := make(chan struct{})
			go func() { g.Close(); close(closed) }()
			synctest.Wait()
			select {
			case <-g.Closed():
				t.Fatal("the room has ended during an append")
			case <-closed:
				t.Fatal("Close has returned during an append")
			default:
			}
			release()
			<-closed
			<-g.Closed()
			if err := <-saving; err != nil {
				t.Errorf("the command that was being saved: %v", err)
			}
			for i, answer := range queued {
				if err := <-answer; !errors.Is(err, room.ErrClosed) {
					t.Errorf("queued command %d: %v", i, err)
				}
			}
			if diff := cmp.Diff([]string{"being saved"}, g.texts()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAfterCloseEveryCommandIsRefused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		g.Close()
		g.Close()
		for range 20 {
			if err := g.ann.Do(t.Context(), vision("too late")); !errors.Is(err, room.ErrClosed) {
				t.Errorf("got %v", err)
			}
		}
		if len(g.texts()) > 0 {
			t.Error("a closed room has written")
		}
		g.ann.Leave()
		if v := g.ben.View(); v.Topic != "Testing" {
			t.Error("a closed room can't be looked at")
		}
	})
}

// Nothing hangs (the bubble would report it), and everyone knows what became of their command: ErrClosed means that
// it was not carried out.
func TestWhoSendsWhileTheRoomClosesIsAnswered(t *testing.T) {
	for range 20 {
		synctest.Test(t, func(t *testing.T) {
			g := gather(t, diverge)
			var senders sync.WaitGroup
			var mu sync.Mutex
			answers := make(map[string]error)
			for i := range 40 {
				senders.Go(func() {
					note := vision("%d", i)
					err := g.ann.Do(context.Background(), note)
					mu.Lock()
					defer mu.Unlock()
					answers[note.Text] = err
				})
				if i%20 == 10 {
					senders.Go(g.Close)
				}
			}
			senders.Wait()
			texts := g.texts()
			for text, err := range answers {
				stored := slices.Contains(texts, text)
				if err != nil && !errors.Is(err, room.ErrClosed) || stored != (err == nil) {
					t.Errorf("note %s: told %v, stored %v", text, err, stored)
				}
			}
		})
	}
}

func TestWhoFindsTheQueueFullWhenTheRoomClosesIsAnswered(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		release := g.log.hold()
		send(g.ann, vision("being saved"))
		var senders sync.WaitGroup
		for i := range 600 { // more than the room's queue holds
			senders.Go(func() {
				err := g.boo.Do(context.Background(), workshop.DeclareDone{Done: i%2 == 0})
				if !errors.Is(err, room.ErrClosed) {
					t.Errorf("got %v", err)
				}
			})
		}
		synctest.Wait()
		senders.Go(g.Close)
		synctest.Wait()
		release()
		senders.Wait()
	})
}

// lateContext does something when its sender begins to wait for the answer.
type lateContext struct {
	context.Context
	asked int
	waits func()
}

func (c *lateContext) Done() <-chan struct{} {
	if c.asked++; c.asked == 2 { // the first time is on the way into the queue
		c.waits()
	}
	return c.Context.Done()
}

func TestAnAnswerIsNotLostWhenTheRoomEndsJustAfterIt(t *testing.T) {
	for range 10 { // the sender must not choose by chance
		synctest.Test(t, func(t *testing.T) {
			g := gather(t, diverge)
			ctx := &lateContext{Context: t.Context(), waits: func() { synctest.Wait(); g.Close() }}
			if err := g.ann.Do(ctx, vision("saved")); err != nil || ctx.asked != 2 {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestWhoseContextEndsWaitsNoLonger(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		release := g.log.hold()
		send(g.ann, vision("being saved"))
		ctx, cancel := context.WithCancel(context.Background())
		var senders sync.WaitGroup
		for i := range 600 { // more than the room's queue holds
			senders.Go(func() {
				if err := g.boo.Do(ctx, workshop.DeclareDone{Done: i%2 == 0}); !errors.Is(err, context.Canceled) {
					t.Errorf("got %v", err)
				}
			})
		}
		synctest.Wait()
		cancel()
		senders.Wait()
		release()
		g.do(g.ann, vision("the room is well"))
		g.isItsLog()
	})
}

func TestACommandWhoseContextHasEndedIsNotSent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gather(t, diverge)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		for i := range 20 {
			if err := g.ann.Do(ctx, vision("%d", i)); !errors.Is(err, context.Canceled) {
				t.Errorf("got %v", err)
			}
		}
		g.do(g.ann, vision("sent"))
		if got := fmt.Sprint(g.texts()); got != "[sent]" {
			t.Errorf("the log has %s", got)
		}
	})
}
