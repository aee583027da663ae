package store

import (
	"context"
	"encoding/json"
	"os"
	"testing"
	"testing/synctest"

	"convene/workshop"
)

// A process that is watched gets its task with these.
const (
	watchedTest = "TestWatched"
	watchedTask = "CONVENE_TEST_TASK" // one of those below, or a portion to append
	watchedFile = "CONVENE_TEST_FILE"
	taskLook    = "look" // open the file, and close it again
	taskVote    = "vote" // hold the votes of a whole workshop
	watcher     = 3      // the descriptor to which it says how far it is
)

// TestWatched is what a watched process does: it is not a test of its own.
func TestWatched(t *testing.T) {
	task := os.Getenv(watchedTask)
	if task == "" {
		t.Skip("it is for other tests, which begin a process with it")
	}
	w := &watched{to: os.NewFile(watcher, "watcher")}
	var err error
	if w.Store, err = Open(os.Getenv(watchedFile)); err != nil {
		t.Fatal(err)
	}
	if err := w.say(saysOpened); err != nil {
		t.Fatal(err)
	}
	switch task {
	case taskLook:
	case taskVote:
		synctest.Test(t, func(t *testing.T) { holdVotes(t, w) })
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
