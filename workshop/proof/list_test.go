package proof_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "convene/workshop/proof"
)

// listed reads the list x of a file, and tells of each table its line and what stands under a.
func listed(page string, most int) ([]string, error) {
	r, top := Read(kind, "my.toml", []byte(page))
	var got []string
	r.Each(top, "x", most, func(one *Reading, t Table, line int) {
		one.Known(t, "a")
		one.Text(t, "a", func(typed string) string {
			got = append(got, fmt.Sprintf("%d %s", line, typed))
			return ""
		})
	})
	return got, r.Mistakes()
}

func TestEveryTableOfAListIsReadWithItsLine(t *testing.T) {
	for name, page := range map[string]string{
		"plain":            "\n[[x]]\na = 'A'\n\n[[x]]\na = 'B'\n",
		"with spaces":      "\n\t[[ x ]] # one\na='A'\n\n [[\"x\"]]\na='B'",
		"in texts":         "\n[[x]]\na = 'A' # [[x]]\n\n[['x']]\na = \"\"\"\n\\\n  \\\n[[x]]\"\"\"\n",
		"beside others":    "y = [[1], [2]]\n[[x]]\na = 'A'\n[z]\n[[x]]\na = 'B'\n[[v.x]]\na = 1",
		"from Windows":     "\ufeff\r\n[[x]]\r\na = 'A'\r\n\r\n[[x]]\r\na = 'B'\r\n",
		"lists in lists":   "\n[[x]]\na = 'A'\n\n[[x]]\na = 'B'\n[z]\ny = [['x']]\nz = [\n[['x']],\n]",
		"lists of numbers": "y = [[[1]]]\n[[x]]\na = 'A'\n\n[[x]]\na = 'B'",
	} {
		t.Run(name, func(t *testing.T) {
			want := []string{"2 A", "5 B"}
			if name == "in texts" {
				want[1] = "5 [[x]]"
			}
			got, err := listed(page, 2)
			if diff := cmp.Diff(want, got); err != nil || diff != "" {
				t.Errorf("%v\n%s", err, diff)
			}
		})
	}
}

func TestTheMarkOfWindowsIsNotPartOfAFile(t *testing.T) {
	if got, err := listed("\ufeff[[x]]\na = 'A'", 1); err != nil || len(got) != 1 || got[0] != "1 A" {
		t.Errorf("%q: %v", got, err)
	}
}

// The library alone would tell the last table's lines of each.
func TestMistakesInAListHaveTheirOwnLines(t *testing.T) {
	_, err := listed("[[x]]\nb = 1\n[[x]]\na = 1\n[[x]]\na = 'A'\nb = 2\n", 3)
	want := `my.toml:2: nothing here is called "b"; there is a
my.toml:4: "a" is a text; put it between quotes
my.toml:7: nothing here is called "b"; there is a`
	if diff := cmp.Diff(want, fmt.Sprint(err)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAListHasOnlySoManyTables(t *testing.T) {
	got, err := listed(strings.Repeat("[[x]]\na = 'A'\n", 5), 3)
	if want := `my.toml:7: "x" has 5 tables, 2 too many: there are at most 3`; got != nil || fmt.Sprint(err) != want {
		t.Errorf("%v, %v\nwant %s", got, err, want)
	}
}

func TestWhatIsNoListOfTablesIsRefused(t *testing.T) {
	for name, page := range map[string]string{
		"a table": "\n[x]\na = 'A'", "a text": "\nx = 'A'", "a list": "\nx = ['A']",
		"in one line": "\nx = [{a = 'A'}]", "an empty one": "\nx = []",
	} {
		got, err := listed(page, 3)
		want := `my.toml:2: "x" is no value but a list of tables, each with the title [[x]] and its own lines below`
		if got != nil || fmt.Sprint(err) != want {
			t.Errorf("%s: %v, %v\nwant %s", name, got, err, want)
		}
	}
}
