package tui

import (
	"slices"
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

// Whoever types the title of what they are sending gets no second cluster of that name by a mere enter.
func TestAClusterIsNotSentToItself(t *testing.T) {
	for _, typed := range []string{"Craft", "craft", "raf"} {
		s := theWall(t)
		a := appOf(t, s, "ada", 80, 24)
		typeKeys(a, "i")
		typeWords(a, typed)
		says(t, a, `"Craft" is what you are sending.`, "a new cluster: ")
		if body := bodyOf(a); strings.Contains(body, "▸ a new cluster") {
			t.Errorf("a new cluster is chosen unasked:\n%s", body)
		}
		typeKeys(a, "enter")
		says(t, a, "Into which cluster with these 2 notes?")
		if c := viewOf(s, "ada").Columns[0].Clusters; len(c) != 2 || c[0].Title != "Craft" || len(c[0].Notes) != 2 {
			t.Errorf("clusters: %+v", c)
		}
		typeKeys(a, "down", "enter") // who wants it all the same
		says(t, a, "A new cluster: ")
	}
}

// Letters that the cluster shares with another lead there: only its whole title is about itself.
func TestAPartOfItsTitleLeadsToAnother(t *testing.T) {
	s := theWall(t)
	if _, err := s.Do("ben", workshop.TitleCluster{Cluster: 2, Title: "Craftsmanship"}); err != nil {
		t.Fatal(err)
	}
	a := appOf(t, s, "ada", 80, 24)
	typeKeys(a, "i")
	typeWords(a, "craf")
	says(t, a, "▸ Craftsmanship")
	typeWords(a, "t")
	says(t, a, `"Craft" is what you are sending.`)
	typeWords(a, "s")
	typeKeys(a, "enter")
	if c := viewOf(s, "ada").Columns[0].Clusters; len(c) != 1 || len(c[0].Notes) != 4 {
		t.Errorf("clusters: %+v", c)
	}
}

// A marked cluster that others have emptied doesn't keep the rest of what is marked.
func TestWhatIsGoneMeanwhileIsNotSent(t *testing.T) {
	for _, into := range []string{"New", "Craft"} {
		s := theWall(t)
		a := appOf(t, s, "ada", 80, 24)
		typeKeys(a, append(down(3), "M")...) // the cluster without a title, then note 5
		typeKeys(a, append([]string{}, "M", "i")...)
		typeWords(a, into)
		if _, err := s.Do("ben", workshop.MoveNotes{Notes: ids(3, 4)}); err != nil {
			t.Fatal(err)
		}
		news(a)
		typeKeys(a, "enter")
		c := viewOf(s, "ada").Columns[0]
		last := c.Clusters[len(c.Clusters)-1]
		if last.Title != into || !slices.ContainsFunc(last.Notes, func(n workshop.Card) bool { return n.ID == 5 }) || len(a.dialogs) > 0 {
			t.Errorf("into %s: clusters %+v\n%s", into, c.Clusters, bodyOf(a))
		}
	}
}

func TestWhenAllOfItIsGoneNothingIsSent(t *testing.T) {
	s := theWall(t)
	a := appOf(t, s, "ada", 80, 24)
	typeKeys(a, append(down(3), "i")...)
	typeWords(a, "New")
	if _, err := s.Do("ben", workshop.MoveNotes{Notes: ids(3, 4)}); err != nil {
		t.Fatal(err)
	}
	news(a)
	typeKeys(a, "enter")
	says(t, a, "What you were sending is gone meanwhile")
	if len(a.dialogs) > 0 {
		t.Error("the question is still open")
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
