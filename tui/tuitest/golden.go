// Package tuitest helps to test what is drawn: it compares lines with files, and checks that they keep to their place.
// Run a test with -update to write the files anew, and read every difference before it is kept.
package tuitest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"convene/tui/theme"
)

var update = flag.Bool("update", false, "write what is drawn to testdata instead of comparing it")

// Golden compares lines, blanks at their ends left out, with testdata/NAME.txt.
func Golden(t *testing.T, name string, lines []string) {
	t.Helper()
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(strings.TrimRight(l, " ") + "\n")
	}
	got, path := b.String(), filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; run the test with -update to write it", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// Plain is the lines without their styles, which must say everything by themselves.
func Plain(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = ansi.Strip(l)
	}
	return out
}

// Fits checks that drawn lines keep to so many cells and lines.
func Fits(t *testing.T, lines []string, width, height int) {
	t.Helper()
	if len(lines) > height {
		t.Errorf("%d lines where there is room for %d:\n%s", len(lines), height, strings.Join(Plain(lines), "\n"))
	}
	for _, l := range lines {
		if w := theme.Width(l); w > width {
			t.Errorf("a line of %d cells where there is room for %d: %q", w, width, ansi.Strip(l))
		}
	}
}
