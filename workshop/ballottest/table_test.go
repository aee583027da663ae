package ballottest

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestATableIsRead(t *testing.T) {
	got, err := parse("t.txt", `# An introduction,
# of two lines.

# the first
options: ana bob
ballots: ana | bob:2
=> one line

# more about
# the second
options: cem
ballots:
runoff: a: b
=> one line
=> and another
`, []string{"options", "ballots", "runoff?"})
	if err != nil {
		t.Fatal(err)
	}
	want := []Entry{
		{4, "the first", map[string]string{"options": "ana bob", "ballots": "ana | bob:2"}, "one line"},
		{10, "the second", map[string]string{"options": "cem", "ballots": "", "runoff": "a: b"}, "one line\nand another"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A table that is read otherwise than it is meant would prove nothing.
func TestWhatCannotBeReadIsSaid(t *testing.T) {
	for text, want := range map[string]string{
		"":                                "empty",
		"# only a comment\n":              "empty",
		"ballots: ana\n":                  "t.txt:2: no result",
		"ballots: ana":                    "cut off",
		"=> nobody\n":                     "t.txt:1: ballots is missing",
		"runoff: ana\n=> nobody\n":        "t.txt:2: ballots is missing",
		"ballots: ana\nbalots: ana\n":     `t.txt:2: cannot read "balots: ana"`,
		"ballots: ana\nana bob\n":         `t.txt:2: cannot read "ana bob"`,
		"ballots: ana\n=> ana\n\nana\n":   `t.txt:4: cannot read "ana"`,
		"ballots: ana\n=> ana\n\n=> bo\n": "t.txt:4: ballots is missing",
	} {
		got, err := parse("t.txt", text, []string{"ballots", "runoff?"})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: read as %+v, error %v; want %q", text, got, err, want)
		}
	}
	if _, err := Read("nowhere.txt", "ballots"); err == nil {
		t.Error("a file that is not there was read")
	}
}
