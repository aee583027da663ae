package store

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"testing"
	"testing/synctest"

	"convene/workshop"
)

// A process that is watched gets its task with these.
const (
	watchedTest  = "TestWatched"
	watchedTask  = "CONVENE_TEST_TASK" // one of those below, or a portion to append
	watchedFile  = "CONVENE_TEST_FILE"
	portionsFile = ".portions" // behind the name of that
	taskLook     = "look"      // open the file, and close it again
	taskVote     = "vote"      // hold the votes of a whole workshop
	taskCheck    = "check"     // hold the health checks of a community
	taskInSpite  = "in spite"  // append the portions of a file, however often an append fails
	watcher      = 3           // the descriptor to which it says how far it is
)

// TestWatched is what a watched process does: it is not a test of its own.
func TestWatched(t *testing.T) {
	task := os.Getenv(watchedTask)
	if task == "" {
		t.Skip("it is for other tests, which begin a process with it")
	}
	w := &watched{to: os.NewFile(watcher, "watcher")}
	open := func() (err error) {
		w.Store, err = Open(os.Getenv(watchedFile))
		return err
	}
	if task == taskInSpite {
		tried(t, open)
	} else if err := open(); err != nil {
		t.Fatal(err)
	}
	if err := w.say(saysOpened); err != nil {
		t.Fatal(err)
	}
	switch task {
	case taskLook:
	case taskVote:
		synctest.Test(t, func(t *testing.T) { holdVotes(t, w) })
	case taskCheck:
		synctest.Test(t, func(t *testing.T) { holdChecks(t, w) })
	case taskInSpite:
		w.appendInSpite(t, os.Getenv(watchedFile)+portionsFile)
	default:
		var p portion
		if err := json.Unmarshal([]byte(task), &p); err != nil {
			t.Fatal(err)
		}
		if err := w.Append(t.Context(), theWorkshop, p.Records[0].Seq-1, p.Records...); err != nil {
			t.Fatal(err)
		}
	}
	closeStore(t, w.Store)
}

// watched is a store that says to the watcher what it is about to append, and when it has.
type watched struct {
	*Store
	to   *os.File
	held chan struct{} // the next append waits until it is closed; nil lets it through
}

func (w *watched) Append(ctx context.Context, id workshop.ID, after workshop.Seq, records ...workshop.Record) error {
	if held := w.held; held != nil {
		<-held
	}
	p, err := json.Marshal(portionOf(records))
	if err != nil {
		return err
	}
	if err := w.say(string(p)); err != nil {
		return err
	}
	if err := w.Store.Append(ctx, id, after, records...); err != nil {
		return err
	}
	return w.say(saysDone)
}

func (w *watched) say(what string) error {
	_, err := w.to.WriteString(what)
	return err
}

// appendInSpite appends the portions that a file has. What fails is tried again, as people do, until the store says that it is done
// or was already, and until nothing is left to be wiped.
func (w *watched) appendInSpite(t *testing.T, file string) {
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var portions []portion
	if err := json.Unmarshal(page, &portions); err != nil {
		t.Fatal(err)
	}
	for _, p := range portions {
		said, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.say(string(said)); err != nil {
			t.Fatal(err)
		}
		last := p.Records[len(p.Records)-1].Seq
		tried(t, func() error {
			err := w.Store.Append(t.Context(), theWorkshop, p.Records[0].Seq-1, p.Records...)
			if conflict := (*workshop.ConflictError)(nil); errors.As(err, &conflict) && conflict.Actual == last {
				return nil
			}
			return err
		})
		if err := w.say(saysDone); err != nil {
			t.Fatal(err)
		}
	}
	tried(t, func() error { return errors.Join(w.Store.Append(t.Context(), "spare-otter", 0), w.unclean) })
}

// tried does something until it succeeds, but not for ever.
func tried(t *testing.T, what func() error) {
	var err error
	for range 30 {
		if err = what(); err == nil {
			return
		}
	}
	t.Fatalf("it fails for ever: %v", err)
}
