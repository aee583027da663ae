package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"convene/tui/board"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// listOf is a command in a list, and nothing in none.
func listOf(c workshop.Command) []workshop.Command {
	if c == nil {
		return nil
	}
	return []workshop.Command{c}
}

func TestWhatADropDoes(t *testing.T) {
	s := theWall(t)
	for _, c := range []struct {
		name            string
		carried, target board.Ref
		want            workshop.Command
		words           string
	}{
		{"a note on a lone note", board.Note(5), board.Note(6), workshop.DropOn{Notes: ids(5), On: 6}, `a new cluster with "six"`},
		{"a note on a cluster", board.Note(5), board.Cluster(1), workshop.MoveNotes{Notes: ids(5), Cluster: 1}, `into "Craft"`},
		{"a note on a note in a cluster", board.Note(5), board.Note(4), workshop.MoveNotes{Notes: ids(5), Cluster: 2}, `into "three"`},
		{"a note of a cluster on another", board.Note(1), board.Cluster(2), workshop.MoveNotes{Notes: ids(1), Cluster: 2}, `into "three"`},
		{"a note of a cluster on a lone note", board.Note(1), board.Note(5), workshop.DropOn{Notes: ids(1), On: 5}, `a new cluster with "five"`},
		{"a note of a cluster in the gap", board.Note(1), board.Gap(workshop.PromptVision), workshop.MoveNotes{Notes: ids(1)}, "stands alone"},
		{"a parked note in the gap", board.Note(7), board.Gap(workshop.PromptVision), workshop.MoveNotes{Notes: ids(7)}, "stands alone"},
		{"a parked note on a cluster", board.Note(7), board.Cluster(1), workshop.MoveNotes{Notes: ids(7), Cluster: 1}, `into "Craft"`},
		{"a note under the other prompt", board.Note(8), board.Cluster(1), workshop.MoveNotes{Notes: ids(8), Cluster: 1}, `into "Craft"`},
		{"a cluster on a cluster", board.Cluster(2), board.Cluster(1), workshop.MergeClusters{Into: 1, From: 2}, `both clusters become "Craft"`},
		{"a cluster on a note in a cluster", board.Cluster(2), board.Note(1), workshop.MergeClusters{Into: 1, From: 2}, `both clusters become "Craft"`},
		{"a cluster on a lone note", board.Cluster(1), board.Note(5), workshop.MoveNotes{Notes: ids(5), Cluster: 1}, `"Craft" takes in "five"`},
		{"a cluster on itself", board.Cluster(1), board.Cluster(1), nil, "stays where it is"},
		{"a cluster on a note of its own", board.Cluster(1), board.Note(2), nil, "stays where it is"},
		{"a note on itself", board.Note(5), board.Note(5), nil, "stays where it is"},
		{"a note on its cluster", board.Note(1), board.Cluster(1), nil, "stays where it is"},
		{"a note on a parked one", board.Note(5), board.Note(7), nil, "stays where it is"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := dropping(board.Wall{Columns: viewOf(s, "ada").Columns}, c.carried, c.target)
			if diff := cmp.Diff(listOf(c.want), got.commands); diff != "" {
				t.Errorf("command (-want +got):\n%s", diff)
			}
			if into, ok := strings.CutPrefix(c.words, "into "); ok && got.said != "Into "+into+"." {
				t.Errorf("says %q when it is done", got.said)
			}
			if got.words != c.words {
				t.Errorf("says %q, want %q", got.words, c.words)
			}
			for _, does := range got.commands {
				if _, err := theWall(t).Do("ada", does); err != nil {
					t.Errorf("the rules refuse it: %v", err)
				}
			}
		})
	}
}

func TestANewClusterWaitsForItsTitle(t *testing.T) {
	s := theWall(t)
	a := appOf(t, s, "ada", 100, 30)
	typeKeys(a, append(down(6), "space", "j", "space")...)
	says(t, a, "2 have no title")
	typeKeys(a, "e")
	says(t, a, "What do these notes say together?", "six", "five")
	typeKeys(a, "G", "o", "enter")
	says(t, a, "╭─ Go")
	typeKeys(a, "u", "u")
	if c := viewOf(s, "ada").Columns[0]; len(c.Clusters) != 2 || len(c.Lone) != 2 {
		t.Errorf("after taking both back there are %d clusters and %d lone notes", len(c.Clusters), len(c.Lone))
	}
	typeKeys(a, "space", "j", "space")
	says(t, a, "2 have no title")
}

// What others take away under one's hands is let go of, and the selection finds a neighbour.
func TestWhatIsGoneIsLetGoOf(t *testing.T) {
	s := theWall(t)
	st := stageOf(s, "ada", 78, 19)
	sc := screenOf(st).(*boardScreen)
	pressed(sc, st, "j", "j", "j", "M", "k", "k", "k", "space")
	if sc.carried != board.Cluster(2) || !sc.typing() {
		t.Fatalf("carries %+v", sc.carried)
	}
	if err := s.Play(By("ben", workshop.MergeClusters{Into: 1, From: 2})); err != nil {
		t.Fatal(err)
	}
	lines := sc.draw(stageOf(s, "ada", 78, 19))
	if len(sc.marked) > 0 {
		t.Errorf("what is gone is still marked: %+v", sc.marked)
	}
	if sc.carried.Somewhere() || sc.selected != board.Note(3) || !strings.Contains(ansi.Strip(strings.Join(lines, "\n")), "▸") {
		t.Errorf("carries %+v, has selected %+v", sc.carried, sc.selected)
	}
}
