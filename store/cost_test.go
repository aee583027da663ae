package store

import (
	"os"
	"testing"

	"convene/workshop"
	"convene/workshop/workshoptest"
)

// What a note costs in a log of 10,000, of which a hundred came at a time: on the disk little more than its JSON of 220 bytes, and
// in memory, on its way there and back, a few times as much.
func TestTheCostOfARecordIsBounded(t *testing.T) {
	const times, each = 100, 100
	path := newPath(t)
	s := opened(t, path)
	var end workshop.Seq
	events := notes(each)
	appended := workshoptest.Spent(func() {
		for range times / 10 {
			end = appendTo(t, s, "brave-otter", end, events...)
		}
	}) / (times / 10 * each)
	loaded := workshoptest.Spent(func() { load(t, s, "brave-otter") }) / uint64(end)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	onDisk := uint64(info.Size()) / uint64(end)
	t.Logf("%d bytes to append, %d to load, %d on the disk", appended, loaded, onDisk)
	for what, c := range map[string]struct{ is, most uint64 }{
		"appending": {appended, 3600}, "loading": {loaded, 1200}, "keeping": {onDisk, 450},
	} {
		if c.is > c.most {
			t.Errorf("%s a record takes %d bytes, want %d at most", what, c.is, c.most)
		}
	}
}
