package tui

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
)

// typeWords types letter by letter.
func typeWords(a *App, words string) { typeKeys(a, strings.Split(words, "")...) }

func TestANoteIsSentToAClusterByAFewLetters(t *testing.T) {
	s := theWall(t)
	a := appOf(t, s, "ada", 100, 30)
	typeKeys(a, append(down(6), "i")...)
	says(t, a, "Into which cluster?", "five", "Craft", "no title, 2 notes")
	typeWords(a, "raf")
	if body := bodyOf(a); strings.Contains(body, "no title, 2 notes") {
		t.Errorf("what doesn't match is still offered:\n%s", body)
	}
	typeKeys(a, "enter")
	says(t, a, `Into "Craft".`, "▸─ six") // and on to the next
	if c := viewOf(s, "ada").Columns[0].Clusters[0]; len(c.Notes) != 3 {
		t.Errorf("the cluster has %d notes", len(c.Notes))
	}
}

func TestWhatIsMarkedGoesToANewClusterWithItsTitle(t *testing.T) {
	s := theWall(t)
	a := appOf(t, s, "ada", 80, 24)
	typeKeys(a, append(down(6), "M", "M", "i")...)
	says(t, a, "these 2 notes")
	typeWords(a, "Meet")
	says(t, a, `a new cluster: "Meet"`)
	typeKeys(a, "enter")
	says(t, a, "Meet")
	want := []workshop.NoteID{5, 6}
	var got []workshop.NoteID
	for _, n := range viewOf(s, "ada").Columns[0].Clusters[2].Notes {
		got = append(got, n.ID)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	typeKeys(a, "esc")
	if strings.Contains(bodyOf(a), "marks") {
		t.Error("the marks are still there")
	}
}

func TestMarkedClustersAreMergedIntoTheOneThatIsTyped(t *testing.T) {
	s := theWall(t)
	a := appOf(t, s, "ada", 80, 24)
	typeKeys(a, append(down(3), "M", "i")...) // the cluster without a title
	typeWords(a, "craft")
	typeKeys(a, "enter")
	if c := viewOf(s, "ada").Columns[0].Clusters; len(c) != 1 || len(c[0].Notes) != 4 {
		t.Errorf("clusters: %+v", c)
	}
}

func TestATitleThatIsTooLongStaysInTheDialog(t *testing.T) {
	a := appOf(t, theWall(t), "ada", 80, 24)
	typeKeys(a, append(down(6), "i")...)
	typeWords(a, strings.Repeat("long", 20))
	typeKeys(a, "enter")
	says(t, a, "too long", "Into which cluster?", "longlong")
}

func TestWithoutClustersOneTypesTheFirst(t *testing.T) {
	s := theWall(t)
	for _, notes := range [][]workshop.NoteID{ids(1, 2), ids(3, 4)} {
		if _, err := s.Do("ben", workshop.MoveNotes{Notes: notes}); err != nil {
			t.Fatal(err)
		}
	}
	a := appOf(t, s, "ada", 80, 24)
	typeKeys(a, "i")
	says(t, a, "No clusters yet.")
	typeKeys(a, "enter")
	says(t, a, "Type the title of a new cluster.")
}

func TestFindingSaysHowMuchIsFound(t *testing.T) {
	a := appOf(t, theWall(t), "ada", 80, 24)
	typeKeys(a, "/", "i")
	says(t, a, "4 of 9 notes", "five", "six", "eight", "nine")
	typeWords(a, "zzz")
	says(t, a, "nothing says that")
	typeKeys(a, "esc")
	says(t, a, "Craft", "seven")
}

func TestWhatCameBackIsSelected(t *testing.T) {
	s := theWall(t)
	a := appOf(t, s, "ada", 80, 24)
	typeKeys(a, append(down(6), "p", "j", "j", "u")...)
	says(t, a, "▸─ five", `Taken back: "five" stands alone again.`)
}

func TestAHeldNoteIsSaidToBeTheirs(t *testing.T) {
	s := theWall(t)
	err := &workshop.HeldError{Person: "ben"}
	if got := refusal(viewOf(s, "ada"), workshop.ParkNotes{Notes: ids(5)}, err); got != "Ben is carrying that. A facilitator can free it." {
		t.Errorf("says %q", got)
	}
}
