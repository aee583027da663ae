package store

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"testing"

	"convene/workshop"
)

// One file has a workshop and the end of another that its earlier copy has not; and where two have gone different ways, what is
// otherwise counts as well.
func TestWhatAFileHasBeyondAnother(t *testing.T) {
	early, late, other := newPath(t), newPath(t), newPath(t)
	for path, records := range map[string]map[workshop.ID][]workshop.Event{
		early: {"brave-otter": {workshop.MinuteAsked{}}, "calm-fox": {workshop.MinuteAsked{}}},
		late: {
			"brave-otter": {workshop.MinuteAsked{}, workshop.MinuteAsked{}, workshop.MinuteAsked{}},
			"calm-fox":    {workshop.MinuteAsked{}},
			"late-lark":   {workshop.MinuteAsked{}, workshop.MinuteAsked{}},
		},
		other: {"brave-otter": {workshop.StatementWritten{Section: workshop.SectionVision, Text: "We meet"}}},
	} {
		s, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		for id, events := range records {
			appendTo(t, s, id, 0, events...)
		}
		closeStore(t, s)
	}
	for _, c := range []struct {
		path, other string
		want        Surplus
	}{
		{late, early, Surplus{Workshops: 1, Records: 4}},
		{early, late, Surplus{}},
		{late, late, Surplus{}},
		{other, early, Surplus{Records: 1}},
		{early, other, Surplus{Workshops: 1, Records: 2}},
	} {
		before := contents(t, c.path) + contents(t, c.other)
		if got, err := Beyond(t.Context(), c.path, c.other); err != nil || got != c.want {
			t.Errorf("got %+v, %v, want %+v", got, err, c.want)
		}
		if contents(t, c.path)+contents(t, c.other) != before {
			t.Error("a file has changed")
		}
	}
	none := filepath.Join(t.TempDir(), "none.db")
	if _, err := Beyond(t.Context(), late, none); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("beyond nothing: got %v", err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := Beyond(ended, late, early); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: got %v", err)
	}
}
