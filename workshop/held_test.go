package workshop_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// What somebody carries is theirs: note 2 in cluster 1, note 4 alone, or all of cluster 1, which has notes 1 and 2.
func TestWhatSomebodyCarriesIsTheirs(t *testing.T) {
	s := NewStage()
	if err := s.Play(wall(), form("ada", "A", 1, 2), form("ada", "B", 3), By("ben", ParkNotes{Notes: ids(5)}), By("ben", MoveNotes{Notes: ids(5)})); err != nil {
		t.Fatal(err)
	}
	note := func(id NoteID) Spot { return Spot{Note: id} }
	for name, c := range map[string]struct {
		command Command
		carried Spot
		held    bool
	}{
		"moving a note that is carried":           {MoveNotes{Notes: ids(3, 4), Cluster: 1}, note(4), true},
		"moving another":                          {MoveNotes{Notes: ids(3), Cluster: 1}, note(4), false},
		"forming with it":                         {FormCluster{Notes: ids(3, 4)}, note(4), true},
		"dropping it":                             {DropOn{Notes: ids(4), On: 3}, note(4), true},
		"dropping on it, which takes it along":    {DropOn{Notes: ids(3), On: 4}, note(4), true},
		"dropping on a note in its cluster":       {DropOn{Notes: ids(4), On: 1}, note(2), false},
		"parking it":                              {ParkNotes{Notes: ids(4)}, note(4), true},
		"parking its cluster":                     {ParkNotes{Notes: ids(1, 2)}, note(2), true},
		"merging its cluster away":                {MergeClusters{Into: 2, From: 1}, note(2), true},
		"merging into its cluster":                {MergeClusters{Into: 1, From: 2}, note(2), false},
		"titling its cluster":                     {TitleCluster{Cluster: 1, Title: "Z"}, note(2), false},
		"putting its cluster elsewhere":           {PlaceCluster{Cluster: 1}, note(2), false},
		"moving a note of a cluster that is held": {MoveNotes{Notes: ids(1)}, Spot{Cluster: 1}, true},
		"merging a cluster that is held":          {MergeClusters{Into: 2, From: 1}, Spot{Cluster: 1}, true},
		"adding to a cluster that is held":        {MoveNotes{Notes: ids(3), Cluster: 1}, Spot{Cluster: 1}, false},
		"a lone note is in no held cluster":       {MoveNotes{Notes: ids(4), Cluster: 2}, Spot{Cluster: 1}, false},
		"a note that is where it is to go":        {MoveNotes{Notes: ids(1, 3), Cluster: 1}, note(1), false},
		"taking back what was done with it":       {UndoLast{}, note(5), true},
		"taking back something else":              {UndoLast{}, note(4), false},
	} {
		t.Run(name, func(t *testing.T) {
			carried := []Pointer{{Person: "cal", On: Spot{Note: 1}}, {Person: "ada", On: c.carried, Holds: true}}
			taken := func(by PersonID) []Pointer {
				events, err := Decide(s.State, sent(s.State, "ben", s.Now, c.command))
				if err != nil {
					t.Fatal(err)
				}
				next := Replay(s.State, Records(s.State.Seq, sent(s.State, "ben", s.Now, c.command), events...)...)
				return s.State.Taken(by, next, carried)
			}
			if got := taken("ben"); (len(got) > 0) != c.held || c.held && got[0] != carried[1] {
				t.Errorf("somebody else takes %v", got)
			}
			if got := taken("ada"); len(got) > 0 {
				t.Errorf("whoever carries it takes %v", got)
			}
		})
	}
}

// Of several hands each is named once, in the order in which they were told, however many of their notes move.
func TestEveryHandThatLosesSomethingIsNamedOnce(t *testing.T) {
	s := NewStage()
	if err := s.Play(wall(), form("ada", "A", 1, 2), form("ada", "B", 3)); err != nil {
		t.Fatal(err)
	}
	carried := []Pointer{
		{Person: "cal", On: Spot{Note: 4}, Holds: true},
		{Person: "ada", On: Spot{Cluster: 1}, Holds: true},
		{Person: "eve", On: Spot{Note: 5}, Holds: true},
		{Person: "ben", On: Spot{Note: 2}, Holds: true},
	}
	e := sent(s.State, "ben", s.Now, ParkNotes{Notes: ids(1, 2, 4)})
	events, err := Decide(s.State, e)
	if err != nil {
		t.Fatal(err)
	}
	got := s.State.Taken("ben", Replay(s.State, Records(s.State.Seq, e, events...)...), carried)
	if diff := cmp.Diff(carried[:2], got); diff != "" {
		t.Errorf("taken (-want +got):\n%s", diff)
	}
	if carried[2].Person != "eve" {
		t.Errorf("the hands have changed: %+v", carried)
	}
}

func TestADropFollowsWhatBecameOfItsTarget(t *testing.T) {
	// The note that it is dropped on has been put into a cluster meanwhile.
	Given(t, wall(), form("ben", "B", 2, 3)).
		When("ada", DropOn{Notes: ids(1), On: 2}).Then(NotesMoved{Notes: ids(1), Cluster: 1}).
		When("ada", DropOn{Notes: ids(1), On: 2}).ThenRefused(ErrAlreadyThere).
		When("ada", DropOn{Notes: ids(4), On: 5}).Then(ClusterFormed{Cluster: 2, Prompt: PromptImportance, Notes: ids(5, 4)})
	Given(t, wall(), By("ben", ParkNotes{Notes: ids(2)})).When("ada", DropOn{Notes: ids(1), On: 2}).ThenRefused(ErrParked)
	// Its own place is none to be dropped on, and neither is a note that isn't there.
	Given(t, wall()).
		When("ada", DropOn{Notes: ids(1), On: 1}).ThenRefused(ErrAlreadyThere).
		When("ada", DropOn{Notes: ids(1), On: 99}).ThenRefused(ErrNoSuchNote).
		When("ada", DropOn{On: 1}).ThenRefused(ErrNoSuchNote).
		When("ada", DropOn{Notes: ids(99), On: 1}).ThenRefused(ErrNoSuchNote)
	// The cluster that it is dropped on has been merged into another, and that one into a third.
	Given(t, clustered(), By("ben", MergeClusters{Into: 2, From: 1}, MergeClusters{Into: 3, From: 2})).
		When("ada", MoveNotes{Notes: ids(5), Cluster: 1}).Then(NotesMoved{Notes: ids(5), Cluster: 3}).
		When("ada", MergeClusters{Into: 1, From: 4}).Then(ClustersMerged{Into: 3, From: 4, Title: "C"}).
		When("ada", MergeClusters{Into: 1, From: 3}).ThenRefused(ErrAlreadyThere).
		When("ada", MergeClusters{Into: 3, From: 2}).ThenRefused(ErrAlreadyThere).
		When("ada", TitleCluster{Cluster: 1, Title: "Z"}).ThenRefused(ErrNoSuchCluster)
	// A merge that was taken back leads nowhere else.
	Given(t, clustered(), By("ben", MergeClusters{Into: 2, From: 1}, UndoLast{})).
		When("ada", MoveNotes{Notes: ids(5), Cluster: 1}).Then(NotesMoved{Notes: ids(5), Cluster: 1})
	// A cluster that was emptied otherwise is gone.
	Given(t, clustered(), By("ben", MoveNotes{Notes: ids(1)})).
		When("ada", MoveNotes{Notes: ids(5), Cluster: 1}).ThenRefused(ErrNoSuchCluster)
}
