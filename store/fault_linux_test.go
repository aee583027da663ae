//go:build amd64 || arm64

package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"convene/workshop"
)

// A process that holds votes may end at any moment: it is killed, or the power fails. Whenever that is, and whatever of its
// latest writes has come to the disk, the box and the roll agree after the restart, nobody votes twice, nobody loses the
// right to vote, and the file doesn't tell who voted what.
func TestAFaultInAVote(t *testing.T) { faults(t, taskVote) }

// The same holds for the answers to a health check, and for those that somebody has changed.
func TestAFaultInAHealthCheck(t *testing.T) { faults(t, taskCheck) }

func faults(t *testing.T, task string) {
	path := filepath.Join(inMemory(t), "convene.db")
	calls, _ := watch(t, path, task, 0)
	moments, end, err := momentsOf(disk{}, story{}, calls)
	if err != nil {
		t.Fatal(err)
	}
	if string(end.disk.after(end.disk.loose)) != contents(t, path) {
		t.Fatal("the process did more to the file than was seen")
	}
	t.Run("is worth trying", func(t *testing.T) { haveEverything(t, moments) })
	t.Run("loses nothing that was reported", func(t *testing.T) { reportedIsSafe(t, moments) })
	t.Run("by a failure of the power", func(t *testing.T) { powerFails(t, moments) })
	if testing.Short() || raceEnabled { // nothing in it happens at once
		return
	}
	t.Run("at every moment", func(t *testing.T) { everyMoment(t, moments) })
	t.Run("by a kill", func(t *testing.T) { kills(t, moments) })
}

// haveEverything checks that the votes bring what could go wrong: that an append has several ballots or sheets, and that the file
// grows.
func haveEverything(t *testing.T, moments []moment) {
	var several, grows bool
	for _, m := range moments {
		several = several || m.story.flight.secrets() > 1
		_, asks := m.story.then.state.OpenCheck()
		grows = grows || (m.story.then.state.Vote.ID != 0 || asks) && slices.ContainsFunc(m.disk.loose, func(c call) bool {
			return c.does == resizes
		})
	}
	if !several || !grows {
		t.Errorf("several ballots in one append: %v; the file grows: %v", several, grows)
	}
}

// reportedIsSafe checks that whatever an append did is on the disk when it is reported, the wiping too.
func reportedIsSafe(t *testing.T, moments []moment) {
	for _, m := range moments {
		if !m.reported {
			continue
		}
		if n := len(m.disk.loose); n > 0 {
			t.Errorf("%s: %d calls may get lost", m, n)
		}
		if len(m.story.done.box)+len(m.story.done.sheets) == 0 && !slices.ContainsFunc(m.story.flight.Records, concernsBox) {
			continue // there is nothing to wipe
		}
		if err := m.story.done.isAllIn(m.disk.safe, m.story.then.appended); err != nil {
			t.Errorf("%s: %v", m, err)
		}
	}
}

// concernsBox says whether an append of the record touches the box of ballots, or that of answers.
func concernsBox(r workshop.Record) bool {
	_, ballots, _ := voted(r, nil)
	_, sheets, _ := answered(r, nil)
	return ballots || sheets
}

// everyMoment goes through all moments, and all that a kill and the simplest power cuts leave.
func everyMoment(t *testing.T, moments []moment) {
	shards := runtime.GOMAXPROCS(0)
	for shard := range shards {
		t.Run(fmt.Sprint(shard), func(t *testing.T) {
			t.Parallel()
			r := newRestarts(t)
			for i := shard; i < len(moments); i += shards {
				for _, f := range moments[i].faults() {
					if err := r.after(f); err != nil {
						t.Fatalf("%s: %v", f, err)
					}
				}
			}
		})
	}
}

// powerFails tries some of the very many that a power cut can leave: of what was not synced any part may have come to the disk.
func powerFails(t *testing.T, moments []moment) {
	r := newRestarts(t)
	rapid.Check(t, func(rt *rapid.T) {
		for range 5 {
			m := moments[rapid.IntRange(0, len(moments)-1).Draw(rt, "moment")]
			f := fault{moment: m, how: "some of it has arrived"}
			for _, c := range f.disk.loose {
				f.arrived = append(f.arrived, partOf(rt, c)...)
			}
			if err := r.after(f); err != nil {
				rt.Fatalf("%s: %v", f, err)
			}
		}
	})
}

// partOf is what has come to the disk of a call: nothing, all of it, its beginning, or some of its sectors.
func partOf(rt *rapid.T, c call) []call {
	switch part := rapid.IntRange(0, 3).Draw(rt, "part"); {
	case part == 0:
		return nil
	case part == 1 || c.does == resizes:
		return []call{c}
	case part == 2:
		most := rapid.SampledFrom([]int{headerSize + metaSize, len(c.bytes)}).Draw(rt, "torn before")
		return []call{c.torn(rapid.IntRange(1, most).Draw(rt, "torn at"))}
	default:
		var out []call
		for at := 0; at < len(c.bytes); at += sector {
			if rapid.Bool().Draw(rt, "sector") {
				out = append(out, call{does: writes, at: c.at + int64(at), bytes: c.bytes[at : at+sector]})
			}
		}
		return out
	}
}

// restarts open what one fault after the other has left.
type restarts struct {
	path string
	good map[outcome]bool // from which the group has gone on
}

// outcome is a file once it is open, in every byte, and how many records it must and may hold.
type outcome struct {
	file      [sha256.Size]byte
	must, may int
}

func newRestarts(t *testing.T) *restarts {
	return &restarts{filepath.Join(inMemory(t), "convene.db"), make(map[outcome]bool)}
}

// after opens what a fault has left, looks whether all is as it must be, and lets the group go on. Many faults have the same
// outcome, because Open wipes what they have left: one of them is enough.
func (r *restarts) after(f fault) error {
	if err := rewrite(r.path, f.file()); err != nil {
		return err
	}
	s, err := Open(r.path)
	if err != nil {
		return err
	}
	file, err := os.ReadFile(r.path)
	if err != nil {
		return errors.Join(err, s.Close())
	}
	o := outcome{sha256.Sum256(file), len(f.story.done.records), len(f.story.then.records)}
	if r.good[o] {
		return s.Close()
	}
	a := &aftermath{Store: s}
	if err := a.looksRight(f.story); err != nil {
		return errors.Join(err, s.Close())
	}
	if err := errors.Join(a.goOn(), s.Close()); err != nil {
		return err
	}
	r.good[o] = true
	return nil
}

// inMemory is a folder whose files are only in memory, where the system has such: nothing waits for a disk there. The disk that
// loses something is the test's own.
func inMemory(t *testing.T) string {
	folder, err := os.MkdirTemp("/dev/shm", "convene")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	return folder
}
