package workshop_test

import (
	"strings"
	"testing"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// wall has five notes by ada: 1 to 3 for the vision, 4 and 5 for the importance. Ben is there too.
func wall() Line {
	return func(s *Stage) error {
		return s.Play(Group("ada", "ben"), Reach(StepVision, PhaseDiverge),
			Write("ada", PromptVision, "One", "Two", "Three"), Write("ada", PromptImportance, "Four", "Five"),
			Reach(StepVision, PhaseConverge))
	}
}

func ids(n ...NoteID) []NoteID { return n }

func form(by PersonID, title string, notes ...NoteID) Line {
	return By(by, FormCluster{Title: title, Notes: notes})
}

func TestAClusterStandsInTheColumnOfItsFirstNote(t *testing.T) {
	Given(t, wall()).
		When("ben", FormCluster{Notes: ids(4, 1), Title: " Both\n"}).
		Then(ClusterFormed{Cluster: 1, Prompt: PromptImportance, Title: "Both", Notes: ids(4, 1)}).
		ThenView("", func(t testing.TB, v View) {
			vision, importance := v.Columns[0], v.Columns[1]
			if len(vision.Lone) != 2 || len(importance.Lone) != 1 || len(importance.Clusters) != 1 {
				t.Fatalf("columns: %+v", v.Columns)
			}
			if c := importance.Clusters[0]; c.Label() != "Both" || len(c.Notes) != 2 || c.Notes[0].ID != 1 {
				t.Errorf("the cluster: %+v", c)
			}
		})
}

func TestAClusterWithoutTitleGoesByItsFirstNote(t *testing.T) {
	Given(t, wall(), form("ada", "", 2, 3)).
		ThenView("", func(t testing.TB, v View) {
			if c := v.Columns[0].Clusters[0]; c.Title != "" || c.Label() != "Two" {
				t.Errorf("the cluster: %+v", c)
			}
		})
	if got := (Pile{}).Label(); got != "" {
		t.Errorf("a pile of nothing goes by %q", got)
	}
}

func TestANoteIsNamedOnceAndMustBeOnThisWall(t *testing.T) {
	for _, c := range []func([]NoteID) Command{
		func(n []NoteID) Command { return FormCluster{Notes: n} },
		func(n []NoteID) Command { return MoveNotes{Notes: n} },
		func(n []NoteID) Command { return ParkNotes{Notes: n} },
	} {
		Given(t, wall()).
			When("ada", c(nil)).ThenRefused(ErrNoSuchNote).
			When("ada", c(ids(0))).ThenRefused(ErrNoSuchNote).
			When("ada", c(ids(-3))).ThenRefused(ErrNoSuchNote).
			When("ada", c(ids(6))).ThenRefused(ErrNoSuchNote).
			When("ada", c(ids(1, 2, 1))).ThenRefused(ErrNoteTwice).
			And(Reach(StepMeasures, PhaseShare)).
			When("ada", c(ids(1))).ThenRefused(ErrOtherStep)
		Given(t, wall(), Back(StepVision, PhaseDiverge), Write("ada", PromptVision, "Taken back"),
			By("ada", WithdrawNote{Note: 6}), Reach(StepVision, PhaseConverge)).
			When("ada", c(ids(6))).ThenRefused(ErrNoSuchNote)
	}
}

func TestNotesMoveIntoClustersAndOut(t *testing.T) {
	Given(t, wall(), form("ada", "Pair", 1, 2)).
		When("ben", MoveNotes{Notes: ids(3), Cluster: 1}).Then(NotesMoved{Notes: ids(3), Cluster: 1}).
		When("ben", MoveNotes{Notes: ids(3), Cluster: 1}).ThenRefused(ErrAlreadyThere).
		When("ben", MoveNotes{Notes: ids(1)}).Then(NotesMoved{Notes: ids(1)}).
		When("ben", MoveNotes{Notes: ids(1)}).ThenRefused(ErrAlreadyThere).
		When("ben", MoveNotes{Notes: ids(1), Cluster: 2}).ThenRefused(ErrNoSuchCluster).
		When("ben", MoveNotes{Notes: ids(1), Cluster: -1}).ThenRefused(ErrNoSuchCluster).
		ThenState(func(t testing.TB, s State) {
			for id, want := range map[NoteID]ClusterID{1: 0, 2: 1, 3: 1} {
				if n, _ := noteAt(s, id); n.Cluster != want {
					t.Errorf("%s is in cluster %d, want %d", id, n.Cluster, want)
				}
			}
		})
}

func TestAnEmptyClusterIsGone(t *testing.T) {
	Given(t, wall(), form("ada", "Pair", 1, 2), By("ada", MoveNotes{Notes: ids(1, 2)})).
		ThenView("", func(t testing.TB, v View) {
			if len(v.Columns[0].Clusters) > 0 {
				t.Errorf("still there: %+v", v.Columns[0].Clusters)
			}
		}).
		When("ada", MoveNotes{Notes: ids(1), Cluster: 1}).ThenRefused(ErrNoSuchCluster).
		When("ada", TitleCluster{Cluster: 1, Title: "x"}).ThenRefused(ErrNoSuchCluster).
		When(Fay, PutSpotlight{On: Spot{Cluster: 1}}).ThenRefused(ErrNoSuchCluster).
		And(form("ada", "Other", 3)).
		When("ada", MergeClusters{Into: 2, From: 1}).ThenRefused(ErrNoSuchCluster).
		When("ada", MergeClusters{Into: 1, From: 2}).ThenRefused(ErrNoSuchCluster)
}

func TestATitleIsShortAndMayBeTakenAway(t *testing.T) {
	Given(t, wall(), form("ada", "Pair", 1, 2)).
		When("ben", TitleCluster{Cluster: 1, Title: " A  pair "}).Then(ClusterTitled{Cluster: 1, Title: "A pair"}).
		When("ben", TitleCluster{Cluster: 1, Title: "A pair"}).ThenRefused(ErrAlreadyThere).
		When("ben", TitleCluster{Cluster: 1, Title: strings.Repeat("x", MaxTitleLen+1)}).ThenRefused(ErrTitleLong).
		When("ben", FormCluster{Notes: ids(3), Title: strings.Repeat("x", MaxTitleLen+1)}).ThenRefused(ErrTitleLong).
		When("ben", TitleCluster{Cluster: 0, Title: "x"}).ThenRefused(ErrNoSuchCluster).
		When("ben", TitleCluster{Cluster: 1, Title: " "}).Then(ClusterTitled{Cluster: 1}).
		And(Reach(StepMeasures, PhaseShare)).
		When("ben", TitleCluster{Cluster: 1, Title: "x"}).ThenRefused(ErrNoSuchCluster)
}

func TestAMergeKeepsATitle(t *testing.T) {
	Given(t, wall(), form("ada", "", 1), form("ada", "Second", 2, 3)).
		When("ben", MergeClusters{Into: 1, From: 2}).Then(ClustersMerged{Into: 1, From: 2, Title: "Second"}).
		ThenView("", func(t testing.TB, v View) {
			cs := v.Columns[0].Clusters
			if len(cs) != 1 || cs[0].ID != 1 || cs[0].Title != "Second" || len(cs[0].Notes) != 3 {
				t.Errorf("after the merge: %+v", cs)
			}
		})
	Given(t, wall(), form("ada", "First", 1), form("ada", "Second", 2, 3)).
		When("ben", MergeClusters{Into: 1, From: 2}).Then(ClustersMerged{Into: 1, From: 2, Title: "First"}).
		When("ben", MergeClusters{Into: 1, From: 1}).ThenRefused(ErrAlreadyThere).
		When("ben", MergeClusters{Into: 9, From: 1}).ThenRefused(ErrNoSuchCluster).
		When("ben", MergeClusters{Into: 1, From: 9}).ThenRefused(ErrNoSuchCluster)
}

func TestParkedNotesAreOutOfTheCanvasAndNotLost(t *testing.T) {
	Given(t, wall(), form("ada", "Pair", 1, 2)).
		When("ada", ParkNotes{Notes: ids(2, 3)}).Then(NotesParked{Notes: ids(2, 3)}).
		When("ada", ParkNotes{Notes: ids(2)}).ThenRefused(ErrAlreadyThere).
		ThenView("", func(t testing.TB, v View) {
			if c := v.Columns[0]; len(c.Parked) != 2 || len(c.Lone) != 0 || len(c.Clusters[0].Notes) != 1 {
				t.Errorf("the column: %+v", c)
			}
			if es := v.Canvas.Sections[0].Entries; len(es) != 1 || es[0].Title != "Pair" {
				t.Errorf("the section: %+v", es)
			}
		}).
		When("ada", MoveNotes{Notes: ids(3)}).ThenAccepted().
		When("ada", MoveNotes{Notes: ids(2), Cluster: 1}).ThenAccepted().
		ThenView("", func(t testing.TB, v View) {
			if c := v.Columns[0]; len(c.Parked) != 0 || len(c.Lone) != 1 || len(c.Clusters[0].Notes) != 2 {
				t.Errorf("the column: %+v", c)
			}
		})
}

func TestNamesAreNotClustered(t *testing.T) {
	Given(t, Group("ada"), Reach(StepName, PhaseDiverge), Write("ada", PromptName, "Guild"), Reach(StepName, PhaseShare)).
		When("ada", FormCluster{Notes: ids(1)}).ThenRefused(ErrNoClustersHere).
		When("ada", ParkNotes{Notes: ids(1)}).ThenAccepted()
	Given(t, Group("ada"), Reach(StepLeader, PhaseShare)).
		When("ada", FormCluster{Notes: ids(1)}).ThenRefused(ErrNoClustersHere)
}

func TestWhatIsInItsPlaceIsNotMoved(t *testing.T) {
	Given(t, wall(), form("ada", "", 1, 2)).
		When("ben", MoveNotes{Notes: ids(1, 3), Cluster: 1}).Then(NotesMoved{Notes: ids(3), Cluster: 1}).
		When("ben", ParkNotes{Notes: ids(3)}).Then(NotesParked{Notes: ids(3)}).
		When("ben", ParkNotes{Notes: ids(3, 4)}).Then(NotesParked{Notes: ids(4)})
}
