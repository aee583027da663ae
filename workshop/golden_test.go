package workshop_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the tables of testdata and of the package comment anew")

// golden compares a text with that of a file, or writes it there.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s has changed; if that is meant, run with -update (-want +got):\n%s", path, diff)
	}
}

// inComment compares a table with the one under a heading of the package comment, or writes it there. It is the only
// preformatted text of its section.
func inComment(t *testing.T, heading, table string) {
	t.Helper()
	const path = "doc.go"
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, section, found := strings.Cut(string(raw), "// "+heading+"\n")
	if !found {
		t.Fatalf("%s has no section %q", path, heading)
	}
	section, after, _ := strings.Cut(section, "\n// # ")
	isTable := func(line string) bool { return strings.HasPrefix(line, "//\t") }
	var out []string
	in := false
	for _, line := range strings.Split(section, "\n") {
		if !isTable(line) {
			in = false
			out = append(out, line)
			continue
		}
		if !in {
			for row := range strings.SplitSeq(strings.TrimRight(table, "\n"), "\n") {
				out = append(out, strings.TrimRight("//\t"+row, " "))
			}
		}
		in = true
	}
	golden(t, path, before+"// "+heading+"\n"+strings.Join(out, "\n")+"\n// # "+after)
}
