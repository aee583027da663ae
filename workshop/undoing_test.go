package workshop_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// What would be taken back is told to whoever did it, and to nobody else.
func TestWhatWouldBeTakenBackIsTold(t *testing.T) {
	for name, c := range map[string]struct {
		action Command
		want   Undoing
	}{
		"a note that stood alone":      {MoveNotes{Notes: ids(1), Cluster: 1}, Undoing{On: Spot{Note: 1}, Notes: 1}},
		"a note of a cluster":          {MoveNotes{Notes: ids(2)}, Undoing{On: Spot{Note: 2}, Notes: 1, Cluster: 1, Title: "Pair"}},
		"a parked note":                {MoveNotes{Notes: ids(4)}, Undoing{On: Spot{Note: 4}, Notes: 1, Parked: true}},
		"two notes of one place":       {ParkNotes{Notes: ids(2, 3)}, Undoing{On: Spot{Note: 3}, Notes: 2, Cluster: 1, Title: "Pair"}},
		"two notes of two places":      {FormCluster{Notes: ids(2, 1)}, Undoing{On: Spot{Note: 1}, Notes: 2, Apart: true}},
		"a merge":                      {MergeClusters{Into: 2, From: 1}, Undoing{On: Spot{Note: 3}, Notes: 2, Cluster: 1, Title: "Pair"}},
		"a title":                      {TitleCluster{Cluster: 1, Title: "Other"}, Undoing{On: Spot{Cluster: 1}, Cluster: 1, Title: "Pair"}},
		"a title where there was none": {TitleCluster{Cluster: 2, Title: "New"}, Undoing{On: Spot{Cluster: 2}, Cluster: 2}},
		"a place":                      {PlaceCluster{Cluster: 3, Before: 1}, Undoing{On: Spot{Cluster: 3}, Cluster: 3, Title: "Third", Placed: true}},
	} {
		t.Run(name, func(t *testing.T) {
			Given(t, wall(), Back(StepVision, PhaseDiverge), Write("ada", PromptVision, "Six"), Reach(StepVision, PhaseConverge),
				form("ben", "Pair", 2, 3), form("ben", "", 5), form("ben", "Third", 6), By("ben", ParkNotes{Notes: ids(4)})).
				When("ada", c.action).
				ThenView("ada", func(t testing.TB, v View) {
					if diff := cmp.Diff(c.want, v.Undo); diff != "" {
						t.Errorf("(-want +got):\n%s", diff)
					}
				}).
				ThenView(Fay, func(t testing.TB, v View) {
					if v.Undo != (Undoing{}) {
						t.Errorf("fay is told %+v", v.Undo)
					}
				})
		})
	}
}

// Whoever aims before a cluster that is merged away meanwhile gets the place before the one that took it in.
func TestAPlaceBeforeAClusterThatWasMergedIsBeforeWhatTookItIn(t *testing.T) {
	Given(t, clustered(), By("ada", MergeClusters{Into: 1, From: 2})).
		When("ben", PlaceCluster{Cluster: 3, Before: 2}).Then(ClusterPlaced{Cluster: 3, Before: 1}).
		ThenView("", inOrder("C", "A")).
		And(By("ada", MergeClusters{Into: 3, From: 1})).
		When("ben", PlaceCluster{Cluster: 3, Before: 1}).ThenRefused(ErrAlreadyThere)
}
