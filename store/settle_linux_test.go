//go:build amd64 || arm64

package store

import (
	"path/filepath"
	"testing"
)

// A sync fails after the meta page was written, and the process ends before it can heal: the system shows an append that a power
// cut would undo. Who opens the file then is shown it as well, so from then on it has to be on the disk.
func TestWhatAFailedSyncHasLeftIsSafeOnceItIsShown(t *testing.T) {
	path := filepath.Join(inMemory(t), "convene.db")
	calls, _ := watch(t, path, taskVote, 0)
	moments, _, err := momentsOf(disk{}, story{}, calls)
	if err != nil {
		t.Fatal(err)
	}
	r := newRestarts(t)
	seen := make(map[string]bool)
	for _, m := range moments {
		kind := m.story.flight.kind()
		if seen[kind] || len(m.disk.loose) != 1 || m.disk.loose[0].at >= int64(page(firstPage)) {
			continue
		}
		seen[kind] = true
		overwrite(t, path, m.disk.after(m.disk.loose))
		m.disk.take(call{does: syncs, failed: true})
		looks, _ := watch(t, path, taskLook, 0)
		_, end, err := momentsOf(m.disk, story{done: m.story.then, then: m.story.then}, looks)
		if err != nil {
			t.Fatal(err)
		}
		if err := r.after(fault{end, "the power fails", nil}); err != nil {
			t.Errorf("%s: what was shown is not on the disk: %v", m, err)
		}
	}
	if !seen["vote-opened"] || !seen["vote-closed"] {
		t.Errorf("only these were tried: %v", seen)
	}
}
