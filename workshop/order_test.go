package workshop_test

import (
	"slices"
	"testing"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// clustered has clusters 1, 2 and 3 in the vision's column, of a note each, and cluster 4 in the other.
func clustered() Line {
	return func(s *Stage) error {
		return s.Play(wall(), form("ada", "A", 1), form("ada", "B", 2), form("ada", "C", 3), form("ada", "D", 4))
	}
}

// inOrder checks how the clusters of the vision stand, on the wall and on the canvas.
func inOrder(want ...string) func(testing.TB, View) {
	return func(t testing.TB, v View) {
		t.Helper()
		var wall, canvas []string
		for _, c := range v.Columns[0].Clusters {
			wall = append(wall, c.Title)
		}
		for _, e := range v.Canvas.Sections[0].Entries {
			canvas = append(canvas, e.Title)
		}
		if !slices.Equal(wall, want) || !slices.Equal(canvas, want) {
			t.Errorf("the wall has %q, the canvas %q, want %q", wall, canvas, want)
		}
	}
}

func TestClustersStandAsTheyArePut(t *testing.T) {
	Given(t, clustered()).ThenView("", inOrder("A", "B", "C")).
		When("ben", PlaceCluster{Cluster: 3, Before: 1}).Then(ClusterPlaced{Cluster: 3, Before: 1}).ThenView("", inOrder("C", "A", "B")).
		When("ada", PlaceCluster{Cluster: 3}).Then(ClusterPlaced{Cluster: 3}).ThenView("", inOrder("A", "B", "C")).
		When("ada", PlaceCluster{Cluster: 1, Before: 3}).ThenAccepted().ThenView("", inOrder("B", "A", "C"))
}

func TestAClusterIsPutSomewhereElseInItsColumn(t *testing.T) {
	Given(t, clustered()).
		When("ada", PlaceCluster{Cluster: 1, Before: 2}).ThenRefused(ErrAlreadyThere).
		When("ada", PlaceCluster{Cluster: 1, Before: 1}).ThenRefused(ErrAlreadyThere).
		When("ada", PlaceCluster{Cluster: 3}).ThenRefused(ErrAlreadyThere).
		When("ada", PlaceCluster{Cluster: 1, Before: 4}).ThenRefused(ErrNotBeside).
		When("ada", PlaceCluster{Cluster: 9}).ThenRefused(ErrNoSuchCluster).
		When("ada", PlaceCluster{Cluster: 1, Before: 9}).ThenRefused(ErrNoSuchCluster).
		And(By("ben", MoveNotes{Notes: ids(2)})).
		When("ada", PlaceCluster{Cluster: 1, Before: 2}).ThenRefused(ErrNoSuchCluster).
		When("ada", PlaceCluster{Cluster: 1, Before: 3}).ThenRefused(ErrAlreadyThere) // the empty one between doesn't count
}

func TestAPlaceIsTakenBack(t *testing.T) {
	Given(t, clustered()).
		When("ben", PlaceCluster{Cluster: 3, Before: 1}).ThenAccepted().
		When("ben", PlaceCluster{Cluster: 3, Before: 2}).ThenAccepted().ThenView("", inOrder("A", "C", "B")).
		When("ben", UndoLast{}).ThenAccepted().ThenView("", inOrder("C", "A", "B")).
		When("ben", UndoLast{}).ThenAccepted().ThenView("", inOrder("A", "B", "C")).
		When("ben", UndoLast{}).ThenRefused(ErrNothingToUndo)
}

func TestAPlaceThatSomebodyElseHasChangedIsNotTakenBack(t *testing.T) {
	Given(t, clustered()).
		When("ben", PlaceCluster{Cluster: 3, Before: 1}).ThenAccepted().
		When("ada", PlaceCluster{Cluster: 3}).ThenAccepted().
		When("ben", UndoLast{}).ThenRefused(ErrBuiltUpon).
		When("ada", UndoLast{}).ThenAccepted().
		When("ben", UndoLast{}).ThenAccepted().ThenView("", inOrder("A", "B", "C"))
}

// What nobody would see is not said to be taken back.
func TestAPlaceIsNotTakenBackForNothing(t *testing.T) {
	Given(t, clustered()).
		When("ada", PlaceCluster{Cluster: 1}).ThenAccepted().
		When("ben", MergeClusters{Into: 2, From: 1}).ThenAccepted().
		When("ada", UndoLast{}).ThenRefused(ErrBuiltUpon)
}

// A title and a place are different things: whoever changes the one doesn't stand in the way of the other.
func TestATitleIsTakenBackThoughTheClusterHasMoved(t *testing.T) {
	Given(t, clustered()).
		When("ada", TitleCluster{Cluster: 3, Title: "Z"}).ThenAccepted().
		When("ben", PlaceCluster{Cluster: 3, Before: 1}).ThenAccepted().
		When("ada", UndoLast{}).ThenAccepted().ThenView("", inOrder("C", "A", "B")).
		When("ben", UndoLast{}).ThenAccepted().ThenView("", inOrder("A", "B", "C"))
}

// Two who take their moves back can leave other clusters first than stood there, with every mark as it was.
func TestWhatIsDrawnAfterwardsHasTheOrderOfItsClusters(t *testing.T) {
	s := NewStage()
	if err := s.Play(wall(), form("ada", "A", 1), form("ada", "B", 2), form("ada", "C", 3)); err != nil {
		t.Fatal(err)
	}
	was := s.State
	if err := s.Play(
		By("ada", PlaceCluster{Cluster: 1}), By("ben", PlaceCluster{Cluster: 3}), By("ada", UndoLast{}), By("ben", UndoLast{}),
	); err != nil {
		t.Fatal(err)
	}
	inOrder("C", "A", "B")(t, View{Shared: Share(s.State)})
	inOrder("C", "A", "B")(t, View{Shared: ShareAfter(Share(was), was, s.State)})
}
