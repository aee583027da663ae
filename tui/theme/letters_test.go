package theme_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"convene/tui/theme"
)

// Every letter of a code and of a command is there, can be told from all others, and has its own width in all rows.
func TestLargeLetters(t *testing.T) {
	th := theme.New(true, false)
	seen := make(map[string]rune)
	for _, r := range "abcdefghijklmnopqrstuvwxyz0123456789-.@" {
		rows := th.Letters(string(r) + "|")
		if rows != nil {
			t.Fatal("there is a bar among the letters, so that this test can't tell what is missing")
		}
		rows = th.Letters(string(r) + ".")
		if len(rows) != 5 {
			t.Fatalf("%q has %d rows", r, len(rows))
		}
		all := ""
		for _, row := range rows {
			all += row + "\n"
		}
		if other, known := seen[all]; known {
			t.Errorf("%q looks like %q", r, other)
		}
		seen[all] = r
	}
	want := []string{
		"       █    █",
		"█▀▀▀█ ▀█▀▀ ▀█▀▀ █▀▀▀█ █▀▀▀",
		"█   █  █    █   █▀▀▀▀ █",
		"█▄▄▄█  █▄▄  █▄▄ █▄▄▄▄ █",
		"",
	}
	if diff := cmp.Diff(want, th.Letters("otter")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if rows := theme.New(true, true).Letters("otter"); rows != nil {
		t.Errorf("in ASCII there are %v", rows)
	}
}
