//go:build amd64 || arm64

package store

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"testing"

	"convene/workshop"
)

// kills ends a process of its own at each call of the appends that matter to a vote, or to a health check: what it leaves is then
// not what this test believes, but what the system has.
func kills(t *testing.T, moments []moment) {
	seen := make(map[string]bool)
	for _, m := range moments {
		if m.reported || !tellsMost(m.story.flight) || seen[m.story.flight.kind()] {
			continue
		}
		seen[m.story.flight.kind()] = true
		t.Run(m.story.flight.kind(), func(t *testing.T) {
			t.Parallel()
			k := &killer{t, m, filepath.Join(inMemory(t), "convene.db"), newRestarts(t)}
			for n, killed := 1, true; killed; n++ {
				killed = k.kill(n)
			}
		})
	}
	if len(seen) != 5 {
		t.Errorf("only some appends were killed: %v", seen)
	}
}

// tellsMost says whether a portion is one that opens or ends a vote or a health check, draws a lot, replaces answers, or brings several
// ballots or sheets at once.
func tellsMost(p portion) bool {
	if len(p.Records) == 0 {
		return false
	}
	switch p.Records[0].Event.(type) {
	case workshop.VoteOpened, workshop.VoteClosed, workshop.VoteAbandoned, workshop.LotDrawn,
		workshop.CheckOpened, workshop.AnswersChanged, workshop.CheckClosed, workshop.CheckAbandoned:
		return true
	default:
		return p.secrets() > 1
	}
}

// killer kills the process that makes an append.
type killer struct {
	t        *testing.T
	from     moment // at its beginning
	path     string
	restarts *restarts
}

// kill kills it at its call of that number, and says whether it came so far.
func (k *killer) kill(n int) bool {
	k.t.Helper()
	task, err := json.Marshal(k.from.story.flight)
	if err != nil {
		k.t.Fatal(err)
	}
	overwrite(k.t, k.path, k.from.disk.safe)
	calls, killed := watch(k.t, k.path, string(task), n)
	before := k.from.story.done
	_, end, err := momentsOf(disk{safe: k.from.disk.safe}, story{done: before, then: before}, calls)
	if err != nil {
		k.t.Fatal(err)
	}
	all := fault{end, fmt.Sprintf("killed at call %d", n), end.disk.loose}
	if string(all.file()) != contents(k.t, k.path) {
		k.t.Fatalf("%s: it has left something else than it did", all)
	}
	if err := k.restarts.after(all); err != nil {
		k.t.Fatalf("%s: %v", all, err)
	}
	if k.from.story.flight.secrets() > 0 {
		k.failAgain(all)
	}
	return killed
}

// failAgain starts the process that comes after a kill, and lets the power fail while that opens the file. What the killed one did
// may not be on the disk yet.
func (k *killer) failAgain(after fault) {
	k.t.Helper()
	calls, _ := watch(k.t, k.path, taskLook, 0)
	moments, end, err := momentsOf(after.disk, after.story, calls)
	if err != nil {
		k.t.Fatal(err)
	}
	for _, m := range append(moments, end) {
		for _, f := range m.faults() {
			if err := k.restarts.after(f); err != nil {
				k.t.Fatalf("%s, and again: %s: %v", after, f, err)
			}
		}
	}
}
