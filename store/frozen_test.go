package store

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
)

const thaw = `

The files in testdata/v1 are records as people have them on their disks. They are frozen: do not edit them, and do not
write them anew. If this test fails, the program no longer understands old files; change the program. What an event
gains must be a field that may be missing. A new kind of event gets a new file.`

// frozenFile is the record of a kind as it is on disk, with a line feed at its end.
func frozenFile(t *testing.T, kind string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "v1", kind+".json"))
	if err != nil {
		t.Fatalf("%v%s", err, thaw)
	}
	return bytes.TrimSuffix(b, []byte("\n"))
}

func TestFrozenRecordsReadAsTheyWere(t *testing.T) {
	for _, want := range frozen() {
		t.Run(want.Event.Kind(), func(t *testing.T) {
			file := frozenFile(t, want.Event.Kind())
			var got workshop.Record
			if err := json.Unmarshal(file, &got); err != nil {
				t.Fatalf("%v%s", err, thaw)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s%s", diff, thaw)
			}
			again, err := json.Marshal(got)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(file), string(again)); diff != "" {
				t.Errorf("written anew (-file +now):\n%s%s", diff, thaw)
			}
		})
	}
}

func TestEveryKindIsFrozen(t *testing.T) {
	var kinds, expected []string
	for _, v := range workshop.Kinds() {
		kinds = append(kinds, v.Kind())
		frozenFile(t, v.Kind())
	}
	for _, r := range frozen() {
		expected = append(expected, r.Event.Kind())
	}
	if diff := cmp.Diff(kinds, expected); diff != "" {
		t.Errorf("kinds, and what is expected of their files (-kinds +expected):\n%s%s", diff, thaw)
	}
	files, err := filepath.Glob(filepath.Join("testdata", "v1", "*"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != len(kinds) {
		t.Errorf("%d files for %d kinds; one that is renamed or dropped makes old logs unreadable%s",
			len(files), len(kinds), thaw)
	}
}

func TestADatabaseOfFrozenRecordsLoads(t *testing.T) {
	path := newPath(t)
	s := opened(t, path)
	var all []workshop.Record
	for _, v := range workshop.Kinds() {
		var r workshop.Record
		if err := json.Unmarshal(frozenFile(t, v.Kind()), &r); err != nil {
			t.Fatalf("%v%s", err, thaw)
		}
		all = append(all, r)
	}
	if err := s.Append(t.Context(), "brave-otter", 0, all...); err != nil {
		t.Fatal(err)
	}
	closeStore(t, s)
	if diff := cmp.Diff(frozen(), load(t, opened(t, path), "brave-otter")); diff != "" {
		t.Errorf("(-want +got):\n%s%s", diff, thaw)
	}
}
