package workshop_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// board is the wall as everyone sees it.
func board(s State) []Column { return Share(s).Columns }

func TestEveryActionOnTheBoardCanBeTakenBack(t *testing.T) {
	for name, action := range map[string]Command{
		"form":         FormCluster{Notes: ids(1, 5), Title: "New"},
		"form of some": FormCluster{Notes: ids(2)},
		"move in":      MoveNotes{Notes: ids(5), Cluster: 1},
		"move out":     MoveNotes{Notes: ids(2)},
		"empty":        MoveNotes{Notes: ids(2, 3)},
		"bring back":   MoveNotes{Notes: ids(4)},
		"title":        TitleCluster{Cluster: 1, Title: "Other"},
		"untitle":      TitleCluster{Cluster: 1},
		"park":         ParkNotes{Notes: ids(1, 2)},
		"merge":        MergeClusters{Into: 2, From: 1},
		"merge in":     MergeClusters{Into: 1, From: 2},
	} {
		t.Run(name, func(t *testing.T) {
			var before []Column
			Given(t, wall(), form("ada", "Pair", 2, 3), form("ben", "", 5), By("ben", ParkNotes{Notes: ids(4)})).
				ThenState(func(_ testing.TB, s State) { before = board(s) }).
				When("ada", action).ThenAccepted().
				ThenView("ada", func(t testing.TB, v View) {
					if !v.CanUndo {
						t.Error("ada does not see that she can take it back")
					}
				}).
				When("ada", UndoLast{}).ThenAccepted().
				ThenState(func(t testing.TB, s State) {
					if diff := cmp.Diff(before, board(s)); diff != "" {
						t.Errorf("the board (-before +after):\n%s", diff)
					}
				})
		})
	}
}

func TestUndoGoesBackStepByStep(t *testing.T) {
	var boards [][]Column
	look := func(_ testing.TB, s State) { boards = append(boards, board(s)) }
	same := func(i int) func(testing.TB, State) {
		return func(t testing.TB, s State) {
			if diff := cmp.Diff(boards[i], board(s)); diff != "" {
				t.Errorf("the board (-before %d +after):\n%s", i, diff)
			}
		}
	}
	Given(t, wall()).
		ThenState(look).When("ada", FormCluster{Notes: ids(1, 2)}).
		ThenState(look).When("ada", TitleCluster{Cluster: 1, Title: "Pair"}).
		ThenState(look).When("ada", MoveNotes{Notes: ids(3), Cluster: 1}).
		ThenState(look).When("ada", ParkNotes{Notes: ids(1)}).
		When("ada", UndoLast{}).ThenState(same(3)).
		When("ada", UndoLast{}).ThenState(same(2)).
		When("ada", UndoLast{}).ThenState(same(1)).
		When("ada", UndoLast{}).ThenState(same(0)).
		When("ada", UndoLast{}).ThenRefused(ErrNothingToUndo).
		ThenView("ada", func(t testing.TB, v View) {
			if v.CanUndo {
				t.Error("ada is told that she can take something back")
			}
		})
}

func TestUndoNamesTheRecord(t *testing.T) {
	var seq Seq
	Given(t, wall(), form("ada", "", 1)).
		ThenState(func(_ testing.TB, s State) { seq = s.Seq }).
		When("ben", ParkNotes{Notes: ids(2)}).
		When("ada", UndoLast{}).Then(ActionUndone{Of: seq})
}

func TestNobodyUndoesWhatOthersBuiltOn(t *testing.T) {
	for name, built := range map[string]Command{
		"moved its note":      MoveNotes{Notes: ids(1)},
		"parked its note":     ParkNotes{Notes: ids(2)},
		"gave it a title":     TitleCluster{Cluster: 2, Title: "x"},
		"merged it":           MergeClusters{Into: 1, From: 2},
		"merged into it":      MergeClusters{Into: 2, From: 1},
		"put a note into it":  MoveNotes{Notes: ids(4), Cluster: 2},
		"clustered otherwise": FormCluster{Notes: ids(1, 4)},
	} {
		t.Run(name, func(t *testing.T) {
			Given(t, wall(), form("ben", "Other", 5), form("ada", "Pair", 1, 2), By("ben", built)).
				When("ada", UndoLast{}).ThenRefused(ErrBuiltUpon).
				And(By("ben", UndoLast{})).
				When("ada", UndoLast{}).ThenAccepted()
		})
	}
}

func TestNotesThatComeOrGoBuildOnNothingButAForming(t *testing.T) {
	Given(t, wall(), form("ben", "Pair", 1, 2), By("ada", TitleCluster{Cluster: 1, Title: "Two"}),
		By("ben", MoveNotes{Notes: ids(3), Cluster: 1})).
		When("ada", UndoLast{}).
		ThenView("", func(t testing.TB, v View) {
			if c := v.Columns[0].Clusters[0]; c.Title != "Pair" || len(c.Notes) != 3 {
				t.Errorf("the cluster: %+v", c)
			}
		})
	Given(t, wall(), form("ben", "Pair", 1, 2, 3), By("ada", MoveNotes{Notes: ids(1)}), By("ben", MoveNotes{Notes: ids(2, 3)})).
		When("ada", UndoLast{}).
		ThenView("", func(t testing.TB, v View) {
			if c := v.Columns[0].Clusters; len(c) != 1 || c[0].Title != "Pair" || len(c[0].Notes) != 1 {
				t.Errorf("the note does not bring its cluster back: %+v", c)
			}
		})
}

func TestANoteDoesNotGoBackToAClusterThatChanged(t *testing.T) {
	for name, built := range map[string]Command{
		"titled": TitleCluster{Cluster: 1, Title: "Something else"},
		"merged": MergeClusters{Into: 2, From: 1},
	} {
		t.Run(name, func(t *testing.T) {
			Given(t, wall(), form("ben", "Pair", 1, 2, 3), form("ben", "", 4), By("ada", MoveNotes{Notes: ids(1)}), By("ben", built)).
				When("ada", UndoLast{}).ThenRefused(ErrBuiltUpon)
		})
	}
}

func TestUndoIsForTheBoardOfTheStep(t *testing.T) {
	Given(t, wall(), form("ada", "Pair", 1, 2)).
		When("ben", UndoLast{}).ThenRefused(ErrNothingToUndo).
		And(Reach(StepMeasures, PhaseShare)).
		When("ada", UndoLast{}).ThenRefused(ErrNothingToUndo).
		ThenView("ada", func(t testing.TB, v View) {
			if v.CanUndo {
				t.Error("ada is told that she can undo on this board")
			}
		}).
		And(Back(StepVision, PhaseConverge)).
		When("ada", UndoLast{}).ThenAccepted()
}

func TestSoManyActionsCanBeTakenBack(t *testing.T) {
	given := Given(t, wall(), form("ada", "", 1))
	for i := range MaxUndo {
		given.When("ada", TitleCluster{Cluster: 1, Title: string(rune('a' + i))}).ThenAccepted()
	}
	for range MaxUndo {
		given.When("ada", UndoLast{}).ThenAccepted()
	}
	given.When("ada", UndoLast{}).ThenRefused(ErrNothingToUndo).
		ThenView("", func(t testing.TB, v View) {
			if cs := v.Columns[0].Clusters; len(cs) != 1 || cs[0].Title != "" {
				t.Errorf("the cluster: %+v", cs)
			}
		})
}
